"""Accuracy on held-out problems: what counts, what it costs, and the printed shape."""

import json

import pytest

from o1desk.core.backend import Sampling
from o1desk.core.configs import MixPart
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError
from o1desk.core.registry import find
from o1desk.core.stats import wilson
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.inference.evaluate import evaluate, heldout_problems
from o1desk.models.fake import FakeBackend, FakeOptions


def problem(number: int, environment: str = "sums") -> Problem:
    return Problem(environment=environment, level="easy", prompt=str(number), answer=str(number))


def total(number: int) -> Problem:
    return Problem(
        environment="sums", level="easy", prompt=f"{number} + 1 =", answer=str(number + 1)
    )


class Recorder(FakeBackend):
    """The stand-in model, right every second time, and what it was asked."""

    def __init__(self) -> None:
        super().__init__("fake", FakeOptions(accuracy=0.5))
        self.asked = []

    def generate(self, prompts, sampling, *, n=1, control=None):
        self.asked.append((list(prompts), sampling.seed))
        return super().generate(prompts, sampling, n=n, control=control)


def check(problem: Problem, answer: str) -> Verdict:
    if problem.answer == "13":
        return Verdict(judgement=Judgement.GOLD_BAD, score=0.0, method="test")
    right = answer == problem.answer
    judgement = Judgement.CORRECT if right else Judgement.INCORRECT
    return Verdict(judgement=judgement, score=float(right), method="test")


def measure(backend, problems, *, strategy="single", control=None, **settings):
    chosen = find("strategy", strategy).factory(**settings)
    return evaluate(backend, problems, check, chosen, Sampling(), control or NullControl())


def half_right(question: str, number: int) -> str:
    return f"Hm.\n</think>{question if int(question) % 2 == 0 else 'no'}"


def test_accuracy_is_the_share_of_correct_answers_with_its_interval(scripted):
    result = measure(scripted(half_right), [problem(n) for n in range(10)])
    assert (result.pass_at_1, result.n) == (0.5, 10)
    assert result.ci95 == wilson(5, 10)
    assert [s.verdict.is_correct for s in result.samples] == [True, False] * 5


def test_environments_are_told_apart(scripted):
    problems = [problem(n, "even" if n % 2 == 0 else "odd") for n in range(10)]
    scores = measure(scripted(half_right), problems).by_environment
    assert {name: (s.pass_at_1, s.n) for name, s in scores.items()} == {
        "even": (1.0, 5),
        "odd": (0.0, 5),
    }


def test_a_broken_reference_answer_does_not_count(scripted):
    result = measure(scripted(half_right), [problem(12), problem(13)])
    assert (result.n, result.excluded, result.pass_at_1) == (1, 1, 1.0)
    assert len(result.samples) == 2


def test_no_answer_is_wrong_without_asking_the_checker(scripted):
    result = measure(scripted("Hm.\n</think>"), [problem(1)])
    [sample] = result.samples
    assert sample.verdict.method == "empty"


def test_a_vote_is_charged_for_all_its_chains(scripted):
    one = measure(scripted(half_right), [problem(2)])
    five = measure(scripted(half_right), [problem(2)], strategy="vote", k=5)
    assert five.strategy == "vote"
    assert five.tokens_thinking_mean == 5 * one.tokens_thinking_mean
    assert five.tokens_answer_mean == 5 * one.tokens_answer_mean


def test_cut_answers_are_counted(scripted):
    chosen = find("strategy", "single").factory()
    backend = scripted("x" * 30)
    short = Sampling(max_new_tokens=4)
    result = evaluate(backend, [problem(1)], check, chosen, short, NullControl())
    assert result.truncated_share == 1.0
    assert result.samples[0].tokens_thinking == 4


def test_the_printed_shape_is_that_of_the_command_line(scripted):
    value = json.loads(json.dumps(measure(scripted(half_right), [problem(2)]).to_json()))
    assert {
        "pass_at_1", "ci95", "n", "by_environment", "tokens_thinking_mean", "tokens_answer_mean",
        "strategy",
    } <= value.keys()  # fmt: skip
    assert value["by_environment"] == {"sums": {"pass_at_1": 1.0, "n": 1}}
    assert value["strategy"] == "single"


