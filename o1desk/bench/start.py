"""How long the program takes to say what it can do, against Python doing nothing."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from o1desk.bench.measure import Result, Row, computer, middle, take_turns
from o1desk.core.errors import O1DeskError

ROUNDS, QUICK_ROUNDS = 15, 3


def measure(*, quick: bool, data: Path | None) -> Result:  # noqa: ARG001 - the shape of every bench
    """Measure the wall time of `o1desk --help`."""
    ours, peer = take_turns(
        lambda _: wall_s(["-m", "o1desk", "--help"]),
        lambda _: wall_s(["-c", "pass"]),
        QUICK_ROUNDS if quick else ROUNDS,
    )
    row = Row(
        what="wall time of o1desk --help",
        ours=middle(ours),
        peer=middle(peer),
        peer_name=f"Python {sys.version.split()[0]} -c pass",
        unit="s",
        better="lower",
    )
    return Result(rows=[row], device=computer())


def wall_s(arguments: Sequence[str]) -> float:
    """Return how long one start of this Python with these arguments takes, seconds.

    Raises:
        O1DeskError: If the program did not end well; the time would mean nothing.
    """
    started_s = time.perf_counter()
    ended = subprocess.run(  # noqa: S603 - this interpreter and our own arguments
        [sys.executable, *arguments], capture_output=True, check=False
    )
    seconds = time.perf_counter() - started_s
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip()
        raise O1DeskError(f"'{' '.join(arguments)}' ended with {ended.returncode}: {said}")
    return seconds
