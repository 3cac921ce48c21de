"""Making samples: problems from environments, answers from a source, and the funnel between.

The order of the problems depends on the configuration alone, so a run that stopped goes on at the
problem it had come to.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice

from o1desk.core.backend import Backend
from o1desk.core.configs import GenerateConfig
from o1desk.core.control import Control
from o1desk.core.leaves import Environment, Source
from o1desk.core.mix import mixed_problems
from o1desk.core.registry import find
from o1desk.core.types import Problem, Sample, Verdict
from o1desk.generation.funnel import Funnel


def generate(  # noqa: PLR0913 - what a run needs, each from another room
    config: GenerateConfig,
    *,
    get_environment: Callable[[str], Environment],
    backend: Backend | None,
    control: Control,
    skip: Container[str] = (),
    start: int = 0,
    funnel: Funnel | None = None,
) -> Iterator[Sample]:
    """Yield the samples of a run that are kept, in the order of their problems.

    Everything that can be wrong with the configuration is found before the first sample.

    Args:
        config: What to make.
        get_environment: Finds an environment by name.
        backend: The model; None for sources that need none.
        control: Hears the progress, phase "generate", in problems.
        skip: Keys of problems that have their samples already; they are not tried.
        start: Problems at the beginning that an earlier attempt of this run finished.
        funnel: Counts what became of the samples; give one to read it afterwards.

    Raises:
        InputError: If the mix is empty, the source needs a model and has none, or knows no way to
            solve an environment's problems.
        UnknownNameError: If the source, an environment or a level is unknown.
        Cancelled: From the iterator, when the user stopped it.
    """
    funnel = funnel if funnel is not None else Funnel()
    funnel.keep = config.keep
    judge = _Judge(get_environment)
    source: Source = find("source", config.source).factory(check=judge)
    problems = islice(
        mixed_problems(config.environments, config.count, config.seed, get_environment),
        start,
        None,
    )
    samples = source.run(config, _wanted(problems, skip, funnel), backend=backend, control=control)
    return _kept(samples, funnel, control, start, config.count)


def start_after(
    config: GenerateConfig, done: Container[str], get_environment: Callable[[str], Environment]
) -> int:
    """Return where a stopped run goes on: after the last problem that has a sample.

    Problems before it that have none were tried and rejected; they are not tried again.

    Args:
        config: The configuration of the run, unchanged.
        done: Keys of the problems that have samples.
        get_environment: Finds an environment by name.
    """
    problems = mixed_problems(config.environments, config.count, config.seed, get_environment)
    places = (place for place, problem in enumerate(problems, start=1) if problem.key in done)
    return max(places, default=0)


class _Judge:
    """Checks an answer in the environment that made the problem, as the run names it."""

    def __init__(self, get_environment: Callable[[str], Environment]) -> None:
        self._get = get_environment
        self._known: dict[str, Environment] = {}

    def __call__(self, problem: Problem, answer: str) -> Verdict:
        name = problem.environment
        if name not in self._known:
            self._known[name] = self._get(name)
        return self._known[name].check(problem, answer)


def _wanted(problems: Iterable[Problem], skip: Container[str], funnel: Funnel) -> Iterator[Problem]:
    for problem in problems:
        funnel.tried += 1
        if problem.key in skip:
            funnel.skip_known()
        else:
            yield problem


def _kept(
    samples: Iterable[Sample], funnel: Funnel, control: Control, start: int, total: int
) -> Iterator[Sample]:
    """Yield what the funnel admits; a stop comes between two problems, never inside one."""
    finished, current = -1, ""
    for sample in samples:
        if sample.problem.key != current:
            finished, current = finished + 1, sample.problem.key
            control.tick("generate", min(start + finished, total), total)
        if funnel.admit(sample):
            yield sample
    done = start + funnel.tried  # fewer than asked for when the environments have no more
    control.tick("generate", done, done)
