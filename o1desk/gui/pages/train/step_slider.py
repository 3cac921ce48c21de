"""Moves over the steps of a training: a slider, arrows, the step in words, and following."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QWidget

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import icon_button, label


class StepSlider(QWidget):
    """One of some steps.

    Attributes:
        slider: The slider; its values are places among the steps.
        follow: Whether the newest step is shown as soon as it is there.

    Signals:
        step_chosen: A person wants another step (int).
        followed: A person wants the newest step from now on.
    """

    step_chosen = Signal(int)
    followed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Offer no steps yet."""
        super().__init__()
        self._steps: list[int] = []
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Training step"))
        self.slider.valueChanged.connect(self._on_moved)
        self._words = label("")
        self.follow = QCheckBox(self.tr("Follow"))
        self.follow.setToolTip(self.tr("Show the newest step as soon as it is there"))
        self.follow.setChecked(True)
        self.follow.toggled.connect(self._on_follow)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(icon_button(theme, "chevron-left", self.tr("Earlier step"), self.back))
        line.addWidget(self.slider, 1)
        line.addWidget(icon_button(theme, "chevron-right", self.tr("Later step"), self.forth))
        line.addWidget(self._words)
        line.addWidget(self.follow)

    def set_steps(self, steps: Sequence[int], now: int | None) -> None:
        """Offer some steps, and show which one is looked at."""
        self._steps = list(steps)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(len(steps) - 1, 0))
            self.slider.setEnabled(len(steps) > 1)
        self.show_step(now)

    def show_step(self, step: int | None) -> None:
        """Show which step is looked at."""
        if step is None or step not in self._steps:
            return
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._steps.index(step))
        self._words.setText(self.tr("step {n}").format(n=QLocale().toString(step)))

    def back(self) -> None:
        """Go to the step before."""
        self.slider.setValue(self.slider.value() - 1)

    def forth(self) -> None:
        """Go to the step after."""
        self.slider.setValue(self.slider.value() + 1)

    def _on_moved(self, place: int) -> None:
        if place < len(self._steps):
            step = self._steps[place]
            if step != self._steps[-1]:
                self.follow.setChecked(False)
            self.step_chosen.emit(step)

    def _on_follow(self, is_on: bool) -> None:
        if is_on:
            self.followed.emit()
