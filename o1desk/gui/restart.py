"""Going back to a backup: the program leaves, puts it in place of the database, and starts again.

A session has its database open in many places; a start is the one moment at which it is in none.
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from o1desk.core.errors import O1DeskError
from o1desk.core.words import filled
from o1desk.gui.ops import sentence_of
from o1desk.store import backups

NOTICE = "O1DESK_NOTICE"  # environment variable: what the next start tells


def restore_and_start(data: Path, name: str) -> None:
    """Put a backup in the place of the database and start this program once more.

    Call it when nothing of this program has the folder open. If the backup cannot be used,
    nothing is changed, and the next start says so.

    Args:
        data: The data folder.
        name: File name of the backup.
    """
    try:
        kept = backups.restore(data, name)
        template = QCoreApplication.translate(
            "restart", "The database is that of the backup %1; the one before it is kept in %2"
        )
        notice = filled(template, [name, str(kept)])
    except (O1DeskError, OSError) as error:
        notice = sentence_of(error)
    command = [sys.executable, *sys.orig_argv[1:]]
    subprocess.Popen(command, env=os.environ | {NOTICE: notice})  # noqa: S603 - this program itself


def take_notice() -> str:
    """Return what the end of the program before this one wants to be told; empty for nothing."""
    return os.environ.pop(NOTICE, "")
