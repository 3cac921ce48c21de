"""Sampling groups of answers, and turning their tokens into samples.

One prefill per problem serves all its answers; the log-probabilities of exactly the distribution
that was sampled are kept with every token.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import torch

from o1desk.core.backend import Sampling
from o1desk.core.control import Control
from o1desk.core.types import Judgement, Problem, Sample, Verdict
from o1desk.rewards.mix import RewardMix
from o1desk.training.policy import Policy

Check = Callable[[Problem, str], Verdict]
_NO_VERDICT = Verdict(judgement=Judgement.UNVERIFIABLE, score=0.0, method="none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollouts:
    """All answers of one step, group after group.

    Attributes:
        problems: One per group.
        prompts: Rendered prompt of each group, token ids.
        samples: Answers, `group_size` for each problem, judged.
        tokens: Token ids of each answer, end-of-turn included when it was drawn.
        logprobs: Log-probability of each token when it was sampled, nats.
        group_size: Answers per problem.
    """

    problems: tuple[Problem, ...]
    prompts: tuple[tuple[int, ...], ...]
    samples: tuple[Sample, ...]
    tokens: tuple[tuple[int, ...], ...]
    logprobs: tuple[tuple[float, ...], ...]
    group_size: int

    @property
    def token_count(self) -> int:
        """Tokens of all answers."""
        return sum(len(ids) for ids in self.tokens)


def roll_out(
    policy: Policy,
    problems: Sequence[Problem],
    sampling: Sampling,
    *,
    group_size: int,
    generator: torch.Generator,
    control: Control,
) -> Rollouts:
    """Sample `group_size` answers to each problem with the policy as it is now.

    Raises:
        Cancelled: When the user asked to stop.
    """
    texts = [policy.render(problem, thinking=sampling.thinking) for problem in problems]
    prompts = [tuple(policy.tokenizer.encode(text)) for text in texts]
    drawn = policy.sampler.sample(
        prompts, n=group_size, sampling=sampling, generator=generator, control=control
    )
    answers = [answer for group in drawn for answer in group]
    samples = [
        policy.read(problem, text, answer)
        for problem, text, group in zip(problems, texts, drawn, strict=True)
        for answer in group
    ]
    return Rollouts(
        problems=tuple(problems),
        prompts=tuple(prompts),
        samples=tuple(samples),
        tokens=tuple(tuple(answer.ids) for answer in answers),
        logprobs=tuple(tuple(answer.logprobs) for answer in answers),
        group_size=group_size,
    )


def judged(samples: Sequence[Sample], check: Check) -> list[Sample]:
    """Return the samples with the verdict of their environment.

    Equal answers to one problem are checked once. An answer cut before it came is judged too:
    empty is wrong, not unknown.
    """
    verdicts: dict[tuple[str, str], Verdict] = {}
    for sample in samples:
        key = (sample.problem.key, sample.trace.answer)
        if key not in verdicts:
            verdicts[key] = _verdict(sample, check)
    return [replace(s, verdict=verdicts[s.problem.key, s.trace.answer]) for s in samples]


def rewarded(rollouts: Rollouts, check: Check, mix: RewardMix) -> tuple[Rollouts, str]:
    """Return the rollouts judged and rewarded, and why some have no reward ("" if all have one).

    A reward that raises or gives no number leaves its sample without one; it does not become 0.
    """
    samples = judged(rollouts.samples, check)
    trouble = ""
    try:
        scores = mix.score(samples)
    except Exception as error:  # noqa: BLE001 - a broken reward is counted, up to the guard's limit
        scores = [(None, {})] * len(samples)
        trouble = f"{type(error).__name__}: {error}"
    scored = [
        replace(sample, reward=_number(total), rewards=parts)
        for sample, (total, parts) in zip(samples, scores, strict=True)
    ]
    missing = [sample for sample in scored if sample.reward is None]
    if missing and not trouble:
        trouble = _last_line(mix) or (missing[0].verdict or _NO_VERDICT).detail or "no verdict"
    return replace(rollouts, samples=tuple(scored)), trouble


def _number(total: float | None) -> float | None:
    return total if total is not None and math.isfinite(total) else None


def _last_line(mix: RewardMix) -> str:
    texts = [fault.traceback.strip().splitlines() for fault in mix.faults.values()]
    return next((lines[-1] for lines in texts if lines), "")


def _verdict(sample: Sample, check: Check) -> Verdict:
    try:
        return check(sample.problem, sample.trace.answer)
    except Exception as error:  # noqa: BLE001 - one broken checker must not end a run of hours
        detail = f"the check failed: {type(error).__name__}: {error}"
        return Verdict(judgement=Judgement.UNVERIFIABLE, score=0.0, method="failed", detail=detail)
