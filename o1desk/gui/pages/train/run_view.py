"""One run: its head, how it is doing, its charts, and beside them answers and more.

The charts' library takes a second to load, so the charts come a moment after everything else.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.core.events import Anomaly
from o1desk.gui.model_list import model_list
from o1desk.gui.pages.train.chart_toolbar import ChartToolbar
from o1desk.gui.pages.train.controller import TrainController
from o1desk.gui.pages.train.guard_words import tone_of, what_text
from o1desk.gui.pages.train.health_strip import HealthStrip
from o1desk.gui.pages.train.positions import has_tokens
from o1desk.gui.pages.train.result_card import ResultCard
from o1desk.gui.pages.train.run_header import RunHeader
from o1desk.gui.pages.train.run_side import RunSide
from o1desk.gui.pages.train.trouble_card import TroubleCard
from o1desk.gui.widgets.cards import scrolled
from o1desk.gui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from o1desk.gui.pages.train.chart_board import ChartBoard
    from o1desk.gui.pages.train.record import RunRecord
    from o1desk.gui.session import Session

CHARTS_MS = 30  # after the rest is painted
STRIP_MS = 500  # phrases change at most twice a second
SPLIT_PX = (644, 440)


class RunView(QWidget):
    """The shown run.

    Signals:
        new_asked: The person wants the form of a new run.
        all_asked: The person wants the table of all runs.
    """

    new_asked = Signal()
    all_asked = Signal()

    def __init__(self, session: "Session", controller: TrainController) -> None:
        """Show the run that the controller holds."""
        super().__init__()
        self._session, self._controller = session, controller
        theme = session.theme
        self._record: RunRecord | None = None
        self.board: ChartBoard | None = None
        self.header = RunHeader(theme, model_list(session).title)
        self.header.asked.connect(self._on_asked)
        self.trouble = TroubleCard(theme)
        self.trouble.resume_asked.connect(self.resume)
        self.trouble.retry_asked.connect(self._on_retry)
        self.result = ResultCard(theme)
        self.strip = HealthStrip(theme)
        self.toolbar = ChartToolbar(theme)
        self.toolbar.changed.connect(self._on_toolbar)
        self.side = RunSide(session)
        self.side.guard.step_chosen.connect(self._on_anomaly)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty_state())
        self._pages.addWidget(self._content())
        self._strip_timer = QTimer(self)
        self._strip_timer.setSingleShot(True)
        self._strip_timer.setInterval(STRIP_MS)
        self._strip_timer.timeout.connect(self._show_strip)
        controller.record_changed.connect(self._on_record)
        self._on_record()

    # --- building ---

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            self._session.theme,
            "train",
            self.tr("No run is shown. Start one, or open one that ran before."),
            action=(self.tr("New run"), self.new_asked.emit),
            second=(self.tr("All runs"), self.all_asked.emit),
        )

    def _content(self) -> QWidget:
        theme = self._session.theme
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        for part in (self.header, self.trouble, self.result, self.strip):
            layout.addWidget(part)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(theme.px(12))
        self._charts = self._chart_side()
        self._split.addWidget(self._charts)
        self._split.addWidget(self.side)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([theme.px(size) for size in SPLIT_PX])
        layout.addWidget(self._split, 1)
        return content

    def _chart_side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._session.theme.px(8))
        layout.addWidget(self.toolbar)
        self._chart_holder = QWidget()
        holder = QVBoxLayout(self._chart_holder)
        holder.setContentsMargins(0, 0, 0, 0)
        self._scroll: QScrollArea = scrolled(self._chart_holder)
        layout.addWidget(self._scroll, 1)
        side.setMinimumWidth(self._session.theme.px(320))
        return side

    def build_board(self) -> "ChartBoard":
        """Return the charts, made on the first call."""
        if self.board is None:
            from o1desk.gui.pages.train.chart_board import ChartBoard

            self.board = ChartBoard(self._session.theme)
            layout = self._chart_holder.layout()
            if layout is not None:
                layout.addWidget(self.board)
            if isinstance(layout, QVBoxLayout):
                layout.addStretch(1)
            self._scroll.verticalScrollBar().valueChanged.connect(self.board.look)
            self._on_toolbar()
            if self._record is not None:
                self.board.show_record(self._record)
        return self.board

    # --- the run ---

    def _on_record(self) -> None:
        record, old = self._controller.record, self._record
        if record is old:
            return
        if old is not None:
            old.changed.disconnect(self._on_changed)
            old.loaded.disconnect(self._on_loaded)
            old.metrics_arrived.disconnect(self._on_metrics)
        self._record = record
        self._pages.setCurrentIndex(0 if record is None else 1)
        if record is None:
            return
        record.changed.connect(self._on_changed)
        record.loaded.connect(self._on_loaded)
        record.metrics_arrived.connect(self._on_metrics)
        if self.board is not None:
            self.board.show_record(record)
        elif self.isVisible():
            self._build_soon()
        self._on_changed()
        self._show_strip()

    def _on_changed(self) -> None:
        record = self._record
        if record is None:
            return
        self.header.show_record(record)
        self.trouble.show_record(record)
        self.result.show_record(record)
        self.side.show_record(record)
        self.toolbar.set_has_tokens(has_tokens(record))
        self._charts.setVisible(record.role == "train")

    def _on_loaded(self) -> None:
        self._on_changed()
        self._show_strip()

    def _on_metrics(self, names: frozenset[str]) -> None:
        del names
        if not self._strip_timer.isActive():
            self._strip_timer.start()

    def _show_strip(self) -> None:
        record = self._record
        if record is not None:
            self.strip.show_record(record)
            self.header.show_record(record)

    # --- charts ---

    def _build_soon(self) -> None:
        if self.board is None and self._record is not None:
            QTimer.singleShot(CHARTS_MS, self.build_board)

    def _on_toolbar(self) -> None:
        board = self.board
        if board is not None:
            board.set_smoothing(self.toolbar.smoothing)
            board.set_kind(self.toolbar.kind)
            board.set_log(self.toolbar.is_on("log"))
            board.set_clipped(self.toolbar.is_on("clip"))
            board.set_advanced(self.toolbar.is_on("advanced"))

    def _on_anomaly(self, anomaly: Anomaly) -> None:
        self.build_board().mark(anomaly.step, what_text(anomaly.what), tone_of(anomaly))
        self.side.browser.show_step(anomaly.step)

    # --- doing ---

    def toggle_pause(self) -> None:
        """Pause a run at work, or end its pause."""
        for name in ("pause", "go_on"):
            made = self.header.button(name)
            if not made.isHidden():
                made.click()
                return

    def resume(self) -> None:
        """Go on with a run that stopped."""
        record = self._record
        if record is not None and not record.is_active:
            self._controller.resume(record.id, record.role, record.method)

    def _on_retry(self, hint: dict[str, Any]) -> None:
        if self._record is not None:
            self._controller.retry(self._record, hint)

    def _on_asked(self, name: str) -> None:
        record = self._record
        if record is None:
            return
        if name == "resume":
            self.resume()
        elif name == "chat":
            self._session.open("chat", model=record.trained_model)
        elif name == "folder" and record.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(record.folder)))
        elif name in ("edit", "further"):
            self._controller.fill_from(record.config)
            if name == "further":
                self._controller.start_from(record.trained_model)
            self.new_asked.emit()

    # --- what survives ---

    def state(self) -> dict[str, Any]:
        """Return the view's choices as JSON values."""
        return {
            "toolbar": self.toolbar.state(),
            "side": self.side.currentIndex(),
            "sizes": self._split.sizes(),
            "question": self.side.ask.draft,
        }

    def set_state(self, state: dict[str, Any]) -> None:
        """Take the choices up again."""
        self.toolbar.set_state(dict(state.get("toolbar") or {}))
        self.side.setCurrentIndex(int(state.get("side", 0)))
        sizes = state.get("sizes")
        if isinstance(sizes, list) and all(isinstance(size, int) for size in sizes) and any(sizes):
            self._split.setSizes(sizes)
        self.side.ask.draft = str(state.get("question", ""))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_soon()
