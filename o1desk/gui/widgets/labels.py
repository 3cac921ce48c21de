"""Labels, chips and buttons that take plain text only and know their place in the type scale."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from o1desk.gui.icons import icon
from o1desk.gui.theme import Theme


def label(
    text: str = "", role: str = "body", *, tone: str = "", is_wrapped: bool = False
) -> QLabel:
    """Return a plain-text label.

    Args:
        text: What it says; markup is shown as it stands.
        role: body, muted, small, lead, heading, title, figure or section.
        tone: good, bad, warn, accent, or "" for the usual colour.
        is_wrapped: Whether long text takes several lines.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(is_wrapped)
    if is_wrapped:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    made.setText(text)
    set_tone(made, tone)
    return made


def chip(text: str, tone: str = "plain") -> QLabel:
    """Return a small rounded label: plain, good, bad, warn or accent."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    set_chip(made, tone)
    return made


def set_chip(widget: QLabel, tone: str) -> None:
    """Change the tone of a chip."""
    _set(widget, "chip", tone)


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label."""
    _set(widget, "tone", tone)


def button(
    text: str,
    pressed: Callable[[], None] | None = None,
    *,
    kind: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button.

    Args:
        text: A verb.
        pressed: Called when it is pressed; a bound method of a QObject.
        kind: primary, quiet, danger, link, or "" for the usual one.
        tip: One sentence; its key stands at the end in brackets.
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if tip:
        made.setToolTip(tip)
    if pressed is not None:
        made.clicked.connect(pressed)
    return made


def icon_button(
    theme: Theme,
    name: str,
    tip: str,
    pressed: Callable[[], None] | None = None,
    *,
    is_checkable: bool = False,
) -> QToolButton:
    """Return a button that shows an icon; the tip is its accessible name too."""
    made = QToolButton()
    made.setIcon(icon(theme, name))
    made.setIconSize(QSize(theme.px(18), theme.px(18)))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setCheckable(is_checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if pressed is not None:
        made.clicked.connect(pressed)
    return made


def close_to_writing(refusal: str, *ways: QWidget | QAction) -> None:
    """Disable what would change the data folder, where it is only read.

    Args:
        refusal: Why (`Session.refusal`), shown as the tip; empty leaves everything as it is.
        ways: Buttons, or lines of a menu.
    """
    for each in ways if refusal else ():
        each.setEnabled(False)
        each.setToolTip(refusal)


def rule() -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame()
    made.setProperty("line", "true")
    made.setFixedHeight(1)
    return made


def _set(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
