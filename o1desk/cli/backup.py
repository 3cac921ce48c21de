"""`o1desk backup`: a safe copy of the database, and the ways back when it is lost or damaged."""

from argparse import Namespace
from pathlib import Path

from o1desk.cli.desk import Desk, say
from o1desk.core.errors import EXIT_DONE
from o1desk.paths import data_dir
from o1desk.store import backups
from o1desk.store.ingest import Rebuilt, rebuild


def backup(arguments: Namespace) -> int:
    """Copy the database to a verified backup; or list backups, restore one, rebuild from runs.

    Raises:
        UnknownNameError: If there is no backup of the name to restore.
        InputError: If there is nothing to restore, or another O1 Desk uses the data folder.
        StoreUnavailableError: If the database cannot be read or the copy not written.
    """
    data = data_dir(arguments.data)
    if arguments.restore is not None:
        return _restore(arguments, data)
    if arguments.rebuild:
        return _rebuild(arguments, data)
    if not arguments.list:
        with Desk(arguments) as desk:
            desk.store.backup()
    rows = [
        {"path": str(each.path), "made": each.made.isoformat(), "bytes": each.bytes}
        for each in backups.listing(data)
    ]
    text = "\n".join(f"{row['made']}  {row['path']}" for row in rows)
    say(arguments, text or "No backups yet", {"backups": rows})
    return EXIT_DONE


def _restore(arguments: Namespace, data: Path) -> int:
    name = _name_of(arguments.restore, data)
    kept = backups.restore(data, name)
    before = f"; the database before it is kept in {kept}" if kept != data else ""
    say(
        arguments,
        f"The database is now that of the backup {name}{before}",
        {"restored": name, "kept": str(kept) if kept != data else ""},
    )
    return EXIT_DONE


def _name_of(given: str, data: Path) -> str:
    """Return the file name of a backup that was given as --list prints it, or as a name."""
    path = Path(given)
    is_listed = path.absolute().parent == (data / backups.FOLDER).absolute()
    return path.name if is_listed else given


def _rebuild(arguments: Namespace, data: Path) -> int:
    rebuilt = rebuild(data)
    left_out = [{"folder": name, "reason": reason} for name, reason in rebuilt.left_out]
    value = {
        "runs": rebuilt.runs,
        "events": rebuilt.events,
        "problems": rebuilt.problems,
        "left_out": left_out,
    }
    say(arguments, _words(rebuilt), value)
    return EXIT_DONE


def _words(rebuilt: Rebuilt) -> str:
    head = (
        f"The database holds {rebuilt.runs} runs with {rebuilt.events} events again, and "
        f"{rebuilt.problems} imported problems that it lacked"
    )
    return "\n".join([head, *(f"left out {name}: {why}" for name, why in rebuilt.left_out)])
