"""The phrases of the health strip that the latest step alone decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from o1desk.core.words import QT_TRANSLATE_NOOP, filled

Level: TypeAlias = Literal["good", "watch", "bad"]
Values: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthWord:
    """One phrase of the health strip. Texts belong to the translation context "health".

    Attributes:
        name: Which check spoke: "signal", "truncated", "kl", "mismatch", "entropy", "gradient",
            "progress" or "heldout".
        level: "good", "watch" or "bad".
        template: The phrase with "%1" for its values.
        values: What the placeholders stand for.
        detail: What it means and what to do about it, one or two sentences.
    """

    name: str
    level: Level
    template: str
    values: tuple[str, ...] = ()
    detail: str = ""

    @property
    def text(self) -> str:
        """The phrase in English."""
        return filled(self.template, self.values)


def signal(values: Values) -> HealthWord | None:
    """Say how many groups teach anything."""
    flat = values.get("frac_reward_zero_std")
    if flat is None:
        return None
    level: Level = "good" if flat <= 0.7 else "watch" if flat <= 0.9 else "bad"
    right = values.get("pass_at_1", 0.5)
    if level == "good":
        detail = QT_TRANSLATE_NOOP(
            "health", "Groups whose answers got different rewards are what the policy learns from."
        )
    elif right >= 0.8:
        detail = QT_TRANSLATE_NOOP(
            "health", "Most groups are all right: choose a harder level or other environments."
        )
    elif right <= 0.2:
        detail = QT_TRANSLATE_NOOP(
            "health", "Most groups are all wrong: choose an easier level or fine-tune first."
        )
    else:
        detail = QT_TRANSLATE_NOOP(
            "health", "Answers to one problem hardly differ: raise temperature or group size."
        )
    template = QT_TRANSLATE_NOOP("health", "Learning signal: %1 % of groups mixed")
    return HealthWord(
        name="signal", level=level, template=template, values=(per_cent(1 - flat),), detail=detail
    )


def truncated(values: Values) -> HealthWord | None:
    """Say how many answers the limit cut."""
    cut = values.get("clipped_ratio")
    if cut is None:
        return None
    return HealthWord(
        name="truncated",
        level="good" if cut <= 0.1 else "watch" if cut <= 0.3 else "bad",
        template=QT_TRANSLATE_NOOP("health", "Truncated: %1 %"),
        values=(per_cent(cut),),
        detail=QT_TRANSLATE_NOOP(
            "health",
            "Answers cut off by the length limit. When they are many, allow longer answers or "
            "reward shorter ones.",
        ),
    )


def kl(values: Values) -> HealthWord | None:
    """Say how far the policy has moved from its base."""
    kl = values.get("kl")
    if kl is None:
        return None
    return HealthWord(
        name="kl",
        level="good" if kl <= 0.2 else "watch" if kl <= 1.0 else "bad",
        template=QT_TRANSLATE_NOOP("health", "KL %1"),
        values=(f"{abs(kl):.2g}",),
        detail=QT_TRANSLATE_NOOP(
            "health",
            "Distance per token from the model without its adapter. When it runs away, raise the "
            "KL weight or lower the learning rate.",
        ),
    )


def mismatch(values: Values) -> HealthWord | None:
    """Warn when sampling and learning disagree; silent otherwise."""
    mismatch = values.get("mismatch_kl")
    if mismatch is None or abs(mismatch) <= 0.01:
        return None
    return HealthWord(
        name="mismatch",
        level="watch" if abs(mismatch) <= 0.1 else "bad",
        template=QT_TRANSLATE_NOOP("health", "Sampling and learning differ: %1"),
        values=(f"{abs(mismatch):.2g}",),
        detail=QT_TRANSLATE_NOOP(
            "health",
            "The same weights give different probabilities while sampling and while learning. "
            "Choose 32-bit precision.",
        ),
    )


def per_cent(share: float) -> str:
    """Return a share in [0, 1] in whole per cent, without the sign."""
    return f"{100 * share:.0f}"
