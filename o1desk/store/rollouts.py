"""What a training run sampled: for every step its groups, each a prompt and all its answers.

Removed samples stay here: a group is shown as it was when it was learned from.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from o1desk.store import problem_rows
from o1desk.store.access import Access
from o1desk.store.gate import FLAG_ESCAPED, number_back, numbers_back, unescape

if TYPE_CHECKING:
    from o1desk.core.types import Problem

TEXT_CHARS = 20_000  # of a long answer; `Samples.get` has the whole

_MEMBERS = f"""
SELECT coalesce(r.group_index, 0), s.problem_id, r.sample_id, substr(s.raw, 1, {TEXT_CHARS}),
  substr(s.answer, 1, {TEXT_CHARS}), s.flags, s.judgement, r.reward, r.advantage, r.kinds,
  s.tokens_thinking, s.tokens_answer, s.truncated, s.variant
FROM rollout r JOIN sample s ON s.id = r.sample_id
WHERE r.run_id = ? AND r.step = ? ORDER BY 1, r.line, r.member
"""  # noqa: S608 - our own constant
_PARTS = """
SELECT sample_id, name, value, value_kind FROM reward_part WHERE sample_id IN (
  SELECT sample_id FROM rollout WHERE run_id = ? AND step = ?)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolloutMember:
    """One answer of a group.

    Attributes:
        sample_id: Row of the sample; the same text twice in a group is one sample.
        text: The first 20,000 characters of what was written.
        answer: The final answer.
        judgement: The checker's word; None when nobody checked.
        reward: Total reward; None when nothing scored it.
        advantage: What the step learned it by; None when it was not told.
        parts: Each reward part by name; None where it could not score.
        tokens_thinking: Length of the thinking, tokens.
        tokens_answer: Length of the answer, tokens.
        truncated: Whether a length limit cut it.
    """

    sample_id: int
    text: str
    answer: str
    judgement: str | None
    reward: float | None
    advantage: float | None
    tokens_thinking: int
    tokens_answer: int
    truncated: bool
    parts: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolloutGroup:
    """All answers to one prompt in one step.

    Attributes:
        index: Number of the group within its step, from 0.
        problem_id: Row of the problem.
        prompt: What the model was asked.
        environment: Name of the problem's environment.
        level: easy, medium or hard.
        answer: The reference answer.
        members: The answers, in the order they were sampled.
    """

    index: int
    problem_id: int
    prompt: str
    environment: str
    level: str
    answer: str
    members: tuple[RolloutMember, ...]


class Rollouts:
    """Groups of answers by run and step."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def steps(self, run: str) -> list[int]:
        """Return the steps of a run that have groups, in order; none for an unknown run."""
        sql = (
            "SELECT DISTINCT step FROM rollout WHERE run_id = ? AND step IS NOT NULL ORDER BY step"
        )
        return [row[0] for row in self._access.rows(sql, (run,))]

    def at(self, run: str, step: int) -> list[RolloutGroup]:
        """Return the groups of one step, in order; none for a step that has none."""
        with self._access.reading() as connection:
            members = connection.execute(_MEMBERS, (run, step)).fetchall()
            parts = _parts(connection, run, step)
            return [
                self._group(connection, place, list(group), parts)
                for place, group in groupby(members, key=_group_of)
            ]

    def group_of_problem(self, run: str, problem_id: int) -> list[int]:
        """Return the steps of a run that asked a problem, in order."""
        sql = (
            "SELECT DISTINCT r.step FROM rollout r JOIN sample s ON s.id = r.sample_id "
            "WHERE s.problem_id = ? AND r.run_id = ? AND r.step IS NOT NULL ORDER BY r.step"
        )
        return [row[0] for row in self._access.rows(sql, (problem_id, run))]

    def _group(
        self,
        connection: sqlite3.Connection,
        place: tuple[int, int],
        rows: list[tuple[Any, ...]],
        parts: dict[int, dict[str, float | None]],
    ) -> RolloutGroup:
        index, problem_id = place
        stored = problem_rows.get_problem(connection, self._access.blobs, problem_id)
        # A foreign key promises the problem; the first answer knows the wording it was asked in.
        problem = problem_rows.with_variant(cast("Problem", stored), rows[0][-1])
        return RolloutGroup(
            index=index,
            problem_id=problem_id,
            prompt=problem.prompt,
            environment=problem.environment,
            level=problem.level,
            answer=problem.answer,
            members=tuple(_member(row[2:-1], parts) for row in rows),
        )


def _group_of(row: tuple[Any, ...]) -> tuple[int, int]:
    return row[0], row[1]


def _member(row: tuple[Any, ...], parts: dict[int, dict[str, float | None]]) -> RolloutMember:
    sample, text, answer, flags, judgement, reward, advantage, kinds, *rest = row
    values = numbers_back({"reward": reward, "advantage": advantage}, kinds)
    thinking, answered, truncated = rest
    return RolloutMember(
        sample_id=sample,
        text=_shown(text, flags),
        answer=_shown(answer, flags),
        judgement=judgement,
        reward=values["reward"],
        advantage=values["advantage"],
        parts=parts.get(sample, {}),
        tokens_thinking=thinking,
        tokens_answer=answered,
        truncated=bool(truncated),
    )


def _parts(
    connection: sqlite3.Connection, run: str, step: int
) -> dict[int, dict[str, float | None]]:
    found: dict[int, dict[str, float | None]] = {}
    for sample, name, value, kind in connection.execute(_PARTS, (run, step)):
        found.setdefault(sample, {})[name] = number_back(value, kind)
    return found


def _shown(text: str, flags: int) -> str:
    return unescape(text) if flags & FLAG_ESCAPED else text
