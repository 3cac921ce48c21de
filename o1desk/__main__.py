"""Reads the command line before anything heavy is imported, and picks the program.

`worker` runs one job as a child process, a verb is the command line, and nothing at all (or only
`--data DIR` and `--safe-mode`) is the window.
"""

import importlib.util
import sys
from collections.abc import Sequence

from o1desk.core.errors import EXIT_INPUT, InputError

NO_QT = (
    "The window needs PySide6, which is not installed here; everything works without it too, "
    "start with: o1desk loop (or o1desk --help)\n"
)
SAFE = "--safe-mode"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program that the arguments ask for; return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["worker"]:
        from o1desk.worker.main import main as worker

        return worker(words[1:])
    window = window_arguments(words)
    if window is None:
        from o1desk.cli import main as verbs

        return verbs(words)
    return open_window(str(window.get("data", "")), is_safe=bool(window["is_safe"]))


def window_arguments(words: Sequence[str]) -> dict[str, str | bool] | None:
    """Return what the window should be opened with; None when the words name a verb."""
    left = [word for word in words if word != SAFE]
    found: dict[str, str | bool] = {"is_safe": len(left) < len(words)}
    if left[:1] == ["--data"] and len(left) == 2:
        return found | {"data": left[1]}
    return None if left else found


def open_window(data: str = "", *, is_safe: bool = False) -> int:
    """Open the window, or say why there can be none."""
    if importlib.util.find_spec("PySide6") is None:
        sys.stderr.write(NO_QT)
        return EXIT_INPUT
    from o1desk.screen import missing_screen

    sentence = missing_screen()
    if sentence:
        sys.stderr.write(sentence + "\n")
        return EXIT_INPUT
    from o1desk.app import main as window

    try:
        return window(data or None, is_safe=is_safe)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
