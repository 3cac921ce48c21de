"""`o1desk starter build`: the starter model from nothing."""

import os
from argparse import Namespace
from pathlib import Path

from typing_extensions import override

from o1desk.cli.desk import say
from o1desk.cli.progress import ProgressLine
from o1desk.cli.room import room_for
from o1desk.core.control import NullControl
from o1desk.core.errors import EXIT_DONE, InputError
from o1desk.core.events import Event, Progress
from o1desk.paths import cache_dir, resources


class LineControl(NullControl):
    """A control that shows everything on the progress line."""

    def __init__(self, line: ProgressLine) -> None:
        """Remember the line."""
        super().__init__()
        self._line = line

    @override
    def tick(self, phase: str, done: int, total: int) -> None:
        """Show how far the phase got."""
        self._line(Progress(phase=phase, done=done, total=total))

    @override
    def emit(self, event: Event) -> None:
        """Show the event."""
        self._line(event)


def starter(arguments: Namespace) -> int:
    """Build the starter; a second call goes on where the first stopped.

    Raises:
        InputError: For a budget that makes no sense, or a folder that cannot be written.
    """
    if arguments.minutes <= 0:
        raise InputError(f"--minutes must be above 0, not {arguments.minutes:g}; nothing was built")
    # Threads that spin while they wait starve each other on a machine that does other work too;
    # OpenMP reads this once, when torch is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from o1desk.training.starter.build import build_starter

    out = Path(arguments.out) if arguments.out else resources() / "starter"
    work = Path(arguments.work) if arguments.work else cache_dir() / "starter-build"
    line = ProgressLine("starter build")
    with room_for(out):
        value = build_starter(
            out,
            work,
            minutes=arguments.minutes,
            tokens=None,
            seed=arguments.seed,
            threads=arguments.threads,
            control=LineControl(line),
        )
    line.finish()
    say(arguments, f"starter written to {out}", value)
    return EXIT_DONE
