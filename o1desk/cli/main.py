"""Reads the arguments, runs one verb, and turns every ending into an exit code and a sentence."""

import importlib
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from o1desk.cli.parser import build_parser
from o1desk.core.errors import EXIT_CANCELLED, EXIT_INPUT, EXIT_MEMORY, O1DeskError


def main(argv: Sequence[str]) -> int:
    """Run the verb named by the arguments.

    Returns:
        0 done, 1 bug, 2 usage, 3 cancelled or suspended, 4 out of memory, 5 bad input.
    """
    arguments = build_parser().parse_arguments(argv)
    module, function = arguments.run.split(":")
    try:
        with _interruptible():
            verb = getattr(importlib.import_module(f"o1desk.cli.{module}"), function)
            return int(verb(arguments))
    except O1DeskError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; everything finished so far is kept.\n")
        return EXIT_CANCELLED
    except MemoryError:
        sys.stderr.write("The memory ran out; everything finished so far is kept.\n")
        return EXIT_MEMORY
    except BrokenPipeError:
        return EXIT_CANCELLED
    except OSError as error:
        if error.errno is None:
            raise  # not refused by the system: a bug
        sys.stderr.write(f"{_refusal(error)}\n")
        return EXIT_INPUT


def _refusal(error: OSError) -> str:
    """Return what the system refused, in a sentence."""
    what = f" at {error.filename}" if error.filename else ""
    return (
        f"The system refused{what}: {error.strerror}; everything finished so far is kept; check "
        "the path, its permissions and the free space"
    )


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, under a name of its own.

    Python ends a program by the signal, not with its exit code, once a plain KeyboardInterrupt has
    passed through code that was made at run time, as imports of large libraries do.
    """


@contextmanager
def _interruptible() -> Iterator[None]:
    """Raise `Interrupted` where Python would raise KeyboardInterrupt at Ctrl-C."""
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise Interrupted

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
