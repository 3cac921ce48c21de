"""A finished text as limited Markdown: loads nothing, opens nothing, hides nothing."""

import math
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from o1desk.gui.markdown import keeps_words, safe_markdown
from o1desk.gui.shown import shown_text
from o1desk.gui.theme import Theme

LINE_HEIGHT = 130.0  # percent
MAX_LINES = 40
LARGER_HEADINGS = 2  # levels above body size


class RenderedText(QTextBrowser):
    """Shows Markdown without markup of any other kind.

    Signals:
        link_asked: Host and address of a web link that was pressed; nothing is opened here.
    """

    link_asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._wanted = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.changed.connect(self._on_theme_changed)

    def set_text(self, text: str) -> bool:
        """Render a text that `is_worth_rendering` let through.

        Returns:
            Whether every word is still there; if not, show the text as it stands instead.
        """
        self._text = text
        document = self.document()
        document.setDefaultFont(self._theme.font())
        document.setIndentWidth(self._theme.px(20))
        document.setMarkdown(
            safe_markdown(shown_text(text)),
            QTextDocument.MarkdownFeature.MarkdownNoHTML
            | QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
        )
        self._dress()
        self._grow()
        return keeps_words(text, document.toPlainText())

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        # Qt would look for the file by itself if it got nothing, or nothing that is a picture.
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(Qt.GlobalColor.transparent)
        return empty

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._wanted_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._wanted_height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()  # the page scrolls instead
        else:
            super().wheelEvent(event)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https") and url.isValid() and url.host():
            self.link_asked.emit(
                url.host(), url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
            )

    def _on_theme_changed(self) -> None:
        self.set_text(self._text)

    def _wanted_height(self) -> int:
        most = self.fontMetrics().lineSpacing() * MAX_LINES
        return min(math.ceil(self.document().size().height()), most) + 2 * self.frameWidth()

    def _grow(self) -> None:
        wanted = self._wanted_height()
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()

    def _dress(self) -> None:
        """Give paragraphs, code and tables the look of the window."""
        for child in self.document().rootFrame().childFrames():
            if isinstance(child, QTextTable):
                self._dress_table(child)
        block = self.document().firstBlock()
        while block.isValid():
            self._dress_block(block)
            block = block.next()

    def _dress_table(self, table: QTextTable) -> None:
        form = table.format().toTableFormat()
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self._theme.color("border_strong"))
        form.setCellPadding(self._theme.px(4))
        form.setCellSpacing(0)
        form.setWidth(QTextLength())
        form.setTopMargin(self._theme.px(4))
        form.setBottomMargin(self._theme.px(8))
        table.setFormat(form)
        start = table.cellAt(0, 0).firstCursorPosition()
        if not start.block().text() and start.position() < table.cellAt(0, 0).lastPosition():
            start.deleteChar()  # Qt leaves an empty line in the first cell

    def _dress_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(
            self._block_format(block, in_table=cursor.currentTable() is not None)
        )
        level = block.blockFormat().headingLevel()
        for start, length, form in self._letters(block, level):
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)

    def _block_format(self, block: QTextBlock, *, in_table: bool) -> QTextBlockFormat:
        px, given, form = self._theme.px, block.blockFormat(), QTextBlockFormat()
        kinds = QTextFormat.Property
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(0)
        form.setBottomMargin(px(8))
        if in_table or _is_code(block):
            form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        if in_table:
            form.setBottomMargin(0)
        elif _is_code(block):
            form.setBackground(self._theme.color("sunken"))
            form.setBottomMargin(0 if _is_code(block.next()) else px(8))
        elif given.headingLevel():
            form.setTopMargin(px(8) if block.position() else 0)
            form.setBottomMargin(px(4))
        elif block.textList() is not None:
            form.setBottomMargin(px(2) if block.next().textList() is not None else px(8))
        if given.hasProperty(kinds.BlockQuoteLevel):
            form.setLeftMargin(px(16) * given.intProperty(kinds.BlockQuoteLevel))
        return form

    def _letters(self, block: QTextBlock, level: int) -> list[tuple[int, int, QTextCharFormat]]:
        """Return the formats of the pieces of a block that need another one."""
        found = []
        quoted = block.blockFormat().hasProperty(QTextFormat.Property.BlockQuoteLevel)
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            given, form = piece.charFormat(), QTextCharFormat()
            if given.fontFixedPitch() or _is_code(block):
                form.setFontFamilies(self._theme.font(mono=True).families())
                form.setBackground(self._theme.color("sunken"))
            if given.fontWeight() > QFont.Weight.DemiBold and piece.text().isascii():
                form.setFontWeight(QFont.Weight.DemiBold)  # ours; other fonts have bold only
            if level:
                larger = 1 if level <= LARGER_HEADINGS else 0
                form.setProperty(QTextFormat.Property.FontSizeAdjustment, larger)
            if quoted and not given.isAnchor():
                form.setForeground(self._theme.color("muted"))
            if form.propertyCount():
                found.append((piece.position(), piece.length(), form))
            pieces += 1
        return found


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
