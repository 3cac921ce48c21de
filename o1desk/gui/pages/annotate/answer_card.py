"""The answer of the sample in hand beside the reference, with what the checker says."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from o1desk.core.types import Sample
from o1desk.gui.models.verdicts import face_of
from o1desk.gui.pages.annotate.key_button import KeyButton
from o1desk.gui.pages.annotate.keys import ACTIONS, all_hints, hint, title_of
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import chip, label, set_chip
from o1desk.gui.widgets.plain import PlainText

LINES = 3


class AnswerCard(Card):
    """Answer, reference and verdict in one line.

    Attributes:
        accept: Makes the checker's word the annotator's own.
        answer: What was answered.
        reference: What is right; says why when it is hidden.
    """

    def __init__(self, theme: Theme) -> None:
        """Make an empty card."""
        super().__init__(theme, kind="sunken")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        self.answer = self._text(theme, self.tr("Answer"))
        self.reference = self._text(theme, self.tr("Reference answer"))
        self._reference_title = label(self.tr("Reference").upper(), "section")
        self._verdict = chip("")
        grid.addWidget(label(self.tr("Answer").upper(), "section"), 0, 0)
        grid.addWidget(self._reference_title, 0, 1)
        grid.addWidget(self.answer, 1, 0)
        grid.addWidget(self.reference, 1, 1)
        self.accept = KeyButton(theme, "", kind="quiet")
        for part in (self._verdict, self.accept):
            grid.addWidget(part, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.body.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def verdict(self) -> QLabel:
        """What the checker says."""
        return self._verdict

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Print the key of the checker's word."""
        title = next(title_of(action) for action in ACTIONS if action.name == "accept")
        self.accept.set_key(hint("accept", keys), f"{title} ({all_hints('accept', keys)})")

    def show_sample(
        self, sample: Sample, *, is_revealed: bool, suggested: int | None, rated: int | None
    ) -> None:
        """Show an answer.

        Args:
            sample: Whose answer.
            is_revealed: Whether reference and verdict may be seen.
            suggested: What the checker suggests for the whole; None for nothing.
            rated: How the whole is rated.
        """
        reference = sample.problem.answer
        _set(self.answer, sample.trace.answer or "\u2013")
        hidden = self.tr("Hidden until you have rated")
        _set(self.reference, reference if is_revealed else hidden)
        self.reference.setEnabled(is_revealed)
        for part in (self.reference, self._reference_title):
            part.setVisible(bool(reference))
        verdict = sample.verdict
        face = face_of(str(verdict.judgement) if verdict is not None else "")
        words = self.tr("Checker: {verdict}").format(verdict=face.words)
        self._verdict.setText(words if verdict is not None else face.words)
        self._verdict.setVisible(is_revealed and suggested is None)
        set_chip(self._verdict, face.tone)
        self.accept.set_face(words, face.sign, face.tone)
        self.accept.setVisible(suggested is not None)
        self.accept.setEnabled(suggested != rated)

    def _text(self, theme: Theme, name: str) -> PlainText:
        made = PlainText(theme, max_lines=LINES)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made


def _set(box: PlainText, text: str) -> None:
    if box.text() != text:
        box.set_text(text)
