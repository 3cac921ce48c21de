"""Editors of single values, all with the same few words: `value`, `set_value`, `problem`, `edited`.

The wheel scrolls the page unless the editor has the focus, so that nobody changes a number by
passing over it.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import label

LARGEST = 2_147_483_647  # what a spin box can hold
FEWEST_DIGITS = 12  # how narrow a spin box may become; its range would ask for much more
ADAPTIVE_FROM = 1000  # ranges this wide step by a tenth of the value's size
_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class Editor(Protocol):
    """What a form asks of the widget of one value."""

    edited: Any

    def value(self) -> Any:
        """Return the value, or the last good one while it cannot be read."""
        ...

    def set_value(self, value: Any) -> None:
        """Show a value."""
        ...

    def problem(self) -> str:
        """Return a sentence about what cannot be read; empty when all is well."""
        ...


class Manners(QObject):
    """Keeps the wheel for the page, and tells when the keyboard comes and goes.

    Signals:
        reached: The keyboard came to the editor (True), or the focus left it (False).
    """

    reached = Signal(bool)

    def __init__(self, editor: QWidget) -> None:
        """Teach an editor."""
        super().__init__(editor)
        if editor.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() in _KEYS:
                self.reached.emit(True)
            elif event.lostFocus():
                self.reached.emit(False)
        return False


class IntEdit(QSpinBox):
    """A whole number in a range."""

    edited = Signal()

    def __init__(self, low: float | None, high: float | None, unit: str = "") -> None:
        """Set the limits; None is as far as a spin box reaches."""
        super().__init__()
        bottom = -LARGEST if low is None else int(low)
        top = LARGEST if high is None else int(high)
        self.setRange(bottom, top)
        self.setGroupSeparatorShown(True)
        if top - bottom >= ADAPTIVE_FROM:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        if unit:
            self.setSuffix(f" {unit}")
        inset(self)
        self.valueChanged.connect(self._on_changed)

    @override
    def value(self) -> int:
        return super().value()

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.setValue(int(value))

    def problem(self) -> str:
        """Return nothing: a spin box refuses what it cannot hold."""
        return ""

    def _on_changed(self) -> None:
        self.edited.emit()


class WeightEdit(QDoubleSpinBox):
    """A share above nothing, in steps of a half."""

    edited = Signal()

    def __init__(self, low: float = 0.1, high: float = 100.0) -> None:
        """Set the limits."""
        super().__init__()
        self.setRange(low, high)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        inset(self, digits=6)
        self.valueChanged.connect(self._on_changed)

    @override
    def textFromValue(self, val: float) -> str:
        return self.locale().toString(round(val, self.decimals()), "g", 6)

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.setValue(float(value))

    def problem(self) -> str:
        """Return nothing: a spin box refuses what it cannot hold."""
        return ""

    def _on_changed(self) -> None:
        self.edited.emit()


class FloatEdit(QLineEdit):
    """A number as people of the field write it: 0.001 and 1e-3 alike."""

    edited = Signal()

    def __init__(self, theme: Theme, low: float | None, high: float | None, unit: str = "") -> None:
        """Set the limits; None has none."""
        super().__init__()
        self._low = -math.inf if low is None else low
        self._high = math.inf if high is None else high
        self._good = 0.0
        self._unit = label(unit, "muted")
        self._unit.setParent(self)
        self._gap = theme.px(8)
        if unit:
            self.setTextMargins(0, 0, self._unit.sizeHint().width(), 0)
        self.textChanged.connect(self._on_changed)

    def value(self) -> float:
        """Return the number, or the last good one."""
        return self._good

    def set_value(self, value: Any) -> None:
        """Show a number in its shortest form."""
        self._good = float(value)
        if self._read() != self._good:
            self.setText(number_text(self._good))

    def problem(self) -> str:
        """Return what cannot be read."""
        number = self._read()
        if number is None:
            return self.tr("Write a number, such as 0.001 or 1e-3")
        if not self._low <= number <= self._high:
            return span_text(self._low, self._high)
        return ""

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        size = self._unit.sizeHint()
        left = self.width() - size.width() - self._gap
        self._unit.setGeometry(left, 0, size.width(), self.height())

    def _read(self) -> float | None:
        try:
            number = float(self.text().strip().replace("\u2212", "-"))
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def _on_changed(self) -> None:
        problem, number = self.problem(), self._read()
        if not problem and number is not None:
            self._good = number
        mark_invalid(self, bool(problem))
        self.edited.emit()


class TextEdit(QLineEdit):
    """A word or a path."""

    edited = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.textChanged.connect(self._on_changed)

    def value(self) -> str:
        """Return the text without space around it."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        if value != self.value():
            self.setText(str(value))

    def problem(self) -> str:
        """Return nothing: every text will do."""
        return ""

    def _on_changed(self) -> None:
        self.edited.emit()


