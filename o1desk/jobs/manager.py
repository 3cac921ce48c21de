"""Starts, resumes and recovers runs; holds the jobs that are at work."""

import dataclasses
import functools
import os
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from o1desk.core.errors import InputError
from o1desk.core.events import Stamped
from o1desk.core.files import write_json
from o1desk.core.ladder import lowered, with_hint
from o1desk.core.runs import CONFIG_FILE, END_FILE, Run, RunEnd, RunSink, RunState
from o1desk.jobs.folder import create_run, find_run, last_event
from o1desk.jobs.handle import Job
from o1desk.jobs.lease import Advice, Grant, LeaseTable
from o1desk.jobs.machine import MIB, device_for, free_memory_mib
from o1desk.jobs.memory import need_mib
from o1desk.jobs.process import Launch, start_worker
from o1desk.jobs.recover import (
    Recovered,
    end_of_folder,
    how_it_ended,
    is_at_work,
    recover,
    tell_events,
)
from o1desk.jobs.watch import Audience, Listener

CLOSE_S = 60.0


class NoSink(RunSink):
    """Tells nobody; the folder keeps everything."""

    @override
    def run_started(self, run: Run) -> None:
        """Do nothing."""

    @override
    def events(self, run_id: str, events: Sequence[Stamped]) -> None:
        """Do nothing."""

    @override
    def run_ended(self, run_id: str, end: RunEnd) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerOptions:
    """How workers are started.

    Attributes:
        threads: Cores that one worker may use; 0 for all of them.
        offline: Whether the hub is out of bounds for them.
        variables: More environment variables.
        program: Command line of the worker without the folder; None finds it.
    """

    threads: int = 0
    offline: bool = True
    variables: Mapping[str, str] | None = None
    program: Sequence[str] | None = None


