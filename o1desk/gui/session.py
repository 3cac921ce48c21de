"""What all pages share: the store, the runs, the settings, the look, and ways to talk.

Pages are views that may be thrown away and built again (another language, another scale); whatever
must outlive them is here or in the store.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from o1desk.core.settings import Settings
from o1desk.gui.ended import EndedRuns
from o1desk.gui.ops import Ops
from o1desk.gui.runs import LiveRuns
from o1desk.gui.theme import Theme
from o1desk.gui.undo import Change, undo_one
from o1desk.jobs.manager import Manager
from o1desk.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """A short message in a corner of the window.

    Attributes:
        text: One sentence.
        tone: "plain", "good", "warn" or "bad".
        action: Word on its button; empty for none.
        run: What the button does.
        is_system: Whether it is worth a system notification when the window is not looked at.
        topic: What it is about; a newer one about the same takes its place. None for nothing.
    """

    text: str
    tone: str = "plain"
    action: str = ""
    run: Callable[[], None] | None = None
    is_system: bool = False
    topic: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something to open: a page and what to show there."""

    page: str
    what: dict[str, Any] = field(default_factory=dict)


class Session(QObject):
    """One open data folder.

    Attributes:
        data: The folder.
        store: Its database.
        runs: Its workers.
        ended: What became of those that ended.
        ops: Work beside the window.
        settings: Preferences.
        theme: The look.
        undo: What was done and can be undone, newest last.
        parts: Long-lived objects that pages keep here by name (chat, loop, annotation).

    Signals:
        opened: A page and what to show there (Target).
        toasted: A message (Toast).
        tables_changed: Tables that are others now (frozenset of str).
        models_changed: A model or adapter was added or removed.
        restore_asked: A backup should take the place of the database (its file name).
    """

    opened = Signal(object)
    toasted = Signal(object)
    tables_changed = Signal(object)
    models_changed = Signal()
    restore_asked = Signal(str)

    def __init__(self, store: Store, manager: Manager, settings: Settings, theme: Theme) -> None:
        """Put the parts together."""
        super().__init__()
        self.data: Path = store.data
        self.store, self.settings, self.theme = store, settings, theme
        self.ops = Ops(self)
        self.runs = LiveRuns(manager, self.ops, self, is_read_only=store.is_read_only)
        self.ended = EndedRuns(self)
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(200)
        self.parts: dict[str, Any] = {}
        self.ops.tables_changed.connect(self.tables_changed)
        self.ops.failed.connect(self._on_failed)
        self.runs.tables_changed.connect(self.tables_changed)
        self._manager = manager
        self._forget = settings.on_change(self._on_setting)

    @property
    def refusal(self) -> str:
        """Why nothing can be changed here, one sentence; empty where everything can."""
        if not self.store.is_read_only:
            return ""
        return self.tr("This data folder is open read-only: nothing in it can be changed")

    def refuses(self) -> bool:
        """Say why nothing can be changed; return whether it is so."""
        sentence = self.refusal
        if sentence:
            self.toast(sentence, tone="bad")
        return bool(sentence)

    def open(self, page: str, **what: Any) -> None:
        """Show something on its page."""
        self.opened.emit(Target(page=page, what=what))

    def toast(
        self,
        text: str,
        *,
        tone: str = "plain",
        action: str = "",
        run: Callable[[], None] | None = None,
        is_system: bool = False,
    ) -> None:
        """Show a short message."""
        self.toasted.emit(Toast(text=text, tone=tone, action=action, run=run, is_system=is_system))

    def do(
        self,
        text: str,
        forth: Callable[[], Any],
        back: Callable[[], Any],
        *,
        changed: tuple[str, ...],
        is_told: bool = True,
    ) -> None:
        """Do something that can be undone, now, and say so; refused where nothing can be changed.

        Args:
            text: What it is, for the undo menu and the toast ("Delete 3 samples").
            forth: Does it, off the window's thread.
            back: Undoes it, off the window's thread.
            changed: Tables that are others afterwards.
            is_told: Whether a toast offers to undo it.
        """
        if self.refuses():
            return
        topic = object()
        tell = partial(self._tell, topic)
        change = Change(text, self.ops, forth, back, frozenset(changed), tell)
        self.undo.push(change)
        if is_told:
            run = partial(undo_one, self.undo, change)
            self.toasted.emit(Toast(text=text, action=self.tr("Undo"), run=run, topic=topic))

    def close(self) -> None:
        """Finish what is being written and close the store; workers must be gone by now."""
        self._forget()
        self.ops.close()
        self.store.close()

    def _on_setting(self, key: str, value: Any) -> None:
        """Let settings of the workers count for those that start from now on."""
        del value
        if key in ("workers.threads", "workers.offline"):
            threads, offline = (
                self.settings.get(name) for name in ("workers.threads", "workers.offline")
            )
            self._manager.set_limits(threads=int(threads), offline=bool(offline))

    def _tell(self, topic: object, text: str) -> None:
        """Say what became of a change, in the place of what was said when it was done."""
        self.toasted.emit(Toast(text=text, topic=topic))

    def _on_failed(self, sentence: str) -> None:
        self.toast(sentence, tone="bad")
