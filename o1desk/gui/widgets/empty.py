"""What an empty place says: why it is empty and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.icons import picture
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, close_to_writing, label


class EmptyState(QWidget):
    """A picture, one sentence, one button, and perhaps a second way."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        text: str,
        *,
        action: tuple[str, Callable[[], None]] | None = None,
        second: tuple[str, Callable[[], None]] | None = None,
        refusal: str = "",
    ) -> None:
        """Say what is missing.

        Args:
            theme: The look.
            icon_name: File in resources/icons.
            text: One or two sentences.
            action: Word on the main button, and what it does.
            second: The same for a quieter link.
            refusal: Why neither can be done; empty when they can.
        """
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(12))
        layout.addStretch(1)
        self._picture = QLabel()
        self._picture.setPixmap(picture(icon_name, theme.color("border_strong"), theme.px(48)))
        self._text = label(text, "muted", is_wrapped=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._most, self._edge = theme.px(420), theme.px(16)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self._picture, 0, centre)
        layout.addWidget(self._text, 0, centre)
        for offer, kind in ((action, "primary"), (second, "link")):
            if offer is not None:
                made = button(*offer, kind=kind)
                close_to_writing(refusal, made)
                layout.addWidget(made, 0, centre)
        layout.addStretch(2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words their size: a wrapped label in a centred place has none of its own."""
        super().resizeEvent(event)
        width = max(1, min(self._most, self.width() - 2 * self._edge))
        self._text.setFixedSize(width, max(self._text.heightForWidth(width), 0))

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self._text.setFixedHeight(max(self._text.heightForWidth(self._text.width()), 0))
