"""What surrounds one sample: its parent and edits, its problem's record, where it was used."""

import sqlite3
from dataclasses import dataclass

from o1desk.core.errors import InputError
from o1desk.store.gate import numbers_back
from o1desk.store.removal import REMOVED

_SAMPLE = """
SELECT s.problem_id, s.parent_id, s.created, p.attempts, p.passes
FROM sample s JOIN problem p ON p.id = s.problem_id WHERE s.id = ?
"""
_CHILDREN = f"""
SELECT id FROM sample WHERE parent_id = ? AND id NOT IN ({REMOVED}) ORDER BY id
"""  # noqa: S608 - our own names
_ROLLOUTS = """
SELECT run_id, step, advantage, kinds FROM rollout WHERE sample_id = ? AND step IS NOT NULL
ORDER BY run_id, step, id
"""
_DATASETS = """
SELECT DISTINCT d.name FROM dataset_member m JOIN dataset d ON d.id = m.dataset_id
WHERE m.sample_id = ? AND d.removed IS NULL ORDER BY d.name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleContext:
    """What surrounds one sample.

    Attributes:
        id: Its row.
        problem_id: Row of its problem.
        parent_id: The sample it is an edit of; None for an original.
        created: When it was stored, UTC.
        children: Its edits, oldest first.
        attempts: How often models tried its problem under a checker.
        passes: How often that was right.
        rollouts: Run, step and advantage of each time a training step sampled it.
        datasets: Names of the datasets that hold it.
    """

    id: int
    problem_id: int
    parent_id: int | None
    created: str
    children: tuple[int, ...]
    attempts: int
    passes: int
    rollouts: tuple[tuple[str, int, float | None], ...]
    datasets: tuple[str, ...]


def context_of(connection: sqlite3.Connection, row_id: int) -> SampleContext:
    """Return what surrounds a sample.

    Raises:
        InputError: If there is no such sample.
    """
    row = connection.execute(_SAMPLE, (row_id,)).fetchone()
    if row is None:
        raise InputError(f"There is no sample {row_id}")
    problem, parent, created, attempts, passes = row
    rollouts = connection.execute(_ROLLOUTS, (row_id,)).fetchall()
    return SampleContext(
        id=row_id,
        problem_id=problem,
        parent_id=parent,
        created=created,
        children=tuple(found[0] for found in connection.execute(_CHILDREN, (row_id,))),
        attempts=attempts,
        passes=passes,
        rollouts=tuple(
            (run, step, numbers_back({"advantage": advantage}, kinds)["advantage"])
            for run, step, advantage, kinds in rollouts
        ),
        datasets=tuple(found[0] for found in connection.execute(_DATASETS, (row_id,))),
    )
