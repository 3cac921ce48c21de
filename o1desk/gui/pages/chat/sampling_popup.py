"""How tokens are drawn, and what the model is told of earlier turns."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.icons import icon
from o1desk.gui.pages.chat.context import Choice
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label


class SamplingPopup(QFrame):
    """A small window under its button; every change holds at once.

    Signals:
        temperature_changed: Another temperature (float).
        length_changed: Another longest answer (int).
        alone_changed: Whether earlier messages are left out (bool).
        drop_thinking_changed: Whether earlier thinking is left out (bool).
    """

    temperature_changed = Signal(float)
    length_changed = Signal(int)
    alone_changed = Signal(bool)
    drop_thinking_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Build the fields."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("How tokens are drawn"))
        self.temperature = QDoubleSpinBox(minimum=0.0, maximum=5.0, singleStep=0.1, decimals=2)
        self.length = QSpinBox(minimum=1, maximum=32768, singleStep=64)
        for field in (self.temperature, self.length):
            field.setAccelerated(True)
        self.length.setSuffix(self.tr(" tokens"))
        self.drop_thinking = QCheckBox(self.tr("Leave earlier thinking out of the context"))
        self.alone = QCheckBox(self.tr("Each question on its own, without earlier messages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(8))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(8))
        self._add(form, self.tr("Temperature"), self.temperature)
        self.temperature.setToolTip(
            self.tr("How adventurous the sampling is: 0 takes the likeliest token every time")
        )
        self._add(form, self.tr("Longest answer"), self.length)
        self.length.setToolTip(self.tr("Thinking and answer together may not be longer than this"))
        layout.addLayout(form)
        self.alone.setToolTip(
            self.tr("The starter was trained on single questions; earlier messages confuse it")
        )
        self.drop_thinking.setToolTip(
            self.tr("The model then reads earlier answers, not how it came to them")
        )
        layout.addWidget(self.alone)
        layout.addWidget(self.drop_thinking)
        self.setFixedWidth(theme.px(380))
        self.temperature.valueChanged.connect(self.temperature_changed)
        self.length.valueChanged.connect(self.length_changed)
        self.alone.toggled.connect(self.alone_changed)
        self.drop_thinking.toggled.connect(self.drop_thinking_changed)

    def show_values(self, choice: Choice, *, drop_thinking: bool) -> None:
        """Show what holds, without announcing a change."""
        fields = (self.temperature, self.length, self.alone, self.drop_thinking)
        for field in fields:
            field.blockSignals(True)
        self.temperature.setValue(choice.temperature)
        self.length.setValue(choice.max_new_tokens)
        self.drop_thinking.setChecked(drop_thinking)
        self.alone.setChecked(choice.is_alone)
        self.drop_thinking.setEnabled(not choice.is_alone)
        for field in fields:
            field.blockSignals(False)

    def open_under(self, anchor: QPushButton) -> None:
        """Appear below a button, within the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
        self.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.temperature.setFocus()
        self.temperature.selectAll()

    def _add(self, form: QFormLayout, title: str, field: QWidget) -> None:
        field.setAccessibleName(title)
        named = label(title)
        named.setBuddy(field)
        form.addRow(named, field)


def sampling_button(theme: Theme) -> QPushButton:
    """Return the button that opens the popup; its text says what holds."""
    made = button("")
    made.setIcon(icon(theme, "settings"))
    made.setIconSize(QSize(theme.px(16), theme.px(16)))
    return made
