"""Named selections of problems and samples; frozen before a run may use them.

A frozen dataset can no longer change, so that "trained on X" means the same for ever. The database
itself refuses to change its members.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.store import clock
from o1desk.store.access import Access
from o1desk.store.gate import name_text
from o1desk.store.writer import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One dataset.

    Attributes:
        id: Its row.
        name: Its name, unique.
        description: One sentence.
        source: File it was imported from; empty for selections.
        file: File of its problems under the data folder; empty when there is none.
        created: When, UTC.
        frozen: When it was frozen, UTC; None while it can change.
        problems: How many distinct problems it holds.
        samples: How many samples.
    """

    id: int
    name: str
    description: str
    source: str
    file: str
    created: str
    frozen: str | None
    problems: int
    samples: int


_SELECT = """
SELECT d.id, d.name, d.description, d.source, d.file, d.created, d.frozen,
  (SELECT count(DISTINCT problem_id) FROM dataset_member WHERE dataset_id = d.id),
  (SELECT count(sample_id) FROM dataset_member WHERE dataset_id = d.id)
FROM dataset d
"""

# The guard of a frozen dataset fires for every row that is offered: known ones are not offered.
_ADD = """
INSERT INTO dataset_member (dataset_id, position, problem_id, sample_id)
SELECT :dataset, :position, {problem}, :sample WHERE NOT EXISTS (
  SELECT 1 FROM dataset_member WHERE dataset_id = :dataset AND problem_id = {problem}
  AND coalesce(sample_id, 0) = coalesce(:sample, 0))
"""


class Datasets:
    """Datasets by name."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def create(
        self,
        name: str,
        *,
        samples: Iterable[int] = (),
        problems: Iterable[int] = (),
        description: str = "",
        freeze: bool = False,
    ) -> Dataset:
        """Make a dataset of some samples (with their problems) and further problems.

        Raises:
            InputError: If the name is taken, or a member does not exist.
        """

        def work(connection: sqlite3.Connection) -> None:
            if connection.execute("SELECT 1 FROM dataset WHERE name = ?", (name,)).fetchone():
                raise InputError(f"There is a dataset called '{name}'; nothing was stored")
            row_id = put_dataset(connection, name, description=description)
            add_members(connection, row_id, samples=samples, problems=problems)
            if freeze:
                _freeze(connection, row_id)

        self._write(work, "store the dataset")
        return self.get(name)

    def extend(
        self, name: str, *, samples: Iterable[int] = (), problems: Iterable[int] = ()
    ) -> Dataset:
        """Add members to a dataset that is not frozen; those it has are left alone.

        Raises:
            UnknownNameError: If there is no such dataset.
            InputError: If it is frozen, or a member does not exist.
        """
        row_id = self.get(name).id
        self._write(
            lambda connection: add_members(connection, row_id, samples=samples, problems=problems),
            "extend the dataset",
        )
        return self.get(name)

    def freeze(self, name: str) -> Dataset:
        """Make a dataset unchangeable; one that is frozen stays as it is.

        Raises:
            UnknownNameError: If there is no such dataset.
        """
        row_id = self.get(name).id
        self._write(lambda connection: _freeze(connection, row_id), "freeze the dataset")
        return self.get(name)

    def get(self, name: str) -> Dataset:
        """Return a dataset.

        Raises:
            UnknownNameError: If there is none of that name.
        """
        row = self._access.one(f"{_SELECT} WHERE d.name = ?", (name_text(name),))
        if row is None:
            known = (dataset.name for dataset in self.all())
            raise UnknownNameError("dataset", name, known)
        return Dataset(**dict(zip(Dataset.__dataclass_fields__, row, strict=True)))

    def all(self) -> list[Dataset]:
        """Return every dataset by name."""
        names = Dataset.__dataclass_fields__
        rows = self._access.rows(f"{_SELECT} ORDER BY d.name")
        return [Dataset(**dict(zip(names, row, strict=True))) for row in rows]

    def members(self, name: str) -> list[tuple[int, int | None]]:
        """Return the members as rows of problem and sample, in order.

        Raises:
            UnknownNameError: If there is no such dataset.
        """
        rows = self._access.rows(
            "SELECT problem_id, sample_id FROM dataset_member WHERE dataset_id = ? "
            "ORDER BY position",
            (self.get(name).id,),
        )
        return [(row[0], row[1]) for row in rows]

    def used_by(self, run: str, name: str) -> None:
        """Note that a run trained on a dataset, and freeze it.

        Raises:
            UnknownNameError: If there is no such dataset.
            InputError: If there is no such run.
        """
        row_id = self.get(name).id

        def work(connection: sqlite3.Connection) -> None:
            _freeze(connection, row_id)
            link_run(connection, run, row_id)

        self._write(work, "store what the run used")

    def _write(self, work: Work[None], doing: str) -> None:
        try:
            self._access.write(work, doing=doing)
        except sqlite3.IntegrityError as error:
            raise InputError(f"Could not {doing}: {error}; nothing was stored") from error


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


def _freeze(connection: sqlite3.Connection, dataset: int) -> None:
    connection.execute(
        "UPDATE dataset SET frozen = ? WHERE id = ? AND frozen IS NULL", (clock.stamp(), dataset)
    )
