"""A thin line over the chain: one segment per step in the colour of its rating."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from typing_extensions import override

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.step_card import MARKS
from o1desk.gui.widgets.timeline import TimelineStrip

HEIGHT_PX = 12


class RatingStrip(TimelineStrip):
    """Where ratings stand in the chain; a press goes to the step."""

    def __init__(self, theme: Theme) -> None:
        """Make an empty strip."""
        super().__init__(theme)
        self._values: dict[int, int] = {}
        self._end = 0
        self.setAccessibleName(self.tr("Ratings of the steps"))

    def show_values(self, values: Mapping[int, int], end: int) -> None:
        """Show ratings.

        Args:
            values: Value of each rated step.
            end: So many steps are to be rated.
        """
        self._values, self._end = dict(values), end
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(HEIGHT_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(HEIGHT_PX))

    @override
    def _color(self, row: int) -> QColor:
        if row in self._values:
            return self._theme.color(MARKS[self._values[row]][1])
        return self._theme.color("border_strong" if row < self._end else "border")
