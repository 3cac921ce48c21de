"""Where O1 Desk keeps things: data, settings, caches, and the resources it ships with.

Data is what nobody can make again (database, runs, adapters), the configuration is a few small
files, and the cache may be deleted at any time. Environment variables win over the system's
habits, an explicit folder wins over both.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from o1desk.core.errors import InputError

APP = "o1desk"
DATA_VARIABLE = "O1DESK_DATA"
CONFIG_VARIABLE = "O1DESK_CONFIG"
CACHE_VARIABLE = "O1DESK_CACHE"


def data_dir(explicit: str | Path | None = None) -> Path:
    """Return the data folder, made if needed.

    Args:
        explicit: A folder the user named; None takes `O1DESK_DATA` or the system's habit.

    Raises:
        InputError: If the folder cannot be made.
    """
    return _made(explicit or os.environ.get(DATA_VARIABLE) or _habit("data", sys.platform))


def named_data_dir(explicit: str | Path | None = None, chosen: str = "") -> Path:
    """Return the data folder without making it.

    Args:
        explicit: As for `data_dir`.
        chosen: The folder of the settings, which counts when neither it nor `O1DESK_DATA` names
            one; empty for none.
    """
    named = explicit or os.environ.get(DATA_VARIABLE) or chosen or _habit("data", sys.platform)
    return Path(named).expanduser().absolute()


def config_dir() -> Path:
    """Return the folder of settings, made if needed.

    Raises:
        InputError: If the folder cannot be made.
    """
    return _made(os.environ.get(CONFIG_VARIABLE) or _habit("config", sys.platform))


def cache_dir() -> Path:
    """Return the folder of what can be made again, made if needed.

    Raises:
        InputError: If the folder cannot be made.
    """
    return _made(os.environ.get(CACHE_VARIABLE) or _habit("cache", sys.platform))


def runs_dir(data: Path) -> Path:
    """Return the folder of run folders, made if needed.

    Raises:
        InputError: If the folder cannot be made.
    """
    return _made(data / "runs")


def resources() -> Path:
    """Return the folder of shipped files.

    An installed package carries them inside; a source checkout has them beside the package.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def habit(what: str, platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """Return where a system keeps such folders; pure, so that every system can be tested anywhere.

    Args:
        what: "data", "config" or "cache".
        platform: As `sys.platform` names it.
        environment: The environment variables.
        home: The user's home folder.
    """
    if platform == "win32":
        return _windows(what, environment, home)
    if platform == "darwin":
        folders = {"data": "Application Support", "config": "Preferences", "cache": "Caches"}
        return home / "Library" / folders[what] / APP
    variable, default = {
        "data": ("XDG_DATA_HOME", home / ".local" / "share"),
        "config": ("XDG_CONFIG_HOME", home / ".config"),
        "cache": ("XDG_CACHE_HOME", home / ".cache"),
    }[what]
    named = environment.get(variable, "")
    # The XDG base directory specification tells programs to ignore relative paths.
    return (Path(named) if Path(named).is_absolute() else default) / APP


def _windows(what: str, environment: Mapping[str, str], home: Path) -> Path:
    roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    local = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    # Data is large and holds a database: it stays on this machine instead of roaming.
    return {"data": local / APP, "config": roaming / APP, "cache": local / APP / "cache"}[what]


def _habit(what: str, platform: str) -> Path:
    return habit(what, platform, os.environ, Path.home())


def _made(folder: str | Path) -> Path:
    path = Path(folder).expanduser().absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"The folder {path} cannot be made ({error.strerror}); nothing was written; "
            f"choose another with --data or {DATA_VARIABLE}"
        ) from error
    return path
