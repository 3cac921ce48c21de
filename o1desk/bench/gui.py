"""How long the window lets a person wait, against the same event loop with an empty window."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from o1desk.bench.lateness import EVENTS_PER_S, TICK_MS
from o1desk.bench.measure import Result, Row, computer, middle, take_turns
from o1desk.bench.store import BATCH, samples
from o1desk.core.errors import O1DeskError

SAMPLES, QUICK_SAMPLES = 100_000, 2_000
SECONDS, QUICK_SECONDS = 10.0, 3.0
ROUNDS, QUICK_ROUNDS = 3, 1
TARGET_MS = 50  # of the 99th percentile
CHARTS = 6  # that must be in sight
PARTS = {"p50": "half the ticks", "p99": "99 of 100 ticks", "max": "the latest tick"}


def measure(*, quick: bool, data: Path | None) -> Result:  # noqa: ARG001 - the shape of every bench
    """Measure the lateness of the event loop, each turn in a process of its own."""
    seconds = QUICK_SECONDS if quick else SECONDS
    rounds = QUICK_ROUNDS if quick else ROUNDS
    with TemporaryDirectory() as folder:
        count = _fill(Path(folder), QUICK_SAMPLES if quick else SAMPLES)
        streamed = _case(("training", "streamed beside"), rounds, seconds, folder)
        scrolled = _case(("table", "empty"), rounds, seconds, folder)
    facts = streamed[0][-1]
    _check(facts["charts"] >= CHARTS, f"only {facts['charts']} charts were in sight")
    rows_seen = scrolled[0][-1]["rows"]
    _check(rows_seen == count, f"the table held {rows_seen} of {count} samples")
    rows = _rows(
        f"while a run tells {EVENTS_PER_S} events a second into {facts['charts']} visible charts "
        f"of {facts['points'] // 1000 * 1000} points",
        streamed,
        "the same loop and the same run beside an empty window",
    )
    rows += _rows(
        f"while a table of {count} samples scrolls", scrolled, "the same loop with an empty window"
    )
    return Result(rows=rows, device=f"{computer()}, drawn without a screen")


def _fill(folder: Path, count: int) -> int:
    from o1desk.store.facade import open_store

    with open_store(folder) as store:
        waiting = samples(count)
        while batch := list(islice(waiting, BATCH)):
            store.samples.add(batch)
    return count


Sides = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def _case(names: tuple[str, str], rounds: int, seconds: float, folder: str) -> Sides:
    ours, peer = names
    return take_turns(
        lambda _: late(ours, seconds, folder), lambda _: late(peer, seconds, folder), rounds
    )


def late(case: str, seconds: float, folder: str) -> dict[str, Any]:
    """Return what one window found, measured in a process of its own.

    Raises:
        O1DeskError: If it did not end well.
    """
    command = [sys.executable, "-m", "o1desk.bench.lateness", case, str(seconds), folder]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if ended.returncode:
        raise O1DeskError(f"The window of '{case}' ended badly: {ended.stderr.strip()}")
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def _rows(doing: str, sides: Sides, peer: str) -> list[Row]:
    ours, theirs = sides
    target = {"p99": f" (target under {TARGET_MS} ms)"}
    return [
        Row(
            what=f"lateness of {words} of {TICK_MS} ms{target.get(name, '')}, {doing}",
            ours=_of_turns(name, ours),
            peer=_of_turns(name, theirs),
            peer_name=peer,
            unit="ms",
            better="lower",
        )
        for name, words in PARTS.items()
    ]


def _of_turns(name: str, turns: list[dict[str, Any]]) -> float:
    """Return the middle of the turns, and for the latest tick the latest of all."""
    values = [float(each[name]) for each in turns]
    return max(values) if name == "max" else middle(values)


def _check(holds: bool, sentence: str) -> None:
    if not holds:
        raise O1DeskError(f"The window did not show what was to be measured: {sentence}")
