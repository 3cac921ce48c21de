"""Cost over many answers: along this conversation, and over all chats by verdict.

This module draws with pyqtgraph and is imported when the figures are first shown.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.core.leaves import Efficiency
from o1desk.gui.charts.line import LineChart
from o1desk.gui.charts.scatter import ScatterChart
from o1desk.gui.charts.ticks import TOKENS
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import label

HEIGHT_PX = 168
COLORS = {"correct": 2, "incorrect": 1, "": 7}


class CostCharts(QWidget):
    """Two cards of charts."""

    def __init__(self, theme: Theme) -> None:
        """Make empty charts."""
        super().__init__()
        self.speed = LineChart(theme, title=self.tr("Decode speed"), unit=self.tr("tok/s"))
        self.thinking = LineChart(theme, title=self.tr("Thinking"), unit=self.tr("tokens"))
        self.history = ScatterChart(
            theme, title=self.tr("Time against tokens"), unit=self.tr("s"), x_kind=TOKENS
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        here = Card(theme)
        here.body.addWidget(label(self.tr("This conversation"), "lead"))
        for chart, why in (
            (self.speed, self.tr("Tokens after the first over their time, answer by answer")),
            (self.thinking, self.tr("Tokens of the thinking, answer by answer")),
        ):
            chart.setFixedHeight(theme.px(HEIGHT_PX))
            chart.setToolTip(why)
            chart.set_x_title(self.tr("answer"))
            chart.set_empty_text(self.tr("One point per answer appears here"))
            here.body.addWidget(chart)
        everywhere = Card(theme)
        everywhere.body.addWidget(label(self.tr("All chats"), "lead"))
        self.history.setFixedHeight(theme.px(HEIGHT_PX + 40))
        self.history.setToolTip(
            self.tr("Each answer: its tokens, its wall time, and whether it was right")
        )
        self.history.set_x_title(self.tr("tokens"))
        self.history.set_empty_text(self.tr("One dot per answer appears here"))
        everywhere.body.addWidget(self.history)
        layout.addWidget(here)
        layout.addWidget(everywhere)

    def show_conversation(self, path: Sequence[Turn]) -> None:
        """Draw the answers that are shown in the transcript."""
        costs = [turn.cost for turn in path if turn.is_answer and turn.cost is not None]
        numbers = np.arange(1, len(costs) + 1, dtype=np.float64)
        rates = [np.nan if cost.decode_tps is None else cost.decode_tps for cost in costs]
        thinking = [float(cost.tokens_thinking) for cost in costs]
        self.speed.set_series("speed", numbers, rates, points=True, color=0)
        self.thinking.set_series("thinking", numbers, thinking, points=True, color=3)

    def show_history(self, costs: Sequence[tuple[Efficiency, str]]) -> None:
        """Draw the answers of all chats; what nobody could check has a cloud of its own."""
        titles = {
            "correct": self.tr("right"),
            "incorrect": self.tr("wrong"),
            "": self.tr("not checked"),
        }
        for judgement, title in titles.items():
            mine = [cost for cost, judged in costs if _kind(judged) == judgement]
            if not mine:
                self.history.remove_points(title)
                continue
            self.history.set_points(
                title,
                [float(cost.tokens_thinking + cost.tokens_answer) for cost in mine],
                [cost.seconds for cost in mine],
                color=COLORS[judgement],
            )


def _kind(judgement: str) -> str:
    return judgement if judgement in ("correct", "incorrect") else ""
