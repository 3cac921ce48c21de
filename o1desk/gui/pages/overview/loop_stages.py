"""The four parts of the loop as a line: what is done, what is at work, what is to come."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import chip, label, set_chip

STAGES = {
    "generate": QT_TRANSLATE_NOOP("loop", "Generate"),
    "measure before": QT_TRANSLATE_NOOP("loop", "Measure"),
    "train": QT_TRANSLATE_NOOP("loop", "Train"),
    "measure after": QT_TRANSLATE_NOOP("loop", "Measure again"),
}
DONE, WORKING, TO_COME = "\u2713", "\u25cf", "\u25cb"


class LoopStages(QWidget):
    """One chip for each part."""

    def __init__(self, theme: Theme) -> None:
        """Show that nothing is done yet."""
        super().__init__()
        self._chips: dict[str, QLabel] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        for number, name in enumerate(STAGES):
            if number:
                line.addWidget(label("\u2192", "small"))
            self._chips[name] = chip("")
            line.addWidget(self._chips[name])
        line.addStretch(1)
        self.show_part("")

    def show_part(self, part: str) -> None:
        """Show which part is at work; empty for none yet."""
        names = list(STAGES)
        at = names.index(part) if part in STAGES else -1
        for number, (name, shown) in enumerate(self._chips.items()):
            sign, tone = TO_COME, "plain"
            if number < at:
                sign, tone = DONE, "good"
            elif number == at:
                sign, tone = WORKING, "accent"
            shown.setText(f"{sign} {QCoreApplication.translate('loop', STAGES[name])}")
            set_chip(shown, tone)

    def signs(self) -> str:
        """Return the signs of the parts, from left to right."""
        return "".join(shown.text()[0] for shown in self._chips.values())
