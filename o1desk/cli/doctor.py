"""`o1desk doctor`: what this machine has, and whether the store is healthy."""

import importlib.metadata
import platform
import shutil
import sqlite3
from argparse import Namespace
from dataclasses import asdict
from typing import Any

import psutil

from o1desk import __version__
from o1desk.cli.desk import say
from o1desk.core.errors import EXIT_DONE, O1DeskError
from o1desk.models.devices import device_report
from o1desk.models.reference import has_starter
from o1desk.paths import data_dir

PACKAGES = (
    "torch", "transformers", "peft", "tokenizers", "safetensors", "llama-cpp-python", "gguf",
    "reasoning-gym", "math-verify", "sqlite-utils", "numpy", "matplotlib",
)  # fmt: skip


def doctor(arguments: Namespace) -> int:
    """Print the report; nothing is changed."""
    data = data_dir(arguments.data)
    memory, disk = psutil.virtual_memory(), shutil.disk_usage(data)
    value: dict[str, Any] = {
        "o1desk": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": psutil.cpu_count(logical=True),
        "memory_gib": {"total": memory.total / 2**30, "available": memory.available / 2**30},
        "disk_gib_free": disk.free / 2**30,
        "data": str(data),
        "packages": {name: version_of(name) for name in PACKAGES},
        "sqlite": sqlite3.sqlite_version,
        "devices": asdict(device_report()),
        "starter": has_starter(),
        "store": store_health(arguments),
    }
    say(arguments, text_of(value), value)
    return EXIT_DONE


def version_of(package: str) -> str:
    """Return the installed version, or what is missing without it."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def store_health(arguments: Namespace) -> str:
    """Return "ok", "not made yet", or what is wrong with the database."""
    from o1desk.store import open_store
    from o1desk.store.connect import DATABASE

    data = data_dir(arguments.data)
    if not (data / DATABASE).exists():
        return "not made yet"
    try:
        with open_store(data, read_only=True) as store:
            return store.check() or "ok"
    except O1DeskError as error:
        return str(error)


def text_of(value: dict[str, Any]) -> str:
    """Return the report in words."""
    memory = value["memory_gib"]
    devices = value["devices"]
    lines = [
        f"O1 Desk {value['o1desk']}, Python {value['python']}, {value['system']}",
        f"cores {value['cores']}",
        f"memory {memory['available']:.1f} of {memory['total']:.1f} GiB free",
        f"disk {value['disk_gib_free']:.1f} GiB free in {value['data']}",
        f"store: {value['store']} (SQLite {value['sqlite']})",
        f"starter model: {'present' if value['starter'] else 'missing; o1desk starter build'}",
        *(f"GPU: {each['name']}" for each in devices["accelerators"]),
    ]
    if devices["reason"]:
        lines.append(f"GPU: {devices['reason']}")
    lines += [f"  {name:18} {version}" for name, version in value["packages"].items()]
    return "\n".join(lines)
