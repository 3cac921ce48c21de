"""Problems as rows of the database and back; everything here runs on a given connection."""

import dataclasses
import sqlite3
from typing import Any

from o1desk.core.types import Problem
from o1desk.store import clock, search
from o1desk.store.blobs import BlobFolder, keep_large
from o1desk.store.gate import integer, integer_back, name_text, pack_json, unpack_json

COLUMNS = (
    "problem.id, problem.key, problem.environment, problem.level, problem.answer_kind, "
    "problem.source, problem.seed, problem.flags, problem.answer, problem.identity, "
    "problem.metadata, problem.prompt"
)
WIDTH = 12

_INSERT = """
INSERT INTO problem (key, environment, level, answer_kind, source, seed, created, flags,
                     answer, identity, metadata, prompt)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO NOTHING
"""


def put_problem(
    connection: sqlite3.Connection, blobs: BlobFolder, problem: Problem
) -> tuple[int, bool]:
    """Store a problem unless its key is known; return its id and whether it is new.

    The wording that came first stays; a sample remembers the wording it answered.
    """
    known = connection.execute("SELECT id FROM problem WHERE key = ?", (problem.key,)).fetchone()
    if known is not None:
        return int(known[0]), False
    texts = blobs.pack(
        {"answer": problem.answer, "identity": problem.identity, "prompt": problem.prompt}
    )
    row = (
        problem.key,
        name_text(problem.environment),
        name_text(problem.level),
        name_text(problem.answer_kind),
        name_text(problem.source),
        integer(problem.seed),
        clock.stamp(),
        texts.flags,
        texts.values["answer"],
        texts.values["identity"],
        pack_json(problem.metadata),
        texts.values["prompt"],
    )
    row_id = int(connection.execute(_INSERT, row).lastrowid or 0)
    keep_large(connection, ("problem", row_id, 0), texts.large)
    facets = {"environment": row[1], "level": row[2]}
    search.index(connection, "problem", row_id, problem.prompt, facets)
    return row_id, True


def problem_of(connection: sqlite3.Connection, blobs: BlobFolder, row: tuple[Any, ...]) -> Problem:
    """Return the problem of a row with `COLUMNS`."""
    row_id, _, environment, level, answer_kind, source, seed, flags = row[:8]
    texts = {"answer": row[8], "identity": row[9], "prompt": row[11]}
    if flags:
        texts = blobs.unpack(connection, ("problem", row_id, 0), flags, texts)
    return Problem(
        environment=environment,
        level=level,
        answer_kind=answer_kind,
        source=source,
        seed=integer_back(seed),
        metadata=unpack_json(row[10]),
        **texts,
    )


def get_problem(connection: sqlite3.Connection, blobs: BlobFolder, row_id: int) -> Problem | None:
    """Return the problem with an id."""
    sql = f"SELECT {COLUMNS} FROM problem WHERE id = ?"  # noqa: S608 - our own names
    row = connection.execute(sql, (row_id,)).fetchone()
    return None if row is None else problem_of(connection, blobs, row)


def variant_of(stored: Problem, used: Problem) -> str | None:
    """Return what a sample's problem says differently from the stored one, as packed JSON."""
    different = {
        field.name: getattr(used, field.name)
        for field in dataclasses.fields(Problem)
        if getattr(used, field.name) != getattr(stored, field.name)
    }
    return pack_json(different) if different else None


def with_variant(stored: Problem, variant: str | None) -> Problem:
    """Return the problem as the sample saw it."""
    return stored if variant is None else dataclasses.replace(stored, **unpack_json(variant))
