"""The samples in the store."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from o1desk.core.types import Sample, Verdict
from o1desk.store import measures, removal, sample_reads, sample_rows
from o1desk.store.access import Access
from o1desk.store.filters import SampleFilter, query_of
from o1desk.store.problems import EXCERPT
from o1desk.store.sample_context import SampleContext, context_of

_ALL = SampleFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRow:
    """One line of a list of samples.

    Attributes:
        id: Its row.
        problem_id: Row of its problem.
        environment: Name of the problem's environment.
        level: easy, medium or hard.
        origin: Who wrote it.
        judgement: The checker's word; None when nobody checked.
        reward: Total reward; None when nothing scored it.
        steps: How many steps it has.
        chars: Length of the whole text.
        tokens_thinking: Length of the thinking, tokens.
        truncated: Whether a length limit cut it.
        run: Run that first produced it.
        answer: The first 2,000 characters of its answer.
        text: The first 2,000 characters of what was written.
        prompt: The first 2,000 characters of the problem.
    """

    id: int
    problem_id: int
    environment: str
    level: str
    origin: str
    judgement: str | None
    reward: float | None
    steps: int
    chars: int
    tokens_thinking: int
    truncated: bool
    run: str
    answer: str
    text: str
    prompt: str


_PAGE = f"""
SELECT s.id, s.problem_id, s.environment, s.level, s.origin, s.judgement, s.reward, s.steps,
  s.chars, s.tokens_thinking, s.truncated, s.run, substr(s.answer, 1, {EXCERPT}),
  substr(s.raw, 1, {EXCERPT}), substr(p.prompt, 1, {EXCERPT})
FROM sample s JOIN problem p ON p.id = s.problem_id WHERE s.id IN
"""  # noqa: S608 - our own constant


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of some samples.

    Attributes:
        ids: Their rows, in the order given.
        new: How many were not there before.
        new_problems: How many of their problems were not there before.
    """

    ids: tuple[int, ...]
    new: int
    new_problems: int


