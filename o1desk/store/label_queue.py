"""In which order samples are put before an annotator."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from o1desk.core.errors import UnknownNameError
from o1desk.store.filters import Rows, SampleFilter, query_of
from o1desk.store.gate import name_text

KINDS = ("random", "unlabelled", "mine", "flagged")

_MINE = """
SELECT sample_id FROM label WHERE annotator = ? AND source = 'human'
GROUP BY sample_id ORDER BY max(created) DESC, sample_id DESC
"""
_FLAGGED = """
SELECT sample_id FROM label WHERE reason GLOB 'flag:*'
GROUP BY sample_id ORDER BY max(created) DESC, sample_id DESC
"""
_PEOPLE = "SELECT DISTINCT sample_id FROM label WHERE source = 'human'"
_WORD = 2**64 - 1


def queue_of(
    connection: sqlite3.Connection, kind: str, chosen: SampleFilter, *, annotator: str, seed: int
) -> list[int]:
    """Return samples in the order in which they are asked about.

    Raises:
        UnknownNameError: If there is no such kind of queue.
    """

    def rows(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return connection.execute(sql, values).fetchall()

    if kind not in KINDS:
        raise UnknownNameError("queue", kind, KINDS)
    query = query_of(chosen, rows)
    passing = {row[0] for row in rows(query.ids(), query.values)}
    if kind == "mine":
        return _in_order(rows, _MINE, (name_text(annotator),), passing)
    if kind == "flagged":
        return _in_order(rows, _FLAGGED, (), passing)
    if kind == "unlabelled":
        passing.difference_update(row[0] for row in rows(_PEOPLE))
    return sorted(passing, key=_shuffled(seed))


def _in_order(rows: Rows, sql: str, values: Sequence[Any], passing: set[int]) -> list[int]:
    return [row[0] for row in rows(sql, values) if row[0] in passing]


def _shuffled(seed: int) -> Callable[[int], int]:
    """Return a key that sorts ids as if at random: splitmix64 of seed and id.

    The place of one sample does not depend on which others there are, so a queue that loses what
    was done, or gains what is new, keeps its order.
    """
    start = _mixed(seed)

    def key(row_id: int) -> int:
        return _mixed(start + row_id)

    return key


def _mixed(number: int) -> int:
    word = (number * 0x9E3779B97F4A7C15 + 0x9E3779B97F4A7C15) & _WORD
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & _WORD
    return word ^ (word >> 31)
