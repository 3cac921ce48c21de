"""The side of `child.Child` that runs in the child: limits, then question after question.

One JSON line in, one JSON line out. Libraries may print what they like; the channel of answers is
not their standard output. When the parent vanishes the pipe closes and the child leaves; while it
is busy, a watchdog in C ends it soon after its limit.
"""

import contextlib
import faulthandler
import importlib
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

_GRACE_S = 5.0


def serve(module: str, memory_bytes: int) -> None:
    """Answer until the parent closes the pipe."""
    channel = os.fdopen(os.dup(1), "w", encoding="ascii")
    void = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lives as long as we do
    os.dup2(void.fileno(), 1)
    sys.stdout = sys.stderr = void
    _limit(memory_bytes)
    program = importlib.import_module(module)
    program.prepare()
    _say(channel, {"ready": True})
    for line in iter(sys.stdin.buffer.readline, b""):
        request = json.loads(line)
        faulthandler.dump_traceback_later(request["limit_s"] + _GRACE_S, exit=True, file=void)
        try:
            reply = program.answer(request)
        except Exception as error:  # noqa: BLE001 - whatever it was, the parent is told
            reply = {"error": f"{type(error).__name__}: {str(error)[:300]}"}
        faulthandler.cancel_dump_traceback_later()
        _say(channel, reply)


def _say(channel: IO[str], reply: Any) -> None:
    channel.write(json.dumps(reply) + "\n")
    channel.flush()


def _limit(memory_bytes: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