class Samples:
    """Samples by id and in pages."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def add(
        self, samples: Iterable[Sample], *, parent: int | None = None, by_hand: bool = False
    ) -> Added:
        """Store samples with their problems and steps, in one transaction.

        One that was removed is there again.

        Args:
            samples: Samples; the same text for the same problem is stored once.
            parent: The sample that these are edits of.
            by_hand: A person wrote them: they survive a power cut at once.
        """
        blobs = self._access.blobs

        def work(connection: sqlite3.Connection) -> list[sample_rows.Put]:
            put = [
                sample_rows.put_sample(connection, blobs, sample, parent=parent)
                for sample in samples
            ]
            removal.show_samples(connection, [each.id for each in put if not each.is_new])
            return put

        put = self._access.write(work, doing="store the samples", durable=by_hand)
        return Added(
            ids=tuple(each.id for each in put),
            new=sum(each.is_new for each in put),
            new_problems=sum(each.is_new_problem for each in put),
        )

    def set_verdict(self, row_id: int, verdict: Verdict) -> None:
        """Replace the checker's judgement of one sample."""
        self._access.write(
            lambda connection: sample_rows.set_verdict(connection, row_id, verdict),
            doing="store the verdict",
        )

    def remove(self, ids: Sequence[int]) -> int:
        """Hide samples from every list, count, search and export; return how many were hidden.

        Labels, lineage and the rows themselves stay: `get` and `page` still know the ids.
        """
        return self._access.write(
            lambda connection: removal.hide_samples(connection, ids),
            doing="remove the samples",
            durable=True,
        )

    def restore(self, ids: Sequence[int]) -> int:
        """Take removed samples back; return how many were."""
        return self._access.write(
            lambda connection: removal.show_samples(connection, ids),
            doing="restore the samples",
            durable=True,
        )

    def removed(self) -> list[int]:
        """Return the ids of removed samples, removed last first."""
        sql = "SELECT sample_id FROM removed_sample ORDER BY removed DESC, sample_id DESC"
        return [row[0] for row in self._access.rows(sql)]

    def find(self, sample: Sample) -> int | None:
        """Return the id of a sample with this text for this problem."""
        key = sample_rows.key_of(sample)
        row = self._access.one("SELECT id FROM sample WHERE key = ?", (key,))
        return None if row is None else int(row[0])

    def get(self, row_id: int) -> Sample | None:
        """Return one sample, whole, with its steps."""
        with self._access.reading() as connection:
            return sample_reads.get_sample(connection, self._access.blobs, row_id)

    def context(self, row_id: int) -> SampleContext:
        """Return what surrounds one sample, for the inspector.

        Raises:
            InputError: If there is no such sample.
        """
        with self._access.reading() as connection:
            return context_of(connection, row_id)

    def ids(
        self,
        chosen: SampleFilter = _ALL,
        *,
        newest_first: bool = True,
        order: str = "id",
        descending: bool | None = None,
    ) -> list[int]:
        """Return the ids of all matching samples; cheap enough for an honest scroll bar.

        Args:
            chosen: Which samples.
            newest_first: Whether a higher id comes first, among equals for other orders.
            order: One of `measures.ORDERS`; what has no value comes last.
            descending: Direction of the order; None follows `newest_first`.

        Raises:
            UnknownNameError: If nothing is sorted by `order`.
        """
        is_falling = newest_first if descending is None else descending
        if order != "id":
            sql, values = measures.sorted_query(
                chosen, self._access.rows, order, descending=is_falling, newest_first=newest_first
            )
            return [row[0] for row in self._access.rows(sql, values)]
        query = query_of(chosen, self._access.rows)
        found = [row[0] for row in self._access.rows(query.ids(), query.values)]
        found.sort(reverse=is_falling)
        return found

    def facets(self, chosen: SampleFilter = _ALL) -> dict[str, list[tuple[str, int]]]:
        """Return what the list can be narrowed to: values with counts, most frequent first.

        Keys are "environment", "level", "origin" and "judgement"; each is counted under the
        filter without its own part. A judgement nobody made is "unchecked".
        """
        return measures.facets(chosen, self._access.rows)

    def page(self, ids: Sequence[int]) -> list[SampleRow]:
        """Return the lines for some ids, in their order; unknown ids are left out."""
        sql = f"{_PAGE} ({','.join('?' * len(ids))})"
        found = {row[0]: row for row in self._access.rows(sql, ids)}
        return [_line(found[row_id]) for row_id in ids if row_id in found]

    def newest(
        self, chosen: SampleFilter = _ALL, *, limit: int = 100, before: int | None = None
    ) -> list[SampleRow]:
        """Return the newest matching samples, older than the id `before`."""
        sql, values = query_of(chosen, self._access.rows).newest(before)
        return self.page([row[0] for row in self._access.rows(sql, (*values, limit))])

    def count(self, chosen: SampleFilter = _ALL, *, at_most: int | None = None) -> int:
        """Count matching samples, up to a limit where an exact figure is not worth the wait."""
        query = query_of(chosen, self._access.rows)
        sql = f"SELECT count(*) FROM (SELECT 1 {query.source} LIMIT ?)"  # noqa: S608
        row = self._access.one(sql, (*query.values, -1 if at_most is None else at_most))
        return int(row[0]) if row else 0

    def each(self, chosen: SampleFilter = _ALL) -> Iterator[Sample]:
        """Yield every matching sample, oldest first, a page at a time."""
        blobs = self._access.blobs
        ids = self.ids(chosen, newest_first=False)
        yield from self._access.each(
            ids, lambda connection, row_id: sample_reads.get_sample(connection, blobs, row_id)
        )


def _line(row: tuple[Any, ...]) -> SampleRow:
    values = dict(zip(SampleRow.__dataclass_fields__, row, strict=True))
    return SampleRow(**values | {"truncated": bool(values["truncated"])})
