"""`o1desk loop`: everything once, with a report."""

import json
import platform
import random
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from o1desk import __version__
from o1desk.cli.desk import Desk, say
from o1desk.cli.live_chat import LiveChat
from o1desk.cli.mix import device_of, mix_of, model_of
from o1desk.cli.progress import ProgressLine
from o1desk.cli.report import Answered, LoopReport, write_report
from o1desk.core.config_json import from_json
from o1desk.core.configs import EvaluateConfig
from o1desk.core.errors import EXIT_DONE, InputError
from o1desk.core.events import Event
from o1desk.core.runs import SAMPLES_FILE
from o1desk.jobs.loop import Loop, LoopResult, LoopSettings
from o1desk.paths import data_dir

MOST_MINUTES = 24 * 60
SHOWN_ANSWERS = 10
QUESTIONS = (
    "347 + 85 - 126 =",
    "Greatest common divisor of 84 and 36",
    'Count the letter "e" in: three green trees',
    "Hello, what can you do?",
)


def loop(arguments: Namespace) -> int:
    """Run the loop and write its report.

    Raises:
        InputError: For settings that do not fit; nothing was written.
        Cancelled: When it was stopped; every finished part is kept.
    """
    data = data_dir(arguments.data)
    settings = settings_of(arguments, data)
    out = report_folder(arguments, data)
    with Desk(arguments) as desk:
        lines = Lines()
        plan = Loop(desk.manager, settings, lines)
        result = plan.run()
        lines.finish()
        chats = ask(desk, plan.trained_model, settings.device)
        page = write_report(out, report_of(result, chats, arguments))
    value = summary(result, page)
    (out / "loop.json").write_text(json.dumps(value, indent=2), encoding="utf-8")
    say(arguments, sentence(value), value)
    return EXIT_DONE


def settings_of(arguments: Namespace, data: Path) -> LoopSettings:
    """Return what the loop runs on, checked before anything is written.

    Raises:
        InputError: For settings that do not fit.
    """
    if not 0 < arguments.minutes <= MOST_MINUTES:
        raise InputError(
            f"--minutes must be above 0 and at most {MOST_MINUTES}, not {arguments.minutes:g}; "
            "nothing was written"
        )
    settings = LoopSettings(
        model=model_of(arguments, data),
        mix=mix_of(arguments, data),
        minutes=arguments.minutes,
        count=arguments.count,
        seed=arguments.seed,
        device={k: v for k, v in device_of(arguments).items() if v != "auto"},
    )
    measured = {"environments": settings.mix, "count": settings.count, "seed": settings.seed}
    from_json(EvaluateConfig, {"model": settings.model, **measured})
    return settings


class Lines:
    """A progress line for each part of the loop."""

    def __init__(self) -> None:
        """Start without a part."""
        self._part = ""
        self._line: ProgressLine | None = None

    def __call__(self, part: str, event: Event) -> None:
        """Show one event, on a new line when a new part begins."""
        if part != self._part or self._line is None:
            self.finish()
            self._part, self._line = part, ProgressLine(part)
        self._line(event)

    def finish(self) -> None:
        """End the line of the last part."""
        if self._line is not None:
            self._line.finish()
            self._line = None


def ask(desk: Desk, model: str, device: Any) -> list[dict[str, Any]]:
    """Ask the trained model a few questions and return what it thought and said."""
    sampling = {"temperature": 0.3, "max_new_tokens": 300, "seed": 1}
    with LiveChat(desk.manager, {"model": model, **device}, show=False) as live:
        return [
            {"prompt": question, **live.fresh(question, {"sampling": sampling})}
            for question in QUESTIONS
        ]


def report_folder(arguments: Namespace, data: Path) -> Path:
    """Return the folder of the report, named by the time unless the user named it.

    Raises:
        InputError: If a file is in its place.
    """
    if arguments.out:
        out = Path(arguments.out).expanduser().absolute()
        if out.exists() and not out.is_dir():
            raise InputError(f"{out} is a file, not a folder for the report; nothing was written")
        return out
    return data / "reports" / f"loop-{datetime.now(UTC):%Y%m%d-%H%M%S}"


def report_of(result: LoopResult, chats: list[dict[str, Any]], arguments: Namespace) -> LoopReport:
    """Return the report of a loop."""
    return LoopReport(
        before=result.before,
        after=result.after,
        train_curve=result.train_curve,
        vote_before=result.vote_before,
        vote_after=result.vote_after,
        answers=answers_of(result, arguments.seed),
        chats=chats,
        speed=speeds_of(result, chats),
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
        notes=result.notes,
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
