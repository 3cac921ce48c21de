"""Who has the keys: the ratings, a field, or something outside the page."""

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


def mode_of(page: QWidget, focused: QWidget | None) -> str:
    """Return what single keys do: one of `problem_card.MODES`.

    Args:
        page: The page.
        focused: The widget that has the focus; None for none.
    """
    if focused is None or not (focused is page or page.isAncestorOf(focused)):
        return "rest"
    return "type" if is_field(focused) else "rate"


def is_field(widget: QWidget) -> bool:
    """Return whether a widget takes letters for itself."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QLineEdit | QAbstractSpinBox | QComboBox)
