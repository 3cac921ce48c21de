"""What the loop came to: accuracy before and after, and the two curves that made o1 famous."""

from typing import Any

import numpy as np
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from o1desk.gui.charts.line import LineChart
from o1desk.gui.icons import icon
from o1desk.gui.pages.overview.result_details import ResultDetails
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text, local_time
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, chip, label

CHART_PX = 230
ICON_PX = 14


class ResultCard(Card):
    """Before and after with their intervals, both curves, and where to go from here.

    Attributes:
        result: What is shown.
    """

    def __init__(self, session: Session, result: dict[str, Any]) -> None:
        """Show a result.

        Args:
            session: The session.
            result: From `loop_result.as_json`.
        """
        super().__init__(session.theme, self.tr("What the last loop came to"))
        self._session, self.result = session, result
        theme = session.theme
        self.head.addWidget(chip(local_time(str(result.get("ended", "")))))
        self.head.addWidget(chip(duration_text(float(result["seconds"]))))
        self.body.addLayout(self._figures(theme))
        self.body.addWidget(self._sentence())
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        self.training = self._training_curve(theme)
        self.thinking = self._thinking_curve(theme)
        for column, chart in enumerate((self.training, self.thinking)):
            chart.setMinimumHeight(theme.px(CHART_PX))
            grid.addWidget(chart, 0, column)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.details = ResultDetails(theme, result)
        self.details.hide()
        self.body.addWidget(self.details)
        self.body.addLayout(self._ways_on(theme))

    def _figures(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(24))
        before = self._figure(self.tr("Before training"), self.result["before"], "")
        line.addLayout(before)
        line.addWidget(label("\u2192", "figure", tone="accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        after = self.result["after"]
        is_better = after["pass_at_1"] > self.result["before"]["pass_at_1"]
        tone = "good" if is_better else ""
        line.addLayout(self._figure(self.tr("After training"), after, tone))
        line.addSpacing(theme.px(24))
        line.addLayout(self._gain())
        line.addStretch(1)
        return line

    def _gain(self) -> QVBoxLayout:
        rates = (self.result[name]["pass_at_1"] for name in ("before", "after"))
        before, after = (float(rate) for rate in rates)
        points = QLocale().toString(100 * abs(after - before), "f", 1)
        sign = "+" if after >= before else "\u2212"
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(self.tr("Gain"), "small"))
        column.addWidget(label(f"{sign}{points}", "figure"))
        column.addWidget(label(self.tr("percentage points"), "small"))
        return column

    def _figure(self, title: str, measured: dict[str, Any], tone: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(title, "small"))
        column.addWidget(label(_percent(measured["pass_at_1"]), "figure", tone=tone))
        low, high = measured["ci95"]
        interval = self.tr("95 % interval {low} to {high}").format(
            low=_percent(low), high=_percent(high)
        )
        shown = label(interval, "small")
        shown.setToolTip(
            self.tr(
                "Wilson interval: had other problems of the same kind been drawn, the rate would "
                "lie in here 95 times out of 100."
            )
        )
        column.addWidget(shown)
        return column

    def _sentence(self) -> QWidget:
        before, after = self.result["before"]["ci95"], self.result["after"]["ci95"]
        measured = self.tr(
            "Measured on {n} problems that were kept aside, one sampled answer each."
        ).format(n=QLocale().toString(int(self.result["after"]["n"])))
        if before[1] < after[0]:
            judged = self.tr("The intervals do not overlap: the gain is real.")
        elif after[1] < before[0]:
            judged = self.tr("The intervals do not overlap: the model got worse.")
        else:
            judged = self.tr("The intervals overlap: run it longer to be sure of a change.")
        return label(f"{measured} {judged}", "muted", is_wrapped=True)

    def _training_curve(self, theme: Theme) -> LineChart:
        chart = LineChart(theme, title=self.tr("Accuracy against training"), percent=True)
        chart.set_x_title(self.tr("training steps"))
        rows = self.result["train_curve"]
        if rows:
            table = np.asarray([row[:4] for row in rows], dtype=float).T
            chart.set_series(
                "heldout", table[0], table[1], title=self.tr("held-out problems"),
                low=table[2], high=table[3], points=True,
            )  # fmt: skip
        chart.set_empty_text(self.tr("The training was too short to be measured on the way"))
        return chart

    def _thinking_curve(self, theme: Theme) -> LineChart:
        title = self.tr("Accuracy against thinking at answer time")
        chart = LineChart(theme, title=title, percent=True)
        chart.set_x_title(self.tr("chains sampled, majority vote"))
        for color, (key, words) in enumerate(
            (("vote_after", self.tr("after")), ("vote_before", self.tr("before")))
        ):
            rows = self.result[key]
            if rows:
                table = np.asarray(rows, dtype=float).T
                chart.set_series(
                    key, table[0], table[1], title=words, low=table[2], high=table[3],
                    color=color, points=True,
                )  # fmt: skip
        return chart

    def _ways_on(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(button(self.tr("Chat with the trained model"), self._chat, kind="primary"))
        line.addWidget(button(self.tr("See the training run"), self._train))
        line.addWidget(button(self.tr("See its answers"), self._answers))
        line.addStretch(1)
        if self.details.rows:
            self._more = button(self.tr("By environment"), self._toggle_details, kind="quiet")
            self._more.setIcon(icon(theme, "chevron-down", size=ICON_PX))
            self._more.setIconSize(QSize(theme.px(ICON_PX), theme.px(ICON_PX)))
            line.addWidget(self._more)
        return line

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())
        name = "chevron-down" if self.details.isHidden() else "chevron-up"
        self._more.setIcon(icon(self._session.theme, name, size=ICON_PX))

    def _chat(self) -> None:
        self._session.open("chat", model=f"starter@{self.result['run']}")

    def _train(self) -> None:
        self._session.open("train", run=self.result["run"])

    def _answers(self) -> None:
        self._session.open("data", run=self.result["run"])


def _percent(rate: float) -> str:
    return f"{100 * rate:.1f} %"
