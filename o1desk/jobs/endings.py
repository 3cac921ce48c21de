"""What an exit code and the last event say about how a run ended."""

import dataclasses
import signal
from typing import Any

from o1desk.core.errors import (
    EXIT_BUG,
    EXIT_CANCELLED,
    EXIT_DONE,
    EXIT_INPUT,
    EXIT_MEMORY,
    EXIT_USAGE,
)
from o1desk.core.events import Done, Event, Failed
from o1desk.core.job_configs import settings_of
from o1desk.core.ladder import lowered, next_rung
from o1desk.core.runs import Run, RunEnd, RunState

FAILURES = {
    EXIT_BUG: ("bug", "The worker stopped on a bug; details are in worker.log"),
    EXIT_USAGE: ("usage", "The worker was started in a way it does not know"),
    EXIT_MEMORY: ("out_of_memory", "Memory ran out; the last checkpoint was kept"),
    EXIT_INPUT: ("bad_config", "The run's configuration or input was refused"),
}
_KILLED = -9  # SIGKILL, which Windows does not know
_WINDOWS = {
    0xC0000005: "access violation",
    0xC000001D: "illegal instruction",
    0xC00000FD: "stack overflow",
    0xC0000142: "a library failed to start",
    0xC0000374: "heap corruption",
    0xC0000409: "abort",
}
_ADVICE = {
    "SIGKILL": "often the system had no memory left",
    "SIGILL": "a library was built for another processor",
    "SIGABRT": "a native library gave up",
}


def end_of(code: int, last: Event | None, *, crash: str = "", forced: str = "") -> RunEnd:
    """Judge the end of a worker; the code decides, the last event explains.

    Args:
        code: What the process returned; negative for a signal.
        last: The last event it wrote.
        crash: What the fault handler left behind.
        forced: The rung of the stop ladder that ended it ("terminate" or "kill"), or "".
    """
    if code == EXIT_DONE and isinstance(last, Done):
        return RunEnd(state=RunState.FINISHED, exit_code=code, summary=last.summary)
    if code == EXIT_CANCELLED:
        return _stopped(code, last)
    if code in FAILURES:
        return _failed(code, last)
    message = f"The worker {_cause(code, forced)}; everything written before was kept"
    return RunEnd(
        state=RunState.CRASHED, exit_code=code, message=message, reason="crash", crash=crash
    )


def vanished(crash: str = "") -> RunEnd:
    """Return the end of a run whose worker nobody saw leaving."""
    message = "The worker stopped unexpectedly while O1 Desk was away; what it wrote was kept"
    return RunEnd(state=RunState.CRASHED, message=message, reason="crash", crash=crash)


def remembered(last: Event) -> RunEnd | None:
    """Return the end that a last event speaks of; None when it is no last word."""
    if isinstance(last, Failed):
        codes = {reason: code for code, (reason, _) in FAILURES.items()}
        return _failed(codes.get(last.reason, EXIT_INPUT), last)
    if isinstance(last, Done):
        finished = last.outcome == "finished"
        return end_of(EXIT_DONE if finished else EXIT_CANCELLED, last)
    return None


def with_advice(end: RunEnd, run: Run, *, forced: str = "") -> RunEnd:
    """Return an end that also names what to lower, where memory is what probably ran out.

    A worker that the system kills without a word has most often been too large; one that lost to
    its own limit says so itself. Only training has settings whose change makes it smaller.

    Args:
        end: How the run ended.
        run: The run, for its settings.
        forced: The rung of the stop ladder that ended it, or "".
    """
    is_memory = end.reason == "out_of_memory" or (end.exit_code == _KILLED and not forced)
    if run.role != "train" or not is_memory or lowered(end.hint):
        return end
    rung = {} if end.hint else next_rung(settings_of(run.role, run.config))
    return dataclasses.replace(end, hint=rung) if rung else end


def end_to_json(end: RunEnd) -> dict[str, Any]:
    """Return an end as JSON values, for the run folder."""
    plain = {f.name: getattr(end, f.name) for f in dataclasses.fields(end)}
    return plain | {"hint": dict(end.hint), "summary": dict(end.summary)}


def end_from_json(data: dict[str, Any]) -> RunEnd:
    """Read an end.

    Raises:
        ValueError: If the values are no end of a run.
    """
    known = {f.name for f in dataclasses.fields(RunEnd)}
    values = {name: value for name, value in data.items() if name in known}
    try:
        return RunEnd(**values | {"state": RunState(values["state"])})
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the end of a run: {error}") from error


def _stopped(code: int, last: Event | None) -> RunEnd:
    done = last if isinstance(last, Done) else Done(outcome="suspended")
    if done.outcome == "cancelled":
        message, state = "The run was cancelled; what was finished is kept", RunState.CANCELLED
    else:
        message, state = "The run was suspended; it can be resumed", RunState.SUSPENDED
    return RunEnd(state=state, exit_code=code, message=message, summary=done.summary)


def _failed(code: int, last: Event | None) -> RunEnd:
    reason, message = FAILURES[code]
    if isinstance(last, Failed):
        return RunEnd(
            state=RunState.FAILED,
            exit_code=code,
            message=last.message,
            reason=last.reason,
            hint=last.hint,
        )
    return RunEnd(state=RunState.FAILED, exit_code=code, message=message, reason=reason)


def _cause(code: int, forced: str) -> str:
    if forced:
        return f"did not stop in time and was ended ({forced})"
    if code < 0:
        name = _signal_name(-code)
        advice = _ADVICE.get(name)
        return f"was killed by {name} ({advice})" if advice else f"was killed by {name}"
    if code >= 0xC0000000:
        return f"crashed: {_WINDOWS.get(code, 'native error')} (0x{code:08X})"
    if code == EXIT_DONE:
        return "left without a last word"
    return f"vanished with code {code}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
