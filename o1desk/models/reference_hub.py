"""Models of the hub that are already on this machine; naming one never downloads anything."""

from pathlib import Path

from o1desk.core.errors import InputError, MissingModelError
from o1desk.core.hub_cache import how_to_get, is_hub_name, snapshot_of


def hub_folder(name: str) -> Path:
    """Return the newest snapshot of a hub model in the local cache.

    Raises:
        InputError: If the name could not be one of the hub.
        MissingModelError: If it was never downloaded; says how to get it.
    """
    if not is_hub_name(name):
        raise InputError(f"'{name}' is not a hub name; it looks like 'ORGANISATION/MODEL'")
    folder = snapshot_of(name)
    if folder is None:
        raise MissingModelError(
            f"'{name}' is not on this machine, and O1 Desk downloads nothing by itself; get it "
            f"with '{how_to_get(name)}' and try again"
        )
    return folder
