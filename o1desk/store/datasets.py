"""Named selections of problems and samples; frozen before a run may use them.

A frozen dataset can no longer change, so that "trained on X" means the same for ever. The database
itself refuses to change its members. Only what a person removes is left out of it, until it is
restored.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.store import dataset_rows, removal
from o1desk.store.access import Access
from o1desk.store.dataset_card import DatasetCard, card_of
from o1desk.store.filters import SampleFilter
from o1desk.store.gate import name_text
from o1desk.store.removal import REMOVED
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


_SELECT = f"""
SELECT d.id, d.name, d.description, d.source, d.file, d.created, d.frozen,
  (SELECT count(DISTINCT problem_id) FROM dataset_member WHERE dataset_id = d.id),
  (SELECT count(sample_id) FROM dataset_member WHERE dataset_id = d.id
    AND sample_id NOT IN ({REMOVED}))
FROM dataset d WHERE d.removed IS NULL
"""  # noqa: S608 - our own names
_MEMBERS = f"""
SELECT problem_id, sample_id FROM dataset_member WHERE dataset_id = ?
AND coalesce(sample_id, 0) NOT IN ({REMOVED}) ORDER BY position
"""  # noqa: S608 - our own names


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
            InputError: If the name is taken or empty, or a member does not exist.
        """

        def work(connection: sqlite3.Connection) -> None:
            dataset_rows.take_name(connection, name)
            row_id = dataset_rows.put_dataset(connection, name, description=description)
            dataset_rows.add_members(connection, row_id, samples=samples, problems=problems)
            if freeze:
                dataset_rows.freeze(connection, row_id)

        self._write(work, "store the dataset")
        return self.get(name)

    def create_from(self, name: str, chosen: SampleFilter, freeze: bool = True) -> Dataset:
        """Make a dataset of all matching samples, oldest first.

        Raises:
            InputError: If the name is taken or empty, or nothing matches.
        """

        def work(connection: sqlite3.Connection) -> None:
            dataset_rows.take_name(connection, name)
            row_id = dataset_rows.put_dataset(connection, name)
            if not dataset_rows.fill(connection, row_id, chosen):
                raise InputError("No sample matches; nothing was stored")
            if freeze:
                dataset_rows.freeze(connection, row_id)

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
            lambda connection: dataset_rows.add_members(
                connection, row_id, samples=samples, problems=problems
            ),
            "extend the dataset",
        )
        return self.get(name)

    def freeze(self, name: str) -> Dataset:
        """Make a dataset unchangeable; one that is frozen stays as it is.

        Raises:
            UnknownNameError: If there is no such dataset.
        """
        row_id = self.get(name).id
        self._write(
            lambda connection: dataset_rows.freeze(connection, row_id), "freeze the dataset"
        )
        return self.get(name)

    def get(self, name: str) -> Dataset:
        """Return a dataset.

        Raises:
            UnknownNameError: If there is none of that name, or it was removed.
        """
        row = self._access.one(f"{_SELECT} AND d.name = ?", (name_text(name),))
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
        rows = self._access.rows(_MEMBERS, (self.get(name).id,))
        return [(row[0], row[1]) for row in rows]

    def card(self, name: str) -> DatasetCard:
        """Return what a dataset holds, in numbers.

        Raises:
            UnknownNameError: If there is no such dataset.
        """
        row_id = self.get(name).id
        with self._access.reading() as connection:
            return card_of(connection, row_id)

    def rename(self, name: str, new: str) -> Dataset:
        """Give a dataset another name; a frozen one too, its members stay the same.

        Raises:
            UnknownNameError: If there is no such dataset.
            InputError: If the new name is taken or empty.
        """
        row_id = self.get(name).id

        def work(connection: sqlite3.Connection) -> None:
            dataset_rows.take_name(connection, new)
            sql = "UPDATE dataset SET name = ? WHERE id = ?"
            connection.execute(sql, (name_text(new), row_id))

        if new != name:
            self._write(work, "rename the dataset")
        return self.get(new)

    def remove(self, name: str) -> None:
        """Hide a dataset; its samples, its members and what runs learned from it stay.

        Its name is free: if another dataset takes it, the removed one adds the time to its own.

        Raises:
            UnknownNameError: If there is no such dataset.
        """
        self._write(
            lambda connection: removal.hide(connection, "dataset", name), "remove the dataset"
        )

    def restore(self, name: str) -> None:
        """Take a removed dataset back.

        Raises:
            UnknownNameError: If there is no such dataset.
        """
        self._write(
            lambda connection: removal.show(connection, "dataset", name), "restore the dataset"
        )

    def used_by(self, run: str, name: str) -> None:
        """Note that a run trained on a dataset, and freeze it.

        Raises:
            UnknownNameError: If there is no such dataset.
            InputError: If there is no such run.
        """
        row_id = self.get(name).id

        def work(connection: sqlite3.Connection) -> None:
            dataset_rows.freeze(connection, row_id)
            dataset_rows.link_run(connection, run, row_id)

        self._write(work, "store what the run used")

    def _write(self, work: Work[None], doing: str) -> None:
        try:
            self._access.write(work, doing=doing)
        except sqlite3.IntegrityError as error:
            raise InputError(f"Could not {doing}: {error}; nothing was stored") from error
