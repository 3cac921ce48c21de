"""A box for text that nobody vouches for: never rich, exact when copied, quick with long lines."""

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from o1desk.gui.shown import (
    SoftBreaker,
    for_clipboard,
    isolate,
    one_line,
    soft_break,
    stored_between,
    tooltip_text,
    visible_marks,
)
from o1desk.gui.theme import Theme

__all__ = ["PlainText", "isolate", "one_line", "soft_break", "tooltip_text", "visible_marks"]

FLUSH_MS = 40  # text that streams in is painted 25 times a second
SPARE_PX = 1  # without it Qt holds the last line for hidden and scrolls by one
NEAR_END_PX = 64  # who reads further up is left there


class PlainText(QPlainTextEdit):
    """Shows a text as it stands and grows with it up to a number of lines.

    The stored text is kept beside what Qt makes of it: `text` and copies give the stored
    characters, without soft breaks and with every invisible one.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        max_lines: int | None = 12,
        is_mono: bool = False,
        is_framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty box.

        Args:
            theme: The look.
            max_lines: Where growing ends and the box scrolls; None fills the room it is given.
            is_mono: Whether letters have one width.
            is_framed: Whether the box has a frame, as an input has.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._max_lines = max_lines
        self._is_mono = is_mono
        self._stored: list[str] = []
        self._pending: list[str] = []
        self._has_marks = False
        self._breaker = SoftBreaker()
        self._wanted = 0
        if not is_framed:
            self.setProperty("role", "trace")
        self._set_up()
        self._timer = QTimer(self, singleShot=True, interval=FLUSH_MS)
        self._timer.timeout.connect(self.flush)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def text(self) -> str:
        """Return the text exactly as it was given."""
        if len(self._stored) > 1:
            self._stored = ["".join(self._stored)]
        return "".join((*self._stored, *self._pending))

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._timer.stop()
        self._pending.clear()
        self._stored = [text]
        self._breaker = SoftBreaker(has_marks=self._has_marks)
        self.setPlainText("".join(shown for _, shown in self._breaker.feed(text)))
        self._grow()

    def append_text(self, text: str) -> None:
        """Add text that is being written; painted in batches, and the end stays in view."""
        if text:
            self._pending.append(text)
            if not self._timer.isActive():
                self._timer.start()

    def flush(self) -> None:
        """Paint what was appended now."""
        self._timer.stop()
        if not self._pending:
            return
        text = "".join(self._pending)
        self._pending.clear()
        self._stored.append(text)
        follows = self._is_near_end()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("".join(shown for _, shown in self._breaker.feed(text)))
        self._grow()
        if follows:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum())

    def set_mono(self, is_mono: bool) -> None:
        """Choose letters of one width, or the usual ones."""
        if is_mono != self._is_mono:
            self._is_mono = is_mono
            self._on_theme_changed()

    def set_marks_visible(self, has_marks: bool) -> None:
        """Show invisible characters as marks, or not; the stored text stays the same."""
        if has_marks != self._has_marks:
            self._has_marks = has_marks
            at = self.verticalScrollBar().value()
            self.set_text(self.text())
            self.verticalScrollBar().setValue(at)

    def set_max_lines(self, max_lines: int | None) -> None:
        """Change where growing ends."""
        if max_lines != self._max_lines:
            self._max_lines = max_lines
            self._set_policy()
            self._grow()

    def selected_text(self) -> str:
        """Return the stored characters behind the selection."""
        self.flush()
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == 0 and end == self.document().characterCount() - 1:
            return self.text() if end else ""
        return stored_between(self.text(), start, end, has_marks=self._has_marks)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(for_clipboard(self.selected_text()))
        return data

    @override
    def sizeHint(self) -> QSize:
        if self._max_lines is None:
            return super().sizeHint()
        return QSize(self._theme.px(320), self._wanted_height())

    @override
    def minimumSizeHint(self) -> QSize:
        if self._max_lines is None:
            return QSize(self._theme.px(80), self._line_height() * 3)
        return QSize(self._theme.px(80), self._wanted_height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        if bar.minimum() == bar.maximum():
            event.ignore()  # the page scrolls instead
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        marks = menu.addAction(self.tr("Show invisible characters"))
        marks.setCheckable(True)
        marks.setChecked(self._has_marks)
        marks.toggled.connect(self.set_marks_visible)
        menu.popup(event.globalPos())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._set_policy()

    def _set_policy(self) -> None:
        grows = self._max_lines is not None
        height = QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, height)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(mono=self._is_mono))
        self._grow()

    def _is_near_end(self) -> bool:
        bar = self.verticalScrollBar()  # counts lines
        left = (bar.maximum() - bar.value()) * self._line_height()
        return left <= self._theme.px(NEAR_END_PX)

    def _line_height(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _most_height(self) -> int:
        return self._line_height() * (self._max_lines or 1)

    def _content_height(self) -> float:
        """Return the height of the text; looks no further than the box can grow."""
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height <= self._most_height():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return max(height, self._line_height())

    def _wanted_height(self) -> int:
        frame = self.height() - self.viewport().height()
        return math.ceil(min(self._content_height(), self._most_height())) + frame + SPARE_PX

    def _grow(self) -> None:
        """Ask for another height if the text needs one."""
        if self._max_lines is None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            return
        overflows = self._content_height() > self._most_height()
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if overflows
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        wanted = self._wanted_height()
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()
