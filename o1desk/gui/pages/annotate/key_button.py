"""A button that shows its key: a sign, a word, and a small keycap at the right end."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)
from typing_extensions import override

from o1desk.gui.theme import Theme

PAD, GAP, CAP_PAD, CAP = 10, 8, 5, 18  # pixels at 100 %


class KeyButton(QPushButton):
    """A word with its key."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        pressed: Callable[[], None] | None = None,
        *,
        kind: str = "",
        sign: str = "",
        tone: str = "",
    ) -> None:
        """Make a button without a key; `set_key` gives it one.

        Args:
            theme: The look.
            text: A verb, or the word of a rating.
            pressed: Called when it is pressed; a bound method of a QObject.
            kind: primary, quiet, or "" for the usual one.
            sign: A character before the word.
            tone: Colour of the sign, and of the button while it is checked.
        """
        super().__init__(text)
        self._theme, self._sign, self._tone = theme, sign, tone
        self._key = ""
        self._asked = 0
        self.setProperty("kind", kind)
        self.setProperty("rate", tone)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if pressed is not None:
            self.clicked.connect(pressed)

    def set_face(self, text: str, sign: str, tone: str) -> None:
        """Show another word, sign and tone."""
        self.setText(text)
        self.setAccessibleName(text)
        self._sign, self._tone = sign, tone
        self.updateGeometry()
        self.update()

    def set_width(self, width: int) -> None:
        """Ask for a width, in pixels; where there is less room the key is left out."""
        self._asked = width
        self.updateGeometry()

    def set_key(self, key: str, tip: str = "") -> None:
        """Show another key; the tip may name further ones."""
        self._key = key
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = self.minimumSizeHint()
        if self._key:
            size.setWidth(size.width() + self._theme.px(GAP) + self._cap_width())
        return size.expandedTo(QSize(self._asked, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        px = self._theme.px
        width = 2 * px(PAD) + self._word().horizontalAdvance(self.text())
        return QSize(width + (px(CAP) if self._sign else 0), px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        left, right = float(px(PAD)), float(self.width() - px(PAD))
        cap = self._theme.px(GAP) + self._cap_width()
        if self._key and self.width() >= self.minimumSizeHint().width() + cap:
            right -= self._cap_width()
            self._paint_cap(painter, QRectF(right, (self.height() - px(CAP)) / 2, 0, px(CAP)))
            right -= px(GAP)
        if self._sign:
            painter.setFont(self._theme.font(bold=True))
            painter.setPen(self._ink(self._tone))
            self._draw(painter, left, px(CAP), self._sign)
            left += px(CAP)
        painter.setFont(self.font())
        painter.setPen(self._ink(""))
        self._draw(painter, left, right - left, self.text())

    def _draw(self, painter: QPainter, left: float, width: float, words: str) -> None:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, width, self.height()), align, words)

    def _paint_cap(self, painter: QPainter, rect: QRectF) -> None:
        rect.setWidth(self._cap_width())
        ink = self._ink("") if self._is_filled() or self.isChecked() else self._quiet_ink()
        edge = QColor(ink)
        edge.setAlphaF(0.45)
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.px(4)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(self._theme.font("small"))
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)

    def _ink(self, tone: str) -> QColor:
        """Return the colour of words, or of a sign with a tone."""
        if not self.isEnabled():
            return self._theme.color("faint")
        if self._is_filled():
            return self._theme.color("on_accent")
        if self.isChecked():
            return self._theme.color(self._tone or "accent")
        return self._theme.color(tone or "text")

    def _quiet_ink(self) -> QColor:
        return self._theme.color("muted" if self.isEnabled() else "faint")

    def _is_filled(self) -> bool:
        return bool(self.property("kind") == "primary" and self.isEnabled())

    def _word(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _cap_width(self) -> int:
        small = QFontMetrics(self._theme.font("small"))
        px = self._theme.px
        return max(px(CAP), small.horizontalAdvance(self._key) + 2 * px(CAP_PAD))
