"""Paints the cells of a table: plain text in tones, verdicts as chips, shares as bars."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from o1desk.gui.models.columns import Cell
from o1desk.gui.models.table_model import PagedTable
from o1desk.gui.models.verdicts import Face, face_of
from o1desk.gui.theme import Theme

# Pixels at 100 %.
PAD, CHIP_PAD, CHIP_HEIGHT, BAR_HEIGHT, BAR_WIDTH, MARKER = 8, 8, 20, 6, 96, 3
WIDEST_LETTER = 1.1  # of the size of the font; what is surely short needs no measuring
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints every cell by itself, so that no text is ever read as markup.

    Attributes:
        hovered_row: Row under the pointer; -1 for none.
        current_row: Row the keys move; -1 for none.
        first_column: The column that shows the marker of the current row.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Paint with a theme.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self.hovered_row = self.current_row = -1
        self.first_column = 0
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(self._theme))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PagedTable):
            return
        row, number = index.row(), index.column()
        column, cell = model.columns[number], model.cell(row, number)
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option, row, number)
        inner = rect.adjusted(self._pad, 0, -self._pad, 0)
        if not cell.is_there or column.look == "text":
            painter.setFont(self._mono if column.is_mono else self._font)
            painter.setPen(self._color(cell.tone))
            self._draw(painter, inner, cell.text, column.align)
        elif column.look == "verdict":
            self._paint_chip(painter, inner, face_of(cell.text))
        else:
            self._paint_bar(painter, inner, cell)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, row: int, number: int
    ) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._color("accent_soft"))
        elif row == self.hovered_row:
            painter.fillRect(rect, self._color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._color("border"))
        is_marked = row == self.current_row and number == self.first_column
        if is_marked and state & QStyle.StateFlag.State_Active:
            width = self._theme.px(MARKER)
            painter.fillRect(rect.left(), rect.top(), width, rect.height(), self._color("accent"))

    def _paint_bar(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        px = self._theme.px
        number_width = min(self._number_width, rect.width())
        number = QRect(rect.right() - number_width + 1, rect.top(), number_width, rect.height())
        painter.setFont(self._font)
        painter.setPen(self._color(cell.tone))
        self._draw(painter, number, cell.text, "right")
        width = min(number.left() - rect.left() - self._pad, px(BAR_WIDTH))
        if cell.share is None or width < px(2 * PAD):
            return
        top = rect.center().y() - px(BAR_HEIGHT) / 2 + 1
        bar = QRectF(number.left() - self._pad - width, top, width, px(BAR_HEIGHT))
        _pill(painter, bar, self._color("border"))
        bar.setWidth(bar.width() * min(max(cell.share, 0.0), 1.0))
        if bar.width() > 0:
            bar.setWidth(max(bar.width(), bar.height()))
            _pill(painter, bar, self._color("accent" if cell.tone == "text" else cell.tone))

    def _paint_chip(self, painter: QPainter, rect: QRect, face: Face) -> None:
        pad = self._theme.px(CHIP_PAD)
        words = f"{face.sign} {face.words}"
        width = self._small_metrics.horizontalAdvance(words) + 2 * pad
        if width > rect.width():
            words = face.sign
            width = min(self._small_metrics.horizontalAdvance(words) + 2 * pad, rect.width())
        height = self._theme.px(CHIP_HEIGHT)
        chip = QRectF(rect.left(), rect.center().y() - height / 2 + 1, width, height)
        if face.tone == "plain":
            chip.moveLeft(rect.left() - pad)  # words without a chip begin at the edge
        else:
            _pill(painter, chip, self._color(f"{face.tone}_soft"))
        painter.setFont(self._small)
        painter.setPen(self._color("muted" if face.tone == "plain" else face.tone))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

    def _draw(self, painter: QPainter, rect: QRect, text: str, align: str) -> None:
        """Paint one line in the painter's font, cut at the end if it is too long."""
        font = painter.font()
        is_short = text.isascii() and len(text) * font.pixelSize() * WIDEST_LETTER <= rect.width()
        if not is_short:
            metrics = self._mono_metrics if font == self._mono else self._metrics
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _FLAGS[align], text)

    def _color(self, name: str) -> QColor:
        color = self._colors.get(name)
        if color is None:
            color = self._colors[name] = self._theme.color(name)
        return color

    def _on_theme_changed(self) -> None:
        self._colors: dict[str, QColor] = {}
        self._font: QFont = self._theme.font()
        self._mono: QFont = self._theme.font(mono=True)
        self._small: QFont = self._theme.font("small")
        self._metrics = QFontMetrics(self._font)
        self._mono_metrics = QFontMetrics(self._mono)
        self._small_metrics = QFontMetrics(self._small)
        self._number_width = self._metrics.horizontalAdvance("-0.000")
        self._pad = self._theme.px(PAD)


def row_height(theme: Theme) -> int:
    """Return the height of a row in pixels, from the font."""
    return QFontMetrics(theme.font()).height() + theme.px(2 * PAD)


def _pill(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = min(rect.width(), rect.height()) / 2
    painter.drawRoundedRect(rect, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


_FLAGS = {
    side: int(flag | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine.value
    for side, flag in {
        "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
        "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
        "center": Qt.AlignmentFlag.AlignHCenter,
    }.items()
}
