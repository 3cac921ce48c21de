import itertools
from collections.abc import Sequence

import pytest

from o1desk.core.backend import Completion, Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled
from o1desk.core.split import split_of
from o1desk.core.stats import wilson
from o1desk.core.types import Message
from o1desk.environments import catalog
from o1desk.training.starter.chat import LIMIT
from o1desk.training.starter.evaluate import HABITS, TALK, Exam, measure
from o1desk.training.starter.tokenizer import render

EXAM = Exam(problems=12, families=("chain_sum", "gcd"), levels=("easy", "medium"), batch=8)


class Scripted:
    """A backend that is right when careful, wrong when quick, and alternates when free."""

    def __init__(self) -> None:
        self.prompts: list[str] = []
        self.sampling: list[Sampling] = []
        self.answers = {
            render([("user", problem.prompt)], thinking=True): problem.answer
            for family in EXAM.families
            for level in EXAM.levels
            for problem in catalog.get(family).problems(12, level, EXAM.seed, "heldout")
        }
        self.turn = itertools.count()

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        return render([(m.role, m.content) for m in messages], thinking=thinking)

    def generate(
        self, prompts: Sequence[str], sampling: Sampling, *, n: int = 1, control=None
    ) -> list[list[Completion]]:
        self.prompts += prompts
        self.sampling.append(sampling)
        return [[self.complete(prompt)] for prompt in prompts]

    def complete(self, prompt: str) -> Completion:
        head, begun = prompt.split("<think>\n")
        answer = self.answers.get(f"{head}<think>\n", "")
        if not answer:
            return Completion(text=f"No.\n</think>\n\n{LIMIT}", token_ids=(1,))
        opening = begun or ("Carefully:", "Quickly:")[next(self.turn) % 2]
        if opening == "Quickly:":
            text, finish = "Quickly: I go on and on", "length"
        else:
            text, finish = f"Carefully:\n1\n</think>\n\n{answer}", "stop"
        return Completion(text=text.removeprefix(begun), token_ids=(1, 2, 3), finish=finish)


@pytest.fixture(scope="module")
def backend() -> Scripted:
    return Scripted()


@pytest.fixture(scope="module")
def measured(backend: Scripted):
    return measure(backend, EXAM, NullControl())


def test_every_problem_is_asked_once_in_every_habit(measured):
    asked = {
        habit: [(j.problem.level, j.problem.key) for j in measured.judged if j.habit == habit]
        for habit in HABITS
    }
    assert asked["mix"] == asked["careful"] == asked["quick"]
    assert len(set(asked["mix"])) == len(asked["mix"]) == 48


def test_only_held_out_problems_are_asked(measured):
    assert {split_of(j.problem) for j in measured.judged} == {"heldout"}


def test_the_habit_is_forced_by_the_first_word_of_the_thinking(backend: Scripted, measured):
    ends = ["<think>\n", "<think>\nCarefully:", "<think>\nQuickly:"]
    counts = [sum(prompt.endswith(end) for prompt in backend.prompts) for end in ends]
    assert counts == [48 + len(TALK), 48, 48]


def test_figures_count_right_careful_and_cut_answers(measured):
    careful = measured.figure("careful", "easy", ["gcd"])
    assert (careful.n, careful.correct, careful.careful, careful.truncated) == (12, 12, 12, 0)
    quick = measured.figure("quick", "easy", ["gcd"])
    assert (quick.n, quick.correct, quick.careful, quick.truncated) == (12, 0, 0, 12)
    mix = measured.figure("mix", "easy", EXAM.families)
    assert (mix.n, mix.correct, mix.careful) == (24, 12, 12)
    assert mix.ci95 == wilson(12, 24)
    assert mix.tokens_mean == 3.0


def test_an_average_counts_families_alike_and_leaves_out_the_unasked(measured):
    assert measured.average("careful", "easy", ["chain_sum", "gcd", "products"]) == 1.0
    assert measured.average("quick", "easy", EXAM.families) == 0.0
    assert measured.average("mix", "hard", EXAM.families) == 0.0


def test_problems_are_sampled_with_distinct_seeds_and_small_talk_is_greedy(
    backend: Scripted, measured
):
    *problems, talk = backend.sampling
    assert {s.temperature for s in problems} == {1.0}
    assert len({s.seed for s in problems}) == len(problems)
    assert talk.temperature == 0.0


def test_small_talk_is_kept_without_its_thinking(measured):
    assert list(measured.talk) == list(TALK)
    assert set(measured.talk.values()) == {LIMIT}


def test_a_cancel_ends_the_measurement(backend: Scripted):
    def stop(phase: str, done: int, total: int) -> None:
        if done:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        measure(backend, EXAM, NullControl(stop))
