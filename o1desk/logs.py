"""The program's own log, and a report of the environment for `doctor` and for bug reports."""

import logging
import os
import platform
import sys
from importlib import metadata
from logging.handlers import RotatingFileHandler
from pathlib import Path

import o1desk

LOG_BYTES = 1_000_000
LOG_FILES = 5
PACKAGES = (
    "numpy", "torch", "transformers", "peft", "tokenizers", "safetensors", "llama-cpp-python",
    "gguf", "reasoning-gym", "math-verify", "sqlite-utils", "psutil", "matplotlib",
)  # fmt: skip


def set_up(data: Path, *, verbose: bool = False) -> Path:
    """Write the log to `logs/o1desk.log` of the data folder; return its path.

    Warnings also go to stderr. The file turns over at 1 MB and keeps five.
    """
    folder = data / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "o1desk.log"
    file = RotatingFileHandler(
        path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
    )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    screen = logging.StreamHandler()
    screen.setLevel(logging.WARNING)
    screen.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    root = logging.getLogger("o1desk")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for old in root.handlers:
        old.close()
    root.handlers[:] = [file, screen]
    root.propagate = False
    return path


def environment_report() -> dict[str, str]:
    """Return versions and the machine, by name; nothing heavy is imported for it."""
    report = {
        "o1desk": o1desk.__version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "machine": platform.machine(),
        "cores": str(os.cpu_count() or 1),
    }
    for package in PACKAGES:
        try:
            report[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            report[package] = "not installed"
    return report
