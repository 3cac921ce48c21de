"""Models of the hub that are already on this machine, as huggingface_hub lays them out.

Nothing is downloaded: O1 Desk is offline by default. The layout is public
(models--ORG--NAME/refs, snapshots).
"""

import os
import re
from pathlib import Path

_NAME = re.compile(r"^[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?$")
_PREFIX = "models--"


def is_hub_name(name: str) -> bool:
    """Return whether a text could be the name of a hub model: "ORGANISATION/MODEL"."""
    return bool(_NAME.match(name))


def snapshot_of(name: str) -> Path | None:
    """Return the newest snapshot of a model in the local cache; None if it was never downloaded.

    Args:
        name: A hub name.
    """
    if not is_hub_name(name):
        return None
    store = cache_folder() / f"{_PREFIX}{name.replace('/', '--')}"
    found = (folder for folder in _snapshots(store) if (folder / "config.json").is_file())
    return next(found, None)


def cached_names() -> list[str]:
    """Return the names of the models in the local cache that can be read, sorted."""
    try:
        folders = sorted(path.name for path in cache_folder().glob(f"{_PREFIX}*"))
    except OSError:
        return []
    names = (name.removeprefix(_PREFIX).replace("--", "/", 1) for name in folders)
    return [name for name in names if snapshot_of(name) is not None]


def how_to_get(name: str) -> str:
    """Return the command that downloads what O1 Desk reads of a model."""
    return f'hf download {name} --include "*.safetensors" "*.json" "*.jinja"'


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
