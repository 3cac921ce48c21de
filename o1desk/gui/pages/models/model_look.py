"""What is looked up about a model beside the window: its size, and whether it fits now."""

from collections.abc import Callable
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.core.words import filled
from o1desk.gui.session import Session
from o1desk.jobs.fit import Fit, fit
from o1desk.jobs.model_facts import ModelFacts, model_facts

MIB = 1 << 20
MILLION, BILLION = 1e6, 1e9
translate = QCoreApplication.translate

TONES = {"runs_well": "good", "slow": "warn", "will_not_fit": "bad", "unknown": "plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLook:
    """Size and fit of a model; no facts when its files cannot tell."""

    facts: ModelFacts | None
    fit: Fit


def look_of(session: Session, ref: str) -> Callable[[], ModelLook]:
    """Return a function that looks a model up; it reads files and may ask the graphics driver."""
    data = session.data
    jobs = [run.job for run in session.runs.active]
    pids = [job.pid for job in jobs if job is not None and hasattr(job, "pid")]

    def look() -> ModelLook:
        freeable = sum(_resident_mib(pid) for pid in pids)
        return ModelLook(facts=model_facts(ref), fit=fit(ref, data, freeable_mib=freeable))

    return look


def badge_text(found: Fit) -> str:
    """Return the words of the badge."""
    words = {
        "runs_well": translate("models", "Runs well"),
        "slow": translate("models", "Slow"),
        "will_not_fit": translate("models", "Will not fit"),
        "unknown": translate("models", "Memory estimate unavailable"),
    }
    return words[found.badge]


def need_text(found: Fit) -> str:
    """Return what a chat needs, what is free, and what unloading would free; empty if unknown."""
    if found.needed_mib is None or found.free_mib is None:
        return ""
    values = [memory_text(value) for value in (found.needed_mib, found.free_mib)]
    text = filled(translate("models", "A chat needs about %1 of memory; %2 are free now"), values)
    if found.badge == "will_not_fit" and found.freeable_mib >= 1:
        more = translate("models", "; running jobs would give back %1")
        text += filled(more, [memory_text(found.freeable_mib)])
    return text


def formula_text(found: Fit) -> str:
    """Return how the need was computed, in the language in force."""
    return filled(translate("estimate", found.template), found.values)


def size_text(facts: ModelFacts | None) -> str:
    """Return parameters, size on disk and context of a model; empty if its files cannot tell."""
    if facts is None:
        return ""
    number, parts = QLocale().toString, []
    if facts.weights >= BILLION:
        count = number(facts.weights / BILLION, "f", 1)
        parts.append(filled(translate("models", "%1 billion parameters"), [count]))
    elif facts.weights:
        count = number(facts.weights / MILLION, "f", 1)
        parts.append(filled(translate("models", "%1 million parameters"), [count]))
    parts.append(QLocale().formattedDataSize(facts.bytes, 1))
    if facts.kind != "gguf":
        context = number(facts.context)
        parts.append(filled(translate("models", "context of %1 tokens"), [context]))
    return " \u00b7 ".join(parts)


def memory_text(mib: float) -> str:
    """Return an amount of memory, such as "415 MiB" or "21.9 GiB"."""
    number = QLocale().toString
    return f"{number(mib / 1024, 'f', 1)} GiB" if mib >= 1024 else f"{number(round(mib))} MiB"


def _resident_mib(pid: int) -> float:
    try:
        return float(psutil.Process(pid).memory_info().rss) / MIB
    except psutil.Error:
        return 0.0
