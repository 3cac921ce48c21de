"""What a list shows: filters as values, and the SQL they become."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from o1desk.core.errors import UnknownNameError
from o1desk.store.gate import name_text
from o1desk.store.removal import ANY_REMOVED, REMOVED
from o1desk.store.search import match_of, may_be_unfinished, phrases_of

UNCHECKED = "unchecked"
FEW = 2000  # so many rows are looked up in the index one by one; more are found by the words

PROBLEM_FACETS = ("environment", "level")
SAMPLE_FACETS = ("environment", "level", "origin", "run")

# Labels of machines are suggestions: they leave a sample unlabelled. A flag is a label of a person.
_PEOPLE = "SELECT sample_id FROM label WHERE source = 'human'"
LABEL_CONDITIONS = {
    "labelled": f"sample.id IN ({_PEOPLE})",
    "unlabelled": f"sample.id NOT IN ({_PEOPLE})",
    "flagged": "sample.id IN (SELECT sample_id FROM label WHERE reason GLOB 'flag:*')",
}

Rows: TypeAlias = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]


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
    """Which samples; an empty field lets everything pass. Removed samples never pass.

    Attributes:
        environment: Name of the environment.
        level: easy, medium or hard.
        origin: Who wrote it.
        judgement: A `Judgement`, or "unchecked" where no checker spoke.
        run: Run that first produced it.
        problem: Id of the problem attempted.
        dataset: Id of a dataset they are members of.
        text: Words that the prompt or the trace holds.
        model: Reference of the model that wrote them.
        label: "labelled" or "unlabelled" by a person, or "flagged".
        min_chars: The shortest length of the whole text, characters.
        max_chars: The longest, characters.
    """

    environment: str = ""
    level: str = ""
    origin: str = ""
    judgement: str = ""
    run: str = ""
    problem: int | None = None
    dataset: int | None = None
    text: str = ""
    model: str = ""
    label: str = ""
    min_chars: int | None = None
    max_chars: int | None = None


Filter: TypeAlias = ProblemFilter | SampleFilter


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
    values: tuple[Any, ...] = ()

    def ids(self) -> str:
        """Return the SELECT of all ids, in no order: from the narrowest index there is."""
        return f"SELECT {self.id} {self.source}"

    def newest(self, before: int | None) -> tuple[str, tuple[Any, ...]]:
        """Return the SELECT of ids below `before`, highest first, and its values."""
        seek = "" if before is None else f" AND {self.id} < ?"
        sql = f"{self.ids()}{seek} ORDER BY {self.id} DESC LIMIT ?"
        return sql, self.values if before is None else (*self.values, before)


def query_of(chosen: Filter, rows: Rows) -> Query:
    """Return the query of a filter.

    Args:
        chosen: The filter.
        rows: Runs a query; asked for what decides between two ways to search.

    Raises:
        UnknownNameError: If `label` is none of the known words.
    """
    query = _query_of(chosen, rows)
    if isinstance(chosen, SampleFilter) and rows(ANY_REMOVED, ()):
        source = f"{query.source} AND {query.id} NOT IN ({REMOVED})"
        return dataclasses.replace(query, source=source)
    return query


def _query_of(chosen: Filter, rows: Rows) -> Query:
    table = "problem" if isinstance(chosen, ProblemFilter) else "sample"
    facets, others = _facets(chosen), _others(chosen, table)
    plain = _plain(table, facets, others)
    if not chosen.text.strip():
        return plain
    phrases = phrases_of(chosen.text)
    if not phrases:
        return Query(id=f"{table}.id", source=f"FROM {table} WHERE 0")
    match = _match(f"{table}_words", phrases, facets, rows)
    is_few = bool(others) and len(rows(f"{plain.ids()} LIMIT {FEW}", plain.values)) < FEW
    return _searched(table, match, others, plain if is_few else None)


def _facets(chosen: Filter) -> dict[str, str]:
    names = PROBLEM_FACETS if isinstance(chosen, ProblemFilter) else SAMPLE_FACETS
    return {name: getattr(chosen, name) for name in names if getattr(chosen, name)}


def _others(chosen: Filter, table: str) -> dict[str, tuple[Any, ...]]:
    """Return the conditions that the words of the index do not know."""
    found: dict[str, tuple[Any, ...]] = {}
    if isinstance(chosen, ProblemFilter):
        if chosen.source:
            found["problem.source = ?"] = (chosen.source,)
    else:
        found |= _of_sample(chosen)
    if chosen.dataset is not None:
        members = f"SELECT {table}_id FROM dataset_member WHERE dataset_id = ?"  # noqa: S608
        found[f"{table}.id IN ({members})"] = (chosen.dataset,)
    return found


def _of_sample(chosen: SampleFilter) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    if chosen.judgement == UNCHECKED:
        found["sample.judgement IS NULL"] = ()
    elif chosen.judgement:
        found["sample.judgement = ?"] = (chosen.judgement,)
    if chosen.problem is not None:
        found["sample.problem_id = ?"] = (chosen.problem,)
    if chosen.model:
        named = "sample.model_id = (SELECT id FROM model WHERE ref = ?)"
        found[named] = (name_text(chosen.model),)
    return found | narrow_conditions(chosen)


def narrow_conditions(chosen: SampleFilter) -> dict[str, tuple[Any, ...]]:
    """Return the conditions on labels and length, which no wide row is read for."""
    found: dict[str, tuple[Any, ...]] = {}
    if chosen.label:
        found[_label_condition(chosen.label)] = ()
    limits = {">=": chosen.min_chars, "<=": chosen.max_chars}
    for sign, limit in limits.items():
        if limit is not None:
            # The second half is what lets SQLite use the narrow index of lengths.
            found[f"sample.chars {sign} ? AND sample.chars >= 0"] = (limit,)
    return found


def _label_condition(label: str) -> str:
    if label not in LABEL_CONDITIONS:
        raise UnknownNameError("filter of labels", label, LABEL_CONDITIONS)
    return LABEL_CONDITIONS[label]


def _plain(table: str, facets: dict[str, str], others: dict[str, tuple[Any, ...]]) -> Query:
    # The second half of the condition on runs is what lets SQLite use the index of runs.
    conditions = [
        f"{table}.{name} = ?" + (" AND sample.run <> ''" if name == "run" else "")
        for name in facets
    ]
    condition = " AND ".join([*conditions, *others]) or "1"
    values = (*facets.values(), *(value for part in others.values() for value in part))
    return Query(id=f"{table}.id", source=f"FROM {table} WHERE {condition}", values=values)


def _match(words: str, phrases: list[str], facets: dict[str, str], rows: Rows) -> str:
    """Return the match; a last word that is nowhere as it stands may be a beginning.

    Looking for beginnings costs as much as there are hits, looking for words does not.
    """
    exact = match_of(phrases, facets, is_unfinished=False)
    last = match_of(phrases[-1:], {}, is_unfinished=False)
    sql = f"SELECT 1 FROM {words} WHERE {words} MATCH ? LIMIT 1"  # noqa: S608 - our own names
    if not may_be_unfinished(phrases[-1]) or rows(sql, (last,)):
        return exact
    return match_of(phrases, facets, is_unfinished=True)


def _searched(
    table: str, match: str, others: dict[str, tuple[Any, ...]], few: Query | None
) -> Query:
    """Search by words and drop what else does not fit, or look up each of a few rows."""
    words = f"{table}_words"
    if few is not None:
        exists = f"EXISTS (SELECT 1 FROM {words} WHERE {words} MATCH ? AND rowid = {table}.id)"  # noqa: S608
        values = (*few.values, match)
        return Query(id=few.id, source=f"{few.source} AND {exists}", values=values)
    join = f" CROSS JOIN {table} ON {table}.id = {words}.rowid" if others else ""
    condition = " AND ".join([f"{words} MATCH ?", *others])
    rest = tuple(value for part in others.values() for value in part)
    return Query(
        id=f"{words}.rowid", source=f"FROM {words}{join} WHERE {condition}", values=(match, *rest)
    )
