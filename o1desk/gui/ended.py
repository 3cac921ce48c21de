"""Runs that ended: kept until their card is put away, and told where no page of theirs does.

Pages come and go with the look and the language; a run that ends meanwhile must not be lost.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from o1desk.core.runs import RunEnd, RunState
from o1desk.core.words import filled
from o1desk.gui.error_words import in_words
from o1desk.gui.live_run import LiveRun
from o1desk.gui.run_words import BROKEN, end_title, summary_text
from o1desk.gui.shown import one_line

if TYPE_CHECKING:
    from o1desk.gui.session import Session

PAGES = {"generate": "data", "export": "models"}  # roles that are told here, and where they show
NAME_CHARACTERS, MESSAGE_CHARACTERS = 60, 200


class EndedRuns(QObject):
    """Remembers ended runs and tells the end of generations and exports.

    The end of a training is told by its controller, that of the loop by its own.

    Attributes:
        kept: Runs that ended and whose cards were not put away, oldest first.
    """

    def __init__(self, session: "Session") -> None:
        """Listen to the session's runs."""
        super().__init__(session)
        self._session = session
        self.kept: list[LiveRun] = []
        session.runs.run_ended.connect(self._on_ended)

    def put_away(self, run: LiveRun) -> None:
        """Forget a run: its card was closed, or it goes on."""
        if run in self.kept:
            self.kept.remove(run)

    def _on_ended(self, run: LiveRun) -> None:
        if run.is_quiet or run.end is None:
            return
        if run not in self.kept:
            self.kept.append(run)
        is_written = run.role == "export" and run.end.state is RunState.FINISHED
        if is_written:
            self._tell_export(Path(str(run.end.summary.get("out", ""))))
        elif run.role in PAGES and not run.is_part:
            self._tell(run, run.end)

    def _tell(self, run: LiveRun, end: RunEnd) -> None:
        is_broken, is_finished = end.state in BROKEN, end.state is RunState.FINISHED
        detail = summary_text(run.role, end.summary) if is_finished else ""
        if is_broken:
            detail = one_line(in_words(end.message), MESSAGE_CHARACTERS)
        template = self.tr("%1: %2. %3") if detail else self.tr("%1: %2")
        told = filled(template, [run.title, end_title(end).lower(), detail])
        has_rows = run.role == "generate" and bool(run.samples[0])
        page, what = PAGES[run.role], {"run": run.id} if has_rows and is_finished else {}

        def show() -> None:
            self._session.open(page, **what)

        tone = "bad" if is_broken else "good" if is_finished else "plain"
        self._session.toast(told, tone=tone, action=self.tr("Show"), run=show, is_system=True)

    def _tell_export(self, out: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(out.parent)))

        told = filled(self.tr("%1 is written"), [one_line(out.name, NAME_CHARACTERS)])
        self._session.toast(
            told, tone="good", action=self.tr("Open folder"), run=show, is_system=True
        )
        self._session.models_changed.emit()
