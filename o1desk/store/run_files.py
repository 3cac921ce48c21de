"""Samples of a run folder into the database, from where the last reading stopped.

A file is read by position, not by the lines that events name: an event that was never told, or
told twice, loses and repeats nothing. Lines and position are committed together.
"""

import dataclasses
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.runs import INPUTS_FILE
from o1desk.core.samples_io import problem_from_json, sample_from_json
from o1desk.core.types import Sample
from o1desk.store import problem_rows, sample_rows
from o1desk.store.blobs import BlobFolder
from o1desk.store.gate import numbers
from o1desk.store.writer import savepoint

LINES = 500  # read in one transaction, so that others get their turn


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFile:
    """A file of a run folder that holds samples.

    Attributes:
        run: Id of the run.
        folder: Its folder.
        name: Name of the file.
    """

    run: str
    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.folder / self.name


@dataclass(slots=True, kw_only=True)
class Read:
    """What one reading brought.

    Attributes:
        problems: Rows of the problems that were attempted.
        new: Samples that were not there before.
        is_done: Whether the end of the file was reached.
    """

    problems: set[int] = dataclasses.field(default_factory=set)
    new: int = 0
    is_done: bool = True


def read_on(connection: sqlite3.Connection, blobs: BlobFolder, source: RunFile) -> Read:
    """Store the lines that came since the last reading, at most `LINES` of them.

    A last line without its line break is still being written and waits.
    """
    read = Read()
    lines, position, unreadable = _position(connection, source)
    try:
        file = source.path.open("rb")
    except FileNotFoundError:
        return read
    with file:
        file.seek(position)
        for _ in range(LINES):
            line = file.readline()
            if not line.endswith(b"\n"):
                break
            lines += 1
            position += len(line)
            unreadable += not _put_line(connection, blobs, source, (lines, line), read)
        else:
            read.is_done = False
    connection.execute(
        "INSERT OR REPLACE INTO run_file (run_id, file, lines, bytes, unreadable) "
        "VALUES (?, ?, ?, ?, ?)",
        (source.run, source.name, lines, position, unreadable),
    )
    return read


def _position(connection: sqlite3.Connection, source: RunFile) -> tuple[int, int, int]:
    sql = "SELECT lines, bytes, unreadable FROM run_file WHERE run_id = ? AND file = ?"
    found = connection.execute(sql, (source.run, source.name)).fetchone()
    if found is None:
        return 0, 0, 0
    size = source.path.stat().st_size if source.path.exists() else 0
    # A worker that resumes cuts off what a power cut left: everything is read again then, and
    # known lines change nothing.
    return tuple(found) if found[1] <= size else (0, 0, 0)


def _put_line(
    connection: sqlite3.Connection,
    blobs: BlobFolder,
    source: RunFile,
    numbered: tuple[int, bytes],
    read: Read,
) -> bool:
    """Store one line; return False if it cannot be read."""
    number, line = numbered
    try:
        value = json.loads(line)
        with savepoint(connection):
            if source.name == INPUTS_FILE:
                _put_input(connection, blobs, source, (number, value))
            else:
                _put_attempts(connection, blobs, source, (number, value), read)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return False
    return True


def _put_attempts(
    connection: sqlite3.Connection,
    blobs: BlobFolder,
    source: RunFile,
    numbered: tuple[int, Any],
    read: Read,
) -> None:
    number, value = numbered
    if not isinstance(value, Mapping):
        raise TypeError("not an object")
    is_group = "samples" in value
    advantages = list(value.get("advantages", ()))
    for member, data in enumerate(value["samples"] if is_group else [value]):
        sample = _of_run(sample_from_json(data), source.run)
        put = sample_rows.put_sample(connection, blobs, sample)
        read.problems.add(put.problem)
        read.new += put.is_new
        advantage = advantages[member] if member < len(advantages) else None
        finite, kinds = numbers({"reward": sample.reward, "advantage": advantage})
        connection.execute(
            "INSERT INTO rollout (run_id, file, line, member, step, group_index, sample_id, "
            "reward, advantage, kinds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (run_id, file, line, member) DO NOTHING",
            (
                source.run,
                source.name,
                number,
                member,
                value.get("step") if is_group else None,
                value.get("group") if is_group else None,
                put.id,
                finite["reward"],
                finite["advantage"],
                kinds,
            ),
        )


def _of_run(sample: Sample, run: str) -> Sample:
    return sample if sample.run else dataclasses.replace(sample, run=run)


def _put_input(
    connection: sqlite3.Connection,
    blobs: BlobFolder,
    source: RunFile,
    numbered: tuple[int, Any],
) -> None:
    """Note a frozen problem or sample that the run was given."""
    number, value = numbered
    sample: int | None = None
    if "trace" in value:
        put = sample_rows.put_sample(connection, blobs, sample_from_json(value))
        problem, sample = put.problem, put.id
    else:
        problem, _ = problem_rows.put_problem(connection, blobs, problem_from_json(value))
    connection.execute(
        "INSERT OR IGNORE INTO run_input (run_id, line, problem_id, sample_id) VALUES (?, ?, ?, ?)",
        (source.run, number, problem, sample),
    )
