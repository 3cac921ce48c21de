"""The card of the one button: run the loop, watch it, cancel it."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QWidget

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.editors import Manners
from o1desk.gui.pages.overview.controller import PARTS_OF_PROGRESS, LoopController
from o1desk.gui.pages.overview.loop_stages import LoopStages
from o1desk.gui.shown import soft_break
from o1desk.gui.theme import Theme
from o1desk.gui.times import remaining_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from o1desk.gui.charts.line import LineChart

MINUTES = (1.0, 2.0, 5.0, 15.0, 60.0)
USUAL = 5.0
CHART_PX = 180
FEWEST_POINTS = 2  # of the live curve; one would be no curve
PARTS = {
    "": QT_TRANSLATE_NOOP("loop", "Starting"),
    "generate": QT_TRANSLATE_NOOP("loop", "Solving and storing practice problems"),
    "measure before": QT_TRANSLATE_NOOP(
        "loop", "Measuring accuracy on problems kept aside, before training"
    ),
    "train": QT_TRANSLATE_NOOP("loop", "Training with reinforcement learning"),
    "measure after": QT_TRANSLATE_NOOP("loop", "Measuring the same problems again, after training"),
}


class LoopCard(Card):
    """Runs the whole loop by one button.

    Signals:
        run_asked: The run at work should be shown (run id).
    """

    run_asked = Signal(str)

    def __init__(self, theme: Theme, loop: LoopController) -> None:
        """Show what the loop does now."""
        super().__init__(theme, self.tr("Run the loop"))
        self._theme, self._loop = theme, loop
        self._chart: LineChart | None = None
        self._drawn = 0
        self._stages = LoopStages(theme)
        self._words = label("", "muted", is_wrapped=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, PARTS_OF_PROGRESS)
        self._bar.setAccessibleName(self.tr("Progress of the loop"))
        self._failure = label("", is_wrapped=True)
        self._failure.setMinimumWidth(1)
        for part in (self._stages, self._words, self._bar, self._failure):
            self.body.addWidget(part)
        self.body.addLayout(self._buttons(theme))
        loop.changed.connect(self.refresh)
        self.refresh()

    def set_ready(self, *, is_ready: bool) -> None:
        """Allow a start, or not: nothing can be stored in a folder that is only read."""
        self._start.setEnabled(is_ready)
        self._minutes.setEnabled(is_ready)

    def start(self) -> None:
        """Run the loop for the chosen time."""
        self._loop.start(float(self._minutes.currentData()))

    def refresh(self) -> None:
        """Show what the loop does now."""
        loop, running = self._loop, self._loop.is_running
        working: tuple[QWidget, ...] = (self._stages, self._bar, self._cancel)
        resting: tuple[QWidget, ...] = (self._start, self._minutes)
        for part in working:
            part.setVisible(running)
        for part in resting:
            part.setVisible(not running)
        self._watch.setVisible(running and loop.part == "train" and bool(loop.current_run))
        self._bar.setValue(round(loop.fraction * PARTS_OF_PROGRESS))
        self._stages.show_part(loop.part)
        self._words.setText(self._sentence())
        self._show_failure("" if running else loop.failure)
        self._cancel.setEnabled(not loop.is_cancelling)
        self._cancel.setText(
            self.tr("Cancelling\u2026") if loop.is_cancelling else self.tr("Cancel")
        )
        self._show_curve()

    def _sentence(self) -> str:
        loop = self._loop
        if not loop.is_running:
            return self.tr(
                "One button closes the loop: practice problems are solved and checked, the "
                "starter model learns from its own attempts, and its accuracy is measured on "
                "problems it never trained on, before and after."
            )
        part = QCoreApplication.translate("loop", PARTS.get(loop.part, ""))
        return " \u00b7 ".join(filter(None, (part, remaining_text(loop.remaining_s))))

    def _show_failure(self, failure: str) -> None:
        self._failure.setText(soft_break(failure))
        self._failure.setVisible(bool(failure))
        self.set_kind("bad" if failure and not self._loop.was_cancelled else "true")

    def _show_curve(self) -> None:
        """Draw the accuracy while training as it comes in."""
        curve = self._loop.curve
        is_shown = self._loop.is_running and len(curve) >= FEWEST_POINTS
        if is_shown and len(curve) != self._drawn:
            chart = self._chart or self._make_chart()
            table = np.asarray(curve, dtype=float).T
            chart.set_series(
                "heldout", table[0], table[1], title=self.tr("held-out problems"),
                low=table[2], high=table[3], points=True,
            )  # fmt: skip
            self._drawn = len(curve)
        if self._chart is not None:
            self._chart.setVisible(is_shown)

    def _make_chart(self) -> "LineChart":
        # The charts' library takes a second to load; it comes with the first curve.
        from o1desk.gui.charts.line import LineChart

        chart = LineChart(self._theme, title=self.tr("Accuracy while it trains"), percent=True)
        chart.set_x_title(self.tr("training steps"))
        chart.setFixedHeight(self._theme.px(CHART_PX))
        self.body.insertWidget(self.body.count() - 1, chart)
        self._chart = chart
        return chart

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._start = button(
            self.tr("Run the loop"), self.start, kind="primary",
            tip=self.tr("Generate, verify, train, and measure on problems never trained on (F5)"),
        )  # fmt: skip
        self._minutes = self._choice()
        self._cancel = button(
            self.tr("Cancel"), self._loop.cancel,
            tip=self.tr("Stop after the step in hand; every finished part is kept"),
        )  # fmt: skip
        self._watch = button(self.tr("Watch the training"), self._on_watch)
        for part in (self._start, self._minutes, self._watch, self._cancel):
            line.addWidget(part)
        line.addStretch(1)
        return line

    def _on_watch(self) -> None:
        if self._loop.current_run:
            self.run_asked.emit(self._loop.current_run)

    def _choice(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("How long"))
        made.setToolTip(self.tr("More time means more training; the measurement stays the same."))
        for minutes in MINUTES:
            made.addItem(self.tr("about %Ln minute(s)", "", round(minutes)), minutes)
        made.setCurrentIndex(MINUTES.index(USUAL))
        Manners(made)
        return made
