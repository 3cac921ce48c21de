"""Whether this machine can show a window, found out before Qt would abort over it."""

import os
import sys
from collections.abc import Mapping

NO_SCREEN = (
    "There is no screen here to show the window on; the whole loop runs without one: o1desk loop "
    "(or o1desk --help)"
)
SCREENLESS = ("offscreen", "minimal", "vnc")  # platforms of Qt that need no display


def missing_screen(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str:
    """Return why no window can be shown, or "".

    Windows and macOS always have one; elsewhere X11 or Wayland must be announced.
    """
    if platform in ("win32", "darwin"):
        return ""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen in SCREENLESS:
        return ""
    has_screen = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return "" if has_screen else NO_SCREEN
