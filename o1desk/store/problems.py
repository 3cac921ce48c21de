"""The problems in the store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from o1desk.core.types import Problem
from o1desk.store import problem_rows
from o1desk.store.access import Access
from o1desk.store.filters import ProblemFilter, query_of

EXCERPT = 2000  # characters of a long text that a list shows
_ALL = ProblemFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One line of a list of problems.

    Attributes:
        id: Its row.
        key: Content hash.
        environment: Name of its environment.
        level: easy, medium or hard.
        source: Where it came from.
        prompt: The first 2,000 characters.
        answer: The reference answer, likewise.
        attempts: How often a model tried it under a checker.
        passes: How often that was right.
    """

    id: int
    key: str
    environment: str
    level: str
    source: str
    prompt: str
    answer: str
    attempts: int
    passes: int

    @property
    def pass_rate(self) -> float | None:
        """Share of right attempts by models; None before the first."""
        return self.passes / self.attempts if self.attempts else None


class Problems:
    """Problems by key, by id and in pages."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def add(self, problems: Iterable[Problem], *, by_hand: bool = False) -> tuple[int, int]:
        """Store problems in one transaction; return how many were given and how many were new.

        Args:
            problems: Problems; those with a known key change nothing.
            by_hand: A person wrote them: they survive a power cut at once.
        """
        blobs = self._access.blobs

        def work(connection: Any) -> tuple[int, int]:
            fresh = [problem_rows.put_problem(connection, blobs, each)[1] for each in problems]
            return len(fresh), sum(fresh)

        return self._access.write(work, doing="store the problems", durable=by_hand)

    def find(self, key: str) -> int | None:
        """Return the id of a content hash."""
        row = self._access.one("SELECT id FROM problem WHERE key = ?", (key,))
        return None if row is None else int(row[0])

    def get(self, row_id: int) -> Problem | None:
        """Return one problem, whole."""
        with self._access.reading() as connection:
            return problem_rows.get_problem(connection, self._access.blobs, row_id)

    def ids(self, chosen: ProblemFilter = _ALL, *, newest_first: bool = True) -> list[int]:
        """Return the ids of all matching problems; cheap enough for an honest scroll bar."""
        query = query_of(chosen, self._access.rows)
        found = [row[0] for row in self._access.rows(query.ids(), query.values)]
        found.sort(reverse=newest_first)
        return found

    def page(self, ids: Sequence[int]) -> list[ProblemRow]:
        """Return the lines for some ids, in their order; unknown ids are left out."""
        marks = ",".join("?" * len(ids))
        sql = (
            f"SELECT id, key, environment, level, source, substr(prompt, 1, {EXCERPT}), "  # noqa: S608
            f"substr(answer, 1, {EXCERPT}), attempts, passes FROM problem WHERE id IN ({marks})"
        )
        found = {row[0]: row for row in self._access.rows(sql, ids)}
        names = ProblemRow.__dataclass_fields__
        return [
            ProblemRow(**dict(zip(names, found[row_id], strict=True)))
            for row_id in ids
            if row_id in found
        ]

    def newest(
        self, chosen: ProblemFilter = _ALL, *, limit: int = 100, before: int | None = None
    ) -> list[ProblemRow]:
        """Return the newest matching problems, older than the id `before`."""
        sql, values = query_of(chosen, self._access.rows).newest(before)
        return self.page([row[0] for row in self._access.rows(sql, (*values, limit))])

    def count(self, chosen: ProblemFilter = _ALL, *, at_most: int | None = None) -> int:
        """Count matching problems, up to a limit where an exact figure is not worth the wait."""
        query = query_of(chosen, self._access.rows)
        sql = f"SELECT count(*) FROM (SELECT 1 {query.source} LIMIT ?)"  # noqa: S608
        row = self._access.one(sql, (*query.values, -1 if at_most is None else at_most))
        return int(row[0]) if row else 0

    def each(self, chosen: ProblemFilter = _ALL) -> Iterator[Problem]:
        """Yield every matching problem, oldest first, a page at a time."""
        blobs = self._access.blobs
        ids = self.ids(chosen, newest_first=False)
        yield from self._access.each(
            ids, lambda connection, row_id: problem_rows.get_problem(connection, blobs, row_id)
        )

    def by_environment(self) -> list[tuple[str, str, int]]:
        """Return environment, level and number of problems of each pair."""
        sql = "SELECT environment, level, count(*) FROM problem GROUP BY 1, 2 ORDER BY 1, 2"
        return [(row[0], row[1], row[2]) for row in self._access.rows(sql)]
