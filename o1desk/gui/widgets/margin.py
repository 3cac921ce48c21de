"""The edges of a block of thinking: a line to press on, and a window on the last lines."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.text_block import LEADING, TextBlock

MARGIN_PX, LINE_PX = 20, 2
LAST_LINES = 3


class Margin(QWidget):
    """A line along the left edge that can be pressed anywhere; the header does it by key.

    Signals:
        pressed: Somebody pressed it.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, tip: str, parent: QWidget | None = None) -> None:
        """Make a margin.

        Args:
            theme: The look.
            tip: What a press does.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(MARGIN_PX), self._theme.px(MARGIN_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(MARGIN_PX), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent" if self.underMouse() else "border_strong"))
        width = self._theme.px(LINE_PX)
        line = QRectF((self.width() - width) / 2, 0, width, self.height())
        painter.drawRoundedRect(line, width / 2, width / 2)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class LastLines(QWidget):
    """The last three lines of a text that grows; the newest line is always in view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty window.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._block: TextBlock | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_text(self, text: str) -> None:
        """Show the end of a text."""
        if text != self._text:
            self._text = text
            self._lay_out()

    def text(self) -> str:
        """Return the text whose end is shown."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        pitch = self.fontMetrics().height() * (1 + LEADING)
        return QSize(self._theme.px(200), round(LAST_LINES * pitch + 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._block is not None:
            painter = QPainter(self)
            painter.setPen(self._theme.color("muted"))
            self._block.paint(painter, 0.0, 0.0, QRectF(self.rect()))
            painter.end()

    def _lay_out(self) -> None:
        self._block = TextBlock(
            self._text, self._theme.font(), self.width(), most_lines=LAST_LINES, is_tail=True
        )
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._lay_out()
