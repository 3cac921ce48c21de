"""The real window with a hand that uses it: `window_program.py ACTS ACT DATA [words...]`.

ACTS is a Python file beside some tests, ACT one of its functions: a generator that gets a `Hand`,
uses the window, and yields conditions to wait for; it begins when the data folder is open, or
`at_once`. What it says goes to stdout, one JSON object a line. The window is the one of `o1desk`,
from its own main function; workers are those of `tests/e2e/worker_program.py` unless
O1DESK_TEST_WORKER is "real".
"""

import functools
import importlib.util
import json
import os
import sys
import time
import traceback
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

import o1desk.app as program
from o1desk.gui import opening
from o1desk.jobs.manager import ManagerOptions

PATIENCE_S = 90.0
LOOK_MS = 10
WORKER = (sys.executable, str(Path(__file__).parent / "e2e" / "worker_program.py"))


class Hand(QObject):
    """Uses the window as a person would.

    Attributes:
        desktop: The running program.
        words: What the test said.
        looks: How often the event loop came by; stands still while it is held up.
        gap_s: The longest time between two looks since `watch_gaps`, seconds.
    """

    def __init__(self, desktop, act, words):
        super().__init__(desktop)
        self.desktop, self.words = desktop, words
        self._acting = act(self)
        self._condition = None if hasattr(act, "at_once") else self.is_open
        self.looks = 0
        self.gap_s, self._came = 0.0, time.monotonic()
        self._since = time.monotonic()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(LOOK_MS)

    @property
    def window(self):
        return self.desktop.window

    @property
    def session(self):
        return self.desktop.session

    def is_open(self):
        return self.window.stack is not None and self.window.stack.isVisible()

    def page(self, key):
        """Show a page by its button in the rail."""
        self.click(self.window._rail._buttons[key])
        return self.window.stack.current

    def click(self, target):
        """Press a visible button, given itself or by its text."""
        button = target if isinstance(target, QAbstractButton) else self.button(target)
        assert button.isVisible(), f"{button.text()!r} cannot be seen"
        assert button.isEnabled(), f"{button.text()!r} is disabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, text):
        """Return the visible button with a text."""
        found = self.find(text)
        assert found is not None, f"there is no button {text!r}: {sorted(self.buttons())}"
        return found

    def find(self, text):
        return self.buttons().get(text)

    def buttons(self):
        """Return every button that can be seen, by its text or name."""
        return {
            each.text().strip() or each.accessibleName(): each
            for each in QApplication.allWidgets()
            if isinstance(each, QAbstractButton) and each.isVisible()
        }

    def key(self, widget, key):
        QTest.keyClick(widget, key)

    def watch_gaps(self):
        """Measure from now on for how long the event loop stays away at most."""
        self.gap_s, self._came = 0.0, time.monotonic()

    def say(self, **values):
        sys.stdout.write(json.dumps(values) + "\n")
        sys.stdout.flush()

    def quit(self):
        """Close the window by its button and wait for nothing more."""
        self._clock.stop()
        self.window.close()

    def _look(self):
        self.looks += 1
        now = time.monotonic()
        self.gap_s, self._came = max(self.gap_s, now - self._came), now
        try:
            if self._condition is not None and not self._condition():
                assert time.monotonic() < self._since + PATIENCE_S, "what was waited for never came"
                return
            self._condition = next(self._acting)
            self._since = time.monotonic()
        except StopIteration:
            self._clock.stop()
        except Exception:  # noqa: BLE001 - the test is told
            traceback.print_exc()
            for child in psutil.Process().children(recursive=True):
                child.kill()
            os._exit(70)


def acts_of(path):
    spec = importlib.util.spec_from_file_location("acts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(acts, act, data, *words):
    module = acts_of(acts)

    class Driven(program.Desktop):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            self.hand = Hand(self, getattr(module, act), words)

    program.Desktop = Driven
    if os.environ.get("O1DESK_TEST_WORKER") != "real":
        opening.ManagerOptions = functools.partial(ManagerOptions, program=WORKER)
    if hasattr(module, "prepare"):
        module.prepare(act)
    return program.main(data)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
