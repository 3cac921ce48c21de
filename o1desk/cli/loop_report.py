"""What a loop found, as its report and as the JSON object of the command line."""

import json
import platform
import random
from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from o1desk import __version__
from o1desk.cli.report import Answered, LoopReport
from o1desk.core.errors import O1DeskError
from o1desk.core.runs import SAMPLES_FILE
from o1desk.jobs.loop import LoopResult

SHOWN_ANSWERS = 10


@dataclass(slots=True, kw_only=True)
class Asked:
    """The questions after the training.

    Attributes:
        chats: What was answered.
        error: Why the rest was not; None when all were.
    """

    chats: list[dict[str, Any]] = field(default_factory=list)
    error: O1DeskError | None = None


def report_of(result: LoopResult, asked: Asked, arguments: Namespace) -> LoopReport:
    """Return the report of a loop."""
    failed = [] if asked.error is None else [f"Asked afterwards: {asked.error}"]
    return LoopReport(
        before=result.before,
        after=result.after,
        train_curve=result.train_curve,
        vote_before=result.vote_before,
        vote_after=result.vote_after,
        answers=answers_of(result, arguments.seed),
        chats=asked.chats,
        speed=speeds_of(result, asked.chats),
        ran={
            "O1 Desk": __version__,
            "Python": platform.python_version(),
            "machine": platform.platform(terse=True),
            "model": arguments.model,
            "level": arguments.level,
            "training run": result.adapter,
            "training steps": str(result.trained.get("steps", "")),
            "runs": ", ".join(outcome.run for outcome in result.outcomes.values()),
        },
        notes=[*result.notes, *failed],
        seconds=result.seconds,
    )


def answers_of(result: LoopResult, seed: int) -> list[Answered]:
    """Return ten problems that both evaluations answered, the same ones for the same seed."""
    before, after = (
        samples_by_problem(result.outcomes[name].folder)
        for name in ("measure before", "measure after")
    )
    both = sorted(before.keys() & after.keys())
    chosen = random.Random(seed).sample(both, min(SHOWN_ANSWERS, len(both)))
    return [answered(before[key], after[key]) for key in chosen]


def samples_by_problem(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the first sample of each problem of a run, by environment and prompt."""
    found: dict[str, dict[str, Any]] = {}
    for line in (folder / SAMPLES_FILE).read_text(encoding="utf-8").splitlines():
        sample = json.loads(line)
        problem = sample["problem"]
        found.setdefault(f"{problem['environment']}\x1f{problem['prompt']}", sample)
    return found


def answered(before: dict[str, Any], after: dict[str, Any]) -> Answered:
    """Pair two samples of one problem."""
    problem = before["problem"]
    right = [sample["verdict"]["judgement"] == "correct" for sample in (before, after)]
    return Answered(
        environment=problem["environment"],
        prompt=problem["prompt"],
        reference=problem["answer"],
        before=before["raw"],
        before_right=right[0],
        after=after["raw"],
        after_right=right[1],
    )


def speeds_of(result: LoopResult, chats: list[dict[str, Any]]) -> dict[str, float]:
    """Return the speeds with their units in the name."""
    speeds = {name.replace("_", " "): value for name, value in sorted(result.speeds.items())}
    for name, evaluation in (("before", result.before), ("after", result.after)):
        speeds[f"thinking tokens per answer, {name}"] = evaluation["tokens_thinking_mean"]
    rates = [c["efficiency"]["decode_tps"] for c in chats if c["efficiency"].get("decode_tps")]
    if rates:
        speeds["chat, tokens per s (decode)"] = sum(rates) / len(rates)
    return speeds


def summary(result: LoopResult, page: Path) -> dict[str, Any]:
    """Return the JSON object of the command line."""
    return {
        "before": result.before,
        "after": result.after,
        "train_curve": [[row[0], row[1]] for row in result.train_curve],
        "vote_curve": [[int(row[0]), row[1]] for row in result.vote_after],
        "seconds": round(result.seconds, 1),
        "report": str(page),
        "run": result.adapter,
        "generated": dict(result.generated),
    }


def sentence(value: dict[str, Any]) -> str:
    """Return the result in words."""
    parts = []
    for name in ("before", "after"):
        low, high = value[name]["ci95"]
        parts.append(f"{name} {value[name]['pass_at_1']:.3f} [{low:.3f}, {high:.3f}]")
    return (
        f"pass@1 on {value['after']['n']} held-out problems: {' -> '.join(parts)}\n"
        f"report: {value['report']}"
    )
