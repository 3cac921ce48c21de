"""The card of the one button: run the loop, watch it, cancel it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.overview.controller import PARTS_OF_PROGRESS, LoopController
from o1desk.gui.theme import Theme
from o1desk.gui.times import remaining_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label

MINUTES = (1.0, 2.0, 5.0, 15.0)
USUAL = 5.0
PARTS = {
    "generate": QT_TRANSLATE_NOOP("loop", "1 of 4: solving and storing practice problems"),
    "measure before": QT_TRANSLATE_NOOP(
        "loop", "2 of 4: measuring accuracy on problems kept aside, before training"
    ),
    "train": QT_TRANSLATE_NOOP("loop", "3 of 4: training with reinforcement learning"),
    "measure after": QT_TRANSLATE_NOOP(
        "loop", "4 of 4: measuring the same problems again, after training"
    ),
}


class LoopCard(Card):
    """Runs the whole loop by one button."""

    def __init__(self, theme: Theme, loop: LoopController) -> None:
        """Show what the loop does now."""
        super().__init__(theme, self.tr("Run the loop"))
        self._loop = loop
        self._words = label("", "muted", is_wrapped=True)
        self.body.addWidget(self._words)
        self._bar = QProgressBar()
        self._bar.setRange(0, PARTS_OF_PROGRESS)
        self._bar.setAccessibleName(self.tr("Progress of the loop"))
        self.body.addWidget(self._bar)
        self._failure = label("", tone="warn", is_wrapped=True)
        self.body.addWidget(self._failure)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._start = button(
            self.tr("Run the loop"), self.start, kind="primary",
            tip=self.tr("Generate, verify, train, and measure on problems never trained on (F5)"),
        )  # fmt: skip
        self._minutes = self._choice()
        self._cancel = button(self.tr("Cancel"), self._on_cancel)
        for part in (self._start, self._minutes, self._cancel):
            line.addWidget(part)
        line.addStretch(1)
        self.body.addLayout(line)
        loop.changed.connect(self.refresh)
        self.refresh()

    def start(self) -> None:
        """Run the loop for the chosen time."""
        self._loop.start(float(self._minutes.currentData()))

    def refresh(self) -> None:
        """Show what the loop does now."""
        running = self._loop.is_running
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self._start.setVisible(not running)
        self._minutes.setVisible(not running)
        self._failure.setText("" if running else self._loop.failure)
        self._failure.setVisible(bool(self._failure.text()))
        self._bar.setValue(round(self._loop.fraction * PARTS_OF_PROGRESS))
        if not running:
            self._cancel.setText(self.tr("Cancel"))
            self._cancel.setEnabled(True)
            self._words.setText(
                self.tr(
                    "One button closes the loop: practice problems are solved and checked, the "
                    "starter model learns from its own attempts, and its accuracy is measured on "
                    "problems it never trained on, before and after."
                )
            )
            return
        part = QCoreApplication.translate("loop", PARTS.get(self._loop.part, ""))
        left = self._loop.remaining_s
        self._words.setText(" \u00b7 ".join(filter(None, (part, remaining_text(left)))))

    def _on_cancel(self) -> None:
        self._cancel.setText(self.tr("Cancelling\u2026"))
        self._cancel.setEnabled(False)
        self._loop.cancel()

    def _choice(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("How long"))
        made.setToolTip(self.tr("More time means more training; the measurement stays the same."))
        for minutes in MINUTES:
            made.addItem(self.tr("about %n minute(s)", "", round(minutes)), minutes)
        made.setCurrentIndex(MINUTES.index(USUAL))
        return made
