"""`o1desk loop`: everything once, with a report."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from o1desk.cli.desk import Desk, say
from o1desk.cli.live_chat import LiveChat
from o1desk.cli.loop_report import Asked, report_of, sentence, summary
from o1desk.cli.mix import device_of, mix_of, trainable
from o1desk.cli.progress import ProgressLine
from o1desk.cli.report import write_page, write_report
from o1desk.cli.room import room_for
from o1desk.core.config_json import from_json
from o1desk.core.configs import EvaluateConfig
from o1desk.core.errors import EXIT_DONE, Cancelled, InputError, O1DeskError
from o1desk.core.events import Event
from o1desk.core.files import write_json
from o1desk.jobs.loop import Loop, LoopResult, LoopSettings
from o1desk.paths import data_dir

MOST_MINUTES = 24 * 60
QUESTIONS = (
    "347 + 85 - 126 =",
    "Greatest common divisor of 84 and 36",
    'Count the letter "e" in: three green trees',
    "Hello, what can you do?",
)


def loop(arguments: Namespace) -> int:
    """Run the loop and write its report.

    Raises:
        InputError: For settings or a report folder that do not fit; nothing was started.
        Cancelled: When it was stopped; every finished part is kept.
    """
    data = data_dir(arguments.data)
    settings = settings_of(arguments, data)
    out = report_folder(arguments, data)
    with Desk(arguments) as desk, room_for(out):
        lines = Lines()
        plan = Loop(desk.manager, settings, lines)
        result = plan.run()
        lines.finish()
        # The report is there before the questions, so that a chat that fails costs none of it.
        value = written(out, result, arguments)
        asked = ask(desk, plan.trained_model, settings.device)
        write_page(out, report_of(result, asked, arguments))
    say(arguments, sentence(value), value)
    if asked.error is None:
        return EXIT_DONE
    sys.stderr.write(f"The report lacks answers of the trained model: {asked.error}\n")
    return asked.error.exit_code


def written(out: Path, result: LoopResult, arguments: Namespace) -> dict[str, Any]:
    """Write the report without the questions; return the JSON object of the command line.

    Raises:
        InputError: If the folder cannot be written any more; says where the runs are.
    """
    report = report_of(result, Asked(), arguments)
    try:
        value = summary(result, write_report(out, report))
        write_json(out / "loop.json", value)
    except OSError as error:
        raise InputError(
            f"The report cannot be written to {out} ({error.strerror or error}); every run of the "
            f"loop is kept: {', '.join(each.run for each in result.outcomes.values())}"
        ) from error
    return value


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
        model=trainable(arguments.model, data),
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


def ask(desk: Desk, model: str, device: Mapping[str, Any]) -> Asked:
    """Ask the trained model a few questions; what fails or is stopped leaves the rest unasked."""
    sampling = {"temperature": 0.3, "max_new_tokens": 300, "seed": 1}
    asked = Asked()
    try:
        with LiveChat(desk.manager, {"model": model, **device}, show=False) as live:
            for question in QUESTIONS:
                answer = live.fresh(question, {"sampling": sampling})
                asked.chats.append({"prompt": question, **answer})
    except KeyboardInterrupt:
        asked.error = Cancelled("the questions were stopped")
    except O1DeskError as error:
        asked.error = error
    return asked


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
