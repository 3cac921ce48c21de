"""The row of presets, and what the chosen one is for."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from o1desk.gui.pages.train.presets import PRESETS, presets_of
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, label

translate = QCoreApplication.translate


class PresetsRow(QWidget):
    """A button for each preset of the method.

    Signals:
        chosen: Key of a preset that a person wants.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show no method yet."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        flow = FlowLayout(gap=theme.px(6))
        self._buttons: dict[str, QPushButton] = {}
        for preset in PRESETS:
            made = button(translate("train", preset.title), self._on_clicked)
            made.setToolTip(translate("train", preset.why))
            made.setCheckable(True)
            self._buttons[preset.key] = made
            flow.addWidget(made)
        self._why = label("", "muted", is_wrapped=True)
        layout.addLayout(flow)
        layout.addWidget(self._why)

    def button(self, key: str) -> QPushButton:
        """Return the button of a preset."""
        return self._buttons[key]

    def show_presets(self, method: str, key: str) -> None:
        """Show the presets of a method, and which one the form agrees with; "" for none."""
        offered = {preset.key: preset for preset in presets_of(method)}
        for name, made in self._buttons.items():
            made.setVisible(name in offered)
            made.setChecked(name == key)
        own = self.tr("Your own settings; a preset replaces those below, not what is practised.")
        self._why.setText(translate("train", offered[key].why) if key in offered else own)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for name, made in self._buttons.items():
            if made is sender:
                self.chosen.emit(name)
