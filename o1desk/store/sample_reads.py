"""Samples, their steps and reward parts from rows of the database, exactly as they were stored."""

import sqlite3
from typing import Any

from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict
from o1desk.store import problem_rows
from o1desk.store.blobs import BlobFolder
from o1desk.store.gate import number_back, numbers_back

COLUMNS = (
    "sample.id, sample.problem_id, sample.origin, sample.judgement, sample.score, sample.method, "
    "sample.check_ms, sample.reward, sample.kinds, model.ref, adapter.ref, sample.run, "
    "sample.habit, sample.closed, sample.truncated, sample.tokens_thinking, "
    "sample.tokens_answer, sample.flags, sample.variant, sample.answer, sample.detail, sample.raw"
)
JOINS = (
    "LEFT JOIN model ON model.id = sample.model_id "
    "LEFT JOIN adapter ON adapter.id = sample.adapter_id"
)


def get_sample(connection: sqlite3.Connection, blobs: BlobFolder, row_id: int) -> Sample | None:
    """Return the sample with an id, exactly as it was stored."""
    sql = f"SELECT {COLUMNS} FROM sample {JOINS} WHERE sample.id = ?"  # noqa: S608 - our own names
    row = connection.execute(sql, (row_id,)).fetchone()
    if row is None:
        return None
    problem = problem_rows.get_problem(connection, blobs, row[1])
    if problem is None:  # a foreign key forbids it
        return None
    return _sample_of(connection, blobs, row, problem)


def _sample_of(
    connection: sqlite3.Connection, blobs: BlobFolder, row: tuple[Any, ...], problem: Problem
) -> Sample:
    row_id, _, origin, judgement, score, method, check_ms, reward, kinds = row[:9]
    model, adapter, run, habit, closed, truncated, thinking, answer, flags, variant = row[9:19]
    texts = {"answer": row[19], "raw": row[21]}
    if flags:
        texts = blobs.unpack(connection, ("sample", row_id, 0), flags, texts)
    values = numbers_back({"score": score, "check_ms": check_ms, "reward": reward}, kinds)
    verdict = None
    if judgement is not None:
        verdict = Verdict(
            judgement=Judgement(judgement),
            score=values["score"] or 0.0,
            method=method,
            detail=row[20],
            ms=values["check_ms"] or 0.0,
        )
    return Sample(
        problem=problem_rows.with_variant(problem, variant),
        origin=origin,
        trace=Trace(
            steps=get_steps(connection, blobs, row_id), answer=texts["answer"], closed=bool(closed)
        ),
        raw=texts["raw"],
        verdict=verdict,
        reward=values["reward"],
        rewards=get_rewards(connection, row_id),
        model=model or "",
        adapter=adapter or "",
        run=run,
        habit=habit,
        tokens_thinking=thinking,
        tokens_answer=answer,
        truncated=bool(truncated),
    )


def get_steps(connection: sqlite3.Connection, blobs: BlobFolder, row_id: int) -> tuple[Step, ...]:
    """Return the steps of a sample, in order."""
    sql = (
        "SELECT idx, tokens, ms, mean_logprob, entropy, kinds, flags, text FROM step "
        "WHERE sample_id = ? ORDER BY idx"
    )
    return tuple(
        _step_of(connection, blobs, row_id, row) for row in connection.execute(sql, (row_id,))
    )


def _step_of(
    connection: sqlite3.Connection, blobs: BlobFolder, row_id: int, row: tuple[Any, ...]
) -> Step:
    index, tokens, ms, mean_logprob, entropy, kinds, flags, text = row
    texts = {"text": text}
    if flags:
        texts = blobs.unpack(connection, ("step", row_id, index), flags, texts)
    values = numbers_back({"ms": ms, "mean_logprob": mean_logprob, "entropy": entropy}, kinds)
    return Step(
        text=texts["text"],
        tokens=tokens,
        ms=values["ms"] or 0.0,
        mean_logprob=values["mean_logprob"],
        entropy=values["entropy"],
    )


def get_rewards(connection: sqlite3.Connection, row_id: int) -> dict[str, float | None]:
    """Return the reward parts of a sample by name."""
    sql = "SELECT name, value, value_kind FROM reward_part WHERE sample_id = ?"
    return {
        name: number_back(value, kind) for name, value, kind in connection.execute(sql, (row_id,))
    }
