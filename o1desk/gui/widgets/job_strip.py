"""The jobs at work, and those that ended and were not put away, one card each."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.core.ladder import retry_config
from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session
from o1desk.gui.widgets.job_card import JobCard


class JobStrip(QWidget):
    """The runs of a session as cards, oldest first; an ended one stays until it is closed.

    Signals:
        count_changed: Another number of cards (int).
    """

    count_changed = Signal(int)

    def __init__(
        self,
        session: Session,
        roles: Collection[str] = (),
        make_card: Callable[[Session, LiveRun], JobCard] = JobCard,
    ) -> None:
        """Show the runs of some roles.

        Args:
            session: Whose runs.
            roles: Which of them; empty for all.
            make_card: Makes the card of a run.
        """
        super().__init__()
        self._session, self._roles, self._make_card = session, frozenset(roles), make_card
        self._cards: dict[LiveRun, JobCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(session.theme.px(8))
        for run in [*session.ended.kept, *session.runs.active]:
            self._on_added(run)
        session.runs.run_added.connect(self._on_added)

    def card(self, run: LiveRun) -> JobCard | None:
        """Return the card of a run; None when it has none here."""
        return self._cards.get(run)

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    def _on_added(self, run: LiveRun) -> None:
        wanted = not run.is_quiet and (not self._roles or run.role in self._roles)
        if wanted and run not in self._cards:
            card = self._make_card(self._session, run)
            card.resume_asked.connect(self._on_resume)
            card.retry_asked.connect(self._on_retry)
            card.closed.connect(self._on_closed)
            self._cards[run] = card
            self._layout.addWidget(card)
            self.count_changed.emit(self.count)

    def _on_closed(self) -> None:
        card = self.sender()
        if isinstance(card, JobCard):
            self._drop(card)

    def _on_resume(self) -> None:
        card = self.sender()
        if isinstance(card, JobCard):
            self._go_on(card, {})

    def _on_retry(self) -> None:
        card = self.sender()
        if isinstance(card, JobCard) and card.run.end is not None:
            self._go_on(card, card.run.end.hint)

    def _go_on(self, card: JobCard, hint: Mapping[str, Any]) -> None:
        run = card.run
        self._drop(card)
        resumed = self._session.runs.resume(run.id, role=run.role, title=run.title, hint=hint)
        resumed.config = retry_config(run.config, hint)

    def _drop(self, card: JobCard) -> None:
        del self._cards[card.run]
        self._session.ended.put_away(card.run)
        card.hide()
        card.deleteLater()
        self.count_changed.emit(self.count)
