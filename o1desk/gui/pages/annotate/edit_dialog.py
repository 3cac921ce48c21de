"""Editing one step, and writing a whole chain by hand with its answer checked as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from o1desk.core.types import Problem, Verdict
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label, set_tone
from o1desk.rewards.judge import judge

CHECK_MS = 300
SIZE_PX = (600, 560)


class EditDialog(QDialog):
    """One step in a field.

    Signals:
        kept: The new text.
    """

    kept = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, step: int, text: str) -> None:
        """Show the text of a step."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit step {n}").format(n=step + 1))
        self.resize(theme.px(520), theme.px(240))
        layout = QVBoxLayout(self)
        words = self.tr("The original stays in the store; an edited copy takes its place here.")
        layout.addWidget(label(words, "muted", is_wrapped=True))
        self._text = QPlainTextEdit(text)
        self._text.setAccessibleName(self.tr("Text of the step"))
        self._text.setFont(theme.font(mono=True))
        layout.addWidget(self._text, 1)
        layout.addWidget(_buttons(self, self.tr("Keep"), self._on_kept))

    def _on_kept(self) -> None:
        self.kept.emit(self._text.toPlainText().strip())
        self.accept()


class WriteDialog(QDialog):
    """A problem, a chain of thought and an answer.

    Signals:
        kept: Problem text, reference answer, steps (a line each), answer.
    """

    kept = Signal(str, str, str, str)

    def __init__(self, session: Session, parent: QWidget, problem: Problem | None) -> None:
        """Offer the fields, filled with a problem if there is one."""
        super().__init__(parent)
        self._session = session
        theme = session.theme
        self.setWindowTitle(self.tr("Write a chain of thought"))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(4))
        self._prompt = QPlainTextEdit(problem.prompt if problem else "")
        self._prompt.setFixedHeight(theme.px(84))
        self._reference = QLineEdit(problem.answer if problem else "")
        self._steps = QPlainTextEdit()
        self._steps.setFont(theme.font(mono=True))
        self._steps.setPlaceholderText(self.tr("One step on each line"))
        self._answer = QLineEdit()
        self._check = label("", "muted", is_wrapped=True)
        for name, field, stretch in (
            (self.tr("Problem"), self._prompt, 0),
            (self.tr("Reference answer, if you know it"), self._reference, 0),
            (self.tr("Steps"), self._steps, 1),
            (self.tr("Answer"), self._answer, 0),
        ):
            title = label(name)
            title.setBuddy(field)
            field.setAccessibleName(name)
            layout.addWidget(title)
            layout.addWidget(field, stretch)
        layout.addWidget(self._check)
        layout.addWidget(_buttons(self, self.tr("Keep"), self._on_kept))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CHECK_MS)
        self._later.timeout.connect(self._judge)
        self._answer.textChanged.connect(self._on_edited)
        self._reference.textChanged.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._later.start()

    def _judge(self) -> None:
        reference, answer = self._reference.text().strip(), self._answer.text().strip()
        if not reference or not answer:
            self._check.setText("")
            return
        self._session.ops.read(lambda: judge(reference, answer), self._show_verdict, owner=self)

    def _show_verdict(self, verdict: Verdict) -> None:
        words = {
            "correct": (self.tr("\u2713 The answer equals the reference"), "good"),
            "incorrect": (self.tr("\u2717 The answer differs from the reference"), "bad"),
        }
        text, tone = words.get(
            str(verdict.judgement), (self.tr("The answer cannot be compared"), "warn")
        )
        self._check.setText(text)
        set_tone(self._check, tone)

    def _on_kept(self) -> None:
        prompt, steps = self._prompt.toPlainText().strip(), self._steps.toPlainText().strip()
        answer = self._answer.text().strip()
        if not prompt or not steps or not answer:
            self._check.setText(self.tr("A problem, at least one step and an answer are needed"))
            set_tone(self._check, "bad")
            return
        self.kept.emit(prompt, self._reference.text().strip(), steps, answer)
        self.accept()


def _buttons(dialog: QDialog, word: str, kept: Callable[[], None]) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    keep = buttons.addButton(word, QDialogButtonBox.ButtonRole.AcceptRole)
    keep.setProperty("kind", "primary")
    keep.setShortcut(Qt.Modifier.CTRL | Qt.Key.Key_Return)
    buttons.accepted.connect(kept)
    buttons.rejected.connect(dialog.reject)
    return buttons
