"""`o1desk runs` and `models`: what is there."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from o1desk.cli.desk import say
from o1desk.core.errors import EXIT_DONE
from o1desk.core.references import with_adapter
from o1desk.jobs.folder import all_runs, find_run, last_event
from o1desk.jobs.recover import end_of_folder, is_at_work
from o1desk.models.reference import has_starter
from o1desk.models.reference_checkpoints import steps_of
from o1desk.paths import data_dir


def runs(arguments: Namespace) -> int:
    """List runs from their folders, newest first; one in detail when it is named.

    Raises:
        UnknownNameError: If there is no run of that name.
    """
    data = data_dir(arguments.data)
    if arguments.run_id:
        row = row_of(find_run(data, arguments.run_id).folder, data)
        text = "\n".join(f"{key:12} {value}" for key, value in row.items())
        say(arguments, text, row)
        return EXIT_DONE
    rows = [row_of(run.folder, data) for run in reversed(all_runs(data))]
    lines = [f"{row['run']:36} {row['state']:10} {row['message']}" for row in rows]
    say(arguments, "\n".join(lines) or "No runs yet; start with: o1desk loop", {"runs": rows})
    return EXIT_DONE


def row_of(folder: Path, data: Path) -> dict[str, Any]:
    """Return what there is to say about one run."""
    run = find_run(data, folder.name)
    end = end_of_folder(folder)
    state = "running" if is_at_work(folder) else str(end.state) if end else "stopped"
    last = last_event(folder)
    return {
        "run": run.id,
        "role": run.role,
        "created": run.created,
        "state": state,
        "message": end.message if end else "",
        "events": last.seq if last else 0,
        "checkpoints": sorted(steps_of(folder)),
        "folder": str(folder),
        "config": dict(run.config.get("config", {})),
    }


def models(arguments: Namespace) -> int:
    """List the starter, the model files in the data folder, and every adapter."""
    data = data_dir(arguments.data)
    rows: list[dict[str, Any]] = []
    if has_starter():
        rows.append({"ref": "starter", "kind": "starter", "base": "", "steps": []})
    kept = data / "models"
    rows += [
        {"ref": str(path), "kind": "model", "base": "", "steps": []}
        for path in (sorted(kept.iterdir()) if kept.is_dir() else ())
        if path.suffix == ".gguf" or (path / "config.json").exists()
    ]
    for run in reversed(all_runs(data)):
        steps = sorted(steps_of(run.folder))
        if steps:
            base = str(run.config.get("config", {}).get("model", "starter"))
            ref = with_adapter(base, run.id)
            rows.append({"ref": ref, "kind": "adapter", "base": base, "steps": steps})
    lines = [f"{row['kind']:8} {row['ref']}{_steps(row['steps'])}" for row in rows]
    say(
        arguments,
        "\n".join(lines) or "No models; make one with: o1desk starter build",
        {"models": rows},
    )
    return EXIT_DONE


def _steps(steps: list[int]) -> str:
    return f"  steps {', '.join(str(step) for step in steps)}" if steps else ""
