"""Sizes of dialogs: as large as they like to be, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from o1desk.gui.theme import Theme

OF_SCREEN = 0.92


def size_dialog(dialog: QDialog, theme: Theme, width: int, height: int) -> None:
    """Give a dialog its first size.

    Args:
        dialog: The dialog.
        theme: The look.
        width: Pixels at 100 %.
        height: Pixels at 100 %.
    """
    most = dialog.screen().availableSize() * OF_SCREEN
    dialog.resize(QSize(theme.px(width), theme.px(height)).boundedTo(most))
