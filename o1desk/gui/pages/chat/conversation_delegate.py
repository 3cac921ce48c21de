"""Paints a line of the list of conversations."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from o1desk.gui.pages.chat.conversation_model import BUSY_ROLE, TIME_ROLE
from o1desk.gui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class ConversationDelegate(QStyledItemDelegate):
    """Title above, time below; a dot while an answer is being written."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Take the look."""
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        heights = [QFontMetrics(self._theme.font(role)).height() for role in ("body", "small")]
        return QSize(self._theme.px(120), sum(heights) + self._theme.px(16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        theme, rect = self._theme, QRect(option.rect)
        state = option.state
        edge = theme.px(4)
        back = rect.adjusted(edge, 1, -edge, -1)
        token = self._back(state)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if token:
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(back, theme.px(6), theme.px(6))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(back, theme.px(6), theme.px(6))
        self._paint_text(painter, back.adjusted(theme.px(8), theme.px(6), -theme.px(8), 0), index)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        made = QLineEdit(parent)
        made.setMaxLength(200)
        made.setAccessibleName(self.tr("Title"))
        return made

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        rect = QRect(option.rect)
        editor.setGeometry(rect.adjusted(self._theme.px(4), 1, -self._theme.px(4), -1))

    def _back(self, state: QStyle.StateFlag) -> str:
        if state & QStyle.StateFlag.State_Selected:
            return "accent_soft"
        return "hover" if state & QStyle.StateFlag.State_MouseOver else ""

    def _paint_text(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        theme = self._theme
        title, when = theme.font("body"), theme.font("small")
        metrics = QFontMetrics(title)
        if index.data(BUSY_ROLE):
            dot = theme.px(6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(
                rect.right() - dot, rect.top() + (metrics.height() - dot) // 2, dot, dot
            )
            rect = rect.adjusted(0, 0, -2 * dot, 0)
        painter.setFont(title)
        painter.setPen(theme.color("text"))
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)
        below = rect.adjusted(0, metrics.height() + theme.px(1), 0, theme.px(12))
        painter.setFont(when)
        painter.setPen(theme.color("muted"))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(below, flags, str(index.data(TIME_ROLE)))
