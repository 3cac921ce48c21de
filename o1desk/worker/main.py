"""One run, from the command line to the exit code.

`python -m o1desk worker FOLDER` reads `config.json` of the folder, runs the role it names, and
says what happens on stdout and in `events.jsonl`. Nothing heavy is imported before the role is.
"""

import _thread
import faulthandler
import json
import logging
import os
import platform
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

import o1desk
from o1desk import paths
from o1desk.core.errors import EXIT_DONE, EXIT_INPUT, EXIT_USAGE, InputError, O1DeskError, Suspended
from o1desk.core.events import Done, Event, Hello, Log
from o1desk.core.files import write_json
from o1desk.core.job_configs import settings_of
from o1desk.core.locks import FileLock
from o1desk.core.runs import CONFIG_FILE, CRASH_FILE, EVENTS_FILE, LOCK_FILE, PROCESS_FILE
from o1desk.worker.control import WorkerControl
from o1desk.worker.endings import ending_of
from o1desk.worker.grandchildren import bind_to_this_process
from o1desk.worker.inbox import Inbox, listen
from o1desk.worker.job import Job
from o1desk.worker.outbox import Outbox
from o1desk.worker.roles import role_named
from o1desk.worker.wire import Wire, claim

USAGE = "usage: o1desk worker FOLDER   (a run folder with a config.json)\n"


def main(argv: Sequence[str]) -> int:
    """Run the worker of one run folder; return its exit code."""
    if len(argv) != 1 or argv[0].startswith("-"):
        sys.stderr.write(USAGE)
        return EXIT_USAGE
    wire = claim()
    bind_to_this_process()
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    folder = Path(argv[0]).absolute()
    if not folder.is_dir():
        sys.stderr.write(f"There is no run folder {folder}; nothing was written\n")
        return EXIT_INPUT
    lock = FileLock(folder / LOCK_FILE)
    if not lock.acquire():
        sys.stderr.write(f"Another worker is at work in {folder}; wait for it or stop it\n")
        return EXIT_INPUT
    try:
        return _run(folder, wire)
    finally:
        lock.release()


def _run(folder: Path, wire: Wire) -> int:
    with (folder / CRASH_FILE).open("a", encoding="utf-8") as crash:
        faulthandler.enable(crash)
        is_resumed = (folder / EVENTS_FILE).exists()
        outbox = Outbox(folder, wire)
        control, inbox = _connect(outbox, wire)
        last, code = _work(folder, control, inbox, is_resumed=is_resumed)
        try:
            control.emit(last)
        except (O1DeskError, OSError) as error:  # a full disk: at least the app should hear why
            last, code = ending_of(error, {}, folder=folder)
            control.emit(last)
        outbox.close()
        faulthandler.disable()
    return code


def _connect(outbox: Outbox, wire: Wire) -> tuple[WorkerControl, Inbox]:
    def complain(sentence: str) -> None:
        outbox.emit(Log(level="warning", text=sentence))

    def wake() -> None:
        if control.is_loading:
            _thread.interrupt_main(signal.SIGTERM)

    inbox = Inbox(complain, wake)
    control = WorkerControl(outbox, inbox)

    def on_signal(_number: int, _frame: object) -> None:
        inbox.stop(Suspended)
        if control.is_loading:
            control.check_stop()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
    outbox.emit(Hello(pid=os.getpid(), versions=_versions()))
    listen(wire.commands, inbox)
    return control, inbox


def _work(
    folder: Path, control: WorkerControl, inbox: Inbox, *, is_resumed: bool
) -> tuple[Event, int]:
    settings: dict[str, Any] = {}
    try:
        started = psutil.Process().create_time()
        write_json(folder / PROCESS_FILE, {"pid": os.getpid(), "started": started})
        control.enter("loading")
        config = _config(folder)
        settings = settings_of(str(config.get("role", "")), config)
        role = role_named(str(config.get("role", "")))
        inbox.allow(role.live)
        job = Job(
            folder=folder,
            config=config,
            data=paths.data_dir(),
            control=control,
            inbox=inbox,
            threads=int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1),
            is_resumed=is_resumed,
        )
        summary = role.run(job)
        return Done(outcome="finished", summary=summary), EXIT_DONE
    except BaseException as error:  # noqa: BLE001 - the border: every ending becomes an event
        return ending_of(error, settings, phase=control.phase, folder=folder)


def _config(folder: Path) -> dict[str, Any]:
    path = folder / CONFIG_FILE
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}); nothing was started") from error
    if not isinstance(config, dict) or not isinstance(config.get("config", {}), dict):
        raise InputError(f"{path} must hold one table with role and config; nothing was started")
    return config


def _versions() -> dict[str, str]:
    return {"o1desk": o1desk.__version__, "python": platform.python_version()}
