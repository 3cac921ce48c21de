"""What the card says, as JSON values: the raw figures from which its text is written."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from o1desk.core.registry import find
from o1desk.environments.levels import settings_of
from o1desk.training.starter.documents import ProblemStream
from o1desk.training.starter.evaluate import HABITS, Exam
from o1desk.training.starter.figures import Measurement
from o1desk.training.starter.recipe import Recipe

APART = "gsm_symbolic"  # word problems: reported, but left out of the averages to be compared
_STEPS_OF = 40  # training problems whose careful working is counted
_EXAMPLE = 90  # characters of an example shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """How the weights came about.

    Attributes:
        parameters: Numbers in the model.
        vocabulary: Tokens in the vocabulary.
        steps: Optimizer steps.
        tokens: Tokens trained on.
        seconds: Time in the training loop.
        seed: Seed of corpus and weights.
        threads: Threads of the last sitting.
    """

    parameters: int
    vocabulary: int
    steps: int
    tokens: int
    seconds: float
    seed: int
    threads: int


def facts(
    recipe: Recipe, built: Built, exam: Exam, measured: Measurement, problems: ProblemStream
) -> dict[str, Any]:
    """Return everything the card says.

    Args:
        recipe: What was trained.
        built: How long and with what seed.
        exam: How it was measured.
        measured: What was measured.
        problems: Training problems, for the examples of the levels.
    """
    return {
        "recipe": asdict(recipe),
        "usual_recipe": recipe == Recipe(),
        "built": asdict(built),
        "exam": {**asdict(exam), "families": list(exam.families), "levels": list(exam.levels)},
        "levels": {
            family: {level: _level(problems, family, level) for level in exam.levels}
            for family in exam.families
        },
        "figures": _figures(exam, measured),
        "averages": _averages(exam, measured),
        "talk": dict(measured.talk),
    }


def weights_hash(folder: Path) -> str:
    """Return the SHA-256 of a model folder's weights: a card belongs to exactly these."""
    return hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()


def _level(problems: ProblemStream, family: str, level: str) -> dict[str, Any]:
    made = list(problems(family, level, _STEPS_OF, 0))
    solver = find("solver", family).factory()
    steps = [len(solver.solve(problem, "careful", 0).steps) - 1 for problem in made]
    return {
        "settings": describe(settings_of(family, level) or {}),
        "steps": [min(steps), max(steps)],
        "example": _cut(made[0].prompt),
    }


def describe(settings: Mapping[str, Any]) -> str:
    """Return the settings of a level in words, such as "terms 2 to 3, digits 1"."""
    parts = []
    for key, value in settings.items():
        kind, _, name = key.partition("_")
        words, top = name.replace("_", " "), settings.get(f"max_{name}")
        if kind == "min" and top is not None:
            parts.append(f"{words} {value}" if value == top else f"{words} {value} to {top}")
        elif kind == "max" and f"min_{name}" not in settings:
            parts.append(f"{words} up to {value}")
        elif isinstance(value, bool):
            parts.append(("" if value else "no ") + name.replace("_", " "))
        elif kind not in {"min", "max"}:
            shown = " ".join(map(str, value)) if isinstance(value, list | tuple) else value
            parts.append(f"{key.replace('_', ' ')} {shown}")
    return ", ".join(parts)


def _cut(text: str) -> str:
    return text if len(text) <= _EXAMPLE else text[: _EXAMPLE - 4].rstrip() + " ..."


def _figures(exam: Exam, measured: Measurement) -> list[dict[str, Any]]:
    rows = []
    for level in exam.levels:
        for family in exam.families:
            for habit in HABITS:
                figure = measured.figure(habit, level, [family])
                low, high = figure.ci95
                named = {"level": level, "family": family, "habit": habit}
                rate = {"pass_at_1": figure.pass_at_1, "ci95": [low, high]}
                rows.append({**named, **rate, **asdict(figure)})
    return rows


def _averages(exam: Exam, measured: Measurement) -> dict[str, dict[str, dict[str, float]]]:
    """Return the mean over families by level and habit, with and without the word problems."""
    compared = [family for family in exam.families if family != APART]
    return {
        level: {
            habit: {
                "all": measured.average(habit, level, exam.families),
                f"without_{APART}": measured.average(habit, level, compared),
            }
            for habit in HABITS
        }
        for level in exam.levels
    }
