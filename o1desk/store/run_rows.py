"""Runs and what they report, as rows; everything here runs on a given connection.

Every write may be repeated: an event is known by (run, seq), a metric by (run, name, step), a
checkpoint by (run, step). Telling the same folder twice changes nothing.
"""

import dataclasses
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from o1desk.core.errors import UnknownNameError
from o1desk.core.events import (
    CheckpointSaved,
    Event,
    Metric,
    Progress,
    Stamped,
    State,
    StepDone,
    TokenText,
    Unknown,
)
from o1desk.core.references import split_ref
from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.store import clock
from o1desk.store.gate import name_text, number, pack_json
from o1desk.store.refs import link_adapters, model_id

# Streamed text and progress bars are of no use afterwards: their place in the run is kept, so that
# nothing is told twice, without their content. The run folder has them in full.
_PASSING = (TokenText, StepDone, Progress)
_JUDGED = "IN ('correct', 'incorrect')"
_RIGHT = "= 'correct'"


def put_run(connection: sqlite3.Connection, run: Run) -> None:
    """Store a run, or note that it was started again."""
    model = model_id(connection, _model_of(run))
    connection.execute(
        "INSERT INTO run (id, role, folder, state, created, started, model_id, config) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "role = excluded.role, folder = excluded.folder, config = excluded.config, "
        "model_id = excluded.model_id",
        (
            run.id,
            run.role,
            name_text(str(run.folder)),
            RunState.STARTING.value,
            run.created,
            clock.stamp(),
            model,
            pack_json(run.config),
        ),
    )
    link_adapters(connection, run.id)


def set_state(connection: sqlite3.Connection, run_id: str, state: str) -> None:
    """Note the state of a run; one that starts again has no end."""
    connection.execute(
        "UPDATE run SET state = ?, ended = NULL, exit_code = NULL, message = '', reason = '' "
        "WHERE id = ?",
        (state, run_id),
    )


def put_end(connection: sqlite3.Connection, run_id: str, end: RunEnd) -> None:
    """Note how an attempt at a run ended."""
    connection.execute(
        "UPDATE run SET state = ?, ended = coalesce(ended, ?), exit_code = ?, message = ?, "
        "reason = ?, hint = ?, summary = ?, crash = ? WHERE id = ?",
        (
            end.state.value,
            clock.stamp(),
            end.exit_code,
            name_text(end.message),
            name_text(end.reason),
            pack_json(end.hint),
            pack_json(end.summary),
            name_text(end.crash),
            run_id,
        ),
    )


def set_by_hand(connection: sqlite3.Connection, run_id: str, column: str, value: str) -> None:
    """Store what a person says of a run: its "note" or "tags".

    Raises:
        UnknownNameError: If there is no such run.
    """
    sql = f"UPDATE run SET {column} = ? WHERE id = ?"  # noqa: S608 - our own names
    if connection.execute(sql, (value, run_id)).rowcount == 0:
        known = [row[0] for row in connection.execute("SELECT id FROM run")]
        raise UnknownNameError("run", run_id, known)


def put_event(connection: sqlite3.Connection, run_id: str, stamped: Stamped) -> bool:
    """Store an event and what it says; return False if it was known."""
    event = stamped.event
    body = "" if isinstance(event, _PASSING) else _body(event)
    kind = event.name if isinstance(event, Unknown) else event.kind
    cursor = connection.execute(
        "INSERT INTO run_event (run_id, seq, t, kind, body) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (run_id, seq) DO NOTHING",
        (run_id, stamped.seq, stamped.t, name_text(kind), body),
    )
    if cursor.rowcount == 0:
        return False
    connection.execute(
        "UPDATE run SET last_seq = max(last_seq, ?) WHERE id = ?", (stamped.seq, run_id)
    )
    if isinstance(event, Metric):
        _put_metrics(connection, run_id, stamped.seq, event)
    elif isinstance(event, CheckpointSaved):
        _put_checkpoint(connection, run_id, stamped.t, event)
    elif isinstance(event, State) and _is_latest(connection, run_id, stamped.seq):
        set_state(connection, run_id, name_text(event.state))
    return True


