import os
import shutil
import subprocess

import pytest

SCREEN = "1440x900x24"


@pytest.fixture(scope="session")
def display():
    """A screen of its own for the window, as X11 has it; returns its name."""
    missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(20)


class Person:
    """Moves the mouse and presses keys of the X server, knowing nothing of Qt."""

    def __init__(self, display):
        self._environment = os.environ | {"DISPLAY": display}

    def _do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True, env=self._environment)

    def click(self, place):
        self._do("mousemove", *place, "click", 1)

    def press(self, *keys):
        self._do("key", "--delay", 20, *keys)

    def type(self, text):
        self._do("type", "--delay", 20, text)


@pytest.fixture
def person(display):
    return Person(display)
