"""Datasets as rows of the database; everything here runs on a given connection."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from o1desk.core.errors import InputError
from o1desk.store import clock
from o1desk.store.filters import SampleFilter, query_of
from o1desk.store.gate import name_text

# The guard of a frozen dataset fires for every row that is offered: known ones are not offered.
_ADD = """
INSERT INTO dataset_member (dataset_id, position, problem_id, sample_id)
SELECT :dataset, :position, {problem}, :sample WHERE NOT EXISTS (
  SELECT 1 FROM dataset_member WHERE dataset_id = :dataset AND problem_id = {problem}
  AND coalesce(sample_id, 0) = coalesce(:sample, 0))
"""
_FILL = """
INSERT INTO dataset_member (dataset_id, position, problem_id, sample_id)
SELECT ?, row_number() OVER (ORDER BY id), problem_id, id FROM sample WHERE id IN ({ids})
"""


def put_dataset(
    connection: sqlite3.Connection,
    name: str,
    *,
    description: str = "",
    source: str = "",
    file: str = "",
) -> int:
    """Return the row of a dataset, made if there is none of that name."""
    connection.execute(
        "INSERT INTO dataset (name, description, source, file, created) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (name) DO NOTHING",
        (name_text(name), name_text(description), name_text(source), file, clock.stamp()),
    )
    sql = "SELECT id FROM dataset WHERE name = ?"
    return int(connection.execute(sql, (name_text(name),)).fetchone()[0])


def add_members(
    connection: sqlite3.Connection,
    dataset: int,
    *,
    samples: Iterable[int] = (),
    problems: Iterable[int] = (),
) -> None:
    """Append members; those that are there already are left alone."""
    position = connection.execute(
        "SELECT coalesce(max(position), 0) FROM dataset_member WHERE dataset_id = ?", (dataset,)
    ).fetchone()[0]
    of_sample = "(SELECT problem_id FROM sample WHERE id = :sample)"
    for sample in samples:
        position += 1
        values = {"dataset": dataset, "position": position, "sample": sample}
        connection.execute(_ADD.format(problem=of_sample), values)
    for problem in problems:
        position += 1
        values = {"dataset": dataset, "position": position, "sample": None, "problem": problem}
        connection.execute(_ADD.format(problem=":problem"), values)


def link_run(connection: sqlite3.Connection, run: str, dataset: int) -> None:
    """Note that a run used a dataset."""
    connection.execute(
        "INSERT OR IGNORE INTO run_dataset (run_id, dataset_id) VALUES (?, ?)", (run, dataset)
    )


def fill(connection: sqlite3.Connection, dataset: int, chosen: SampleFilter) -> int:
    """Make every matching sample a member of an empty dataset, oldest first; return how many."""

    def rows(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return connection.execute(sql, values).fetchall()

    query = query_of(chosen, rows)
    sql = _FILL.format(ids=query.ids())
    return connection.execute(sql, (dataset, *query.values)).rowcount


def freeze(connection: sqlite3.Connection, dataset: int) -> None:
    """Make a dataset unchangeable; one that is frozen keeps its time."""
    connection.execute(
        "UPDATE dataset SET frozen = ? WHERE id = ? AND frozen IS NULL", (clock.stamp(), dataset)
    )


def take_name(connection: sqlite3.Connection, name: str) -> None:
    """Make sure that a name is free; a removed dataset that has it makes way.

    Raises:
        InputError: If the name is empty, or a dataset has it.
    """
    if not name.strip():
        raise InputError("A dataset needs a name; nothing was stored")
    key = name_text(name)
    row = connection.execute("SELECT removed FROM dataset WHERE name = ?", (key,)).fetchone()
    if row is None:
        return
    if row[0] is None:
        raise InputError(f"There is a dataset called '{name}'; nothing was stored")
    set_aside(connection, name)


def set_aside(connection: sqlite3.Connection, name: str) -> None:
    """Add the time of removal to the name of a removed dataset, so that the name is free."""
    connection.execute(
        "UPDATE dataset SET name = name || ' (removed ' || removed || ')' "
        "WHERE name = ? AND removed IS NOT NULL",
        (name_text(name),),
    )
