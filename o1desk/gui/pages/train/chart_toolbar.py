"""What can be changed about all charts at once: smoothing, horizontal axis, what is shown."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSlider, QWidget

from o1desk.gui.pages.train.positions import CLOCK, SECONDS, STEP, TOKENS
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import label

MOST_PERCENT = 98  # of smoothing
SLIDER_PX, LINE_PX = 88, 30
SWITCHES = ("log", "clip", "advanced")


class ChartToolbar(QWidget):
    """One line of choices.

    Signals:
        changed: A choice is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start as measured, over steps, without the advanced charts."""
        super().__init__()
        self._flow = FlowLayout(self, gap=theme.px(12))
        self._smoothing = QSlider(Qt.Orientation.Horizontal)
        self._smoothing.setRange(0, MOST_PERCENT)
        self._smoothing.setFixedWidth(theme.px(SLIDER_PX))
        self._smoothing.valueChanged.connect(self._on_changed)
        tip = self.tr("Average over neighbouring steps; the measured line stays, faintly")
        self._flow.addWidget(_named(theme, self.tr("Smoothing"), self._smoothing, tip))
        self._kind = QComboBox()
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._kind.currentIndexChanged.connect(self._on_changed)
        self._offer(has_tokens=False)
        tip = self.tr("What the horizontal axis of all charts counts")
        self._kind.setToolTip(tip)
        self._kind.setAccessibleName(self.tr("Horizontal axis"))
        self._flow.addWidget(self._kind)
        self._switches = {
            "log": _switch(
                self.tr("Log scale"),
                self.tr("For norms, distances and losses: equal factors, equal heights"),
            ),
            "clip": _switch(
                self.tr("Clip outliers"), self.tr("Let single odd values leave the picture")
            ),
            "advanced": _switch(
                self.tr("Advanced"), self.tr("Loss, ratios, rates and whatever else was told")
            ),
        }
        for made in self._switches.values():
            made.toggled.connect(self._on_changed)
            self._flow.addWidget(made)
        for part in (self._kind, *self._switches.values()):
            part.setFixedHeight(theme.px(LINE_PX))

    @property
    def smoothing(self) -> float:
        """Weight of the average, 0 to 0.98."""
        return self._smoothing.value() / 100.0

    @property
    def kind(self) -> str:
        """What the horizontal axis counts."""
        return str(self._kind.currentData())

    def is_on(self, name: str) -> bool:
        """Return whether a switch is on: log, clip or advanced."""
        return self._switches[name].isChecked()

    def set_has_tokens(self, has_tokens: bool) -> None:
        """Offer tokens for the horizontal axis, or not."""
        if has_tokens != (self._kind.findData(TOKENS) >= 0):
            before = self.kind
            self._offer(has_tokens=has_tokens)
            if self.kind != before:
                self.changed.emit()

    def state(self) -> dict[str, Any]:
        """Return the choices as JSON values."""
        switches = {name: made.isChecked() for name, made in self._switches.items()}
        return {"smoothing": self._smoothing.value(), "kind": self.kind, **switches}

    def set_state(self, state: dict[str, Any]) -> None:
        """Take choices up again; what is missing stays."""
        self._smoothing.setValue(int(state.get("smoothing", self._smoothing.value())))
        if state.get("kind") == TOKENS:
            self.set_has_tokens(True)
        at = self._kind.findData(state.get("kind", STEP))
        self._kind.setCurrentIndex(max(at, 0))
        for name, made in self._switches.items():
            made.setChecked(bool(state.get(name, made.isChecked())))

    def _offer(self, *, has_tokens: bool) -> None:
        chosen = self._kind.currentData()
        titles = {
            STEP: self.tr("Steps"),
            SECONDS: self.tr("Time at work"),
            CLOCK: self.tr("Clock"),
            TOKENS: self.tr("Tokens"),
        }
        self._kind.blockSignals(True)
        self._kind.clear()
        for kind, title in titles.items():
            if kind != TOKENS or has_tokens:
                self._kind.addItem(title, kind)
        self._kind.setCurrentIndex(max(self._kind.findData(chosen), 0))
        self._kind.blockSignals(False)

    def _on_changed(self) -> None:
        self.changed.emit()


def _switch(text: str, tip: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setToolTip(tip)
    return made


def _named(theme: Theme, text: str, widget: QWidget, tip: str) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(theme.px(LINE_PX))
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(6))
    name = label(text, "muted")
    name.setBuddy(widget)
    name.setToolTip(tip)
    widget.setToolTip(tip)
    widget.setAccessibleName(text)
    line.addWidget(name)
    line.addWidget(widget)
    return holder
