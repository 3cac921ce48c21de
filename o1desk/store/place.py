"""What kind of disk the data folder lies on.

Write-ahead logging needs shared memory, which network file systems do not have: there the store
uses a rollback journal instead, slower but safe. A folder that a cloud client synchronises may be
copied in the middle of a write; that is worth a warning, no more can be done.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_NETWORK = ("nfs", "cifs", "smb", "afpfs", "webdav", "davfs", "sshfs", "9p", "ncpfs", "glusterfs")
_SYNCED = ("dropbox", "onedrive", "google drive", "icloud", "nextcloud", "mobile documents")


class Partition(Protocol):
    """One mounted file system, as psutil describes it."""

    @property
    def mountpoint(self) -> str:
        """Where it is mounted."""
        ...

    @property
    def fstype(self) -> str:
        """Its type, such as "ext4"."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How the database has to behave in a folder.

    Attributes:
        journal: "wal", or "delete" where shared memory is missing.
        notice: One sentence for the user; empty on an ordinary disk.
    """

    journal: str = "wal"
    notice: str = ""


def place_of(data: Path, partitions: Iterable[Partition] | None = None) -> Place:
    """Look at where the data folder lies.

    Args:
        data: The data folder.
        partitions: Mounted file systems; None asks the system.
    """
    folder = data.absolute()
    mounted = [part for part in (partitions or _mounted()) if _holds(part, folder)]
    kind = max(mounted, key=lambda part: len(part.mountpoint)).fstype.lower() if mounted else ""
    if any(word in kind for word in _NETWORK):
        return Place(
            journal="delete",
            notice=f"The data folder lies on a network disk ({kind}): everything is kept safe, but "
            "more slowly; a folder on this computer's own disk is better",
        )
    if any(word in part.lower() for part in folder.parts for word in _SYNCED):
        return Place(
            notice=f"The data folder {folder} seems to be synchronised with a cloud: its copy "
            "there may be broken while O1 Desk runs; a folder outside is better"
        )
    return Place()


def _mounted() -> Iterable[Partition]:
    import psutil

    try:
        return list(psutil.disk_partitions(all=True))
    except OSError:  # a system that does not tell: treated as an ordinary disk
        return ()


def _holds(part: Partition, folder: Path) -> bool:
    mount = Path(part.mountpoint)
    return mount == folder or mount in folder.parents
