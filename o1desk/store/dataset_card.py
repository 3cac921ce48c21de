"""What a dataset holds, in numbers."""

import sqlite3
from dataclasses import dataclass

from o1desk.store.removal import REMOVED

_MEMBERS = f"""
dataset_member m JOIN sample s ON s.id = m.sample_id
WHERE m.dataset_id = ? AND s.id NOT IN ({REMOVED})
"""
_TOTALS = f"""
SELECT count(*), coalesce(avg(s.tokens_thinking + s.tokens_answer), 0.0),
  coalesce(avg(s.steps), 0.0) FROM {_MEMBERS}
"""  # noqa: S608 - our own names
_BY_ENVIRONMENT = f"""
SELECT s.environment, count(*), count(CASE WHEN s.judgement = 'correct' THEN 1 END)
FROM {_MEMBERS} GROUP BY s.environment ORDER BY 2 DESC, 1
"""  # noqa: S608 - our own names
_LABELS = f"""
SELECT count(*) FROM label WHERE sample_id IN (SELECT s.id FROM {_MEMBERS})
"""  # noqa: S608 - our own names


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetCard:
    """What a dataset holds; removed samples are left out.

    Attributes:
        samples: How many samples.
        problems: How many distinct problems, those without a sample included.
        by_environment: Environment, samples, and how many of them the checker called right;
            most samples first.
        tokens_mean: Mean length of a sample, tokens of thinking and answer; 0 without samples.
        steps_mean: Mean number of steps; 0 without samples.
        labels: How many labels its samples have, of people and machines.
    """

    samples: int
    problems: int
    by_environment: list[tuple[str, int, int]]
    tokens_mean: float
    steps_mean: float
    labels: int


def card_of(connection: sqlite3.Connection, dataset: int) -> DatasetCard:
    """Return what a dataset holds."""
    samples, tokens_mean, steps_mean = connection.execute(_TOTALS, (dataset,)).fetchone()
    sql = "SELECT count(DISTINCT problem_id) FROM dataset_member WHERE dataset_id = ?"
    return DatasetCard(
        samples=samples,
        problems=connection.execute(sql, (dataset,)).fetchone()[0],
        by_environment=connection.execute(_BY_ENVIRONMENT, (dataset,)).fetchall(),
        tokens_mean=tokens_mean,
        steps_mean=steps_mean,
        labels=connection.execute(_LABELS, (dataset,)).fetchone()[0],
    )
