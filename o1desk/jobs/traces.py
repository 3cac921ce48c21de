"""Solver traces for fine-tuning without a data set, made by a worker that leaves nothing behind.

The library behind the environments takes seconds to load, which no thread of the window should
spend; a worker makes the samples, and they are frozen with the run as its inputs.
"""

import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from o1desk.core.config_json import from_json
from o1desk.core.configs import SftConfig
from o1desk.core.events import Event
from o1desk.core.files import read_lines
from o1desk.core.runs import SAMPLES_FILE
from o1desk.jobs.manager import Manager, NoSink
from o1desk.jobs.run import run_job

MOST_TRACES = 5000


def solver_traces(
    manager: Manager,
    config: Mapping[str, Any],
    *,
    count: int | None = None,
    on_event: Callable[[Event], None] | None = None,
    stop: threading.Event | None = None,
) -> list[dict[str, Any]]:
    """Return samples that the solvers write for the mix of a fine-tuning run; waits for them.

    Args:
        manager: Starts the worker.
        config: Settings of the run, plain JSON values (`SftConfig`).
        count: How many; None takes one epoch of the run, at most 5,000.
        on_event: Called with each event on the calling thread.
        stop: Set by another thread to give up.

    Raises:
        InputError: If the mix is empty or names something unknown.
        Cancelled: After `stop`.
    """
    sft = from_json(SftConfig, config)
    plan = {
        "source": "solver",
        "environments": list(config.get("environments") or ()),
        "count": count or min(sft.steps * sft.batch_size, MOST_TRACES),
        "seed": sft.seed,
    }
    with tempfile.TemporaryDirectory(prefix="o1desk-", ignore_cleanup_errors=True) as folder:
        outcome = run_job(
            manager,
            "generate",
            {"config": plan},
            on_event=on_event,
            sink=NoSink(),
            stop=stop,
            scratch=Path(folder),
        )
        outcome.raise_unless_finished()
        return list(read_lines(outcome.folder / SAMPLES_FILE))
