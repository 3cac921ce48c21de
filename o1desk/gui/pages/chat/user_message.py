"""A question in the transcript: a bubble at the right, which can be edited into a new branch."""

from collections.abc import MutableMapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.pages.chat.branches import BranchArrows
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.wording_editor import WordingEditor
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import icon_button
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
        edited: The question should be asked again in other words (id, text); whoever can ask it
            ends the editing.
    """

    edited = Signal(int, str)

    def __init__(self, theme: Theme, turn: Turn, wordings: MutableMapping[int, str]) -> None:
        """Show a question, or the other words of it that are being written.

        Args:
            theme: The look.
            turn: The message.
            wordings: Words that were not sent yet, by message; they outlive this widget.
        """
        super().__init__()
        self.turn, self._theme, self._wordings = turn, theme, wordings
        self.branches = BranchArrows(theme)
        self.text = PlainText(theme, max_lines=MOST_LINES)
        self.text.setAccessibleName(self.tr("Question"))
        self.text.set_text(turn.text)
        self._bubble = QFrame()
        self._bubble.setProperty("bubble", "user")
        self._is_free = True
        self._editor: WordingEditor | None = None
        self._tools = self._build_tools()
        inside = QVBoxLayout(self._bubble)
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inside.addWidget(self.text)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))
        self._layout.addWidget(self._bubble, 0, Qt.AlignmentFlag.AlignRight)
        self._layout.addWidget(self._tools)
        self._fit()
        self.go_on_editing()

    def set_free(self, *, is_free: bool) -> None:
        """Allow or forbid another wording; the tooltip says why not."""
        self._is_free = is_free
        self._edit.setEnabled(is_free)
        told = self.tr("Edit and ask again as a new branch")
        self._edit.setToolTip(told if is_free else self.tr("Wait for the answer, or stop it"))
        if self._editor is not None:
            self._editor.set_free(is_free=is_free)

    def begin_edit(self) -> None:
        """Put a field in the place of the bubble."""
        self._wordings.setdefault(self.turn.id, self.turn.text)
        self.go_on_editing()
        if self._editor is not None:
            self._editor.setFocus()

    def go_on_editing(self) -> None:
        """Show the words that are being written, if there are any."""
        words = self._wordings.get(self.turn.id)
        if words is None or self._editor is not None:
            return
        self._editor = WordingEditor(self._theme, words)
        self._editor.set_free(is_free=self._is_free)
        self._editor.typed.connect(self._on_typed)
        self._editor.accepted.connect(self._on_accepted)
        self._editor.cancelled.connect(self.end_edit)
        self._layout.insertWidget(0, self._editor)
        self._bubble.hide()
        self._tools.hide()

    def end_edit(self) -> None:
        """Show the bubble again; the new words are asked, or not wanted any more."""
        self._wordings.pop(self.turn.id, None)
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

    def _on_typed(self, text: str) -> None:
        self._wordings[self.turn.id] = text

    def _on_accepted(self, text: str) -> None:
        self.edited.emit(self.turn.id, text)
