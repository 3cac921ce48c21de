"""Where the keyboard is in a view, told so that it can be found again in one that was built anew.

Names change with the language, so the way is told by classes: "the second combo box of the first
card".
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

Place = tuple[tuple[str, int], ...]


def place_of(view: QWidget | None) -> Place | None:
    """Return the way to what has the focus in a view; None when it is elsewhere."""
    focused = None if view is None else view.window().focusWidget()
    if view is None or focused is None:
        return None
    steps: list[tuple[str, int]] = []
    while focused is not view:
        parent = focused.parentWidget()
        if parent is None:
            return None
        name = type(focused).__name__
        steps.append((name, _of_class(parent, name).index(focused)))
        focused = parent
    return tuple(reversed(steps))


def give_focus(view: QWidget | None, place: Place | None) -> None:
    """Give the focus to what stands at a place; nothing happens where nothing does any more."""
    if view is None or place is None:
        return
    found = view
    for name, number in place:
        children = _of_class(found, name)
        if number >= len(children):
            return
        found = children[number]
    if found.focusPolicy() != Qt.FocusPolicy.NoFocus and found.isEnabled():
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, found, lambda: _show(found))  # sizes are known only then


def _show(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _of_class(parent: QWidget, name: str) -> list[QWidget]:
    children = (each for each in parent.children() if isinstance(each, QWidget))
    return [each for each in children if type(each).__name__ == name]
