"""The second o1 curve: accuracy against the number of sampled chains.

Every k is measured on the same chains, so that the points differ by k and by nothing else.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from o1desk.core.backend import Backend, Sampling
from o1desk.core.control import Control, NullControl
from o1desk.core.errors import InputError
from o1desk.core.stats import pass_at_k, wilson
from o1desk.core.types import Problem
from o1desk.inference.batch import render_all, sample_chains
from o1desk.inference.chain import Chain
from o1desk.inference.evaluate import Check, as_messages, judge
from o1desk.inference.vote import elect

KS = (1, 2, 4, 8, 16)
CHUNK = 8  # problems between two reports of progress


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePoint:
    """Accuracy of a majority vote over k chains.

    Attributes:
        k: Chains per vote.
        accuracy: Share of the problems answered correctly, averaged over disjoint votes.
        low: Lower end of the 95 % Wilson interval over the problems.
        high: Upper end.
        n: Problems.
        tokens_mean: Mean tokens that one vote costs.
        pass_at_k: Share of the problems that at least one of k chains solves.
    """

    k: int
    accuracy: float
    low: float
    high: float
    n: int
    tokens_mean: float
    pass_at_k: float

    def to_json(self) -> dict[str, Any]:
        """Return the point as JSON values."""
        return {
            "k": self.k,
            "accuracy": self.accuracy,
            "ci95": [self.low, self.high],
            "n": self.n,
            "tokens_mean": self.tokens_mean,
            "pass_at_k": self.pass_at_k,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """All chains of one problem, and whether each is right."""

    chains: tuple[Chain, ...]
    correct: tuple[bool, ...]


def vote_curve(
    backend: Backend,
    problems: Sequence[Problem],
    check: Check,
    ks: Sequence[int] = KS,
    sampling: Sampling | None = None,
    control: Control | None = None,
) -> list[VotePoint]:
    """Measure majority votes of several sizes on one set of chains.

    As many chains are drawn for each problem as the largest vote needs. The accuracy at a smaller
    k is the mean over the disjoint votes those chains make, which is unbiased and uses every
    chain once.

    Args:
        backend: The model.
        problems: What to ask.
        check: Judges an answer to a problem.
        ks: Sizes of the votes.
        sampling: How to draw; the default is temperature 1.
        control: Hears the progress, phase "vote", in problems.

    Raises:
        InputError: If there are no sizes or no problems, or a size is below 1.
        Cancelled: When the user stopped it.
    """
    if not ks or min(ks) < 1 or not problems:
        raise InputError("A vote curve needs problems, and numbers of chains from 1 on")
    control, sampling = control or NullControl(), sampling or Sampling()
    tried: list[_Tried] = []
    for start in range(0, len(problems), CHUNK):
        control.tick("vote", start, len(problems))
        part = problems[start : start + CHUNK]
        seeded = dataclasses.replace(sampling, seed=sampling.seed + start)
        prompts = render_all(backend, [as_messages(problem) for problem in part], sampling)
        groups, _ = sample_chains(backend, prompts, seeded, n=max(ks), control=control)
        tried += [_judged(p, group, check) for p, group in zip(part, groups, strict=True)]
    control.tick("vote", len(problems), len(problems))
    return [_point(tried, k) for k in sorted(set(ks))]


def _judged(problem: Problem, chains: Sequence[Chain], check: Check) -> _Tried:
    """Judge every chain, asking the checker once for each distinct answer as written."""
    verdicts: dict[str, bool] = {}
    for chain in chains:
        answer = chain.trace.answer
        if answer not in verdicts:
            verdicts[answer] = judge(problem, answer, check).is_correct
    return _Tried(
        chains=tuple(chains), correct=tuple(verdicts[chain.trace.answer] for chain in chains)
    )


def _point(tried: Sequence[_Tried], k: int) -> VotePoint:
    shares = [_share(each, k) for each in tried]
    low, high = wilson(sum(shares), len(tried))
    return VotePoint(
        k=k,
        accuracy=sum(shares) / len(tried),
        low=low,
        high=high,
        n=len(tried),
        tokens_mean=k * sum(_tokens(each) for each in tried) / len(tried),
        pass_at_k=sum(pass_at_k(len(t.correct), sum(t.correct), k) for t in tried) / len(tried),
    )


def _share(tried: _Tried, k: int) -> float:
    """Return the share of the disjoint votes of k chains that elect a correct answer."""
    starts = range(0, len(tried.chains) - k + 1, k)
    elected = [start + elect(tried.chains[start : start + k]) for start in starts]
    return sum(tried.correct[place] for place in elected) / len(elected)


def _tokens(tried: _Tried) -> float:
    """Return the mean tokens of one chain."""
    total = sum(chain.tokens_thinking + chain.tokens_answer for chain in tried.chains)
    return total / len(tried.chains)
