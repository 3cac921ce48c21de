"""Looks for a PySide6 that loses a reference to None on every call, before it kills the program.

PySide6 6.12.0 does on Python below 3.12: each call that returns nothing drops one reference, and
after some thousands the interpreter aborts without a word.
"""

import sys

from PySide6.QtCore import QObject

CALLS = 100
SENTENCE = (
    "This PySide6 ({version}) would crash on Python {python}; nothing was opened or changed; "
    'install another with: pip install "PySide6-Essentials<6.12"'
)


def fault() -> str:
    """Return a sentence when this pair of PySide6 and Python is broken, else ""."""
    probe = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        probe.setObjectName("")
    if before - sys.getrefcount(None) < CALLS // 2:
        return ""
    import PySide6

    return SENTENCE.format(version=PySide6.__version__, python=sys.version.split()[0])
