"""A generation run: order, resume, what is known already, and bad configurations."""

import pytest

from o1desk.core.configs import GenerateConfig, MixPart
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError, UnknownNameError
from o1desk.core.split import split_of
from o1desk.generation.funnel import Funnel
from o1desk.generation.run import generate, start_after

MIX = (MixPart(environment="chain_sum", level="easy"),)


def run(sums, control=None, backend=None, funnel=None, skip=(), start=0, **settings):
    config = GenerateConfig(**{"environments": MIX, "count": 10, **settings})
    return generate(
        config,
        get_environment=sums,
        backend=backend,
        control=control or NullControl(),
        skip=skip,
        start=start,
        funnel=funnel,
    )


def test_problems_are_of_the_training_split_and_distinct(sums):
    samples = list(run(sums))
    assert len({sample.problem.key for sample in samples}) == 10
    assert {split_of(sample.problem) for sample in samples} == {"train"}


def test_a_resumed_run_makes_the_rest_and_repeats_nothing(sums):
    whole = list(run(sums, habit="mixed"))
    first = list(run(sums, habit="mixed"))[:4]
    config = GenerateConfig(environments=MIX, count=10, habit="mixed")
    start = start_after(config, {s.problem.key for s in first}, sums)
    assert start == 4
    assert first + list(run(sums, habit="mixed", start=start)) == whole


def test_nothing_done_starts_at_the_beginning(sums):
    config = GenerateConfig(environments=MIX, count=10)
    assert start_after(config, set(), sums) == 0


def test_known_problems_are_not_tried_again(sums):
    known = {sample.problem.key for sample in list(run(sums))[:3]}
    funnel = Funnel()
    samples = list(run(sums, skip=known, funnel=funnel))
    assert len(samples) == 7
    assert funnel.to_json()["rejected"] == [{"reason": "problem already known", "count": 3}]
    assert funnel.generated == 10


def test_progress_is_told_in_problems(sums, model):
    seen = []
    control = NullControl(stop_when=lambda *report: seen.append(report))
    list(run(sums, control, model(["</think>="]), source="model", attempts=3, count=4))
    assert [r for r in seen if r[0] == "generate"] == [("generate", n, 4) for n in range(5)]


def test_a_dry_environment_ends_the_run_at_what_there_is(sums):
    seen = []
    control = NullControl(stop_when=lambda *report: seen.append(report))
    config = GenerateConfig(environments=MIX, count=500)
    samples = list(
        generate(config, get_environment=lambda name: sums(name, 20), backend=None, control=control)
    )
    assert 0 < len(samples) <= 20
    assert seen[-1] == ("generate", len(samples), len(samples))


def test_a_stop_comes_between_problems(sums, model):
    def stop(phase: str, done: int, total: int) -> None:
        if done == 2:
            raise Cancelled("stopped")

    backend = model(["a</think>=", "b</think>=", "c</think>="])
    running = run(sums, NullControl(stop_when=stop), backend, source="model", attempts=3)
    samples = [next(running) for _ in range(6)]
    with pytest.raises(Cancelled):
        next(running)
    assert len({sample.problem.key for sample in samples}) == 2


def test_mistakes_are_found_before_the_first_sample(sums):
    with pytest.raises(InputError, match="No environment was named"):
        run(sums, environments=())
    with pytest.raises(UnknownNameError, match="no source called 'solvr'; did you mean 'solver'"):
        run(sums, source="solvr")
    with pytest.raises(InputError, match="needs a model"):
        run(sums, source="model")
    with pytest.raises(InputError, match="above 0"):
        run(sums, environments=(MixPart(environment="chain_sum", weight=0.0),))
