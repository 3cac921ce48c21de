"""Run folders: made whole before the worker starts, read without a worker."""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import o1desk
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.events import MAX_LINE, Stamped, parse
from o1desk.core.files import write_json, write_lines
from o1desk.core.runs import CONFIG_FILE, EVENTS_FILE, INPUTS_FILE, Run
from o1desk.paths import runs_dir


def create_run(
    data: Path, role: str, config: Mapping[str, Any], *, inputs: Iterable[Any] = ()
) -> Run:
    """Make the folder of a new run, with its configuration and frozen inputs.

    Args:
        data: The data folder.
        role: train, generate, evaluate or chat.
        config: What `config.json` holds besides role, id and time; plain JSON values.
        inputs: Problems and labels that must not change any more, one JSON value each.

    Raises:
        NoSpaceError: If the disk is full; no folder stays behind.
        ValueError: If a value is no JSON.
    """
    now = datetime.now(UTC)
    folder = _new_folder(runs_dir(data), f"{now:%Y%m%d-%H%M%S}-{role}")
    created = now.isoformat(timespec="milliseconds")
    head = {"id": folder.name, "role": role, "created": created, "o1desk": o1desk.__version__}
    whole = {**config, **head}
    try:
        write_lines(folder / INPUTS_FILE, inputs)
        write_json(folder / CONFIG_FILE, whole)
    except BaseException:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        raise
    return Run(id=folder.name, role=role, folder=folder, created=created, config=whole)


def _new_folder(runs: Path, stem: str) -> Path:
    while True:
        folder = runs / f"{stem}-{secrets.token_hex(2)}"
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        return folder


def load_run(folder: Path) -> Run:
    """Read a run from its folder.

    Raises:
        InputError: If the folder holds no readable configuration.
    """
    path = folder / CONFIG_FILE
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        return Run(
            id=folder.name,
            role=config["role"],
            folder=folder.absolute(),
            created=config.get("created", ""),
            config=config,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{folder} is no run: {path.name} cannot be read ({error})") from error


def find_run(data: Path, run_id: str) -> Run:
    """Return the run of that id.

    Raises:
        UnknownNameError: If there is none; the message names the nearest.
        InputError: If its configuration cannot be read.
    """
    known = {folder.name for folder in runs_dir(data).iterdir()}
    if run_id not in known:
        raise UnknownNameError("run", run_id, known)
    return load_run(runs_dir(data) / run_id)


def all_runs(data: Path) -> list[Run]:
    """Return every readable run, oldest first; folders that are no runs are left out."""
    runs = []
    for folder in sorted(runs_dir(data).iterdir()):
        try:
            runs.append(load_run(folder))
        except InputError:
            continue
    return runs


def events_after(folder: Path, seq: int) -> Iterator[Stamped]:
    """Yield the events of a folder with a number above `seq`; half a last line is left out."""
    try:
        file = (folder / EVENTS_FILE).open("rb")
    except FileNotFoundError:
        return
    with file:
        for line in file:
            stamped = _parsed(line)
            if stamped is not None and stamped.seq > seq:
                yield stamped


def last_event(folder: Path) -> Stamped | None:
    """Return the last whole event of a folder without reading all of it."""
    path = folder / EVENTS_FILE
    if not path.exists():
        return None
    with path.open("rb") as file:
        # A line stays under MAX_LINE: twice that much holds at least one whole line.
        file.seek(max(0, path.stat().st_size - 2 * MAX_LINE))
        for line in reversed(file.readlines()):
            stamped = _parsed(line)
            if stamped is not None:
                return stamped
    return None


def _parsed(line: bytes) -> Stamped | None:
    if not line.endswith(b"\n"):
        return None
    try:
        return parse(line)
    except ValueError:
        return None
