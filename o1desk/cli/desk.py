"""One data folder in use by the command line: locked, its store open, its workers managed."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from o1desk.cli.progress import ProgressLine
from o1desk.core.errors import (
    EXIT_CANCELLED,
    EXIT_DONE,
    InputError,
    O1DeskError,
    StoreUnavailableError,
)
from o1desk.core.runs import Run, RunState
from o1desk.jobs.folder import find_run, load_run
from o1desk.jobs.lock import DataLock
from o1desk.jobs.manager import Manager, ManagerOptions
from o1desk.jobs.run import Outcome, resume_job, run_job
from o1desk.paths import data_dir
from o1desk.store import DamagedStoreError, Store, open_store
from o1desk.store.ingest import Ingest

if TYPE_CHECKING:
    from pathlib import Path


class Desk:
    """Owns a data folder from `with` to the end of the block.

    Attributes:
        data: The folder.
        store: Its database.
        manager: Its workers.
    """

    def __init__(self, arguments: Namespace) -> None:
        """Remember what the arguments say; nothing is opened yet."""
        self.data: Path = data_dir(arguments.data)
        self._threads = int(getattr(arguments, "threads", None) or 0)
        self._lock = DataLock(self.data)
        self.store: Store
        self.manager: Manager

    def __enter__(self) -> "Desk":
        """Lock the folder, open the store, take in what earlier runs left.

        Raises:
            InputError: If another O1 Desk uses the folder.
            StoreUnavailableError: If the database cannot be opened.
        """
        self._lock.acquire()
        try:
            self.store = _opened(self.data)
            options = ManagerOptions(threads=self._threads)
            self.manager = Manager(self.data, Ingest(self.store), options)
            self.manager.recover()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close everything in the opposite order."""
        self.manager.close()
        self.store.close()
        self._lock.release()

    def run(
        self,
        role: str,
        config: Mapping[str, Any],
        *,
        title: str,
        inputs: Iterable[Any] = (),
    ) -> Outcome:
        """Run one job with a progress line on stderr."""
        line = ProgressLine(title)
        outcome = run_job(self.manager, role, config, inputs=inputs, on_event=line)
        line.finish(outcome.message or str(outcome.state))
        return outcome

    def resume(self, run_id: str, *, title: str) -> Outcome:
        """Go on with a run that stopped."""
        line = ProgressLine(title)
        outcome = resume_job(self.manager, run_id, on_event=line)
        line.finish(outcome.message or str(outcome.state))
        return outcome


@contextmanager
def reading(arguments: Namespace) -> Iterator[Store]:
    """Lend the store to somebody who only looks: also beside a window, or one of a later version.

    Raises:
        InputError: If the database can neither be opened nor read; says why it was not opened.
    """
    with ExitStack() as stack:
        try:
            store = stack.enter_context(Desk(arguments)).store
        except InputError as error:
            store = stack.enter_context(_to_look(data_dir(arguments.data), error))
            sys.stderr.write(f"{error}. It was opened read-only.\n")
        yield store


def _to_look(data: "Path", refusal: InputError) -> Store:
    """Open the store read-only, or tell why it was not opened in the first place."""
    try:
        return open_store(data, read_only=True)
    except O1DeskError:
        raise refusal from None


def _opened(data: "Path") -> Store:
    """Open the store; a damaged one is told with the verbs that bring it back."""
    try:
        return open_store(data)
    except DamagedStoreError as error:
        restore = f"o1desk backup --restore {error.backup.name}, or " if error.backup else ""
        raise StoreUnavailableError(f"{error}: {restore}o1desk backup --rebuild") from error


def say(arguments: Namespace, text: str, value: Mapping[str, Any]) -> None:
    """Print the sentence for people, or with --json the object as the last line of stdout."""
    sys.stdout.write((json.dumps(value, ensure_ascii=False) if arguments.json else text) + "\n")
    sys.stdout.flush()


def check_resumable(data: "Path", run_id: str, role: str) -> None:
    """Check that a run to go on with is there and of the verb that was typed.

    Raises:
        UnknownNameError: If there is no such run; the message names the nearest.
        InputError: If another verb made it.
    """
    run = find_run(data, run_id)
    if run.role != role:
        raise InputError(
            f"Run {run_id} was not made by this verb; nothing was changed; {_go_on(run)}"
        )


def _go_on(run: Run) -> str:
    """Return how to go on with a run that stopped."""
    method = f" {run.config.get('method', 'rl')}" if run.role == "train" else ""
    return f"go on with: o1desk {run.role}{method} --resume {run.id}"


def ended(outcome: Outcome) -> int:
    """Return the exit code of a job; explains on stderr what a failure left behind."""
    if outcome.state is RunState.FINISHED:
        return EXIT_DONE
    if outcome.exit_code == EXIT_CANCELLED:
        sys.stderr.write(f"To {_go_on(load_run(outcome.folder))}\n")
    elif outcome.hint:
        tries = ", ".join(f"{key} = {value}" for key, value in outcome.hint.items())
        sys.stderr.write(f"Try again with {tries}.\n")
    return outcome.exit_code
