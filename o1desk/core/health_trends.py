"""The phrases of the health strip that compare a run with its own past.

Entropy and gradient have no scale that holds for every model, and progress is a difference.
"""

import statistics
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from o1desk.core.health_words import HealthWord, Level, Values, per_cent
from o1desk.core.words import QT_TRANSLATE_NOOP

Series: TypeAlias = Mapping[str, Sequence[float]]

WINDOW = 20  # steps over which progress is judged
SMOOTH = 3  # steps averaged against the luck of one
BACK = 10  # steps over which a fall counts as fast


def entropy(values: Values, past: Series) -> HealthWord | None:
    """Say how undecided the model is, and whether that changes too fast."""
    if "entropy" not in values:
        return None
    series = [*past["entropy"], values["entropy"]]
    now, start = statistics.fmean(series[-SMOOTH:]), statistics.fmean(series[:SMOOTH])
    before = statistics.fmean(series[-BACK - SMOOTH : -BACK]) if len(series) > BACK else start
    level: Level = "good"
    template = QT_TRANSLATE_NOOP("health", "Entropy %1")
    detail = QT_TRANSLATE_NOOP("health", "How undecided the model is at a token.")
    if now < 0.01 and now < 0.1 * start:
        level, template = "bad", QT_TRANSLATE_NOOP("health", "Entropy collapsed: %1")
        detail = QT_TRANSLATE_NOOP(
            "health",
            "The model answers always the same and stops exploring. Add an entropy bonus, raise "
            "the upper clip, or go back to an earlier checkpoint.",
        )
    elif now < 0.5 * before:
        level, template = "watch", QT_TRANSLATE_NOOP("health", "Entropy falling fast: %1")
        detail = QT_TRANSLATE_NOOP(
            "health",
            "The model becomes sure of itself quickly. Lower the learning rate or add an entropy "
            "bonus if the accuracy does not rise with it.",
        )
    elif now > 2.5 * before and now > 0.02:
        level, template = "watch", QT_TRANSLATE_NOOP("health", "Entropy rising fast: %1")
        detail = QT_TRANSLATE_NOOP(
            "health", "Answers become random, often before a collapse. Lower the learning rate."
        )
    shown = (f"{values['entropy']:.2g}",)
    return HealthWord(name="entropy", level=level, template=template, values=shown, detail=detail)


def gradient(values: Values, past: Series) -> HealthWord | None:
    """Say how large the update is beside the usual one, or that it was skipped."""
    if values.get("skipped", 0.0) > 0:
        return HealthWord(
            name="gradient",
            level="bad",
            template=QT_TRANSLATE_NOOP("health", "Step skipped by the guard"),
            detail=QT_TRANSLATE_NOOP(
                "health",
                "The update was not finite and was left out; the adapter is unharmed. Lower the "
                "learning rate if it happens again.",
            ),
        )
    norm = values.get("grad_norm")
    if norm is None:
        return None
    earlier = past["grad_norm"]
    usual = statistics.median(earlier) if len(earlier) >= 5 else norm
    ratio = norm / usual if usual > 0 else 1.0
    return HealthWord(
        name="gradient",
        level="good" if ratio <= 5 else "watch" if ratio <= 50 else "bad",
        template=QT_TRANSLATE_NOOP("health", "Gradient norm %1"),
        values=(f"{norm:.2g}",),
        detail=QT_TRANSLATE_NOOP(
            "health",
            "Size of the update before it is limited. A jump far above the usual size comes from "
            "odd answers or too high a learning rate.",
        ),
    )


def progress(values: Values, past: Series) -> HealthWord | None:
    """Compare the last window of rewards (losses, when fine-tuning) with the one before."""
    name = "reward" if "reward" in values else "loss"
    if name not in values or (name == "loss" and "entropy" in values):
        return None  # the loss of reinforcement learning tells nothing
    series = [*past[name], values[name]]
    if len(series) < 2 * WINDOW:
        return None
    now = statistics.fmean(series[-WINDOW:])
    before = statistics.fmean(series[-2 * WINDOW : -WINDOW])
    rewards = name == "reward"
    gain = now - before if rewards else (before - now) / max(abs(before), 1e-9)
    if gain < (-0.1 if rewards else -0.05):
        template = (
            QT_TRANSLATE_NOOP("health", "Reward falling: %1")
            if rewards
            else QT_TRANSLATE_NOOP("health", "Loss rising: %1")
        )
        detail = QT_TRANSLATE_NOOP(
            "health", "The run gets worse. Lower the learning rate, or go back to a checkpoint."
        )
        level: Level = "bad"
    elif gain < 0.01 and not (rewards and now > 0.95):
        template = QT_TRANSLATE_NOOP("health", "Learning stalled: %1 for %2 steps")
        detail = QT_TRANSLATE_NOOP(
            "health",
            "Nothing has moved for a while. Harder problems, more answers per problem or another "
            "learning rate may help, or the run is done.",
        )
        level = "watch"
    else:
        template = (
            QT_TRANSLATE_NOOP("health", "Reward %1")
            if rewards
            else QT_TRANSLATE_NOOP("health", "Loss falling: %1")
        )
        detail = QT_TRANSLATE_NOOP("health", "The run makes progress.")
        level = "good"
    shown = (f"{now:.2f}", str(2 * WINDOW))
    return HealthWord(name="progress", level=level, template=template, values=shown, detail=detail)


def heldout(values: Values, past: Series) -> HealthWord | None:
    """Compare the accuracy on held-out problems with the one before training."""
    latest = values.get("heldout_pass_at_1")
    known = [*past["heldout_pass_at_1"], *([] if latest is None else [latest])]
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    level: Level = "good" if last >= first else "watch" if last > first - 0.05 else "bad"
    template = QT_TRANSLATE_NOOP("health", "Held-out accuracy %1 % (start %2 %)")
    detail = (
        QT_TRANSLATE_NOOP("health", "Measured on problems that are never trained on.")
        if level == "good"
        else QT_TRANSLATE_NOOP(
            "health",
            "Below the start: what is rewarded in training does not carry over. The guard goes "
            "back to the best adapter when it falls far.",
        )
    )
    shown = (per_cent(last), per_cent(first))
    return HealthWord(name="heldout", level=level, template=template, values=shown, detail=detail)
