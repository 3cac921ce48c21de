"""Samples, their steps and reward parts into rows of the database.

Everything here runs on a given connection, inside whatever transaction its caller began.
"""

import hashlib
import sqlite3
from dataclasses import dataclass

from o1desk.core.types import Sample, Step, Verdict
from o1desk.store import clock, problem_rows, search
from o1desk.store.blobs import BlobFolder, keep_large
from o1desk.store.gate import name_text, number, numbers, numbers_back
from o1desk.store.refs import adapter_id, model_id

PROMPT_CHARS = 8_192  # of a prompt under which its samples are found; the trace comes after it

_INSERT = """
INSERT INTO sample (key, problem_id, parent_id, environment, level, origin, judgement, score,
  method, check_ms, reward, kinds, model_id, adapter_id, run, habit, closed, truncated, steps,
  chars, tokens_thinking, tokens_answer, created, flags, variant, answer, detail, raw)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_STEP = """
INSERT INTO step (sample_id, idx, tokens, ms, mean_logprob, entropy, kinds, flags, text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """Where a sample was stored.

    Attributes:
        id: Its row.
        problem: Row of its problem.
        is_new: False if the same text for the same problem was already there.
        is_new_problem: Whether the problem was not there either.
    """

    id: int
    problem: int
    is_new: bool
    is_new_problem: bool


def key_of(sample: Sample) -> str:
    """Return the content hash: the same text for the same problem is the same sample.

    Who wrote it does not count: a second writer of the same words adds nothing to learn from.
    Each attempt of a run is kept apart, as a rollout.
    """
    text = f"{sample.problem.key}\x1f{sample.raw}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def put_sample(
    connection: sqlite3.Connection,
    blobs: BlobFolder,
    sample: Sample,
    *,
    parent: int | None = None,
) -> Put:
    """Store a sample with its problem, steps and reward parts.

    A known sample gets what it lacked (a verdict, a reward) and keeps the rest.
    """
    problem, is_new_problem = problem_rows.put_problem(connection, blobs, sample.problem)
    key = key_of(sample)
    known = connection.execute("SELECT id FROM sample WHERE key = ?", (key,)).fetchone()
    if known is not None:
        _complete(connection, int(known[0]), sample)
        return Put(id=int(known[0]), problem=problem, is_new=False, is_new_problem=is_new_problem)
    variant = None
    if not is_new_problem:
        stored = problem_rows.get_problem(connection, blobs, problem)
        variant = problem_rows.variant_of(stored, sample.problem) if stored else None
    row_id = _insert(connection, blobs, (key, problem, parent), sample, variant)
    _put_steps(connection, blobs, row_id, sample.trace.steps)
    _put_rewards(connection, row_id, sample)
    words = f"{sample.problem.prompt[:PROMPT_CHARS]}\n{sample.raw}"
    search.index(connection, "sample", row_id, words, _facets(sample))
    return Put(id=row_id, problem=problem, is_new=True, is_new_problem=is_new_problem)


def _insert(
    connection: sqlite3.Connection,
    blobs: BlobFolder,
    head: tuple[str, int, int | None],
    sample: Sample,
    variant: str | None,
) -> int:
    verdict = sample.verdict
    texts = blobs.pack({"answer": sample.trace.answer, "raw": sample.raw})
    values, kinds = _numbers(sample)
    model = model_id(connection, sample.model)
    row = (
        *head,
        name_text(sample.problem.environment),
        name_text(sample.problem.level),
        name_text(sample.origin),
        verdict.judgement.value if verdict else None,
        values["score"],
        name_text(verdict.method) if verdict else "",
        values["check_ms"],
        values["reward"],
        kinds,
        model,
        adapter_id(connection, sample.adapter, model),
        name_text(sample.run),
        name_text(sample.habit),
        int(sample.trace.closed),
        int(sample.truncated),
        len(sample.trace.steps),
        len(sample.raw),
        sample.tokens_thinking,
        sample.tokens_answer,
        clock.stamp(),
        texts.flags,
        variant,
        texts.values["answer"],
        name_text(verdict.detail) if verdict else "",
        texts.values["raw"],
    )
    row_id = int(connection.execute(_INSERT, row).lastrowid or 0)
    keep_large(connection, ("sample", row_id, 0), texts.large)
    return row_id


def _facets(sample: Sample) -> dict[str, str]:
    """Return what a search can be narrowed by; named as in `filters.SAMPLE_FACETS`."""
    values = {
        "environment": sample.problem.environment,
        "level": sample.problem.level,
        "origin": sample.origin,
        "run": sample.run,
    }
    return {name: name_text(value) for name, value in values.items() if value}


def _numbers(sample: Sample) -> tuple[dict[str, float | None], str]:
    verdict = sample.verdict
    return numbers(
        {
            "score": verdict.score if verdict else None,
            "check_ms": verdict.ms if verdict else None,
            "reward": sample.reward,
        }
    )


def _put_steps(
    connection: sqlite3.Connection, blobs: BlobFolder, row_id: int, steps: tuple[Step, ...]
) -> None:
    rows = []
    for index, step in enumerate(steps):
        texts = blobs.pack({"text": step.text})
        values, kinds = numbers(
            {"ms": step.ms, "mean_logprob": step.mean_logprob, "entropy": step.entropy}
        )
        head = (row_id, index, step.tokens, *values.values())
        rows.append((*head, kinds, texts.flags, texts.values["text"]))
        keep_large(connection, ("step", row_id, index), texts.large)
    connection.executemany(_INSERT_STEP, rows)


def _put_rewards(connection: sqlite3.Connection, row_id: int, sample: Sample) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO reward_part (sample_id, name, value, value_kind) "
        "VALUES (?, ?, ?, ?)",
        [(row_id, name_text(name), *number(value)) for name, value in sample.rewards.items()],
    )


def _complete(connection: sqlite3.Connection, row_id: int, sample: Sample) -> None:
    sql = "SELECT judgement, score, check_ms, reward, kinds FROM sample WHERE id = ?"
    judgement, score, check_ms, reward, kinds = connection.execute(sql, (row_id,)).fetchone()
    known = numbers_back({"score": score, "check_ms": check_ms, "reward": reward}, kinds)
    if judgement is None and sample.verdict is not None:
        set_verdict(connection, row_id, sample.verdict)
    if known["reward"] is None and sample.reward is not None:
        _update_numbers(connection, row_id, {"reward": sample.reward})
        _put_rewards(connection, row_id, sample)


def set_verdict(connection: sqlite3.Connection, row_id: int, verdict: Verdict) -> None:
    """Replace the checker's judgement of a sample."""
    connection.execute(
        "UPDATE sample SET judgement = ?, method = ?, detail = ? WHERE id = ?",
        (verdict.judgement.value, name_text(verdict.method), name_text(verdict.detail), row_id),
    )
    _update_numbers(connection, row_id, {"score": verdict.score, "check_ms": verdict.ms})


def _update_numbers(
    connection: sqlite3.Connection, row_id: int, new: dict[str, float | None]
) -> None:
    sql = "SELECT score, check_ms, reward, kinds FROM sample WHERE id = ?"
    score, check_ms, reward, kinds = connection.execute(sql, (row_id,)).fetchone()
    known = numbers_back({"score": score, "check_ms": check_ms, "reward": reward}, kinds)
    values, kinds = numbers(known | new)
    connection.execute(
        "UPDATE sample SET score = ?, check_ms = ?, reward = ?, kinds = ? WHERE id = ?",
        (values["score"], values["check_ms"], values["reward"], kinds, row_id),
    )
