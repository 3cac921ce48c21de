"""A whole chain written by hand, its answer checked as it is typed."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core import trace as trace_text
from o1desk.core.types import Problem, Verdict
from o1desk.gui.models.verdicts import face_of
from o1desk.gui.pages.annotate.dialog_parts import typing_field
from o1desk.gui.pages.annotate.edits import checked
from o1desk.gui.pages.annotate.hand_dialog import HandDialog
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import label, set_tone

DRAFT = "annotate.draft.write"  # key of the store's state table
CHECK_MS = 250
SIZE_PX = (620, 600)
FIELDS = ("prompt", "reference", "steps", "answer")


class WriteDialog(HandDialog):
    """A problem, a chain of thought and an answer.

    Attributes:
        prompt, reference, steps, answer: The fields.
        verdict: What the checker says of the answer as it stands.

    Signals:
        kept: Problem, reference answer, steps (a line each), answer.
    """

    kept = Signal(str, str, str, str)

    def __init__(self, session: Session, parent: QWidget, problem: Problem | None) -> None:
        """Offer the fields, filled with a problem if there is one.

        Args:
            session: The session.
            parent: Owner.
            problem: A known problem; None to write one.
        """
        super().__init__(session, parent, DRAFT)
        self._problem = problem
        self._judging = 0
        theme = session.theme
        self.setWindowTitle(self.tr("Write a chain of thought"))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        self.prompt = typing_field(problem.prompt if problem else "", self.tr("Problem"))
        self.prompt.setFixedHeight(theme.px(84))
        self.reference = QLineEdit(problem.answer if problem else "")
        self.steps = typing_field("", self.tr("Steps"))
        self.steps.setPlaceholderText(self.tr("One step on each line"))
        self.answer = QLineEdit()
        self._first = self.texts()
        self.verdict = label("", "muted", is_wrapped=True)
        self._count = label("", "small")
        self._later = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._later.timeout.connect(self._judge)
        self._lay_out(theme.px(4))
        self._show_count()
        (self.steps if problem else self.prompt).setFocus()
        self._look_up()

    def _lay_out(self, gap: int) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(gap)
        for name, field, stretch in (
            (self.tr("Problem"), self.prompt, 0),
            (self.tr("Reference answer, if you know it"), self.reference, 0),
            (self.tr("Steps"), self.steps, 1),
            (self.tr("Answer"), self.answer, 0),
        ):
            title = label(name, "muted")
            title.setBuddy(field)
            field.setAccessibleName(name)
            field.textChanged.connect(self._on_edited)
            layout.addWidget(title)
            layout.addWidget(field, stretch)
            if field is self.steps:
                layout.addWidget(self._count)
        for part in (self.verdict, self.trouble, self._box):
            layout.addWidget(part)
        self._add_reset(self.tr("Empty all")).clicked.connect(self._on_emptied)
        for each in self._box.buttons():
            if isinstance(each, QPushButton):
                each.setAutoDefault(False)  # Enter in a line is no wish to keep it all

    def texts(self) -> tuple[str, str, str, str]:
        """Return problem, reference, steps and answer as they stand."""
        return (
            self.prompt.toPlainText().strip(),
            self.reference.text().strip(),
            self.steps.toPlainText().strip(),
            self.answer.text().strip(),
        )

    @override
    def fields(self) -> Any:
        given = self.texts()
        return None if given == self._first else dict(zip(FIELDS, given, strict=True))

    @override
    def _on_edited(self) -> None:
        super()._on_edited()
        self._later.start()
        self._show_count()

    def _show_count(self) -> None:
        count = len(trace_text.steps_of(self.steps.toPlainText()))
        self._count.setText(self.tr("%Ln step(s)", "", count))

    def _judge(self) -> None:
        _, reference, _, answer = self.texts()
        self._judging += 1
        judging, problem = self._judging, self._problem

        def show(verdict: Verdict | None) -> None:
            if judging == self._judging:
                self._show_verdict(verdict)

        self._session.ops.read(lambda: checked(reference, answer, problem), show, owner=self)

    def _show_verdict(self, verdict: Verdict | None) -> None:
        if verdict is None:
            self.verdict.setText("")
            return
        words = {
            "correct": self.tr("The answer equals the reference"),
            "incorrect": self.tr("The answer differs from the reference"),
        }
        face = face_of(str(verdict.judgement))
        text = words.get(str(verdict.judgement), self.tr("The answer cannot be compared"))
        self.verdict.setText(f"{face.sign} {text}")
        set_tone(self.verdict, face.tone if face.tone != "plain" else "")

    @override
    def _on_draft(self, value: Any) -> None:
        """Take up what was typed before, unless something is typed already."""
        known = value if isinstance(value, dict) else {}
        texts = [known.get(name) for name in FIELDS]
        if self.fields() is not None or not all(isinstance(text, str) for text in texts):
            return
        prompt, reference, steps, answer = (str(text) for text in texts)
        self.prompt.setPlainText(prompt)
        self.reference.setText(reference)
        self.steps.setPlainText(steps)
        self.answer.setText(answer)
        self.verdict.setText(self.tr("What you had typed here is back."))
        set_tone(self.verdict, "")

    def _on_emptied(self) -> None:
        for field in (self.prompt, self.reference, self.steps, self.answer):
            field.clear()
        self._first = self.texts()  # nothing of it is worth keeping
        self._draft.forget()

    @override
    def _on_kept(self) -> None:
        prompt, reference, steps, answer = self.texts()
        if not prompt or not steps or not answer:
            self.verdict.setText(self.tr("A problem, at least one step and an answer are needed"))
            set_tone(self.verdict, "bad")
            return
        self.kept.emit(prompt, reference, steps, answer)
