"""A run that broke: what happened, what was kept, and what to do about it."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from o1desk.core.ladder import lowered
from o1desk.core.runs import LOG_FILE, RESUMABLE_ROLES, RunState
from o1desk.gui.error_words import in_words
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.pages.train.settings_words import config_class, said, title_of
from o1desk.gui.run_words import BROKEN, OUT_OF_MEMORY
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label


class TroubleCard(Card):
    """The red card.

    Signals:
        resume_asked: The run should go on from its last checkpoint.
        retry_asked: The run should go on with smaller settings (dict of them).
    """

    resume_asked = Signal()
    retry_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until something breaks."""
        super().__init__(theme, kind="bad")
        self._record: RunRecord | None = None
        self._hint: dict[str, int] = {}
        self._title = label("", "lead", tone="bad")
        self._words = label("", is_wrapped=True)
        self._kept = label("", "muted", is_wrapped=True)
        for part in (self._title, self._words, self._kept):
            self.body.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._resume = button(self.tr("Resume"), self.resume_asked.emit, kind="primary")
        self._retry = button("", self._on_retry)
        self._log = button(
            self.tr("Open log"), self._on_log, kind="quiet", tip=self.tr("worker.log of this run")
        )
        self._copy = button(self.tr("Copy details"), self._on_copy, kind="quiet")
        for made in (self._resume, self._retry, self._log, self._copy):
            line.addWidget(made)
        line.addStretch(1)
        self.body.addLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """Everything it says."""
        parts = (self._title.text(), self._words.text(), self._kept.text())
        return "\n".join(part for part in parts if part)

    def show_record(self, record: RunRecord) -> None:
        """Show what broke a run; nothing for one that did not break."""
        self._record = record
        is_broken = not record.is_active and record.state in BROKEN
        self.setVisible(is_broken)
        if not is_broken:
            return
        is_memory = record.reason == OUT_OF_MEMORY
        titles = {
            RunState.FAILED: self.tr("Memory ran out") if is_memory else self.tr("The run failed"),
            RunState.CRASHED: self.tr("The worker crashed"),
        }
        self._title.setText(titles[record.state])
        self._words.setText(in_words(record.message))
        self._kept.setText(self._kept_words(record))
        self._hint = lowered(record.hint)
        self._resume.setVisible(
            bool(record.checkpoints) or record.role in RESUMABLE_ROLES - {"train"}
        )
        self._retry.setVisible(bool(self._hint))
        self._retry.setText(self._retry_words(record))
        self._log.setVisible(record.folder is not None)

    def _kept_words(self, record: RunRecord) -> str:
        if record.role != "train":
            return self.tr("Everything written before was kept.")
        if not record.checkpoints:
            return self.tr("There is no checkpoint yet; the charts and answers were kept.")
        words = self.tr("Kept: charts, answers, and the checkpoint of step {n}.")
        return words.format(n=record.checkpoints[-1])

    def _retry_words(self, record: RunRecord) -> str:
        cls = config_class(record.role, record.method)
        less = ", ".join(
            f"{title_of(cls, name).lower()} {said(cls, name, value)}"
            for name, value in self._hint.items()
        )
        return self.tr("Try again with {less}").format(less=less)

    def _on_retry(self) -> None:
        self.retry_asked.emit(self._hint)

    def _on_log(self) -> None:
        record = self._record
        if record is not None and record.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(record.folder / LOG_FILE)))

    def _on_copy(self) -> None:
        record = self._record
        if record is not None:
            crash = "" if record.live is None or record.live.end is None else record.live.end.crash
            details = "\n".join(part for part in (record.id, self.text, crash) if part)
            QGuiApplication.clipboard().setText(details)
