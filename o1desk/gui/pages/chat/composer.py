"""Where a question is typed: grows with it, Enter sends, Shift+Enter begins a new line."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core.errors import InputError
from o1desk.gui.icons import icon
from o1desk.gui.shown import SOFT_LINE
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label

MOST_LINES = 8
LONGEST_FILE = 256 * 1024  # bytes of a dropped file that are put into the question
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionEdit(QPlainTextEdit):
    """A text field of one to eight lines.

    Signals:
        sent: Enter was pressed.
        paths_dropped: Files were dropped or pasted (list of Path).
    """

    sent = Signal()
    paths_dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(theme.px(2))
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not has_shift:
            self.sent.emit()
        else:
            super().keyPressEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.paths_dropped.emit(paths)
        elif source.hasText():
            self.insert(source.text())

    def insert(self, text: str) -> None:
        """Put a text where the cursor is; one with giant lines is not wrapped at words.

        Qt lays out a giant line at word boundaries in quadratic time.
        """
        if max(map(len, text.split("\n"))) > SOFT_LINE:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.insertPlainText(text)

    @override
    def sizeHint(self) -> QSize:
        lines = min(max(1, round(self.document().size().height())), MOST_LINES)
        edges = self.height() - self.viewport().height() + 2 * self._theme.px(2)
        return QSize(self._theme.px(240), lines * self.fontMetrics().lineSpacing() + max(edges, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()  # frame and padding are known only now

    def _on_size_changed(self) -> None:
        is_over = self.document().size().height() > MOST_LINES
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if is_over else policies.ScrollBarAlwaysOff
        )
        self.updateGeometry()


class Composer(QWidget):
    """The field with its Send button, which is a Stop button while an answer is written.

    Attributes:
        edit: The field.

    Signals:
        sent: A question (str).
        stopped: The answer should end.
        typed: The text is another (str).
        paths_dropped: Files were dropped or pasted (list of Path).
    """

    sent = Signal(str)
    stopped = Signal()
    typed = Signal(str)
    paths_dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Build an empty composer."""
        super().__init__()
        self._theme = theme
        self._is_busy = False
        self.edit = QuestionEdit(theme)
        self.edit.setPlaceholderText(self.tr("Ask something"))
        self.edit.setAccessibleName(self.tr("Question"))
        self.edit.setToolTip(self.tr("Enter sends, Shift+Enter begins a new line"))
        self._send = button(self.tr("Send"), self._on_pressed, kind="primary")
        self._send.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._hint = label("", "small")
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.edit, 1)
        line.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(line)
        layout.addWidget(self._hint)
        self.edit.sent.connect(self._on_enter)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.paths_dropped.connect(self.paths_dropped)
        self.set_busy(is_busy=False)

    def set_text(self, text: str) -> None:
        """Show another draft."""
        if text != self.edit.toPlainText():
            self.edit.clear()
            self.edit.insert(text)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is."""
        self.edit.insert(text)
        self.edit.setFocus()

    def set_busy(self, *, is_busy: bool, is_stopping: bool = False) -> None:
        """Be a Stop button, or a Send button again."""
        self._is_busy = is_busy
        if is_busy:
            self._send.setText(self.tr("Stopping") if is_stopping else self.tr("Stop"))
            self._send.setIcon(icon(self._theme, "stop", color="text", size=14))
            self._send.setToolTip(self.tr("End the answer and keep what there is (Esc)"))
        else:
            self._send.setText(self.tr("Send"))
            self._send.setIcon(icon(self._theme, "send", color="on_accent", size=14))
            self._send.setToolTip(self.tr("Ask (Enter)"))
        kind = "" if is_busy else "primary"
        if self._send.property("kind") != kind:
            self._send.setProperty("kind", kind)
            self._send.style().unpolish(self._send)
            self._send.style().polish(self._send)
        self._send.setEnabled(not is_stopping and (is_busy or bool(self._text().strip())))

    def set_hint(self, text: str, tone: str = "") -> None:
        """Say something below the field; "" hides the line."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._hint.setProperty("tone", tone)

    def _text(self) -> str:
        return self.edit.toPlainText()

    def _on_enter(self) -> None:
        text = self._text()
        if not self._is_busy and text.strip():
            self.edit.clear()
            self.sent.emit(text)

    def _on_pressed(self) -> None:
        if self._is_busy:
            self.set_busy(is_busy=True, is_stopping=True)
            self.stopped.emit()
        else:
            self._on_enter()

    def _on_text_changed(self) -> None:
        if not self._is_busy:
            self._send.setEnabled(bool(self._text().strip()))
        self.typed.emit(self._text())


def read_file(path: Path) -> str:
    """Return the beginning of a text file.

    Raises:
        InputError: If it cannot be read, or is no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE)
        return data.decode("utf-8", "strict" if len(data) < LONGEST_FILE else "ignore")
    except OSError as error:
        raise InputError(f"{path.name} cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise InputError(f"{path.name} is no UTF-8 text; nothing was put in") from error
