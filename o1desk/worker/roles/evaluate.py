"""Measures accuracy on held-out problems, and how votes over several chains raise it."""

import functools
import hashlib
import json
from collections.abc import Sequence
from itertools import islice
from typing import Any

from o1desk.core.backend import Sampling
from o1desk.core.config_json import from_json, to_json
from o1desk.core.configs import EvaluateConfig
from o1desk.core.events import Result
from o1desk.core.files import line_of, read_lines, write_json
from o1desk.core.registry import make
from o1desk.core.runs import INPUTS_FILE
from o1desk.core.samples_io import problem_from_json
from o1desk.core.types import Problem, Sample, Verdict
from o1desk.environments import catalog
from o1desk.inference.curve import KS, vote_curve
from o1desk.inference.evaluate import Check, evaluate, heldout_problems
from o1desk.worker.backends import backend_for
from o1desk.worker.job import Job
from o1desk.worker.samples import SampleLog

LIVE: tuple[str, ...] = ()
ASKED_FILE = "asked.json"  # what the samples of the file were asked, and where they begin


def run(job: Job) -> dict[str, Any]:
    """Answer every problem, write the judged samples, and report the rates in a result event.

    The samples of a chunk are written as soon as it is answered, so that a resumed evaluation goes
    on after them and finds the same rates. A rate is told only over all of the problems. The vote
    curve, whose chains are not kept, is measured again.

    Raises:
        InputError: For a configuration that does not fit, or no held-out problems.
        Cancelled: When the user stopped it.
    """
    config = from_json(EvaluateConfig, job.settings)
    strategy = make("strategy", config.strategy, config.strategy_settings)
    problems = _problems(job, config)
    log, check = SampleLog(job.folder, job.control), checker()
    done = _done(job, log, config, problems)
    backend = backend_for(job, config)
    job.control.enter("running")
    try:
        found = evaluate(
            backend,
            problems,
            check,
            strategy,
            sampling_of(config),
            job.control,
            done=done,
            keep=log.append,
        )
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


def _done(
    job: Job, log: SampleLog, config: EvaluateConfig, problems: Sequence[Problem]
) -> list[Sample]:
    """Return the samples that an earlier attempt at this very measurement wrote.

    "Try again with less" changes the settings, and an imported set may have changed: rates of two
    questions are not mixed, so everything is then asked anew, after the samples that are there.
    """
    asked = line_of({"settings": to_json(config), "problems": [each.key for each in problems]})
    digest = hashlib.sha256(asked.encode()).hexdigest()
    path = job.folder / ASKED_FILE
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if known.get("sha256") == digest:
        return list(islice(log.samples(), known["after"], None))
    write_json(path, {"sha256": digest, "after": log.count})
    return []


def checker() -> Check:
    """Return who judges answers; it keeps each environment, because scorers are slow to make."""
    environment = functools.cache(catalog.get)

    def check(problem: Problem, answer: str) -> Verdict:
        return environment(problem.environment).check(problem, answer)

    return check
