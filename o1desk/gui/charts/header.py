"""The title row of a chart: title, the number that matters, and a legend only for several lines.

Painted, not made of labels: the row is redrawn with every movement of the crosshair, and text
that came from a model stays plain.
"""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from o1desk.gui.charts.legend import ELIDE, MIDDLE, Legend, LegendEntry, figures
from o1desk.gui.theme import Theme


class ChartHeader(QWidget):
    """Title left, readout right, legend below.

    Signals:
        entry_clicked: Name of the series whose legend entry was clicked.
    """

    entry_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._readout = ""
        self._is_small = False
        self._legend = Legend(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._arrange()

    def title(self) -> str:
        """Return the title."""
        return self._title

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title = title
        self._arrange()

    def readout(self) -> str:
        """Return the text at the right."""
        return self._readout

    def set_readout(self, text: str, *, is_small: bool = False) -> None:
        """Change the text at the right of the title."""
        self._is_small = is_small
        if text != self._readout:
            shown = bool(text) == bool(self._readout)
            self._readout = text
            self.update() if shown else self._arrange()

    def legend(self) -> list[LegendEntry]:
        """Return the legend, empty when it is not shown."""
        return self._legend.entries

    def slots(self) -> list[QRect]:
        """Return where the entries of the legend stand."""
        return self._legend.slots

    def set_legend(self, entries: list[LegendEntry]) -> None:
        """Show these lines."""
        if entries != self._legend.entries:
            self._legend.entries = entries
            self._arrange()

    def set_values(self, values: dict[str, tuple[str, bool]]) -> None:
        """Change the numbers in the legend without moving anything.

        Args:
            values: Text and whether it is stale, by name of the series.
        """
        self._legend.set_values(values)
        self.update()

    # --- layout ---

    def _title_font(self) -> QFont:
        return self._theme.font("body", bold=True)

    def _arrange(self) -> None:
        px = self._theme.px
        has_row = bool(self._title or self._readout)
        top = QFontMetrics(self._title_font()).height() if has_row else 0
        self._legend.place(top + (px(4) if has_row else 0), self.width())
        height = max([top, *(slot.bottom() + 1 for slot in self._legend.slots)])
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        self.update()

    def _on_theme_changed(self) -> None:
        self._legend.forget_sizes()
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    # --- painting ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter)
        self._legend.paint(painter)

    def _paint_title(self, painter: QPainter) -> None:
        font = self._title_font()
        metrics = QFontMetrics(font)
        row = QRect(0, 0, self.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(row, MIDDLE, metrics.elidedText(self._title, ELIDE, row.width()))
        used = metrics.horizontalAdvance(self._title)
        room = row.width() - used - self._theme.px(12)
        font = figures(self._theme.font("small" if self._is_small else "body"))
        metrics = QFontMetrics(font)
        if room < metrics.horizontalAdvance("00.00"):
            return
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        text = metrics.elidedText(self._readout, ELIDE, room)
        painter.drawText(row, MIDDLE | Qt.AlignmentFlag.AlignRight, text)

    # --- mouse ---

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        name = self._legend.name_at(event.position().toPoint())
        if name is not None and event.button() == Qt.MouseButton.LeftButton:
            self.entry_clicked.emit(name)
        else:
            super().mouseReleaseEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._legend.name_at(event.position().toPoint()) is not None)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            wide = QFontMetrics(self._title_font()).horizontalAdvance(self._title)
            if wide > self.width() and event.y() < self._legend.row_height():
                QToolTip.showText(event.globalPos(), escaped(self._title), self)
                return True
        return super().event(event)


def escaped(text: str) -> str:
    """Return text that a tool tip shows as it is, never as markup."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{safe}</span>"
