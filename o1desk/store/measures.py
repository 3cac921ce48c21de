"""What lists of samples are sorted and counted by, from one narrow index.

Every query here scans `sample_by_measure` once: its time depends on how many samples there are,
not on how many pass or how long they are.
"""

from collections import Counter
from typing import Any

from o1desk.core.errors import UnknownNameError
from o1desk.store.filters import UNCHECKED, Rows, SampleFilter, narrow_conditions, query_of
from o1desk.store.removal import ANY_REMOVED, REMOVED

FACETS = ("environment", "level", "origin", "judgement")
MOST = 200  # values of one facet that are told
_SCAN = "FROM sample INDEXED BY sample_by_measure WHERE sample.chars >= 0"
_EASY_TO_HARD = "CASE sample.level WHEN 'easy' THEN 0 WHEN 'medium' THEN 1 WHEN 'hard' THEN 2 END"
_SORTED_BY = {
    "id": "sample.id",
    "environment": "sample.environment",
    "level": _EASY_TO_HARD,
    "origin": "sample.origin",
    "judgement": "sample.judgement",
    "reward": "sample.reward",
    "steps": "sample.steps",
    "chars": "sample.chars",
    "tokens_thinking": "sample.tokens_thinking",
}
ORDERS = tuple(_SORTED_BY)


def sorted_query(
    chosen: SampleFilter, rows: Rows, order: str, *, descending: bool, newest_first: bool
) -> tuple[str, tuple[Any, ...]]:
    """Return the SELECT of all matching ids in some order, and its values.

    What has no value comes last in both directions; equal ones are in the order of ids.

    Raises:
        UnknownNameError: If nothing is sorted by `order`.
    """
    if order not in _SORTED_BY:
        raise UnknownNameError("order of samples", order, ORDERS)
    facets, values = _facet_conditions(chosen)
    scan, rest = _scan(chosen, rows)
    direction, ties = ("DESC" if way else "ASC" for way in (descending, newest_first))
    sql = (
        f"SELECT sample.id {scan}{facets} "
        f"ORDER BY {_SORTED_BY[order]} {direction} NULLS LAST, sample.id {ties}"
    )
    return sql, (*rest, *values)


def facets(chosen: SampleFilter, rows: Rows) -> dict[str, list[tuple[str, int]]]:
    """Return the values of each facet and how many samples have them.

    A facet's own filter is left out, so that its other values can be chosen; the others hold.
    """
    scan, values = _scan(chosen, rows)
    columns = ", ".join(f"sample.{name}" for name in FACETS)
    cube = rows(f"SELECT {columns}, count(*) {scan} GROUP BY {columns}", values)
    wanted = [getattr(chosen, name) for name in FACETS]
    counts: list[Counter[str]] = [Counter() for _ in FACETS]
    for *found, judgement, count in cube:
        told = [*found, UNCHECKED if judgement is None else judgement]
        misses = [place for place, want in enumerate(wanted) if want not in ("", told[place])]
        if len(misses) > 1:
            continue
        for place in misses or range(len(FACETS)):
            counts[place][told[place]] += count
    return {
        name: sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
        for name, counted in zip(FACETS, counts, strict=True)
    }


def _scan(chosen: SampleFilter, rows: Rows) -> tuple[str, tuple[Any, ...]]:
    """Return a FROM and WHERE of the samples that pass everything but the facets.

    Words and what else is not in the index are looked up apart, each as a set of ids: that costs
    less than to read the row of every hit.
    """
    found = narrow_conditions(chosen)
    if rows(ANY_REMOVED, ()):
        found[f"sample.id NOT IN ({REMOVED})"] = ()
    words = SampleFilter(text=chosen.text)
    others = SampleFilter(
        run=chosen.run, problem=chosen.problem, dataset=chosen.dataset, model=chosen.model
    )
    for part in (words, others):
        if part != SampleFilter():
            query = query_of(part, rows)
            found[f"sample.id IN ({query.ids()})"] = query.values
    conditions = "".join(f" AND {condition}" for condition in found)
    return _SCAN + conditions, tuple(value for values in found.values() for value in values)


def _facet_conditions(chosen: SampleFilter) -> tuple[str, tuple[str, ...]]:
    conditions, values = "", list[str]()
    for name in FACETS:
        value = getattr(chosen, name)
        if value == UNCHECKED and name == "judgement":
            conditions += " AND sample.judgement IS NULL"
        elif value:
            conditions += f" AND sample.{name} = ?"
            values.append(value)
    return conditions, tuple(values)
