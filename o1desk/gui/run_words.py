"""States, phases and endings of a run in words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.core.runs import RunEnd, RunState
from o1desk.core.words import QT_TRANSLATE_NOOP, filled
from o1desk.gui.live_run import LiveRun
from o1desk.gui.times import duration_text

BROKEN = (RunState.FAILED, RunState.CRASHED)
OUT_OF_MEMORY = "out_of_memory"
_STATES: Mapping[RunState, tuple[str, str]] = {
    RunState.QUEUED: (QT_TRANSLATE_NOOP("runs", "Waiting"), "plain"),
    RunState.STARTING: (QT_TRANSLATE_NOOP("runs", "Starting"), "accent"),
    RunState.LOADING: (QT_TRANSLATE_NOOP("runs", "Loading the model"), "accent"),
    RunState.RUNNING: (QT_TRANSLATE_NOOP("runs", "At work"), "accent"),
    RunState.PAUSED: (QT_TRANSLATE_NOOP("runs", "Paused"), "warn"),
    RunState.SAVING: (QT_TRANSLATE_NOOP("runs", "Saving"), "accent"),
    RunState.FINISHED: (QT_TRANSLATE_NOOP("runs", "Finished"), "good"),
    RunState.SUSPENDED: (QT_TRANSLATE_NOOP("runs", "Suspended"), "warn"),
    RunState.CANCELLED: (QT_TRANSLATE_NOOP("runs", "Cancelled"), "plain"),
    RunState.FAILED: (QT_TRANSLATE_NOOP("runs", "Failed"), "bad"),
    RunState.CRASHED: (QT_TRANSLATE_NOOP("runs", "Crashed"), "bad"),
}
_PHASES: Mapping[str, str] = {
    "generate": QT_TRANSLATE_NOOP("runs", "answering problems"),
    "sample": QT_TRANSLATE_NOOP("runs", "sampling answers"),
    "reference": QT_TRANSLATE_NOOP("runs", "comparing with the model without adapter"),
    "learn": QT_TRANSLATE_NOOP("runs", "learning"),
    "evaluate": QT_TRANSLATE_NOOP("runs", "measuring on held-out problems"),
    "vote": QT_TRANSLATE_NOOP("runs", "measuring majority votes"),
}
_COUNTS: Mapping[str, str] = {
    "step": QT_TRANSLATE_NOOP("runs", "Step %1 of %2"),
    "generate": QT_TRANSLATE_NOOP("runs", "%1 of %2 problems"),
    "evaluate": QT_TRANSLATE_NOOP("runs", "%1 of %2 problems"),
    "vote": QT_TRANSLATE_NOOP("runs", "%1 of %2 problems"),
    "": QT_TRANSLATE_NOOP("runs", "%1 of %2"),
}


def state_text(state: RunState) -> str:
    """Return a state in words."""
    return QCoreApplication.translate("runs", _STATES[state][0])


def state_tone(state: RunState) -> str:
    """Return the tone of a state's chip."""
    return _STATES[state][1]


def phase_text(phase: str) -> str:
    """Return what a worker is doing; empty when that says no more than the count."""
    return QCoreApplication.translate("runs", _PHASES[phase]) if phase in _PHASES else ""


def count_text(phase: str, done: int, total: int) -> str:
    """Return how far a phase got: "34 of 96 problems"."""
    template = _COUNTS.get(phase, _COUNTS[""])
    number = QLocale().toString
    return filled(QCoreApplication.translate("runs", template), [number(done), number(total)])


def slept_text(run: LiveRun) -> str:
    """Return how long a run stood still without being asked to; empty for not at all."""
    if not run.slept_s:
        return ""
    words = QCoreApplication.translate("runs", "slept %1")
    return filled(words, [duration_text(run.slept_s)])


def end_title(end: RunEnd) -> str:
    """Return how a run ended, in a few words."""
    if end.reason == OUT_OF_MEMORY:
        return QCoreApplication.translate("runs", "Memory ran out")
    return state_text(end.state)


def summary_text(role: str, summary: Mapping[str, Any]) -> str:
    """Return what a finished run came to, in one sentence; empty when it said nothing."""
    texts = {
        "generate": _generated, "evaluate": _measured, "train": _trained, "export": _exported,
    }  # fmt: skip
    try:
        return texts[role](summary) if role in texts else ""
    except (KeyError, TypeError, ValueError, IndexError):  # written by another version
        return ""


def details_text(run: LiveRun) -> str:
    """Return everything known of an end, for whoever is asked for help."""
    end = run.end
    if end is None:
        return run.id
    parts = [f"{run.title} ({run.role}) {run.id}", f"{end.state} {end.reason}".strip(), end.message]
    if end.exit_code is not None:
        parts.append(f"exit code {end.exit_code}")
    if end.hint:
        parts.append(f"hint {dict(end.hint)}")
    parts += [f"{log.level}: {log.text}" for log in run.logs[-20:]]
    return "\n".join(part for part in [*parts, end.crash] if part)


def _generated(summary: Mapping[str, Any]) -> str:
    template = QCoreApplication.translate("runs", "%1 of %2 samples were kept; %3 were right")
    counts = [summary[name] for name in ("kept", "generated", "verified")]
    return filled(template, [QLocale().toString(int(count)) for count in counts])


def _measured(summary: Mapping[str, Any]) -> str:
    template = QCoreApplication.translate(
        "runs", "%1 % of %2 problems were solved (95 % interval: %3 to %4 %)"
    )
    low, high = summary["ci95"]
    count = QLocale().toString(int(summary["n"]))
    return filled(template, [_share(summary["pass_at_1"]), count, _share(low), _share(high)])


def _trained(summary: Mapping[str, Any]) -> str:
    steps = QLocale().toString(int(summary["steps"]))
    measured = summary.get("heldout") or []
    if len(measured) < 2:
        return filled(QCoreApplication.translate("runs", "%1 steps were trained"), [steps])
    template = QCoreApplication.translate(
        "runs", "%1 steps: held-out accuracy went from %2 to %3 %"
    )
    return filled(template, [steps, _share(measured[0][1]), _share(measured[-1][1])])


def _exported(summary: Mapping[str, Any]) -> str:
    template = QCoreApplication.translate("runs", "Written to %1 and compared: %2")
    return filled(template, [str(summary["out"]), str(summary["check"])])


def _share(value: float) -> str:
    return f"{100 * float(value):.0f}"
