"""A question in the transcript: a bubble at the right, which can be edited into a new branch."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.pages.chat.branches import BranchArrows
from o1desk.gui.pages.chat.composer import QuestionEdit
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, icon_button
from o1desk.gui.widgets.plain import PlainText

MOST_LINES = 24
WIDEST = 0.82  # share of the column that a bubble may take
MEASURED = 2000  # characters looked at for the width of a bubble


class UserMessage(QWidget):
    """One question.

    Attributes:
        turn: The message.
        branches: Arrows between its wordings.
        text: The question as it is shown.

    Signals:
        edited: The question is asked again in other words (id, text).
    """

    edited = Signal(int, str)

    def __init__(self, theme: Theme, turn: Turn) -> None:
        """Show a question."""
        super().__init__()
        self.turn, self._theme = turn, theme
        self.branches = BranchArrows(theme)
        self.text = PlainText(theme, max_lines=MOST_LINES)
        self.text.setAccessibleName(self.tr("Question"))
        self.text.set_text(turn.text)
        self._bubble = QFrame()
        self._bubble.setProperty("bubble", "user")
        self._tools = self._build_tools()
        self._editor: QWidget | None = None
        inside = QVBoxLayout(self._bubble)
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inside.addWidget(self.text)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))
        self._layout.addWidget(self._bubble, 0, Qt.AlignmentFlag.AlignRight)
        self._layout.addWidget(self._tools)
        self._fit()

    def set_free(self, *, is_free: bool) -> None:
        """Allow or forbid another wording; the tooltip says why not."""
        self._edit.setEnabled(is_free)
        told = self.tr("Edit and ask again as a new branch")
        self._edit.setToolTip(told if is_free else self.tr("Wait for the answer, or stop it"))

    def begin_edit(self) -> None:
        """Put a field in the place of the bubble."""
        if self._editor is None:
            self._editor = WordingEditor(self._theme, self.turn.text)
            self._editor.accepted.connect(self._on_accepted)
            self._editor.cancelled.connect(self.end_edit)
            self._layout.insertWidget(0, self._editor)
            self._bubble.hide()
            self._tools.hide()
        self._editor.setFocus()

    def end_edit(self) -> None:
        """Show the bubble again."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._bubble.show()
            self._tools.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addStretch(1)
        line.addWidget(self.branches)
        line.addWidget(icon_button(self._theme, "copy", self.tr("Copy the question"), self._copy))
        self._edit = icon_button(self._theme, "edit", "", self.begin_edit)
        self._edit.setAccessibleName(self.tr("Edit and ask again"))
        line.addWidget(self._edit)
        self.set_free(is_free=True)
        return tools

    def _fit(self) -> None:
        """Make the bubble as wide as its longest line, within its share of the column."""
        metrics = QFontMetrics(self.text.font())
        lines = self.turn.text[:MEASURED].split("\n")
        wanted = max(metrics.horizontalAdvance(each) for each in lines) + self._theme.px(32)
        most = max(self._theme.px(120), round(self.width() * WIDEST))
        self._bubble.setFixedWidth(min(max(wanted, self._theme.px(48)), most))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.turn.text)

    def _on_accepted(self, text: str) -> None:
        self.end_edit()
        self.edited.emit(self.turn.id, text)


class WordingEditor(QFrame):
    """A field for other words of a question.

    Signals:
        accepted: The new words (str).
        cancelled: The old words stay.
    """

    accepted = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        """Start with the old words."""
        super().__init__()
        self._field = QuestionEdit(theme)
        self._field.setAccessibleName(self.tr("New wording of the question"))
        self._field.insert(text)
        self._field.sent.connect(self._accept)
        self.setFocusProxy(self._field)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addStretch(1)
        line.addWidget(button(self.tr("Cancel"), self.cancelled.emit))
        line.addWidget(button(self.tr("Ask again"), self._accept, kind="primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._field)
        layout.addLayout(line)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcut while words are edited."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        text = self._field.toPlainText()
        if text.strip():
            self.accepted.emit(text)