def test_samples_name_model_and_adapter(scripted):
    [sample] = measure(scripted(half_right), [problem(2)]).samples
    assert (sample.model, sample.adapter, sample.origin) == ("scripted", "run:4", "model")


def test_a_model_in_a_folder_with_an_at_sign_is_named_whole(scripted, tmp_path):
    folder = tmp_path / "m@v2"
    folder.mkdir()
    backend = scripted(half_right, name=f"{folder}@run:4")
    [sample] = measure(backend, [problem(2)]).samples
    assert (sample.model, sample.adapter) == (str(folder), "run:4")


def test_progress_is_told_in_problems_and_a_stop_stops(scripted):
    seen = []

    def watch(phase: str, done: int, total: int) -> None:
        seen.append((phase, done, total))
        if len(seen) == 2:
            raise Cancelled("stopped")

    problems = [problem(n) for n in range(200)]
    with pytest.raises(Cancelled):
        measure(scripted(half_right), problems, control=NullControl(stop_when=watch))
    assert seen == [("evaluate", 0, 200), ("evaluate", 64, 200)]


@pytest.mark.parametrize("kept", [0, 64, 70, 128, 150])
@pytest.mark.parametrize("strategy", ["single", "vote"])
def test_an_evaluation_that_goes_on_finds_what_one_attempt_finds(kept, strategy):
    problems = [total(n) for n in range(150)]
    sampling = Sampling(seed=7)
    think = find("strategy", strategy).factory()
    whole, rest = Recorder(), Recorder()
    straight = evaluate(whole, problems, check, think, sampling, NullControl())
    written = []
    resumed = evaluate(
        rest, problems, check, think, sampling, NullControl(),
        done=straight.samples[:kept], keep=written.append,
    )  # fmt: skip

    assert (*straight.samples[:kept], *written) == resumed.samples == straight.samples
    clock = {"seconds": 0.0, "tokens_per_s": 0.0}
    assert resumed.to_json() | clock == straight.to_json() | clock
    assert 0 < straight.correct < 150
    left = 0 if kept == 150 else 150 - kept // 64 * 64  # a chunk kept in part is drawn again
    assert sum(len(prompts) for prompts, _ in rest.asked) == left
    assert rest.asked == whole.asked[len(whole.asked) - len(rest.asked) :]


def test_what_a_stopped_evaluation_answered_was_kept(scripted):
    written = []

    def stop(phase: str, done: int, total: int) -> None:
        if done == 64:
            raise Cancelled("stopped")

    chosen = find("strategy", "single").factory()
    problems = [problem(n) for n in range(100)]
    with pytest.raises(Cancelled):
        evaluate(
            scripted(half_right), problems, check, chosen, Sampling(), NullControl(stop),
            keep=written.append,
        )  # fmt: skip
    assert [sample.problem for sample in written] == problems[:64]


def test_no_problem_at_all_is_no_accuracy(scripted):
    result = measure(scripted(half_right), [])
    assert (result.n, result.pass_at_1, result.ci95) == (0, 0.0, (0.0, 1.0))


class Numbers:
    """An environment of the numbers below a limit."""

    def __init__(self, name: str, limit: int) -> None:
        self.name, self.limit = name, limit

    def problems(self, count, level, seed, split="train"):
        assert split == "heldout"
        return [problem(n, self.name) for n in range(min(count, self.limit))]


def test_held_out_problems_are_balanced_over_the_mix():
    mix = [MixPart(environment="a"), MixPart(environment="b")]
    found = heldout_problems(mix, 10, 0, lambda name: Numbers(name, 99))
    assert [p.environment for p in found] == ["a", "b"] * 5


def test_an_environment_without_held_out_problems_is_told():
    with pytest.raises(InputError, match="no held-out problems in a"):
        heldout_problems([MixPart(environment="a")], 10, 0, lambda name: Numbers(name, 0))
