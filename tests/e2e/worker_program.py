"""The real worker with two additions for tests: a light environment, and a role that misbehaves.

The environment makes sums without loading reasoning-gym. The role prints where it should not,
crashes, eats memory or starts a child, as its configuration says. It is called "misbehave", or
what MISBEHAVE_AS says.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from o1desk.core.errors import InputError, OutOfMemoryError
from o1desk.core.events import Log
from o1desk.core.split import split_of
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.environments import catalog
from o1desk.generation import model
from o1desk.worker import roles
from o1desk.worker.job import Job
from o1desk.worker.main import main


class Sums:
    """a + b = ?, as many as anybody wants."""

    name = "sums"

    def problems(
        self, count: int, level: str, seed: int, split: str = "train"
    ) -> Iterator[Problem]:
        found, number = 0, 0
        while found < count:
            first, second = number % 97 + seed, number // 97 + 2
            problem = Problem(
                environment="sums",
                level=level,
                prompt=f"{first} + {second} =",
                answer=str(first + second),
            )
            number += 1
            if split_of(problem) == split:
                found += 1
                yield problem

    def check(self, problem: Problem, answer: str) -> Verdict:
        right = answer.strip() == problem.answer
        judgement = Judgement.CORRECT if right else Judgement.INCORRECT
        return Verdict(judgement=judgement, score=float(right), method="sum")


def misbehave(job: Job) -> dict[str, Any]:
    what = str(job.settings["do"])
    job.control.enter("running")
    if what == "print":
        print("from Python", flush=True)  # noqa: T201 - printing is the misbehaviour
        sys.__stdout__.write("from the original stdout\n")
        ctypes.CDLL(None).puts(b"from C")
        os.write(1, b"straight to the descriptor\n")
        subprocess.run(["echo", "from a child"], check=True)
        job.control.emit(Log(level="info", text=repr(sys.stdin.read())))
    elif what == "child":
        subprocess.Popen(["sleep", "300"])
    elif what == "fork" and os.fork() == 0:
        time.sleep(300)
    FAULTS.get(what, lambda: None)()
    for done in range(int(job.settings.get("ticks", 0))):
        job.control.tick("wait", done, int(job.settings["ticks"]))
        time.sleep(0.01)
    return {"did": what, "live": job.control.setting("temperature", 1.0)}


def segfault() -> None:
    ctypes.string_at(0)


def stuck() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(300)


def greedy() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    bytearray(2**31)


def deep_bug() -> None:
    raise ZeroDivisionError("a bug")


def bad_input() -> None:
    raise InputError("The problems are no problems; nothing was written")


def no_memory() -> None:
    raise MemoryError


def no_device_memory() -> None:
    raise OutOfMemoryError("The device is full", {"micro_tokens": 64})


FAULTS = {
    "segfault": segfault,
    "abort": os.abort,
    "stuck": stuck,
    "greedy": greedy,
    "bug": deep_bug,
    "bad_input": bad_input,
    "no_memory": no_memory,
    "no_device_memory": no_device_memory,
    "leave": lambda: os._exit(0),
    "wait": lambda: None,
}

if __name__ == "__main__":
    known = catalog.get
    catalog.get = lambda name, *rest, **more: (
        Sums() if name == "sums" else known(name, *rest, **more)
    )
    model.ROWS = 2  # few answers in flight, so that kills fall between finished ones
    module = types.ModuleType("misbehave")
    module.run, module.LIVE = misbehave, ("temperature",)
    sys.modules["misbehave"] = module
    roles.MODULES[os.environ.get("MISBEHAVE_AS", "misbehave")] = "misbehave"
    code = main(sys.argv[1:])
    with contextlib.suppress(OSError):  # some tests fill the disk, or take the folder away
        Path(sys.argv[1], "modules.txt").write_text("\n".join(sys.modules), encoding="utf-8")
    sys.exit(code)
