"""What can be done with runs of the list, and whether it can be done now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from o1desk.core.runs import RESUMABLE_ROLES
from o1desk.gui.pages.train.controller import TrainController
from o1desk.gui.pages.train.run_entries import RunEntry

if TYPE_CHECKING:
    from o1desk.gui.session import Session

COMPARED = range(2, 6)


class RunActions(QObject):
    """Deeds on runs; whatever a person writes is stored at every key."""

    def __init__(self, session: "Session", controller: TrainController, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._session, self._controller = session, controller

    def is_at_work(self, entry: RunEntry) -> bool:
        """Return whether a worker is at work in a run."""
        live = self._session.runs.find(entry.row.id)
        if live is not None:
            return not live.is_over
        return not entry.row.state.is_end

    def can_resume(self, entry: RunEntry) -> bool:
        """Return whether a run can go on."""
        row = entry.row
        return row.role in RESUMABLE_ROLES and row.state.is_resumable and not self.is_at_work(entry)

    def can_chat(self, entry: RunEntry) -> bool:
        """Return whether a run has an adapter to chat with."""
        return entry.row.role == "train" and bool(entry.steps)

    def can_compare(self, entries: Sequence[RunEntry]) -> bool:
        """Return whether runs can be compared: two to five of one kind."""
        return len(entries) in COMPARED and all(entry.row.role == "train" for entry in entries)

    def resume(self, entry: RunEntry) -> None:
        """Go on with a run."""
        if self.can_resume(entry):
            self._controller.resume(entry.row.id, entry.row.role, entry.method)

    def fill_form(self, entry: RunEntry) -> None:
        """Put the settings of a run into the form of a new one."""
        self._controller.fill_from(entry.row.config)

    def remove(self, run_ids: Sequence[str]) -> None:
        """Take runs from every list; undo brings them back."""
        store, ids = self._session.store, tuple(run_ids)

        def forth() -> None:
            for run_id in ids:
                store.runs.remove(run_id)

        def back() -> None:
            for run_id in ids:
                store.runs.restore(run_id)

        text = self.tr("Remove %Ln run(s)", "", len(ids))
        self._session.do(text, forth, back, changed=("run",))

    def set_note(self, run_id: str, text: str) -> None:
        """Store what a person wrote about a run."""
        store = self._session.store
        self._session.ops.write(lambda: store.runs.set_note(run_id, text), changed=("run",))

    def set_tags(self, run_id: str, text: str) -> None:
        """Store the words a person files a run under, given with commas between them."""
        store = self._session.store
        tags = [tag.strip() for tag in text.split(",") if tag.strip()]
        self._session.ops.write(lambda: store.runs.set_tags(run_id, tags), changed=("run",))
