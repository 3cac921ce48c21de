"""Makes samples and keeps each as soon as it is finished."""

from typing import Any

from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig
from o1desk.worker.backends import backend_for
from o1desk.worker.job import Job
from o1desk.worker.samples import SampleLog

LIVE: tuple[str, ...] = ()
UNAIDED = frozenset({"solver"})  # sources that need no model


def run(job: Job) -> dict[str, Any]:
    """Write samples until the wanted number of problems was tried.

    A resumed run goes on at the next problem; what is in the file stays and is not made again.

    Raises:
        InputError: For a configuration that does not fit.
        Cancelled: When the user stopped it; every finished sample is kept.
    """
    config = from_json(GenerateConfig, job.settings)
    from o1desk.generation.run import generate

    backend = None if config.source in UNAIDED else backend_for(job, config)
    log = SampleLog(job.folder, job.control)
    job.control.enter("running")
    try:
        for sample in generate(config, job.folder, job.control, backend):
            log.append(sample)
    finally:
        log.close()
        if backend is not None:
            backend.close()
    return {"samples": log.count}
