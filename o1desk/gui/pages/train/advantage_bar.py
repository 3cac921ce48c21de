"""A signed bar: how strongly an answer was learned, and in which direction."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from o1desk.gui.theme import Theme

WIDTH_PX, HEIGHT_PX, BAR_PX = 56, 24, 8
TICK = 1.8  # height of the middle, in heights of the bar


class AdvantageBar(QWidget):
    """Red to the left of the middle, green to its right."""

    def __init__(self, theme: Theme, value: float, largest: float) -> None:
        """Show an advantage.

        Args:
            theme: The look.
            value: The advantage, dimensionless.
            largest: The largest magnitude in the group; it fills half the bar.
        """
        super().__init__()
        self._theme, self._value = theme, value
        self._share = 0.0 if largest <= 0 else max(-1.0, min(1.0, value / largest))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        text = self.text()
        self.setAccessibleName(self.tr("Advantage {value}").format(value=text))
        self.setToolTip(
            self.tr(
                "Advantage {value}: how much better than the other answers to this problem. Right "
                "of the middle is made likelier, left of it rarer."
            ).format(value=text)
        )

    def text(self) -> str:
        """Return the advantage with its sign."""
        sign = "+" if self._value > 0 else ""
        return sign + QLocale().toString(self._value, "f", 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH_PX), self._theme.px(HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = float(self._theme.px(BAR_PX))
        top = (self.height() - height) / 2
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), height), height / 2, height / 2)
        middle, length = self.width() / 2, abs(self._share) * self.width() / 2
        painter.setBrush(self._theme.color("good" if self._share > 0 else "bad"))
        left = middle if self._share > 0 else middle - length
        painter.drawRoundedRect(QRectF(left, top, length, height), height / 2, height / 2)
        painter.setBrush(self._theme.color("border_strong"))
        tick = height * TICK
        painter.drawRect(QRectF(middle - 0.5, (self.height() - tick) / 2, 1, tick))
