"""Runs that the end of the program put off: written down then, offered at the next start."""

from collections.abc import Container, Sequence

from o1desk.core.errors import O1DeskError
from o1desk.jobs.folder import find_run
from o1desk.jobs.recover import Recovered, end_of_folder
from o1desk.store import Store

PUT_OFF = "window.put_off"  # key of the store's state table: ids of runs


def keep(store: Store, runs: Sequence[str]) -> None:
    """Write down which runs were at work when the program was asked to end."""
    store.state.set(PUT_OFF, list(runs))


def take(store: Store, *, known: Container[str] = ()) -> tuple[Recovered, ...]:
    """Return how the runs ended that were written down; they are told of once.

    Args:
        store: The store.
        known: Ids of runs that are told of anyway.
    """
    kept = store.state.get(PUT_OFF)
    if not kept or not isinstance(kept, list):
        return ()
    keep(store, ())
    found = (_ended(store, str(run_id)) for run_id in kept if run_id not in known)
    return tuple(each for each in found if each is not None)


def _ended(store: Store, run_id: str) -> Recovered | None:
    try:
        run = find_run(store.data, run_id)
    except (O1DeskError, OSError):  # deleted meanwhile, or unreadable
        return None
    end = end_of_folder(run.folder)
    return None if end is None else Recovered(run=run, end=end)
