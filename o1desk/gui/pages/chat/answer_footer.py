"""Under an answer: what it cost, and what can be done with it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from o1desk.gui.pages.chat import copies
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.wording import ending_text, footer_parts
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import icon_button, label


class AnswerFooter(QWidget):
    """Figures in small letters, buttons below.

    Attributes:
        raw: Button that shows the text exactly as the model wrote it.

    Signals:
        again: The question should be asked once more.
        rated: A thumb was pressed (1 or -1).
        annotated: The answer should be annotated.
    """

    again = Signal()
    rated = Signal(int)
    annotated = Signal()

    def __init__(self, theme: Theme, turn: Turn, question: str) -> None:
        """Describe an answer to a question."""
        super().__init__()
        self._theme, self._turn, self._question = theme, turn, question
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        self._figures = QWidget()
        flow = FlowLayout(self._figures, gap=theme.px(12))
        for text, why in (*footer_parts(turn), (ending_text(turn), "")):
            if text:
                flow.addWidget(_figure(text, why))
        layout.addWidget(self._figures)
        self.raw = icon_button(
            theme, "file", self.tr("Show the text exactly as the model wrote it"), is_checkable=True
        )
        self.raw.setEnabled(bool(turn.details.get("raw")))
        layout.addLayout(self._build_tools())
        self.show_feedback()

    def set_free(self, *, is_free: bool) -> None:
        """Allow or forbid asking again; the tooltip says why not."""
        self._again.setEnabled(is_free)
        told = self.tr("Ask again: another answer beside this one (Ctrl+R)")
        self._again.setToolTip(told if is_free else self.tr("Wait for the answer, or stop it"))

    def show_feedback(self) -> None:
        """Show the thumb of the person."""
        self._up.setChecked(self._turn.feedback == 1)
        self._down.setChecked(self._turn.feedback == -1)
        is_sample = self._turn.sample is not None
        told = self.tr("Open its sample in Annotate") if is_sample else self.tr("Send to Annotate")
        self._annotate.setToolTip(told)
        self._annotate.setAccessibleName(told)
        if self._turn.id < 0:
            for made in (self._up, self._down, self._annotate):
                made.setEnabled(False)
                made.setToolTip(self.tr("Store the answer first"))

    def _build_tools(self) -> QHBoxLayout:
        theme = self._theme
        self._copy = icon_button(theme, "copy", self.tr("Copy"), self._open_copies)
        self._again = icon_button(theme, "refresh", self.tr("Ask again"), self.again.emit)
        self._up = icon_button(
            theme, "thumb-up", self.tr("Good answer"), self._on_up, is_checkable=True
        )
        self._down = icon_button(
            theme, "thumb-down", self.tr("Bad answer"), self._on_down, is_checkable=True
        )
        self._annotate = icon_button(theme, "annotate", "", self.annotated.emit)
        self.set_free(is_free=True)
        line = QHBoxLayout()
        line.setSpacing(0)
        for made in (self._copy, self._again, self._up, self._down, self._annotate, self.raw):
            line.addWidget(made)
        line.addStretch(1)
        return line

    def _on_up(self) -> None:
        self.rated.emit(1)

    def _on_down(self) -> None:
        self.rated.emit(-1)

    def _open_copies(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Question and answer as Markdown"), self._copy_markdown)
        menu.addAction(self.tr("Answer as plain text"), self.copy_plain)
        menu.addAction(self.tr("Answer with its thinking"), self._copy_thinking)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._copy.mapToGlobal(QPoint(0, self._copy.height())))

    def _copy_markdown(self) -> None:
        QGuiApplication.clipboard().setText(copies.as_markdown(self._turn, self._question))

    def copy_plain(self) -> None:
        """Put the answer on the clipboard."""
        QGuiApplication.clipboard().setText(copies.as_plain(self._turn))

    def _copy_thinking(self) -> None:
        QGuiApplication.clipboard().setText(copies.with_thinking(self._turn))


def _figure(text: str, why: str) -> QLabel:
    made = label(text, "small")
    made.setToolTip(why)
    return made