class ChoiceEdit(QComboBox):
    """One of a few words, shown in plain language."""

    edited = Signal()

    def __init__(self, titles: Mapping[str, str], *, shortest: int = 8) -> None:
        """Offer the keys of `titles` under their titles; `shortest` letters always have room."""
        super().__init__()
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(adjust)
        self.setMinimumContentsLength(shortest)
        for value, title in titles.items():
            self.addItem(title, value)
        self.currentIndexChanged.connect(self._on_changed)

    def value(self) -> str:
        """Return the chosen key."""
        return str(self.currentData())

    def set_value(self, value: Any) -> None:
        """Choose a key; one that is not offered is shown as it stands."""
        at = self.findData(value)
        if at < 0:
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def problem(self) -> str:
        """Return nothing: only what can be chosen is offered."""
        return ""

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        style = self.style()
        sub = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, sub, self).width()
        text: str = option.currentText
        end = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(text, end, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _on_changed(self) -> None:
        self.edited.emit()


class CheckEdit(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, title: str) -> None:
        """Start with no."""
        super().__init__(title)
        self.toggled.connect(self._on_changed)

    def value(self) -> bool:
        """Return whether it is checked."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Check or clear it."""
        self.setChecked(bool(value))

    def problem(self) -> str:
        """Return nothing."""
        return ""

    def _on_changed(self) -> None:
        self.edited.emit()


class ChipsEdit(QWidget):
    """Any of a few names, each a chip that is pressed in when chosen."""

    edited = Signal()

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        """Offer some names."""
        super().__init__()
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(gap=theme.px(4))
        holder.addLayout(self._flow)
        self._chips: dict[str, QPushButton] = {}
        for name in names:
            self._add(name)

    def value(self) -> list[str]:
        """Return the chosen names, in the order they are shown."""
        return [name for name, chip in self._chips.items() if chip.isChecked()]

    def set_value(self, value: Any) -> None:
        """Choose names; one that is not offered gets a chip."""
        for name in value:
            if name not in self._chips:
                self._add(str(name))
        for name, chip in self._chips.items():
            chip.setChecked(name in value)

    def problem(self) -> str:
        """Return what is missing."""
        return "" if self.value() else self.tr("Choose at least one")

    def _add(self, name: str) -> None:
        chip = QPushButton(name)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.toggled.connect(self._on_toggled)
        self._chips[name] = chip
        self._flow.addWidget(chip)

    def _on_toggled(self) -> None:
        self.edited.emit()


def inset(spin: QAbstractSpinBox, *, digits: int = FEWEST_DIGITS) -> None:
    """Keep the number off the frame, and let the box become as narrow as so many digits.

    The sheet's padding does not move the number, and the range would ask for much more room.
    """
    digit = spin.fontMetrics().horizontalAdvance("0")
    spin.lineEdit().setTextMargins(digit, 0, 0, 0)
    spin.setMinimumWidth(digit * digits)


def mark_invalid(widget: QWidget, is_invalid: bool) -> None:
    """Give a line edit the red border of bad input, or take it away."""
    word = "true" if is_invalid else "false"
    if widget.property("invalid") != word:
        widget.setProperty("invalid", word)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def number_text(value: float) -> str:
    """Return the shortest text that reads back as the same number: 0.001, 1e-5, 32."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    mantissa, mark, exponent = repr(value).partition("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}" if mark else mantissa


def span_text(low: float, high: float) -> str:
    """Return a sentence about the allowed range; an end may be infinite."""
    if math.isinf(high):
        template = QCoreApplication.translate("editors", "Must be at least %1")
    elif math.isinf(low):
        template = QCoreApplication.translate("editors", "Must be at most %2")
    else:
        template = QCoreApplication.translate("editors", "Must be from %1 to %2")
    return filled(template, [number_text(end) if math.isfinite(end) else "" for end in (low, high)])
