"""Checkpoints that are whole or absent, and the newest whole one that resume trusts.

A checkpoint is written into a hidden folder beside its final place. Every file is on disk before
`MANIFEST.json` (sizes and SHA-256 of all of them) is written, the manifest before the folder gets
its name, so a kill at any moment leaves either the old set or the old set and one more.

Every byte is written by Python. The writers of torch and safetensors tell of a full disk as errors
of their own kinds, without its number, and a full disk must never be taken for a bug.
"""

import errno
import hashlib
import io
import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from o1desk.core.errors import NoSpaceError
from o1desk.core.failpoint import failpoint
from o1desk.core.files import replace, sync_folder

FOLDER = "checkpoints"
MANIFEST = "MANIFEST.json"
TEMPORARY = ".tmp-"
PREFIX = "step_"
SPARE_BYTES = 1 << 20  # JSON files, random states and what the file system adds
MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What one checkpoint holds.

    Attributes:
        write_adapter: Writes `adapter_model.safetensors` and `adapter_config.json` into a folder;
            raises OSError when the disk refuses.
        optimizer: State of the optimizer.
        scheduler: State of the learning rate; JSON values.
        rng: Every random state, from `rng.capture`.
        loop: Where the loop stands: step, data position, guard, fingerprints; JSON values.
        bytes: Estimated size, for the check before writing.
    """

    write_adapter: Callable[[Path], None]
    optimizer: Mapping[str, Any]
    scheduler: Mapping[str, Any]
    rng: Mapping[str, Any]
    loop: Mapping[str, Any]
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A whole checkpoint on disk.

    Attributes:
        step: Updates made when it was taken.
        folder: Where it lies.
        rejected: One sentence for each newer one that was damaged and passed over.
    """

    step: int
    folder: Path
    rejected: tuple[str, ...] = field(default=())

    @property
    def bytes(self) -> int:
        """Size of all its files."""
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def optimizer(self) -> dict[str, Any]:
        """Read the optimizer's state."""
        return _load(self.folder / "optimizer.pt")

    def rng(self) -> dict[str, Any]:
        """Read the random states."""
        return _load(self.folder / "rng.pt")

    def scheduler(self) -> dict[str, Any]:
        """Read the state of the learning rate."""
        return _read_json(self.folder / "scheduler.json")

    def loop(self) -> dict[str, Any]:
        """Read where the loop stood."""
        return _read_json(self.folder / "loop.json")


class Checkpoints:
    """The checkpoints of one run."""

    def __init__(self, run_folder: Path) -> None:
        """Make the folder and take away what a killed writer left behind.

        Raises:
            OSError: If the run folder cannot be written.
        """
        self.folder = run_folder / FOLDER
        self.folder.mkdir(parents=True, exist_ok=True)
        for leftover in self.folder.glob(f"{TEMPORARY}*"):
            shutil.rmtree(leftover, ignore_errors=True)

    def save(self, step: int, contents: Contents) -> Stored:
        """Write a checkpoint and give it its name in one step.

        Raises:
            NoSpaceError: If there is not twice the estimated room, or the disk fills up
                meanwhile; every earlier checkpoint is untouched.
            OSError: For every other refusal of the file system.
        """
        free = shutil.disk_usage(self.folder).free
        if free < 2 * contents.bytes:
            raise self._no_space(contents, free)
        staging = self.folder / f"{TEMPORARY}{step:06d}-{uuid.uuid4().hex}"
        try:
            staging.mkdir()
            _write(staging, contents)
            target = self._publish(staging, step)
        except OSError as error:
            shutil.rmtree(staging, ignore_errors=True)
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                free = shutil.disk_usage(self.folder).free
                raise self._no_space(contents, free) from error
            raise
        return Stored(step=step, folder=target)

    def newest(self) -> Stored | None:
        """Return the newest checkpoint whose sizes and hashes are right, and which were not."""
        rejected: list[str] = []
        for step, folder in self._steps():
            damage = damage_of(folder)
            if not damage:
                return Stored(step=step, folder=folder, rejected=tuple(rejected))
            rejected.append(f"{folder.name} is damaged ({damage})")
        return None

    def at(self, step: int) -> Stored | None:
        """Return the checkpoint of a step if it is whole."""
        folder = self.folder / name_of(step)
        return None if damage_of(folder) else Stored(step=step, folder=folder)

    def prune(self, *, keep: int, best: int | None) -> None:
        """Delete all but the newest `keep` and the best one; called once the new one is known."""
        for number, (step, folder) in enumerate(self._steps()):
            if number >= keep and step != best:
                shutil.rmtree(folder, ignore_errors=True)

    def _steps(self) -> Iterator[tuple[int, Path]]:
        """Yield steps and folders, newest first."""
        numbers = [
            int(folder.name.removeprefix(PREFIX))
            for folder in self.folder.glob(f"{PREFIX}*")
            if folder.name.removeprefix(PREFIX).isdecimal()
        ]
        for number in sorted(numbers, reverse=True):
            yield number, self.folder / name_of(number)

    def _publish(self, staging: Path, step: int) -> Path:
        target = self.folder / name_of(step)
        if target.exists():  # a damaged one that resume passed over
            shutil.rmtree(target)
        replace(staging, target)
        sync_folder(self.folder)
        failpoint("ckpt.after_rename")
        return target

    def _no_space(self, contents: Contents, free: int) -> NoSpaceError:
        return NoSpaceError(
            f"The disk is too full for a checkpoint: need {max(2 * contents.bytes, MIB) / MIB:.0f} "
            f"MB in {self.folder}, {free / MIB:.0f} MB are free; earlier checkpoints were kept; "
            "free some space"
        )


def name_of(step: int) -> str:
    """Return the folder name of a step's checkpoint."""
    return f"{PREFIX}{step:06d}"


def damage_of(folder: Path) -> str:
    """Return what is wrong with a checkpoint, or "" when every file has its size and hash."""
    try:
        files = _read_json(folder / MANIFEST)["files"]
        for row in files:
            path = folder / row["name"]
            if path.stat().st_size != row["size"]:
                return f"{row['name']} has the wrong size"
            if sha256_of(path) != row["sha256"]:
                return f"{row['name']} has the wrong hash"
    except (OSError, ValueError, KeyError, TypeError) as error:
        return f"no readable manifest: {type(error).__name__}"
    return ""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(staging: Path, contents: Contents) -> None:
    contents.write_adapter(staging)
    failpoint("ckpt.after_adapter")
    _save(staging / "optimizer.pt", contents.optimizer)
    failpoint("ckpt.after_optimizer")
    _save(staging / "rng.pt", contents.rng)
    failpoint("ckpt.after_rng")
    _write_json(staging / "scheduler.json", contents.scheduler)
    _write_json(staging / "loop.json", contents.loop)
    files = sorted(staging.iterdir())
    for path in files:
        _sync(path)
    rows = [{"name": p.name, "size": p.stat().st_size, "sha256": sha256_of(p)} for p in files]
    failpoint("ckpt.before_manifest")
    _write_json(staging / MANIFEST, {"files": rows})
    _sync(staging / MANIFEST)
    sync_folder(staging)
    failpoint("ckpt.after_manifest")


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _save(path: Path, state: Mapping[str, Any]) -> None:
    packed = io.BytesIO()
    torch.save(dict(state), packed)
    path.write_bytes(packed.getbuffer())


def _load(path: Path) -> dict[str, Any]:
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return state


def _read_json(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, allow_nan=False, indent=1) + "\n", encoding="utf-8")
