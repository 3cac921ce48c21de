"""Offers to go on with runs that stopped while no window was there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from o1desk.core.runs import RunState
from o1desk.gui.error_words import in_words
from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.gui.session import Session
from o1desk.jobs.recover import Recovered

PAGES = {"train": "train", "generate": "data"}  # roles that can be resumed, and where they show


class Offers(QObject):
    """Says which runs stopped, with a way to resume them."""

    def __init__(self, session: Session) -> None:
        """Offer nothing yet."""
        super().__init__(session)
        self._session = session

    def offer(self, found: Sequence[Recovered]) -> None:
        """Offer to resume a run; of many, offer the list."""
        stopped = [each for each in found if _can_go_on(each)]
        if len(stopped) == 1:
            self.offer_one(stopped[0])
        elif stopped:
            self._session.toast(
                self.tr("%Ln run(s) stopped while the window was closed", "", len(stopped)),
                tone="warn", action=self.tr("Show"), run=self._show_all,
            )  # fmt: skip

    def offer_one(self, found: Recovered) -> None:
        """Offer to resume one run."""
        if not _can_go_on(found):
            return
        run, session = found.run, self._session
        title = kind_text(run.role, str(run.config.get("method", "")))

        def resume() -> None:
            session.runs.resume(run.id, role=run.role, title=title)
            session.open(PAGES[run.role], run=run.id)

        session.toast(
            f"{title} {run.id}: {in_words(found.end.message)}", tone="warn",
            action=self.tr("Resume"), run=resume,
        )  # fmt: skip

    def _show_all(self) -> None:
        self._session.open("train", view="all")


def _can_go_on(found: Recovered) -> bool:
    state = found.end.state
    return found.run.role in PAGES and state.is_resumable and state is not RunState.CANCELLED
