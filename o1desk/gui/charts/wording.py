"""How one chart writes its numbers and positions."""

import math
from dataclasses import dataclass

from o1desk.gui.charts.legend import LegendEntry
from o1desk.gui.charts.lines import Lines
from o1desk.gui.charts.series import Series
from o1desk.gui.charts.ticks import CLOCK, SECONDS, STEP, format_value, format_x
from o1desk.gui.theme import Theme


@dataclass(slots=True)
class Wording:
    """Units of a chart.

    Attributes:
        unit: Of the values.
        percent: Whether values are shares in [0, 1], written in per cent.
        x_kind: What x counts, one of `ticks.X_KINDS`.
        x_title: Name of the horizontal axis, e.g. "step".
    """

    unit: str = ""
    percent: bool = False
    x_kind: str = STEP
    x_title: str = ""

    def number(self, value: float) -> str:
        """Return a value with its unit."""
        return format_value(value, unit=self.unit, percent=self.percent)

    def bare(self, value: float) -> str:
        """Return a value without its unit, for places where the unit stands beside."""
        return format_value(value, percent=self.percent)

    def heading(self) -> str:
        """Return the unit where values are written bare."""
        return "" if self.percent else self.unit

    def place(self, x: float) -> str:
        """Return a position in words: "step 120", or a time, which says what it is."""
        text = format_x(x, self.x_kind)
        return text if self.x_kind in (SECONDS, CLOCK) else f"{self.x_title} {text}".strip()

    def value_of(self, series: Series, at: int) -> str:
        """Return the bare value of the n-th point of a line."""
        return self.bare(float(series.y[at]) if 0 <= at < len(series.y) else math.nan)

    def readout(self, series: Series, cross: float | None) -> str:
        """Return what stands beside the title of a single line: its last or pointed-at value."""
        at = series.last() if cross is None else series.nearest(cross)
        if at < 0:
            return ""
        text = self.number(float(series.y[at]))
        if cross is None:
            return text
        if series.low is not None and series.high is not None:
            low, high = float(series.low[at]), float(series.high[at])
            text = f"{text}  ({self.bare(low)} - {self.bare(high)})"
        return f"{self.place(float(series.x[at]))}  ·  {text}"

    def legend(self, lines: Lines, theme: Theme) -> list[LegendEntry]:
        """Return the legend with last values; a single line needs none."""
        if len(lines) < 2:
            return []
        return [
            LegendEntry(
                name=name,
                title=series.title,
                value=self.value_of(series, series.last()),
                color=theme.series(series.color),
                dashed=series.dashed,
                off=not lines.is_on(name),
            )
            for name, series in lines.all().items()
        ]

    def values_at(self, lines: Lines, cross: float | None) -> dict[str, tuple[str, bool]]:
        """Return value and whether it is from another step, by name; last values without a step."""
        values: dict[str, tuple[str, bool]] = {}
        for name, series in lines.all().items():
            at = series.last() if cross is None else series.nearest(cross)
            stale = cross is not None and at >= 0 and float(series.x[at]) != cross
            values[name] = (self.value_of(series, at), stale)
        return values
