"""Makes samples and keeps each as soon as it is finished."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from typing_extensions import override

from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig
from o1desk.core.control import Control
from o1desk.core.errors import Cancelled
from o1desk.core.events import Event, Metric
from o1desk.core.types import Sample
from o1desk.environments import catalog
from o1desk.generation.funnel import Funnel
from o1desk.generation.run import generate, start_after
from o1desk.worker.backends import backend_for
from o1desk.worker.job import Job
from o1desk.worker.samples import SampleLog

LIVE: tuple[str, ...] = ()
UNAIDED = frozenset({"solver"})  # sources that need no model
STAGES = ("generated", "parsed", "verified", "new", "kept")
TELL_EVERY_S = 0.4


class FunnelControl(Control):
    """Tells the counts of a funnel beside the progress, a few times a second."""

    def __init__(self, control: Control, funnel: Funnel) -> None:
        """Tell through another control."""
        self._control, self._funnel = control, funnel
        self._told_s = 0.0

    @override
    def tick(self, phase: str, done: int, total: int) -> None:
        if time.monotonic() - self._told_s >= TELL_EVERY_S:
            self.tell()
        self._control.tick(phase, done, total)

    @override
    def emit(self, event: Event) -> None:
        self._control.emit(event)

    @override
    def setting(self, key: str, default: float) -> float:
        return self._control.setting(key, default)

    def tell(self) -> None:
        """Tell the counts now."""
        self._told_s = time.monotonic()
        values = {name: float(getattr(self._funnel, name)) for name in STAGES}
        self._control.emit(Metric(step=self._funnel.generated, values=values))


def run(job: Job) -> dict[str, Any]:
    """Write samples until the wanted number of problems was tried.

    Returns:
        The funnel of this attempt, and the samples of all attempts under "samples".

    Raises:
        InputError: For a configuration that does not fit.
        Cancelled: When the user stopped it; every finished sample is kept.
    """
    config = from_json(GenerateConfig, job.settings)
    backend = None if config.source in UNAIDED else backend_for(job, config)
    log, funnel = SampleLog(job.folder, job.control), Funnel()
    written = list(log.samples())
    start = _start(config, written)
    control = FunnelControl(job.control, funnel)
    job.control.enter("running")
    try:
        samples = generate(
            config,
            get_environment=catalog.get,
            backend=backend,
            control=control,
            start=start,
            funnel=funnel,
        )
        for sample in unwritten(samples, written, config.attempts):
            log.append(sample)
    except Cancelled:
        control.tell()  # a stopped run has no summary that says it
        raise
    finally:
        log.close()
        if backend is not None:
            backend.close()
    return funnel.to_json() | {"samples": log.count}


def _start(config: GenerateConfig, written: list[Sample]) -> int:
    """Return how many problems are surely finished: all but the last that has a sample."""
    done = {sample.problem.key for sample in written}
    return max(0, start_after(config, done, catalog.get) - 1) if done else 0


def unwritten(
    samples: Iterable[Sample], written: Iterable[Sample], attempts: int
) -> Iterator[Sample]:
    """Yield the samples that an interrupted attempt did not write, at most so many per problem.

    The problem that a kill interrupted is tried again from its first attempt, which may bring
    back samples that are in the file already.

    Args:
        samples: What the new attempt makes.
        written: What the file holds.
        attempts: Most samples that one problem may have.
    """
    known = {(sample.problem.key, sample.raw) for sample in written}
    counts = Counter(key for key, _ in known)
    for sample in samples:
        key = sample.problem.key
        if counts[key] < attempts and (key, sample.raw) not in known:
            counts[key] += 1
            yield sample
