"""Ready-made settings of a training, as data: what each one changes, and why one would want it.

A preset stands for the whole form except for what is trained, practised and rewarded: whatever it
does not name has its default. Texts belong to the translation context "train".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from o1desk.core.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One choice of the presets row.

    Attributes:
        key: Stable name.
        method: "rl" or "sft".
        title: What its button says.
        why: One or two sentences: when to take it, and what it changes.
        changes: Settings that differ from the defaults.
    """

    key: str
    method: str
    title: str
    why: str
    changes: Mapping[str, Any]


PRESETS = (
    Preset(
        key="quick",
        method="rl",
        title=QT_TRANSLATE_NOOP("train", "Quick try: 10 steps"),
        why=QT_TRANSLATE_NOOP(
            "train",
            "About a minute with the starter. Shows that everything runs and what the charts mean; "
            "too short to trust the gain.",
        ),
        changes={
            "steps": 10,
            "prompts": 8,
            "eval_every": 5,
            "eval_count": 48,
            "checkpoint_every": 5,
        },
    ),
    Preset(
        key="five",
        method="rl",
        title=QT_TRANSLATE_NOOP("train", "Five minutes"),
        why=QT_TRANSLATE_NOOP(
            "train",
            "As many steps as fit into five minutes, the last measurement included. With the "
            "starter that is enough for a gain that the intervals confirm.",
        ),
        changes={
            "steps": 10_000,
            "minutes": 5.0,
            "max_new_tokens": 200,
            "eval_every": 20,
            "eval_count": 192,
        },
    ),
    Preset(
        key="thorough",
        method="rl",
        title=QT_TRANSLATE_NOOP("train", "Thorough"),
        why=QT_TRANSLATE_NOOP(
            "train",
            "More answers per problem, a smaller learning rate and 300 steps: slower, steadier, "
            "and measured on 400 problems, so that small gains are told from luck.",
        ),
        changes={
            "steps": 300,
            "group_size": 16,
            "max_new_tokens": 200,
            "learning_rate": 5e-4,
            "warmup_steps": 10,
            "eval_every": 25,
            "eval_count": 400,
            "checkpoint_every": 25,
        },
    ),
    Preset(
        key="longer",
        method="rl",
        title=QT_TRANSLATE_NOOP("train", "Longer thinking"),
        why=QT_TRANSLATE_NOOP(
            "train",
            "Twice the room for each answer, so that longer chains of thought can grow. Answers "
            "that are cut are left out rather than punished. Each step takes about twice as long.",
        ),
        changes={
            "steps": 120,
            "prompts": 12,
            "max_new_tokens": 320,
            "eval_every": 20,
            "eval_count": 192,
            "checkpoint_every": 20,
        },
    ),
    Preset(
        key="quick_sft",
        method="sft",
        title=QT_TRANSLATE_NOOP("train", "Quick try: 20 steps"),
        why=QT_TRANSLATE_NOOP(
            "train",
            "About a minute with the starter. Shows that everything runs; too short to learn much.",
        ),
        changes={
            "steps": 20,
            "batch_size": 16,
            "eval_every": 10,
            "eval_count": 48,
            "checkpoint_every": 10,
        },
    ),
    Preset(
        key="usual_sft",
        method="sft",
        title=QT_TRANSLATE_NOOP("train", "Usual"),
        why=QT_TRANSLATE_NOOP(
            "train", "100 steps of 32 samples with the settings that suit a small adapter."
        ),
        changes={},
    ),
    Preset(
        key="thorough_sft",
        method="sft",
        title=QT_TRANSLATE_NOOP("train", "Thorough"),
        why=QT_TRANSLATE_NOOP(
            "train",
            "400 steps with a smaller learning rate, measured on 400 problems: for data sets of "
            "some thousand samples.",
        ),
        changes={
            "steps": 400,
            "learning_rate": 5e-4,
            "warmup_steps": 20,
            "eval_every": 40,
            "eval_count": 400,
            "checkpoint_every": 40,
        },
    ),
)


def presets_of(method: str) -> list[Preset]:
    """Return the presets of a method, in the order of the row."""
    return [preset for preset in PRESETS if preset.method == method]
