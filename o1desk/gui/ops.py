"""Work that must not hold up the window: reads side by side, writes in order, results at home.

What takes minutes has threads of its own, so that no read waits behind it.

A result whose owner is gone is dropped. A write says which tables it changed, and everybody who
shows them hears of it.
"""

import logging
import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from o1desk.core.errors import O1DeskError
from o1desk.gui.error_words import in_words

logger = logging.getLogger(__name__)

T = TypeVar("T")
READERS = 3
LONG_WORKERS = 2  # more of them would only take the processor from the window and each other
CLOSE_S = 10.0
LONG_MS = 2000  # a write that takes longer is told


class Ops(QObject):
    """Runs functions off the window's thread.

    Signals:
        tables_changed: Names of tables that a write changed (frozenset of str).
        failed: A sentence about work whose caller gave no answer to failures.
        closing: The session ends: long work should stop now.
        held_up: Whether a write takes long, such as under another program's lock (bool).
        _settled: A finished piece of work comes home.
    """

    tables_changed = Signal(object)
    failed = Signal(str)
    closing = Signal()
    held_up = Signal(bool)
    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with idle threads."""
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="window reads")
        self._long = ThreadPoolExecutor(LONG_WORKERS, thread_name_prefix="window files")
        self._writes: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write_on, name="window writes", daemon=True)
        self._writer.start()
        self._is_open = True
        self._waiting = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONG_MS)
        self._patience.timeout.connect(self._on_long)
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        fail: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run a function beside the window; its result comes to `then` on the window's thread.

        Args:
            function: What to do; must not touch widgets.
            then: Gets the result.
            fail: Gets the error; None shows its sentence as a toast.
            owner: Nothing is told once this object is gone.
        """
        if self._is_open:
            work = _Work(function, then, fail, owner or _owner_of(then))
            self._readers.submit(self._run, work)

    def long(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        fail: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> "Future[None]":
        """Run what may take minutes, such as reading a file; no read or write waits for it.

        Args:
            function: What to do; must not touch widgets, and should stop at `closing`.
            then: Gets the result.
            fail: Gets the error; None shows its sentence as a toast.
            owner: Nothing is told once this object is gone.

        Returns:
            What can be cancelled while it waits for its turn; nothing is told then.
        """
        if not self._is_open:
            never: Future[None] = Future()
            never.cancel()
            return never
        return self._long.submit(self._run, _Work(function, then, fail, owner or _owner_of(then)))

    def write(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        changed: Iterable[str] = (),
        fail: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run a function after all earlier writes; announces the tables it changed.

        Args:
            function: What to do; must not touch widgets.
            then: Gets the result.
            changed: Tables that are others afterwards, such as "sample".
            fail: Gets the error; None shows its sentence as a toast.
            owner: Nothing is told once this object is gone.
        """
        if self._is_open:
            owned = owner or _owner_of(then)
            self._waiting += 1
            if not self._patience.isActive():
                self._patience.start()
            work = _Work(function, then, fail, owned, frozenset(changed), is_write=True)
            self._writes.put(work)

    def close(self) -> None:
        """Finish the writes and what is at work; results of reads are dropped."""
        if self._is_open:
            self._is_open = False
            self.closing.emit()
            self._writes.put(None)
            self._long.shutdown(wait=False, cancel_futures=True)  # all of them stop meanwhile
            self._readers.shutdown(wait=True, cancel_futures=True)
            self._long.shutdown(wait=True)
            self._writer.join(CLOSE_S)

    def _run(self, work: "_Work") -> None:
        work.run()
        self._settled.emit(work)

    def _write_on(self) -> None:
        while (work := self._writes.get()) is not None:
            work.run()
            self._settled.emit(work)

    def _on_long(self) -> None:
        self.held_up.emit(True)

    def _count_down(self) -> None:
        self._waiting -= 1
        self._patience.stop()
        self.held_up.emit(False)
        if self._waiting:
            self._patience.start()

    @Slot(object)
    def _on_settled(self, work: "_Work") -> None:
        if work.is_write:
            self._count_down()
        if work.error is None and work.changed:
            self.tables_changed.emit(work.changed)
        if work.owner is not None and not shiboken6.isValid(work.owner):
            return
        if work.error is None:
            if work.then is not None:
                work.then(work.result)
        elif work.fail is not None:
            work.fail(work.error)
        else:
            self.failed.emit(sentence_of(work.error))


def sentence_of(error: Exception) -> str:
    """Return what a person should read of an error, in the language in force."""
    return in_words(plain_sentence_of(error))


def plain_sentence_of(error: Exception) -> str:
    """Return what is kept of an error, in the language of the engine."""
    if isinstance(error, O1DeskError):
        return str(error)
    return f"{type(error).__name__}: {error}"


class _Work:
    """One function with where its result goes."""

    def __init__(
        self,
        function: Callable[[], Any],
        then: Callable[[Any], None] | None,
        fail: Callable[[Exception], None] | None,
        owner: QObject | None,
        changed: frozenset[str] = frozenset(),
        *,
        is_write: bool = False,
    ) -> None:
        self._function, self.is_write = function, is_write
        self.then, self.fail, self.owner, self.changed = then, fail, owner, changed
        self.result: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.result = self._function()
        except Exception as error:
            if not isinstance(error, O1DeskError):
                logger.exception("work for the window failed")
            self.error = error


def _owner_of(then: Callable[..., None] | None) -> QObject | None:
    """Return the object whose method a callback is."""
    owner = getattr(then, "__self__", None)
    return owner if isinstance(owner, QObject) else None
