"""How far an annotator came, and how often the checker agrees."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from o1desk.store import clock
from o1desk.store.gate import name_text

_COUNTS = """
SELECT count(*), count(DISTINCT sample_id), total(seconds) FROM label
WHERE annotator = ? AND source = 'human' AND created >= ?
"""
_BY_VALUE = """
SELECT value, count(*) FROM label
WHERE annotator = ? AND source = 'human' AND NOT reason GLOB 'flag:*' AND reason <> 'note'
GROUP BY value ORDER BY value
"""
_AGREEMENT = """
SELECT count(CASE WHEN (l.value = 1) = (s.judgement = 'correct') THEN 1 END), count(*)
FROM label l JOIN sample s ON s.id = l.sample_id
WHERE l.annotator = ? AND l.source = 'human' AND l.step_idx IS NULL AND l.value <> 0
  AND s.judgement IN ('correct', 'incorrect')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelProgress:
    """What one annotator did.

    Attributes:
        today: Labels given or changed since midnight here.
        total: All labels.
        samples_today: Samples labelled since midnight.
        samples_total: All samples labelled.
        seconds_today: Time spent on the labels of today, seconds.
        by_value: How many labels say -1, 0 and +1; flags and mere notes say nothing.
        agreement_with_verifier: How many whole samples were judged as the checker judged them, of
            how many that both judged right or wrong.
    """

    today: int
    total: int
    samples_today: int
    samples_total: int
    seconds_today: float
    by_value: Mapping[int, int]
    agreement_with_verifier: tuple[int, int]


def progress_of(connection: sqlite3.Connection, annotator: str) -> LabelProgress:
    """Return what an annotator did; nothing for one nobody knows."""
    name = name_text(annotator)
    today, samples_today, seconds = connection.execute(_COUNTS, (name, _midnight())).fetchone()
    total, samples_total, _ = connection.execute(_COUNTS, (name, "")).fetchone()
    agreed, judged = connection.execute(_AGREEMENT, (name,)).fetchone()
    return LabelProgress(
        today=today,
        total=total,
        samples_today=samples_today,
        samples_total=samples_total,
        seconds_today=seconds,
        by_value={-1: 0, 0: 0, 1: 0} | dict(connection.execute(_BY_VALUE, (name,)).fetchall()),
        agreement_with_verifier=(agreed, judged),
    )


def _midnight() -> str:
    """Return when the day began where the person sits, as the store writes times."""
    here = clock.now().astimezone()
    begin = datetime(here.year, here.month, here.day).astimezone()
    return clock.stamp(begin.astimezone(UTC))
