"""The parts of the o1 loop as the architecture description names them, and what each opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from o1desk.core.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a phase.

    Attributes:
        key: Name in the code.
        name: English title, marked for translation.
        help: One sentence about what it does.
        icon: File in resources/icons.
        page: Tab that it opens.
        what: What it shows there.
    """

    key: str
    name: str
    help: str
    icon: str
    page: str
    what: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase: key, English title, and its parts from top to bottom."""

    key: str
    name: str
    parts: tuple[Part, ...]


PHASES = (
    Phase(
        key="generation",
        name=QT_TRANSLATE_NOOP("loop", "Data generation"),
        parts=(
            Part(
                key="synthetic",
                name=QT_TRANSLATE_NOOP("loop", "Synthetic data generator"),
                help=QT_TRANSLATE_NOOP(
                    "loop",
                    "Solvers and models write chains of thought; checkers keep the right ones.",
                ),
                icon="brain",
                page="data",
                what={"act": "generate"},
            ),
            Part(
                key="experts",
                name=QT_TRANSLATE_NOOP("loop", "Human experts"),
                help=QT_TRANSLATE_NOOP("loop", "You judge each step: wrong, neutral or right."),
                icon="person",
                page="annotate",
            ),
            Part(
                key="real",
                name=QT_TRANSLATE_NOOP("loop", "Real-world data"),
                help=QT_TRANSLATE_NOOP("loop", "Questions and answers from your own files."),
                icon="import",
                page="data",
            ),
            Part(
                key="datasets",
                name=QT_TRANSLATE_NOOP("loop", "CoT datasets"),
                help=QT_TRANSLATE_NOOP("loop", "Named, frozen selections of samples to train on."),
                icon="file",
                page="data",
            ),
        ),
    ),
    Phase(
        key="training",
        name=QT_TRANSLATE_NOOP("loop", "Training"),
        parts=(
            Part(
                key="model",
                name=QT_TRANSLATE_NOOP("loop", "Language model"),
                help=QT_TRANSLATE_NOOP("loop", "The model that learns, by a small adapter (LoRA)."),
                icon="models",
                page="models",
            ),
            Part(
                key="environment",
                name=QT_TRANSLATE_NOOP("loop", "RL environment"),
                help=QT_TRANSLATE_NOOP("loop", "Gives problems and checks answers, without end."),
                icon="globe",
                page="train",
                what={"view": "new"},
            ),
            Part(
                key="reward",
                name=QT_TRANSLATE_NOOP("loop", "Reward function"),
                help=QT_TRANSLATE_NOOP("loop", "Verification and human labels, as one number."),
                icon="reward",
                page="train",
                what={"view": "new"},
            ),
            Part(
                key="optimizer",
                name=QT_TRANSLATE_NOOP("loop", "Policy optimizer"),
                help=QT_TRANSLATE_NOOP(
                    "loop", "Makes good answers likelier; a guard watches every update."
                ),
                icon="optimizer",
                page="train",
                what={"view": "new"},
            ),
        ),
    ),
    Phase(
        key="inference",
        name=QT_TRANSLATE_NOOP("loop", "Inference"),
        parts=(
            Part(
                key="trained",
                name=QT_TRANSLATE_NOOP("loop", "Trained model"),
                help=QT_TRANSLATE_NOOP("loop", "A model with the adapter that a run made."),
                icon="star",
                page="models",
            ),
            Part(
                key="multi",
                name=QT_TRANSLATE_NOOP("loop", "Multi-tasking generation"),
                help=QT_TRANSLATE_NOOP("loop", "Several chains for one question, and their vote."),
                icon="vote",
                page="chat",
            ),
            Part(
                key="cot",
                name=QT_TRANSLATE_NOOP("loop", "Generated CoT and answer"),
                help=QT_TRANSLATE_NOOP("loop", "Watch it think, step by step, to its answer."),
                icon="chat",
                page="chat",
            ),
            Part(
                key="efficiency",
                name=QT_TRANSLATE_NOOP("loop", "Efficiency monitoring"),
                help=QT_TRANSLATE_NOOP("loop", "Speed, tokens and memory of every answer, live."),
                icon="gauge",
                page="chat",
            ),
        ),
    ),
)
STORE = Part(
    key="store",
    name=QT_TRANSLATE_NOOP("loop", "Large-scale CoT storage"),
    help=QT_TRANSLATE_NOOP(
        "loop", "Every step is a row in your database; what the model writes feeds the next run."
    ),
    icon="data",
    page="data",
)
# Which arrows move while a worker of a role is at work.
FLOWS = {
    "generate": ("generation-store",),
    "train": ("store-training", "generation-training", "training-inference"),
    "evaluate": ("training-inference",),
    "chat": ("inference-store",),
}
# Which parts are at work meanwhile.
AT_WORK = {
    "generate": ("synthetic",),
    "train": ("model", "environment", "reward", "optimizer"),
    "evaluate": ("trained", "multi"),
    "chat": ("cot", "efficiency"),
}
