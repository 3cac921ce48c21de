"""Samples drawn from a model and judged: rejection sampling when only correct ones are kept."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from o1desk.core.backend import Backend, Sampling
from o1desk.core.configs import GenerateConfig
from o1desk.core.control import Control
from o1desk.core.errors import InputError
from o1desk.core.leaves import Answer, Strategy
from o1desk.core.references import split_ref
from o1desk.core.registry import find, register
from o1desk.core.types import Judgement, Message, Problem, Sample, Verdict

ROWS = 64  # answers drawn together; a stop loses at most this many unfinished ones


@register("source", "model", title="Model")
class ModelSource:
    """Asks a model each problem several times."""

    def __init__(self, check: Callable[[Problem, str], Verdict]) -> None:
        """Keep who judges the answers."""
        self._check = check

    def run(
        self,
        config: GenerateConfig,
        problems: Iterable[Problem],
        *,
        backend: Backend | None,
        control: Control,
    ) -> Iterator[Sample]:
        """Return samples with their verdicts, in the order of the problems.

        Raises:
            InputError: If there is no model.
        """
        if backend is None:
            raise InputError("The source 'model' needs a model; name one with --model")
        # Strategies live in a room beside this one; the registry is the door between the two.
        strategy: Strategy = find("strategy", "single").factory()
        return self._samples(config, problems, strategy, backend, control)

    def _samples(
        self,
        config: GenerateConfig,
        problems: Iterable[Problem],
        strategy: Strategy,
        backend: Backend,
        control: Control,
    ) -> Iterator[Sample]:
        waiting = iter(problems)
        size = max(1, ROWS // config.attempts)
        while batch := list(islice(waiting, size)):
            asked = [problem for problem in batch for _ in range(config.attempts)]
            conversations = [[Message(role="user", content=p.prompt)] for p in asked]
            sampling = _sampling(config, batch[0])
            answers = strategy.answer_many(backend, conversations, sampling, control=control)
            for problem, answer in zip(asked, answers, strict=True):
                yield self._sample(problem, answer, backend)

    def _sample(self, problem: Problem, answer: Answer, backend: Backend) -> Sample:
        final = answer.trace.answer
        model, adapter = split_ref(backend.name)
        return Sample(
            problem=problem,
            origin="model",
            trace=answer.trace,
            raw=answer.raw,
            verdict=self._check(problem, final) if final else _nothing_to_check(),
            model=model,
            adapter=adapter,
            tokens_thinking=answer.efficiency.tokens_thinking,
            tokens_answer=answer.efficiency.tokens_answer,
            truncated=answer.truncated,
        )


def _sampling(config: GenerateConfig, first: Problem) -> Sampling:
    """Return how to draw a batch, seeded by its first problem: a resumed run draws anew."""
    base = Sampling(max_new_tokens=config.max_new_tokens, temperature=config.temperature)
    return dataclasses.replace(base, seed=(config.seed ^ int(first.key[:7], 16)))


def _nothing_to_check() -> Verdict:
    return Verdict(
        judgement=Judgement.INCORRECT, score=0.0, method="empty", detail="There is no answer."
    )
