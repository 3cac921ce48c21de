"""The problem of the sample in hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from o1desk.core.types import Sample
from o1desk.gui.environment_words import environment_title
from o1desk.gui.pages.data.words import word
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card, row
from o1desk.gui.widgets.labels import chip, set_chip
from o1desk.gui.widgets.plain import PlainText

PROMPT_LINES = 6
MODES = ("rate", "type", "rest")


class ProblemCard(Card):
    """Where the problem comes from, what it asks, and what keys do at present.

    Attributes:
        prompt: The text of the problem.
    """

    def __init__(self, theme: Theme) -> None:
        """Make an empty card."""
        super().__init__(theme)
        self._modes = {
            "rate": (
                self.tr("Keys rate"),
                "good",
                self.tr("Single keys rate. In a text field they write instead."),
            ),
            "type": (
                self.tr("Typing"),
                "warn",
                self.tr("A field has the keys. Escape goes back to rating."),
            ),
            "rest": (
                self.tr("Keys rest"),
                "plain",
                self.tr("Something outside the page has the keys. Click on a step to rate."),
            ),
        }
        heads, line = row(theme)
        self._environment, self._level, self._origin = chip("", "accent"), chip(""), chip("")
        for part in (self._environment, self._level, self._origin):
            line.addWidget(part)
        line.addStretch(1)
        self._mode = chip("")
        line.addWidget(self._mode)
        self.body.addWidget(heads)
        self.prompt = PlainText(theme, max_lines=PROMPT_LINES)
        self.prompt.setAccessibleName(self.tr("Problem"))
        self.prompt.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.addWidget(self.prompt)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_mode("rest")

    @property
    def mode(self) -> str:
        """What the chip says."""
        return self._mode.text()

    def show_sample(self, sample: Sample) -> None:
        """Show the problem of a sample."""
        problem = sample.problem
        self._environment.setText(environment_title(problem.environment))
        self._level.setText(word("level", problem.level))
        self._origin.setText(word("origin", sample.origin))
        self.prompt.set_text(problem.prompt)

    def show_mode(self, mode: str) -> None:
        """Say what single keys do: one of `MODES`."""
        text, tone, tip = self._modes[mode]
        self._mode.setText(text)
        self._mode.setToolTip(tip)
        set_chip(self._mode, tone)