def _body(event: Event) -> str:
    fields = dict(event.fields) if isinstance(event, Unknown) else dataclasses.asdict(event)
    return pack_json(fields)


def _is_latest(connection: sqlite3.Connection, run_id: str, seq: int) -> bool:
    """Return whether no later event is known: an old one must not turn back the state."""
    sql = "SELECT last_seq <= ? FROM run WHERE id = ?"
    return bool(connection.execute(sql, (seq, run_id)).fetchone()[0])


def _put_metrics(connection: sqlite3.Connection, run_id: str, seq: int, event: Metric) -> None:
    # A resumed run repeats the steps after its checkpoint: the later word counts.
    connection.executemany(
        "INSERT INTO run_metric (run_id, name, step, seq, value, value_kind) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (run_id, name, step) DO UPDATE SET "
        "seq = excluded.seq, value = excluded.value, value_kind = excluded.value_kind "
        "WHERE excluded.seq > run_metric.seq",
        [
            (run_id, name_text(name), event.step, seq, *number(value))
            for name, value in event.values.items()
        ],
    )


def _put_checkpoint(
    connection: sqlite3.Connection, run_id: str, t: float, event: CheckpointSaved
) -> None:
    made = clock.stamp(datetime.fromtimestamp(t, UTC))
    path = name_text(event.path)
    row = connection.execute(
        "INSERT INTO checkpoint (run_id, step, path, bytes, created) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (run_id, step) DO UPDATE SET path = excluded.path, bytes = excluded.bytes "
        "RETURNING id",
        (run_id, event.step, path, event.bytes, made),
    ).fetchone()
    connection.execute(
        "INSERT INTO adapter (ref, run_id, step, model_id, checkpoint_id, path, created) "
        "VALUES (?, ?, ?, (SELECT model_id FROM run WHERE id = ?), ?, ?, ?) "
        "ON CONFLICT (ref) DO UPDATE SET run_id = excluded.run_id, step = excluded.step, "
        "model_id = coalesce(adapter.model_id, excluded.model_id), "
        "checkpoint_id = excluded.checkpoint_id, path = excluded.path",
        (f"{run_id}:{event.step}", run_id, event.step, run_id, row[0], path, made),
    )


def forget(connection: sqlite3.Connection, run_id: str) -> None:
    """Take away everything that the run folder can tell again; samples stay."""
    sql = (
        "SELECT DISTINCT s.problem_id FROM rollout r JOIN sample s ON s.id = r.sample_id "
        "WHERE r.run_id = ?"
    )
    problems = [row[0] for row in connection.execute(sql, (run_id,))]
    for table in ("run_event", "run_metric", "run_file", "rollout", "run_input"):
        connection.execute(f"DELETE FROM {table} WHERE run_id = ?", (run_id,))  # noqa: S608
    connection.execute("UPDATE run SET last_seq = 0 WHERE id = ?", (run_id,))
    refresh_pass_rates(connection, problems)


def refresh_pass_rates(connection: sqlite3.Connection, problems: Iterable[int]) -> None:
    """Count the attempts of models at some problems again, and how many were right."""
    attempts = (
        "(SELECT count(*) FROM sample s JOIN rollout r ON r.sample_id = s.id "
        "WHERE s.problem_id = problem.id AND s.model_id IS NOT NULL AND s.judgement {0})"
    )
    connection.executemany(
        f"UPDATE problem SET attempts = {attempts.format(_JUDGED)}, "  # noqa: S608 - our own names
        f"passes = {attempts.format(_RIGHT)} WHERE id = ?",
        [(problem,) for problem in problems],
    )


def _model_of(run: Run) -> str:
    """Return the model a run starts from, without the adapter that may follow an "@"."""
    settings = run.config.get("config", run.config)
    ref = settings.get("model", "") if isinstance(settings, dict) else ""
    return split_ref(ref)[0] if isinstance(ref, str) else ""
