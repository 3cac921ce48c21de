"""`o1desk generate`, `import` and `export`: samples in and out."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from o1desk.cli.desk import Desk, check_resumable, ended, reading, say
from o1desk.cli.mix import device_of, file_of, mix_of, model_of
from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.registry import find
from o1desk.core.types import Problem, Verdict
from o1desk.paths import data_dir

FOLDERS = {("model", "merged"), ("model", "peft")}  # exports that are folders; the rest are files


def generate(arguments: Namespace) -> int:
    """Make samples and keep them in the store.

    Raises:
        InputError: For settings that do not fit; nothing was written.
    """
    data = data_dir(arguments.data)
    config = {} if arguments.resume else settings(arguments, data)
    if arguments.resume:
        check_resumable(data, arguments.resume, "generate")
    with Desk(arguments) as desk:
        if arguments.resume:
            outcome = desk.resume(arguments.resume, title="generate")
        else:
            outcome = desk.run("generate", {"config": config}, title="generate")
        value = {"run": outcome.run, "state": str(outcome.state), **outcome.summary}
        say(arguments, funnel(value), value)
        return ended(outcome)


def settings(arguments: Namespace, data: Path) -> dict[str, Any]:
    """Return the settings of the run, checked before anything is written.

    Raises:
        InputError: For settings that do not fit.
    """
    find("source", arguments.source)
    names = ("source", "count", "attempts", "keep", "habit", "max_new_tokens", "temperature")
    config: dict[str, Any] = {name: getattr(arguments, name) for name in names}
    config |= {"environments": mix_of(arguments, data), "seed": arguments.seed}
    if arguments.source != "solver":
        config |= {"model": model_of(arguments, data), **device_of(arguments)}
    from_json(GenerateConfig, config)
    return config


def import_files(arguments: Namespace) -> int:
    """Read JSONL files into the store; bad rows are counted with their reasons, the rest stays.

    Raises:
        InputError: If a file cannot be read at all.
    """
    from o1desk.store.imports.importer import ImportOptions, import_file

    options = ImportOptions(name=arguments.name or "", check=checker())
    files = [file_of(given) for given in arguments.files]
    total: dict[str, Any] = dict.fromkeys(("generated", "parsed", "verified", "new", "kept"), 0)
    reasons: Counter[str] = Counter()
    with Desk(arguments) as desk:
        for file in files:
            report = import_file(desk.store, file, options).funnel()
            for key in total:
                total[key] += report[key]
            for row in report["rejected"]:
                reasons[row["reason"]] += row["count"]
    total["rejected"] = [{"reason": r, "count": n} for r, n in reasons.most_common()]
    say(arguments, funnel(total), total)
    return 0


def checker() -> Callable[[Problem, str], Verdict]:
    """Return who judges imported answers: by the kind of answer that the file declares."""
    from o1desk.rewards.judge import judge

    def check(problem: Problem, answer: str) -> Verdict:
        return judge(problem.answer, answer, problem.answer_kind)

    return check


def funnel(value: dict[str, Any]) -> str:
    """Return the stages from made to kept in one line, and the rejects below."""
    stages = ("generated", "parsed", "verified", "new", "kept")
    lines = ["  ".join(f"{stage} {value.get(stage, 0)}" for stage in stages)]
    lines += [f"  left out {row['count']}: {row['reason']}" for row in value.get("rejected", ())]
    return "\n".join(lines)


def export(arguments: Namespace) -> int:
    """Write samples, problems or a model to files.

    Raises:
        UnknownNameError: For something that cannot be exported, or an unknown format.
        InputError: If the target cannot be written.
    """
    out = Path(arguments.out).expanduser().absolute()
    if not out.parent.is_dir():
        raise InputError(f"The folder {out.parent} does not exist; nothing was written")
    if out.is_dir() and (arguments.what, arguments.format) not in FOLDERS:
        raise InputError(f"{out} is a folder; nothing was written; name a file with --out")
    if arguments.what == "model":
        return _export_model(arguments, out)
    from o1desk.store.export import export as export_rows
    from o1desk.store.export import formats_of

    known = formats_of(arguments.what)
    if arguments.format not in known:
        raise UnknownNameError(f"format for {arguments.what}", arguments.format, known)
    with reading(arguments) as store:
        done = export_rows(store, arguments.what, arguments.format, out)
    value = {
        "what": arguments.what,
        "format": arguments.format,
        "rows": done.rows,
        "left_out": done.left_out,
        "out": str(out),
    }
    say(arguments, f"{done.rows} {arguments.what} written to {out}", value)
    return 0


def _export_model(arguments: Namespace, out: Path) -> int:
    from o1desk.models.export import export_model

    data = data_dir(arguments.data)
    value = export_model(arguments.model, arguments.format, out, kind=arguments.type, data=data)
    say(arguments, f"model written to {value['out']}: {value['check']}", value)
    return 0
