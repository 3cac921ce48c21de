"""What a run says about its steps: one metric event a step, one line and event a group.

A killed run repeats the steps after its last checkpoint. The journal knows from the run folder
what earlier attempts already told, so that no step appears twice and none is missing. Where sums
are not repeatable (some GPU kernels) the first attempt's numbers stay.
"""

import errno
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from o1desk.core.control import Control
from o1desk.core.errors import NoSpaceError
from o1desk.core.events import Metric, Rollout
from o1desk.core.files import line_of, read_lines, repair_lines
from o1desk.core.runs import EVENTS_FILE
from o1desk.core.samples_io import sample_to_json
from o1desk.core.types import Group

ROLLOUTS_FILE = "rollouts.jsonl"


class Journal:
    """The record of one run."""

    def __init__(self, folder: Path, control: Control) -> None:
        """Read what earlier attempts at this run told."""
        self._control = control
        self._path = folder / ROLLOUTS_FILE
        self._count = repair_lines(self._path)
        self._lines = {
            (line["step"], line["group"]): number
            for number, line in enumerate(read_lines(self._path), start=1)
        }
        self._told_steps: set[int] = set()
        self._told_groups: set[tuple[int, int]] = set()
        for event in _events(folder / EVENTS_FILE):
            if event.get("kind") == Metric.kind:
                self._told_steps.add(event["step"])
            elif event.get("kind") == Rollout.kind:
                self._told_groups.add((event["step"], event["group"]))

    def metrics(self, step: int, values: Mapping[str, float]) -> None:
        """Tell the numbers of a step, unless an earlier attempt did."""
        if step not in self._told_steps:
            self._told_steps.add(step)
            self._control.emit(Metric(step=step, values=dict(values)))

    def groups(self, step: int, groups: Sequence[Group]) -> None:
        """Write the groups of a step and tell where each lies.

        Raises:
            NoSpaceError: If the disk is full; the checkpoints are whole.
        """
        fresh = [n for n in range(len(groups)) if (step, n) not in self._lines]
        lines = [line_of(_group_to_json(step, n, groups[n])) + "\n" for n in fresh]
        self._append("".join(lines))
        for number in fresh:
            self._count += 1
            self._lines[step, number] = self._count
        for number in range(len(groups)):
            if (step, number) not in self._told_groups:
                self._told_groups.add((step, number))
                line = self._lines[step, number]
                self._control.emit(Rollout(step=step, group=number, file=ROLLOUTS_FILE, line=line))

    def _append(self, text: str) -> None:
        if not text:
            return
        size = self._path.stat().st_size if self._path.exists() else 0
        try:
            with self._path.open("a", encoding="ascii", newline="\n") as file:
                file.write(text)
        except OSError as error:
            if self._path.exists():
                os.truncate(self._path, size)
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise NoSpaceError(
                    f"The disk is full: {self._path.name} needs {len(text) / 2**20:.1f} MB; the "
                    "checkpoints were kept; free some space and resume the run"
                ) from error
            raise


def _group_to_json(step: int, number: int, group: Group) -> dict[str, Any]:
    return {
        "step": step,
        "group": number,
        "samples": [sample_to_json(sample) for sample in group.samples],
        "advantages": list(group.advantages),
    }


def _events(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the events of earlier attempts; a torn line is skipped, the worker repairs it."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for line in file:
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict):
                yield event
