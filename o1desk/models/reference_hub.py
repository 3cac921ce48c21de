"""Models of the hub that are already on this machine.

O1 Desk is offline by default: naming a hub model never downloads anything by itself. The cache
layout is the public one of huggingface_hub (models--ORG--NAME/refs, snapshots).
"""

import os
import re
from pathlib import Path

from o1desk.core.errors import InputError, MissingModelError

_NAME = re.compile(r"^[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?$")


def hub_folder(name: str) -> Path:
    """Return the newest snapshot of a hub model in the local cache.

    Raises:
        InputError: If the name could not be one of the hub.
        MissingModelError: If it was never downloaded; says how to get it.
    """
    if not _NAME.match(name):
        raise InputError(f"'{name}' is not a hub name; it looks like 'ORGANISATION/MODEL'")
    store = cache_folder() / f"models--{name.replace('/', '--')}"
    for folder in _snapshots(store):
        if (folder / "config.json").is_file():
            return folder
    raise MissingModelError(
        f"'{name}' is not on this machine, and O1 Desk downloads nothing by itself; get it with "
        f'\'hf download {name} --include "*.safetensors" "*.json" "*.jinja"\' and try again'
    )


def cache_folder() -> Path:
    """Return the hub's cache folder, honouring HF_HUB_CACHE, HF_HOME and XDG_CACHE_HOME."""
    if named := os.environ.get("HF_HUB_CACHE"):
        return Path(named)
    if home := os.environ.get("HF_HOME"):
        return Path(home) / "hub"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface" / "hub"


def _snapshots(store: Path) -> list[Path]:
    """Snapshots, that of `refs/main` first, then the newest."""
    try:
        others = sorted(
            (store / "snapshots").iterdir(), key=lambda path: path.stat().st_mtime, reverse=True
        )
    except OSError:
        return []
    main = store / "refs" / "main"
    if main.is_file():
        others.insert(0, store / "snapshots" / main.read_text(encoding="utf-8").strip())
    return others
