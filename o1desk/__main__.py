"""Reads the command line before anything heavy is imported, and picks the program.

`worker` runs one job as a child process, any other word is a verb of the command line, and nothing
at all is the window.
"""

import sys
from collections.abc import Sequence

from o1desk.core.errors import EXIT_USAGE

NO_WINDOW = "The window is not part of this version yet; start with: o1desk loop (or o1desk --help)"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program that the arguments ask for; return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["worker"]:
        from o1desk.worker.main import main as worker

        return worker(words[1:])
    if words:
        from o1desk.cli import main as verbs

        return verbs(words)
    sys.stderr.write(NO_WINDOW + "\n")
    return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
