"""Whether a model fits into the memory that is free now: the badge on its card."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from o1desk.core.configs import ChatConfig
from o1desk.core.words import QT_TRANSLATE_NOOP, filled
from o1desk.jobs.machine import CPU, MIB, device_for, free_memory_mib
from o1desk.jobs.memory import RUNTIME_MIB, chat_footprint, memory_needed, weight_bytes
from o1desk.jobs.model_facts import ModelFacts, adapter_bytes, model_facts

Badge: TypeAlias = Literal["runs_well", "slow", "will_not_fit", "unknown"]

SLOW_BYTES = 2 << 30  # read once a token: five tokens a second at the 10 GB/s of a desktop


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Whether a model fits. Texts belong to the translation context "estimate".

    Attributes:
        badge: "runs_well", "slow", "will_not_fit" or "unknown".
        needed_mib: What a chat with it needs, MiB; None when its files cannot tell.
        free_mib: What its device has free now, MiB; None when the device does not tell.
        template: How the need was computed, with "%1" for the values.
        values: What the placeholders stand for.
        device: Where it would run: "cpu" or "cuda:N".
        freeable_mib: What would come free if other jobs were unloaded, MiB.
    """

    badge: Badge
    needed_mib: float | None
    free_mib: float | None
    template: str
    values: tuple[str, ...] = ()
    device: str = CPU
    freeable_mib: float = 0.0

    @property
    def formula(self) -> str:
        """How the need was computed, in English."""
        return filled(self.template, self.values)


def fit(ref: str, data: Path, *, device: str = "auto", freeable_mib: float = 0.0) -> Fit:
    """Return whether a model fits into the memory that is free now, for a chat.

    May take a tenth of a second where there is a graphics card.

    Args:
        ref: Model reference, with or without an adapter.
        data: The data folder, where adapters lie.
        device: "auto", "cpu", "cuda" or "cuda:N".
        freeable_mib: What unloading other jobs would give back, MiB.
    """
    facts = model_facts(ref)
    place = CPU if facts is not None and facts.kind == "gguf" else device_for(device)
    free = free_memory_mib(place)
    needed: float | None = None
    values: tuple[str, ...] = ()
    template = QT_TRANSLATE_NOOP("estimate", "Memory estimate unavailable")
    badge: Badge = "unknown"
    if facts is not None:
        needed = memory_needed(facts, ChatConfig(), device=place)
        needed += adapter_bytes(ref, data) / MIB
        badge = _badge(facts, place, needed, free)
        template, values = _formula(facts, place, needed)
    return Fit(
        badge=badge,
        needed_mib=needed,
        free_mib=free,
        template=template,
        values=values,
        device=place,
        freeable_mib=freeable_mib,
    )


def _badge(facts: ModelFacts, device: str, needed: float, free: float | None) -> Badge:
    if free is None:
        return "unknown"
    if needed > free:
        return "will_not_fit"
    read = facts.bytes if facts.kind == "gguf" else 4 * facts.weights
    return "slow" if device == CPU and read > SLOW_BYTES else "runs_well"


def _formula(facts: ModelFacts, device: str, needed: float) -> tuple[str, tuple[str, ...]]:
    total, program = f"{needed:.0f}", f"{RUNTIME_MIB:.0f}"
    if facts.kind == "gguf":
        template = QT_TRANSLATE_NOOP(
            "estimate", "file %1 MiB + 10 % for its cache + program %2 MiB = %3 MiB"
        )
        return template, (f"{facts.bytes / MIB:.0f}", program, total)
    size = weight_bytes("auto", device)
    footprint = chat_footprint(facts)
    cache = 2 * footprint.layers * footprint.kv_width * footprint.tokens * size / MIB
    template = QT_TRANSLATE_NOOP(
        "estimate",
        "(weights %1 MiB + key/value cache %2 MiB at %3 tokens) x 1.1 + program %4 MiB = %5 MiB",
    )
    weights = facts.weights * size / MIB
    values = (f"{weights:.0f}", f"{cache:.0f}", str(footprint.tokens), program, total)
    return template, values
