"""One chart of the Train page on its card, with its title, unit and explanation."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from o1desk.core.metrics import info
from o1desk.gui.charts.line import LineChart
from o1desk.gui.pages.train.chart_plan import Plot, metric_help, metric_title
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label

HEIGHT_PX = 208


class ChartPanel(QFrame):
    """A chart on its card.

    Attributes:
        plot: What it shows.
        names: The metrics that are its lines.
        drawn: Those of them that were drawn.
        is_dirty: Whether there are numbers it has not got.
        filled_s: When it got numbers last, monotonic seconds.
        chart: The chart.
    """

    def __init__(self, theme: Theme, plot: Plot) -> None:
        """Make an empty chart."""
        super().__init__()
        self.setProperty("card", "true")
        self.plot = plot
        self.names: list[str] = []
        self.drawn: set[str] = set()
        self.is_dirty, self.filled_s = True, 0.0
        main = _main_metric(plot)
        metric = info(main)
        title = QCoreApplication.translate("train", plot.title) if plot.title else ""
        unit = QCoreApplication.translate("metrics", metric.unit) if metric.unit else ""
        self.chart = LineChart(
            theme, title=title or metric_title(main), unit=unit, percent=metric.percent
        )
        self.chart.setMinimumHeight(theme.px(HEIGHT_PX))
        self.chart.setToolTip(_help(plot))
        layout = QVBoxLayout(self)
        edge = theme.px(12)
        layout.setContentsMargins(edge, theme.px(8), edge, theme.px(8))
        layout.addWidget(self.chart, 1)
        if plot.note:
            note = label(QCoreApplication.translate("train", plot.note), "small", is_wrapped=True)
            layout.addWidget(note)

    def concerns(self, names: frozenset[str]) -> bool:
        """Return whether new numbers belong here."""
        return bool(names.intersection(self.names))


def _main_metric(plot: Plot) -> str:
    return plot.metrics[0].replace("\\", "")


def _help(plot: Plot) -> str:
    """Return what the lines of a chart mean, one sentence each."""
    named = [metric for metric in plot.metrics if metric.isidentifier()]
    return "\n".join(f"{metric_title(n)}: {metric_help(n)}" for n in named if metric_help(n))
