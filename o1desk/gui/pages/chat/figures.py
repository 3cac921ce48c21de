"""The right side of the chat: what answers cost, live and over time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

from o1desk.core.leaves import Efficiency
from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.pages.chat.live_figures import LiveFigures
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import column, scrolled

if TYPE_CHECKING:
    from o1desk.gui.pages.chat.cost_charts import CostCharts

WIDTH_PX = 300
HISTORY_MS = 400
TABLES = frozenset({"conversation", "message"})


class Figures(QFrame):
    """The live figures at once; charts over many answers when they are first seen."""

    def __init__(self, session: Session, chat: ChatController) -> None:
        """Show the live figures."""
        super().__init__()
        self._session, self._chat = session, chat
        self.setProperty("side", "right")
        theme = session.theme
        self.setFixedWidth(theme.px(WIDTH_PX))
        content, self._column = column(theme, gap=12)
        self._column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        self.live = LiveFigures(theme, chat)
        self._column.addWidget(self.live)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))
        self.charts: CostCharts | None = None
        self._timer = QTimer(self, singleShot=True, interval=HISTORY_MS)
        self._timer.timeout.connect(self._read_history)
        chat.opened.connect(self._show_conversation)
        chat.turn_added.connect(self._show_conversation)
        session.tables_changed.connect(self._on_tables_changed)

    def entered(self) -> None:
        """The page is shown: make the charts a moment later, so that it is painted first."""
        if self.charts is None:
            QTimer.singleShot(0, self, self._make_charts)
        else:
            self._timer.start()

    def _make_charts(self) -> None:
        if self.charts is None:
            from o1desk.gui.pages.chat.cost_charts import CostCharts

            self.charts = CostCharts(self._session.theme)
            self._column.insertWidget(1, self.charts)
            self._show_conversation()
            self._read_history()

    def _show_conversation(self) -> None:
        if self.charts is not None:
            self.charts.show_conversation(self._chat.path())

    def _read_history(self) -> None:
        store = self._session.store
        self._session.ops.read(lambda: loading.history(store), self._on_history)

    def _on_history(self, costs: list[tuple[Efficiency, str]]) -> None:
        if self.charts is not None:
            self.charts.show_history(costs)

    def _on_tables_changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES and self.isVisible():
            self._timer.start()
