"""What a list shows: filters as values, and the SQL they become."""

from dataclasses import dataclass
from typing import Any

from o1desk.store.search import match_of

UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemFilter:
    """Which problems; an empty field lets everything pass.

    Attributes:
        environment: Name of the environment.
        level: easy, medium or hard.
        source: Where they came from.
        dataset: Id of a dataset they are members of.
        text: Words that the prompt holds.
    """

    environment: str = ""
    level: str = ""
    source: str = ""
    dataset: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFilter:
    """Which samples; an empty field lets everything pass.

    Attributes:
        environment: Name of the environment.
        level: easy, medium or hard.
        origin: Who wrote it.
        judgement: A `Judgement`, or "unchecked" where no checker spoke.
        run: Run that first produced it.
        problem: Id of the problem attempted.
        dataset: Id of a dataset they are members of.
        text: Words that the trace holds.
    """

    environment: str = ""
    level: str = ""
    origin: str = ""
    judgement: str = ""
    run: str = ""
    problem: int | None = None
    dataset: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A FROM and WHERE that select ids, with the values for its question marks.

    Attributes:
        id: The column that names a row.
        source: FROM and WHERE.
        values: Values, in order.
    """

    id: str
    source: str
    values: tuple[Any, ...]

    def ids(self, *, newest_first: bool = True, before: int | None = None) -> "Query":
        """Return the whole SELECT, in the order of ids, from a place in the list on."""
        order, sign = ("DESC", "<") if newest_first else ("ASC", ">")
        seek = f" AND {self.id} {sign} ?" if before is not None else ""
        sql = f"SELECT {self.id} {self.source}{seek} ORDER BY {self.id} {order}"
        values = self.values if before is None else (*self.values, before)
        return Query(id=self.id, source=sql, values=values)


def query_of(chosen: ProblemFilter | SampleFilter) -> Query:
    """Return the query of a filter."""
    table = "problem" if isinstance(chosen, ProblemFilter) else "sample"
    where: list[str] = []
    values: list[Any] = []
    for name in ("environment", "level", "source", "origin", "judgement", "run"):
        wanted = getattr(chosen, name, "")
        if wanted == UNCHECKED and name == "judgement":
            where.append(f"{table}.judgement IS NULL")
        elif wanted:
            where.append(f"{table}.{name} = ?")
            values.append(wanted)
    if isinstance(chosen, SampleFilter) and chosen.problem is not None:
        where.append("sample.problem_id = ?")
        values.append(chosen.problem)
    if chosen.dataset is not None:
        where.append(
            f"{table}.id IN (SELECT {table}_id FROM dataset_member WHERE dataset_id = ?)"  # noqa: S608
        )
        values.append(chosen.dataset)
    return _with_text(table, where, values, chosen.text)


def _with_text(table: str, where: list[str], values: list[Any], text: str) -> Query:
    match = match_of(text)
    if text.strip() and not match:
        where.append("0")  # nothing that was typed can be searched for
    if not match:
        condition = " AND ".join(where) or "1"
        return Query(id=f"{table}.id", source=f"FROM {table} WHERE {condition}", values=(*values,))
    words = f"{table}_words"
    condition = " AND ".join([f"{words} MATCH ?", *where])
    join = f" CROSS JOIN {table} ON {table}.id = {words}.rowid" if where else ""
    return Query(
        id=f"{words}.rowid", source=f"FROM {words}{join} WHERE {condition}", values=(match, *values)
    )
