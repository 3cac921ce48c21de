"""What the dialogs of the page have in common: fields that Tab leaves, and one way to keep."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton

translate = QCoreApplication.translate


def typing_field(text: str, name: str) -> QPlainTextEdit:
    """Return a field for several lines.

    Tab goes on to the next field: a step or a guideline holds no tabs, and without it the rest of
    the dialog could be reached with the mouse only.

    Args:
        text: What stands in it at first.
        name: What it is for.
    """
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made


def keep_button(buttons: QDialogButtonBox) -> QPushButton:
    """Add the button that keeps what was typed; Ctrl+Enter presses it, on both Enter keys."""
    made = buttons.addButton(translate("annotate", "Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
    made.setProperty("kind", "primary")
    made.setToolTip(translate("annotate", "Keep (Ctrl+Enter)"))
    keys = QShortcut(
        made
    )  # the button's own shortcut is one key, and acts a tenth of a second late
    enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    keys.setKeys([QKeySequence(Qt.Modifier.CTRL | key) for key in enters])
    keys.activated.connect(made.click)
    return made
