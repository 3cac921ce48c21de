"""The lines of one chart as data: what is there, what is shown, what stands at a position."""

import math
from collections.abc import Iterator

import numpy as np

from o1desk.gui.charts.decimate import Floats, thin
from o1desk.gui.charts.ranges import Range, padded, spread
from o1desk.gui.charts.series import Drawn, Series


class Lines:
    """Series by name, in order.

    Attributes:
        weight: Smoothing, 0 to 0.99.
        log: Whether values are drawn as their logarithms.
        clip: Whether the value axis ignores outliers.
    """

    def __init__(self) -> None:
        self._series: dict[str, Series] = {}
        self._off: set[str] = set()
        self.weight = 0.0
        self.log = False
        self.clip = False

    def __len__(self) -> int:
        return len(self._series)

    def all(self) -> dict[str, Series]:
        """Return every line by name."""
        return self._series

    def on(self) -> dict[str, Series]:
        """Return the lines that are switched on and have points."""
        return {n: s for n, s in self._series.items() if n not in self._off and len(s.x)}

    def is_on(self, name: str) -> bool:
        """Return whether a line is switched on."""
        return name not in self._off

    def toggle(self, name: str) -> None:
        """Switch a line off or on."""
        self._off ^= {name}

    def put(self, name: str, series: Series) -> None:
        """Add a line or replace it."""
        self._series[name] = series

    def remove(self, name: str) -> bool:
        """Take a line away; return whether it was there."""
        self._off.discard(name)
        return self._series.pop(name, None) is not None

    def has_data(self) -> bool:
        """Return whether any line has a point."""
        return any(len(series.x) for series in self._series.values())

    def color_for(self, name: str) -> int:
        """Return the colour of a line, or the first free one for a new line."""
        if name in self._series:
            return self._series[name].color
        used = {series.color for series in self._series.values()}
        return next(i for i in range(len(used) + 1) if i not in used)

    def extent(self) -> Range | None:
        """Return the smallest and largest x, or None without data."""
        ends = [(float(s.x[0]), float(s.x[-1])) for s in self._series.values() if len(s.x)]
        return (min(e[0] for e in ends), max(e[1] for e in ends)) if ends else None

    def step_near(self, x: float) -> float:
        """Return the measured position nearest to `x`, or `x` without any."""
        found = [float(s.x[s.nearest(x)]) for s in self.on().values()]
        gaps = [abs(at - x) for at in found]
        return found[gaps.index(min(gaps))] if found else x

    def step_after(self, x: float, direction: int) -> float:
        """Return the measured position next to `x` to the right (1) or left (-1), or `x`."""
        ahead = []
        for series in self.on().values():
            at = np.searchsorted(series.x, x, side="right" if direction > 0 else "left")
            at = at if direction > 0 else at - 1
            if 0 <= at < len(series.x):
                ahead.append(float(series.x[at]))
        if not ahead:
            return x
        return min(ahead) if direction > 0 else max(ahead)

    def value_range(self, shown: Range, *, percent: bool) -> Range:
        """Return how far the value axis reaches for a stretch of positions."""
        columns = [
            self.scaled(column[series.between(*shown)])
            for series in self.on().values()
            for column in (series.y, series.low, series.high)
            if column is not None
        ]
        found = spread(columns, clip=self.clip)
        if found is None:
            return (0.0, 1.0)
        return padded(found, percent=percent and not self.log, log=self.log)

    def scaled(self, values: Floats) -> Floats:
        """Return values as they are drawn: themselves, or their decimal logarithms."""
        if not self.log:
            return values
        return np.log10(values, where=values > 0, out=np.full(len(values), np.nan))

    def drawn(self, name: str, shown: Range, limit: int) -> Drawn:
        """Return what to draw of a line between two positions, in about `limit` points."""
        series = self._series[name]
        part = series.between(*shown) if self.is_on(name) else slice(0, 0)
        x = series.x[part]
        smooth = band = None
        smoothed = series.smoothed(self.weight)
        if smoothed is not series.y:
            smooth = thin(x, self.scaled(smoothed[part]), limit // 2)
        if series.low is not None and series.high is not None:
            low, high = self.scaled(series.low[part]), self.scaled(series.high[part])
            both = np.isfinite(low) & np.isfinite(high)
            low, high = np.where(both, low, np.nan), np.where(both, high, np.nan)
            band = (*thin(x, low, limit), *thin(x, high, limit))
        raw_x, raw_y = thin(x, self.scaled(series.y[part]), limit)
        return Drawn(x=raw_x, y=raw_y, smooth=smooth, band=band, points=series.points)

    def gaps(self, shown: Range) -> Iterator[float]:
        """Yield the positions of values that are not finite."""
        for series in self.on().values():
            part = series.between(*shown)
            yield from series.x[part][~np.isfinite(series.y[part])].tolist()

    def places_at(self, x: float) -> Iterator[tuple[float, float, int]]:
        """Yield position, drawn value and colour of the measured points nearest to `x`."""
        for series in self.on().values():
            at = series.nearest(x)
            value = float(self.scaled(series.y[at : at + 1])[0])
            if math.isfinite(value):
                yield float(series.x[at]), value, series.color

    def ends(self, shown: Range) -> Iterator[tuple[float, float, int]]:
        """Yield position, drawn value and colour of the end of every line that is in sight."""
        for series in self.on().values():
            at = series.last()
            if at >= 0 and shown[0] <= series.x[at] <= shown[1]:
                value = float(self.scaled(series.smoothed(self.weight)[at : at + 1])[0])
                if math.isfinite(value):
                    yield float(series.x[at]), value, series.color

    def table(self, x_heading: str) -> list[list[str]]:
        """Return all points as rows of text, one row for every position."""
        series = list(self._series.values())
        headings, columns = [x_heading], []
        for line in series:
            headings.append(line.title)
            columns.append((line.x, line.y))
            if line.low is not None and line.high is not None:
                headings += [f"{line.title} ≥", f"{line.title} ≤"]
                columns += [(line.x, line.low), (line.x, line.high)]
        steps = np.unique(np.concatenate([x for x, _ in columns])) if columns else np.empty(0)
        cells = [_text(steps)]
        for x, y in columns:
            whole = np.full(len(steps), np.nan)
            whole[np.searchsorted(steps, x)] = y
            cells.append(_text(whole))
        return [headings, *(list(row) for row in zip(*cells, strict=True))]


def _text(values: Floats) -> list[str]:
    return [f"{value:.10g}" if math.isfinite(value) else "" for value in values.tolist()]
