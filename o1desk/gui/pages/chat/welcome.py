"""An empty conversation: what this is for, and questions to begin with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from o1desk.gui.icons import picture
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label

# Questions that the starter model was trained for; they are data, not words of the program.
QUESTIONS = (
    "347 + 85 - 126 =",
    "Greatest common divisor of 84 and 36",
    'Count the letter "e" in: three green trees',
)


class Welcome(QWidget):
    """Shown while nothing was said yet.

    Signals:
        chosen: A question to begin with (str).
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Offer questions."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(12))
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(2)
        drawn = QLabel()
        drawn.setPixmap(picture("brain", theme.color("border_strong"), theme.px(48)))
        layout.addWidget(drawn, 0, centre)
        layout.addWidget(label(self.tr("Ask, and watch the model think"), "heading"), 0, centre)
        told = label(
            self.tr(
                "Every step of the thinking is shown with its tokens and its time. Everything is "
                "stored on this computer only."
            ),
            "muted",
            is_wrapped=True,
        )
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        told.setFixedWidth(theme.px(420))
        layout.addWidget(told, 0, centre)
        layout.addSpacing(theme.px(8))
        self.questions: list[QPushButton] = []
        for question in QUESTIONS:
            made = button(question, self._on_pressed, tip=self.tr("Ask this now"))
            made.setMinimumWidth(theme.px(320))
            layout.addWidget(made, 0, centre)
            self.questions.append(made)
        layout.addStretch(3)

    def _on_pressed(self) -> None:
        pressed = self.sender()
        for made, question in zip(self.questions, QUESTIONS, strict=True):
            if made is pressed:
                self.chosen.emit(question)
