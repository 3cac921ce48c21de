"""Accuracy on held-out problems, with its interval and what the answers cost."""

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from o1desk.core.backend import Backend, Sampling
from o1desk.core.configs import MixPart
from o1desk.core.control import Control
from o1desk.core.errors import InputError
from o1desk.core.leaves import Answer, Environment, Strategy
from o1desk.core.mix import mixed_problems
from o1desk.core.references import split_ref
from o1desk.core.stats import wilson
from o1desk.core.types import Judgement, Message, Problem, Sample, Verdict

CHUNK = 64  # problems answered between two reports of progress

Check = Callable[[Problem, str], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvironmentScore:
    """Accuracy on one environment: correct answers and problems tried."""

    correct: int
    n: int

    @property
    def pass_at_1(self) -> float:
        """Share answered correctly."""
        return self.correct / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What was measured.

    Attributes:
        strategy: How the model was made to think.
        samples: One judged sample per problem, in order.
        by_environment: Accuracy of each environment, by name.
        correct: Problems answered correctly.
        n: Problems that count; those with a broken reference answer do not.
        excluded: Problems left out because their reference answer is broken.
        tokens_thinking_mean: Mean tokens of reasoning per problem, summed over its chains.
        tokens_answer_mean: Mean tokens of answer per problem, summed over its chains.
        truncated_share: Share of the answers cut by the length limit.
        seconds: Wall time, checking included; of the last attempt when there were several.
        tokens_per_s: Tokens generated per second of generation, likewise; 0 when nothing was
            generated.
    """

    strategy: str
    samples: tuple[Sample, ...]
    by_environment: dict[str, EnvironmentScore]
    correct: int
    n: int
    excluded: int
    tokens_thinking_mean: float
    tokens_answer_mean: float
    truncated_share: float
    seconds: float
    tokens_per_s: float

    @property
    def pass_at_1(self) -> float:
        """Share of the problems answered correctly."""
        return self.correct / self.n if self.n else 0.0

    @property
    def ci95(self) -> tuple[float, float]:
        """95 % Wilson interval of the share."""
        return wilson(self.correct, self.n)

    def to_json(self) -> dict[str, Any]:
        """Return the shape that `o1desk evaluate --json` prints."""
        return {
            "pass_at_1": self.pass_at_1,
            "ci95": list(self.ci95),
            "n": self.n,
            "by_environment": {
                name: {"pass_at_1": score.pass_at_1, "n": score.n}
                for name, score in self.by_environment.items()
            },
            "tokens_thinking_mean": self.tokens_thinking_mean,
            "tokens_answer_mean": self.tokens_answer_mean,
            "strategy": self.strategy,
            "excluded": self.excluded,
            "truncated_share": self.truncated_share,
            "seconds": self.seconds,
            "tokens_per_s": self.tokens_per_s,
        }


def heldout_problems(
    mix: Sequence[MixPart], count: int, seed: int, get_environment: Callable[[str], Environment]
) -> list[Problem]:
    """Return up to `count` problems that training never sees, balanced over the mix.

    The same arguments give the same problems on every machine.

    Raises:
        InputError: If the mix is empty or has no held-out problem at all.
        UnknownNameError: If an environment or a level is unknown.
    """
    problems = list(mixed_problems(mix, count, seed, get_environment, split="heldout"))
    if not problems:
        names = ", ".join(sorted({part.environment for part in mix}))
        raise InputError(f"There are no held-out problems in {names} at this level; choose others")
    return problems


def evaluate(  # noqa: PLR0913 - what a measurement needs, each from another room
    backend: Backend,
    problems: Sequence[Problem],
    check: Check,
    strategy: Strategy,
    sampling: Sampling,
    control: Control,
    *,
    done: Sequence[Sample] = (),
    keep: Callable[[Sample], None] | None = None,
) -> Evaluation:
    """Answer every problem once with a strategy and judge the answers.

    An attempt that goes on after another finds the numbers that one attempt would have found: the
    dice belong to the chunk, and a chunk that was kept in part is drawn again as a whole.

    Args:
        backend: The model.
        problems: What to ask; each is one user message.
        check: Judges an answer to a problem.
        strategy: How to think.
        sampling: How to draw.
        control: Hears the progress, phase "evaluate", in problems.
        done: Samples of the first problems, kept by an attempt that was stopped.
        keep: Given each sample that is not in `done`, in order, as soon as its chunk is answered.

    Raises:
        Cancelled: When the user stopped it.
    """
    started_s = time.perf_counter()
    samples = list(done)
    generated, generating_s = 0, 0.0
    for start in range(0, len(problems), CHUNK):
        part = problems[start : start + CHUNK]
        known = len(samples) - start
        if known >= len(part):
            continue
        control.tick("evaluate", start, len(problems))
        asked = [as_messages(problem) for problem in part]
        seeded = dataclasses.replace(sampling, seed=sampling.seed + start)
        begun_s = time.perf_counter()
        answers = strategy.answer_many(backend, asked, seeded, control=control)
        generating_s += time.perf_counter() - begun_s
        generated += sum(_cost(answer) for answer in answers)
        for problem, answer in list(zip(part, answers, strict=True))[known:]:
            samples.append(to_sample(problem, answer, check, backend))
            if keep is not None:
                keep(samples[-1])
    control.tick("evaluate", len(problems), len(problems))
    return _summary(
        str(getattr(strategy, "name", type(strategy).__name__)),
        samples,
        seconds=time.perf_counter() - started_s,
        tokens_per_s=generated / generating_s if generating_s > 0.0 else 0.0,
    )


def as_messages(problem: Problem) -> list[Message]:
    """Return the conversation in which a problem is asked."""
    return [Message(role="user", content=problem.prompt)]


def to_sample(problem: Problem, answer: Answer, check: Check, backend: Backend) -> Sample:
    """Judge one answer; an empty one is wrong without asking."""
    model, adapter = split_ref(backend.name)
    return Sample(
        problem=problem,
        origin="model",
        trace=answer.trace,
        raw=answer.raw,
        verdict=judge(problem, answer.trace.answer, check),
        model=model,
        adapter=adapter,
        tokens_thinking=answer.efficiency.tokens_thinking,
        tokens_answer=answer.efficiency.tokens_answer,
        truncated=answer.truncated,
    )


def judge(problem: Problem, answer: str, check: Check) -> Verdict:
    """Return the verdict on an answer; an empty one is wrong without asking the checker."""
    if not answer.strip():
        return Verdict(
            judgement=Judgement.INCORRECT, score=0.0, method="empty", detail="There is no answer."
        )
    return check(problem, answer)


def _summary(
    strategy: str, samples: Sequence[Sample], *, seconds: float, tokens_per_s: float
) -> Evaluation:
    counted = [sample for sample in samples if not _is_broken(sample)]
    by_environment: dict[str, list[bool]] = {}
    for sample in counted:
        by_environment.setdefault(sample.problem.environment, []).append(_is_correct(sample))
    return Evaluation(
        strategy=strategy,
        samples=tuple(samples),
        by_environment={
            name: EnvironmentScore(correct=sum(hits), n=len(hits))
            for name, hits in sorted(by_environment.items())
        },
        correct=sum(_is_correct(sample) for sample in counted),
        n=len(counted),
        excluded=len(samples) - len(counted),
        tokens_thinking_mean=_mean([s.tokens_thinking for s in counted]),
        tokens_answer_mean=_mean([s.tokens_answer for s in counted]),
        truncated_share=_mean([float(s.truncated) for s in counted]),
        seconds=seconds,
        tokens_per_s=tokens_per_s,
    )


def _cost(answer: Answer) -> int:
    return answer.efficiency.tokens_thinking + answer.efficiency.tokens_answer


def _is_correct(sample: Sample) -> bool:
    return sample.verdict is not None and sample.verdict.is_correct


def _is_broken(sample: Sample) -> bool:
    return sample.verdict is not None and sample.verdict.judgement is Judgement.GOLD_BAD


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
