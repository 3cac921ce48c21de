"""Measures accuracy on held-out problems, and how votes over several chains raise it."""

import functools
from typing import Any

from o1desk.core.backend import Sampling
from o1desk.core.config_json import from_json
from o1desk.core.configs import EvaluateConfig
from o1desk.core.events import Result
from o1desk.core.files import read_lines
from o1desk.core.registry import make
from o1desk.core.runs import INPUTS_FILE
from o1desk.core.samples_io import problem_from_json
from o1desk.core.types import Problem, Verdict
from o1desk.environments import catalog
from o1desk.inference.curve import KS, vote_curve
from o1desk.inference.evaluate import Check, evaluate, heldout_problems
from o1desk.worker.backends import backend_for
from o1desk.worker.job import Job
from o1desk.worker.samples import SampleLog

LIVE: tuple[str, ...] = ()


def run(job: Job) -> dict[str, Any]:
    """Answer every problem, write the judged samples, and report the rates in a result event.

    An interrupted evaluation is made again from its start: a rate over half of the problems would
    be the rate of another question. Samples that are in the file already are not written twice.

    Raises:
        InputError: For a configuration that does not fit, or no held-out problems.
        Cancelled: When the user stopped it.
    """
    config = from_json(EvaluateConfig, job.settings)
    strategy = make("strategy", config.strategy, config.strategy_settings)
    problems = _problems(job, config)
    log, check = SampleLog(job.folder, job.control), checker()
    backend = backend_for(job, config)
    job.control.enter("running")
    try:
        found = evaluate(backend, problems, check, strategy, sampling_of(config), job.control)
        for sample in found.samples[log.count :]:
            log.append(sample)
        value = found.to_json()
        if config.vote_chains > 1:
            asked = problems[: config.vote_count]
            sizes = [k for k in KS if k <= config.vote_chains]
            curve = vote_curve(backend, asked, check, sizes, sampling_of(config), job.control)
            value["vote_curve"] = [point.to_json() for point in curve]
    finally:
        log.close()
        backend.close()
    job.control.emit(Result(id=0, value=value))
    return {"pass_at_1": value["pass_at_1"], "ci95": value["ci95"], "n": value["n"]}


def sampling_of(config: EvaluateConfig) -> Sampling:
    """Return how to draw."""
    return Sampling(
        max_new_tokens=config.max_new_tokens, temperature=config.temperature, seed=config.seed
    )


def _problems(job: Job, config: EvaluateConfig) -> list[Problem]:
    """Return the problems frozen with the run, or the held-out ones of the mix."""
    frozen = [problem_from_json(line) for line in read_lines(job.folder / INPUTS_FILE)]
    if frozen:
        return frozen
    return heldout_problems(config.environments, config.count, config.seed, catalog.get)


def checker() -> Check:
    """Return who judges answers; it keeps each environment, because scorers are slow to make."""
    environment = functools.cache(catalog.get)

    def check(problem: Problem, answer: str) -> Verdict:
        return environment(problem.environment).check(problem, answer)

    return check
