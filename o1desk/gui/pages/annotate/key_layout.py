"""What a pressed key may be called: as the layout says, and by its place on the keyboard.

A Russian layout has no B and a French one no bare 1, but every keyboard has keys where those
stand on an American one.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

# Linux counts keys by place: evdev codes plus 8 in X11 and Wayland.
_ROWS = {10: "1234567890", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
_LINUX = {first + index: key for first, row in _ROWS.items() for index, key in enumerate(row)}
# The order of macOS's virtual key codes; blanks are other keys.
_MAC = dict(enumerate("ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K    NM"))
_LETTERS_AND_DIGITS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def candidates(event: QKeyEvent) -> Iterator[str]:
    """Yield the names of a pressed key in portable text, the surest first."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    yield _name(event.key(), modifiers)
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:  # with Shift where a layout wants it
        yield _name(event.key(), modifiers & ~Qt.KeyboardModifier.ShiftModifier)
    elif not _is_named(event.key()):
        place = place_of(event, _platform())
        if place:
            yield _name(ord(place), modifiers)


def place_of(event: QKeyEvent, platform: str) -> str:
    """Return the letter or digit that stands on this key of an American keyboard; "" for none.

    Args:
        event: The pressed key.
        platform: Name of Qt's platform plugin.
    """
    if platform in ("xcb", "wayland"):
        return _LINUX.get(event.nativeScanCode(), "")
    code = event.nativeVirtualKey()
    if platform == "cocoa":
        return _MAC.get(code, "").strip()
    if platform == "windows" and chr(code & 0xFF) in _LETTERS_AND_DIGITS:
        return chr(code & 0xFF)
    return ""


def _platform() -> str:
    return QGuiApplication.platformName()


def _is_named(key: int) -> bool:
    """Return whether a key has a name on every layout: a Latin letter, or Return and the like."""
    return key >= Qt.Key.Key_Escape or chr(key) in _LETTERS_AND_DIGITS or key == Qt.Key.Key_Space


def _name(key: int, modifiers: Qt.KeyboardModifier) -> str:
    name = QKeySequence(int(key) | int(modifiers.value)).toString()
    return name.replace("Enter", "Return")
