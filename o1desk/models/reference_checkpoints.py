"""Which checkpoint of a run an adapter reference means.

A checkpoint counts once its `MANIFEST.json`, written last, is there and every file it names has
the size it names. Hashes are left to the trainer's resume: a chat should not read the optimizer.
"""

import difflib
import json
from pathlib import Path

from o1desk.core.errors import MissingModelError

MANIFEST = "MANIFEST.json"
PREFIX = "step_"


def checkpoint_of(data: Path | None, run: str, step: int | None) -> Path:
    """Return the checkpoint folder of a run.

    Args:
        data: The data folder.
        run: Name of the run.
        step: Training step; None for the newest whole checkpoint.

    Raises:
        MissingModelError: If the run or the checkpoint is missing; names what there is.
    """
    if data is None:
        raise MissingModelError(f"The run '{run}' needs a data folder; name one with --data")
    runs = data / "runs"
    if not (runs / run).is_dir():
        raise MissingModelError(_no_run(runs, run))
    found = steps_of(runs / run)
    if not found:
        raise MissingModelError(
            f"The run '{run}' has no whole checkpoint yet; use the model without '@{run}'"
        )
    wanted = max(found) if step is None else step
    if wanted not in found:
        raise MissingModelError(
            f"The run '{run}' has no checkpoint at step {wanted}; it has "
            f"{', '.join(str(known) for known in sorted(found)[-12:])}"
        )
    return found[wanted]


def steps_of(run_folder: Path) -> dict[int, Path]:
    """Return every whole checkpoint of a run by its step."""
    found: dict[int, Path] = {}
    for folder in (run_folder / "checkpoints").glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX)
        if number.isdecimal() and is_whole(folder):
            found[int(number)] = folder
    return found


def is_whole(folder: Path) -> bool:
    """Whether the manifest is there and every file it names has the size it names."""
    try:
        rows = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return all((folder / row["name"]).stat().st_size == row["size"] for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _no_run(runs: Path, run: str) -> str:
    known = sorted(entry.name for entry in runs.iterdir()) if runs.is_dir() else []
    near = difflib.get_close_matches(run, known, n=1, cutoff=0.3)
    hint = f"did you mean '{near[0]}'?" if near else "'o1desk runs' lists them"
    return f"There is no run called '{run}'; {hint}"
