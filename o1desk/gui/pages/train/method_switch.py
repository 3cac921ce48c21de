"""The choice of the training method: two large buttons that say what each one is for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label

METHODS = ("rl", "sft")


class MethodSwitch(QWidget):
    """One of the methods.

    Signals:
        chosen: A person chose a method.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start with reinforcement learning."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._group = QButtonGroup(self)
        for number, name in enumerate(METHODS):
            made = button(kind_text("train", name))
            made.setCheckable(True)
            self._group.addButton(made, number)
            line.addWidget(made)
        line.addStretch(1)
        self._words = label("", "muted", is_wrapped=True)
        layout.addLayout(line)
        layout.addWidget(self._words)
        self._group.idClicked.connect(self._on_clicked)
        self.set_value("rl")

    def value(self) -> str:
        """Return the method."""
        return METHODS[max(self._group.checkedId(), 0)]

    def set_value(self, method: str) -> None:
        """Show a method."""
        self._group.button(METHODS.index(method)).setChecked(True)
        self._words.setText(self._explained(method))

    def _explained(self, method: str) -> str:
        if method == "rl":
            return self.tr(
                "The model tries each problem several times; answers that a checker finds right "
                "are made likelier (GRPO with a LoRA adapter)."
            )
        return self.tr(
            "The model learns to write like the samples you give it (a LoRA adapter). A good start "
            "before reinforcement learning."
        )

    def _on_clicked(self, number: int) -> None:
        self._words.setText(self._explained(METHODS[number]))
        self.chosen.emit(METHODS[number])