class Manager:
    """The runs of one data folder.

    The caller owns the folder (`jobs.lock.DataLock`) and closes the manager at the end.

    Attributes:
        data: The data folder.
        lease: Which job holds how much of which device; jobs take and give back by themselves.
    """

    def __init__(
        self,
        data: Path,
        sink: RunSink | None = None,
        options: ManagerOptions | None = None,
    ) -> None:
        """Start with no jobs.

        Args:
            data: The data folder.
            sink: Told about every run; None tells nobody.
            options: How workers are started.
        """
        self.data = data.absolute()
        self.lease = LeaseTable()
        options = options or ManagerOptions()
        self._sink: RunSink = sink or NoSink()
        self._launch = Launch(
            data=self.data,
            threads=options.threads or os.cpu_count() or 1,
            offline=options.offline,
            variables=options.variables,
            program=options.program,
        )
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}

    def set_limits(self, *, threads: int, offline: bool) -> None:
        """Say how workers are started from now on; those at work keep what they were given.

        Args:
            threads: Cores that one worker may use; 0 for all of them.
            offline: Whether the hub is out of bounds for them.
        """
        self._launch = dataclasses.replace(
            self._launch, threads=threads or os.cpu_count() or 1, offline=offline
        )

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs whose workers are at work."""
        with self._lock:
            return tuple(job for job in self._jobs.values() if job.end is None)

    def job(self, run_id: str) -> Job | None:
        """Return the latest job of a run, at work or ended; None if this manager started none."""
        with self._lock:
            return self._jobs.get(run_id)

    def room_for(self, role: str, config: Mapping[str, Any]) -> Grant:
        """Say whether one more job fits beside those at work; starting it is the caller's choice.

        May take a tenth of a second where there is a graphics card. When the need or the device
        cannot tell, nothing stands in the way.

        Args:
            role: As for `start`.
            config: As for `start`.
        """
        device = _device(config)
        need, free = need_mib(role, config, device=device), free_memory_mib(device)
        if need is None or free is None:
            return Grant(advice=Advice.BOTH)
        # A worker that still loads has not taken what it will need: it is not free any more.
        held = self.lease.holders(device)
        coming = sum(held.get(job.run.id, 0) for job in self.jobs if job.state in _LOADING)
        return self.lease.ask(device, int(need * MIB), max(0, int(free * MIB) - coming))

    def start(
        self,
        role: str,
        config: Mapping[str, Any],
        *,
        inputs: Iterable[Any] = (),
        listener: Listener | None = None,
        sink: RunSink | None = None,
        scratch: Path | None = None,
    ) -> Job:
        """Make a run folder and start its worker.

        Args:
            role: train, generate, evaluate or chat.
            config: What `config.json` holds besides role, id and time: the settings of the role
                under "config", and "method" for training.
            inputs: Problems and labels to freeze with the run, one JSON value each.
            listener: Told about each event at once, on a background thread.
            sink: Told instead of the manager's own.
            scratch: Where the run folder is made instead of the data folder, for work that leaves
                nothing behind; the worker still finds models and environments in the data folder.

        Raises:
            NoSpaceError: If the disk is full; nothing stays behind.
            OSError: If the worker cannot be started.
        """
        run = create_run(scratch or self.data, role, config, inputs=inputs)
        return self._begin(run, Audience(sink=sink or self._sink, listener=listener))

    def resume(
        self,
        run_id: str,
        *,
        listener: Listener | None = None,
        sink: RunSink | None = None,
        hint: Mapping[str, Any] | None = None,
    ) -> Job:
        """Start a worker again in the folder of a run that stopped.

        Args:
            run_id: Which run.
            listener: Told about each event at once, on a background thread.
            sink: Told instead of the manager's own.
            hint: What to lower first (`RunEnd.hint`): "try again with less" goes on from the last
                checkpoint. The run's configuration is changed for good.

        Raises:
            UnknownNameError: If there is no such run.
            InputError: If it is finished, or a worker is still at work in it.
            NoSpaceError: If the disk is too full to write the changed configuration.
        """
        run = find_run(self.data, run_id)
        if is_at_work(run.folder):
            raise InputError(f"Run {run_id} is still at work; wait for it or cancel it")
        if how_it_ended(run.folder).state is RunState.FINISHED:
            raise InputError(f"Run {run_id} is finished; there is nothing to resume")
        if end_of_folder(run.folder) is None:  # nobody witnessed the end: the sink may lack events
            tell_events(run, sink or self._sink)
        if hint and lowered(hint):
            run = dataclasses.replace(run, config=with_hint(run.config, hint))
            write_json(run.folder / CONFIG_FILE, run.config)
        (run.folder / END_FILE).unlink(missing_ok=True)
        last = last_event(run.folder)
        known = 0 if last is None else last.seq
        audience = Audience(sink=sink or self._sink, listener=listener, known_seq=known)
        return self._begin(run, audience)

    def recover(self) -> list[Recovered]:
        """Find runs whose worker is gone without a last word, and tell the sink their whole story.

        Call it once, before anything is started.
        """
        return recover(self.data, self._sink)

    def close(self, timeout_s: float = CLOSE_S) -> None:
        """Suspend what is still at work, and kill what does not leave in time."""
        for job in self.jobs:
            job.suspend()
        for job in self.jobs:
            if job.wait(timeout_s) is None:
                job.kill()
                job.wait(timeout_s)

    def _begin(self, run: Run, audience: Audience) -> Job:
        audience.sink.run_started(run)
        device = _device(run.config)
        need = need_mib(run.role, run.config, device=device) or 0.0
        worker = start_worker(run.folder, self._launch)
        self.lease.take(device, run.id, int(need * MIB))
        returned = functools.partial(self.lease.give_back, run.id)
        job = Job(run, worker, dataclasses.replace(audience, at_end=returned))
        with self._lock:
            self._jobs[run.id] = job
        return job


def _device(config: Mapping[str, Any]) -> str:
    settings = config.get("config")
    wanted = settings.get("device", "auto") if isinstance(settings, Mapping) else "auto"
    return device_for(str(wanted))


_LOADING = frozenset({RunState.STARTING, RunState.LOADING})
