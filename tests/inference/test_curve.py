"""Accuracy against the number of chains, all from one set of chains."""

import random
from itertools import permutations

import pytest

from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import InputError
from o1desk.core.stats import majority
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.inference.curve import vote_curve


def problem(name: str) -> Problem:
    return Problem(environment="e", level="easy", prompt=name, answer="1")


class Check:
    """Judges and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, problem: Problem, answer: str) -> Verdict:
        self.asked += 1
        right = answer == problem.answer
        judgement = Judgement.CORRECT if right else Judgement.INCORRECT
        return Verdict(judgement=judgement, score=float(right), method="test")


def curve(scripted, answers: str, ks, names=("p",)):
    backend = scripted([f"Hm.\n</think>{answer}" for answer in answers])
    problems = [problem(name) for name in names]
    return vote_curve(backend, problems, Check(), ks, Sampling(), NullControl())


def test_disjoint_votes_of_one_set_of_chains_are_averaged(scripted):
    by_k = {p.k: p for p in curve(scripted, "11212212", (1, 2, 4, 8))}
    assert by_k[1].accuracy == 4 / 8
    assert by_k[4].accuracy == 1 / 2  # 1121 elects 1, 2212 elects 2
    assert by_k[8].accuracy == 1.0  # four against four, and the 1 came first
    assert by_k[1].pass_at_k == 4 / 8
    assert by_k[8].pass_at_k == 1.0


def test_chains_that_fill_no_whole_vote_are_left_out(scripted):
    by_k = {p.k: p for p in curve(scripted, "11122", (3, 5))}
    assert by_k[3].accuracy == 1.0
    assert by_k[5].accuracy == 1.0


def test_the_cost_grows_with_the_chains(scripted):
    points = curve(scripted, "1" * 16, (1, 2, 4, 8, 16))
    assert [p.tokens_mean / points[0].tokens_mean for p in points] == [1, 2, 4, 8, 16]
    assert all(p.low <= p.accuracy <= p.high for p in points)


def test_the_checker_is_asked_once_for_each_answer(scripted):
    backend = scripted(["</think>0", "</think>1"] * 8)
    check = Check()
    vote_curve(backend, [problem("a"), problem("b")], check, (16,), Sampling(), NullControl())
    assert check.asked == 4


def test_progress_is_told_in_problems(scripted):
    seen = []
    control = NullControl(stop_when=lambda phase, done, total: seen.append((phase, done, total)))
    backend = scripted("</think>1")
    vote_curve(backend, [problem(str(n)) for n in range(9)], Check(), (2,), Sampling(), control)
    assert seen == [("vote", 0, 9), ("vote", 8, 9), ("vote", 9, 9)]


def test_the_average_over_disjoint_votes_is_unbiased(scripted):
    rng = random.Random(1)
    pool = list("111112223")
    every = [majority(votes) == "1" for votes in permutations(pool, 3)]
    seen = []
    for _ in range(600):
        rng.shuffle(pool)
        seen.append(curve(scripted, "".join(pool), (3, 9))[0].accuracy)
    assert sum(seen) / len(seen) == pytest.approx(sum(every) / len(every), abs=0.03)


@pytest.mark.parametrize(("ks", "count"), [((), 1), ((0,), 1), ((1,), 0)])
def test_a_curve_of_nothing_is_refused(scripted, ks, count):
    with pytest.raises(InputError, match="needs problems"):
        vote_curve(scripted("1"), [problem("a")] * count, Check(), ks)
