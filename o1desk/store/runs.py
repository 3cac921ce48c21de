"""Runs, their events and checkpoints, as lists."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.errors import UnknownNameError
from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.store import removal, run_rows
from o1desk.store.access import Access
from o1desk.store.gate import name_text, pack_json, unpack_json
from o1desk.store.writer import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run as the store knows it.

    Attributes:
        id: Name of its folder.
        role: What its worker does.
        folder: Where it lies.
        state: Where it is between the wish and its end.
        created: When it was created, UTC.
        started: When the store first heard of it, UTC.
        ended: When it ended, UTC; None while it goes on.
        exit_code: What the process returned.
        message: One sentence about the end; empty for a plain finish.
        reason: The reason of a failure.
        last_seq: Number of the last event stored.
        model: Reference of the model it started from.
        config: Everything in its `config.json`.
        hint: Settings to try next.
        summary: What the worker summed up.
        note: What a person wrote about it.
        tags: Words a person filed it under.
    """

    id: str
    role: str
    folder: Path
    state: RunState
    created: str
    started: str | None
    ended: str | None
    exit_code: int | None
    message: str
    reason: str
    last_seq: int
    model: str
    config: Mapping[str, Any]
    hint: Mapping[str, Any]
    summary: Mapping[str, Any]
    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One stored event: number, Unix time in seconds, kind, fields."""

    seq: int
    t: float
    kind: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """One checkpoint: step, path relative to the run folder, size in bytes, time in UTC."""

    run: str
    step: int
    path: str
    bytes: int
    created: str


_RUN = """
SELECT run.id, role, folder, state, run.created, started, ended, exit_code, message, reason,
  last_seq, coalesce(model.ref, ''), config, hint, summary,
  note, tags
FROM run LEFT JOIN model ON model.id = run.model_id
"""


class Runs:
    """Runs by id and in lists."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def put(self, run: Run) -> None:
        """Store a run, or note that it was started again."""
        self._access.write(
            lambda connection: run_rows.put_run(connection, run), doing="store the run"
        )

    def end(self, run_id: str, end: RunEnd) -> None:
        """Note how an attempt at a run ended."""
        self._access.write(
            lambda connection: run_rows.put_end(connection, run_id, end), doing="store the run"
        )

    def set_note(self, run_id: str, text: str) -> None:
        """Keep what a person wrote about a run.

        Raises:
            UnknownNameError: If there is no such run.
        """
        self._by_hand(
            lambda connection: run_rows.set_by_hand(connection, run_id, "note", name_text(text)),
            "store the note of the run",
        )

    def set_tags(self, run_id: str, tags: Iterable[str]) -> None:
        """File a run under some words; empty and repeated ones are left out.

        Raises:
            UnknownNameError: If there is no such run.
        """
        clean = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        self._by_hand(
            lambda connection: run_rows.set_by_hand(connection, run_id, "tags", pack_json(clean)),
            "store the tags of the run",
        )

    def remove(self, run_id: str) -> None:
        """Hide a run from the list; its folder, samples and lineage stay.

        Raises:
            UnknownNameError: If there is no such run.
        """
        self._by_hand(lambda connection: removal.hide(connection, "run", run_id), "remove the run")

    def restore(self, run_id: str) -> None:
        """Take a removed run back.

        Raises:
            UnknownNameError: If there is no such run.
        """
        self._by_hand(lambda connection: removal.show(connection, "run", run_id), "restore the run")

    def get(self, run_id: str) -> RunRow:
        """Return one run.

        Raises:
            UnknownNameError: If there is none of that id; the message names the nearest.
        """
        row = self._access.one(f"{_RUN} WHERE run.id = ?", (run_id,))
        if row is None:
            known = [found[0] for found in self._access.rows("SELECT id FROM run")]
            raise UnknownNameError("run", run_id, known)
        return _run_of(row)

    def newest(self, *, role: str = "", limit: int = 100, before: str = "") -> list[RunRow]:
        """Return the newest runs, older than the id `before`; ids sort by time of creation.

        Removed ones are left out; `get` and `in_state` still know them.
        """
        where, values = ["run.removed IS NULL"], []
        if role:
            where.append("role = ?")
            values.append(role)
        if before:
            where.append("run.id < ?")
            values.append(before)
        sql = f"{_RUN} WHERE {' AND '.join(where)} ORDER BY run.id DESC LIMIT ?"
        return [_run_of(row) for row in self._access.rows(sql, (*values, limit))]

    def in_state(self, *states: RunState) -> list[RunRow]:
        """Return the runs in some states, oldest first."""
        marks = ",".join("?" * len(states))
        sql = f"{_RUN} WHERE state IN ({marks}) ORDER BY run.id"
        return [_run_of(row) for row in self._access.rows(sql, [s.value for s in states])]

    def events(
        self, run_id: str, *, kinds: Sequence[str] = (), after: int = 0, limit: int = 1000
    ) -> list[EventRow]:
        """Return stored events in order; those that only streamed text have no fields."""
        chosen = f"AND kind IN ({','.join('?' * len(kinds))})" if kinds else ""
        rows = self._access.rows(
            "SELECT seq, t, kind, body FROM run_event "  # noqa: S608 - question marks only
            f"WHERE run_id = ? AND seq > ? {chosen} ORDER BY seq LIMIT ?",
            (run_id, after, *kinds, limit),
        )
        return [
            EventRow(seq=seq, t=t, kind=kind, fields=unpack_json(body) if body else {})
            for seq, t, kind, body in rows
        ]

    def last_seq(self, run_id: str) -> int:
        """Return the number of the last event stored; 0 for an unknown run."""
        row = self._access.one("SELECT last_seq FROM run WHERE id = ?", (run_id,))
        return int(row[0]) if row else 0

    def _by_hand(self, work: Work[None], doing: str) -> None:
        self._access.write(work, doing=doing, durable=True)


class Checkpoints:
    """Checkpoints of runs."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def of_run(self, run_id: str) -> list[Checkpoint]:
        """Return the checkpoints of a run, oldest first."""
        rows = self._access.rows(
            "SELECT run_id, step, path, bytes, created FROM checkpoint WHERE run_id = ? "
            "ORDER BY step",
            (run_id,),
        )
        names = Checkpoint.__dataclass_fields__
        return [Checkpoint(**dict(zip(names, row, strict=True))) for row in rows]

    def remove(self, run_id: str, step: int) -> None:
        """Forget a checkpoint whose folder was deleted; its adapter stays known by name."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "DELETE FROM checkpoint WHERE run_id = ? AND step = ?", (run_id, step)
            )

        self._access.write(work, doing="remove the checkpoint")


def _run_of(row: tuple[Any, ...]) -> RunRow:
    values = dict(zip(RunRow.__dataclass_fields__, row, strict=True))
    state = values["state"]
    known = state in RunState.__members__.values()
    return RunRow(
        **values
        | {
            "folder": Path(values["folder"]),
            "state": RunState(state) if known else RunState.RUNNING,
            "config": unpack_json(values["config"]),
            "hint": unpack_json(values["hint"]),
            "summary": unpack_json(values["summary"]),
            "tags": tuple(unpack_json(values["tags"])),
        }
    )
