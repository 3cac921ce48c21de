"""Several chains of thought and a vote over their answers (self-consistency, arXiv:2203.11171)."""

import dataclasses
from collections.abc import Sequence

from o1desk.core.backend import Backend, Sampling
from o1desk.core.control import Control
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.leaves import Answer
from o1desk.core.registry import register
from o1desk.core.stats import majority
from o1desk.core.types import Message, Step
from o1desk.inference.batch import render_all, sample_chains
from o1desk.inference.chain import Chain, stream_chain
from o1desk.inference.meter import Call, efficiency
from o1desk.inference.normalise import normalise

TIES = ("first", "confidence")
MOST_CHAINS = 256


@register("strategy", "vote", title="Vote of several chains")
class Vote:
    """Thinks several times and gives the answer that most chains came to.

    Attributes:
        name: What people type.
        k: How many chains.
        ties: Who wins among equally many votes: "first" the earliest answer, "confidence" the one
            whose chains have the highest mean log-probability per token.
    """

    name = "vote"

    def __init__(self, k: int = 8, ties: str = "first") -> None:
        """Check the settings.

        Raises:
            InputError: If the number of chains is out of range.
            UnknownNameError: If the rule for ties is unknown.
        """
        given: object = k  # may come from a config file, whatever the annotation says
        if type(given) is not int or not 1 <= given <= MOST_CHAINS:
            raise InputError(f"A vote takes from 1 to {MOST_CHAINS} chains, not {k!r}")
        if ties not in TIES:
            raise UnknownNameError("rule for ties", str(ties), TIES)
        self.k = k
        self.ties = ties

    def run(
        self,
        backend: Backend,
        messages: Sequence[Message],
        sampling: Sampling,
        *,
        control: Control,
    ) -> Answer:
        """Answer the last message: the first chain is streamed, the others are drawn together.

        Raises:
            Cancelled: When the user stopped it.
        """
        prompt = backend.render(messages, thinking=sampling.thinking)
        first, call = stream_chain(backend, prompt, sampling, control=control)
        chains, calls = [first], [call]
        if self.k > 1:
            other = dataclasses.replace(sampling, seed=sampling.seed + 1)
            groups, more = sample_chains(backend, [prompt], other, n=self.k - 1, control=control)
            chains += groups[0]
            calls += more
        return self._answer(chains, calls, backend)

    def answer_many(
        self,
        backend: Backend,
        prompts: Sequence[Sequence[Message]],
        sampling: Sampling,
        *,
        control: Control,
    ) -> list[Answer]:
        """Answer many conversations in batches.

        Raises:
            Cancelled: When the user stopped it.
        """
        rendered = render_all(backend, prompts, sampling)
        chains, calls = sample_chains(backend, rendered, sampling, n=self.k, control=control)
        return [
            self._answer(group, [call], backend) for group, call in zip(chains, calls, strict=True)
        ]

    def _answer(self, chains: Sequence[Chain], calls: Sequence[Call], backend: Backend) -> Answer:
        chosen = chains[elect(chains, self.ties)]
        return Answer(
            trace=chosen.trace,
            raw=chosen.raw,
            candidates=tuple(chain.trace for chain in chains),
            votes=count_votes([chain.trace.answer for chain in chains]),
            steps=counted_steps(chosen.trace.steps, backend),
            truncated=chosen.is_truncated,
            efficiency=efficiency(calls),
        )


def counted_steps(steps: Sequence[Step], backend: Backend) -> tuple[Step, ...]:
    """Return the steps with their lengths; a batch does not count tokens by step."""
    return tuple(
        step if step.tokens else dataclasses.replace(step, tokens=backend.count_tokens(step.text))
        for step in steps
    )


def elect(chains: Sequence[Chain], ties: str = "first") -> int:
    """Return the place of the winning chain: the first whose answer has most votes.

    With no answer at all the first chain stands for all of them.
    """
    keys = [normalise(chain.trace.answer) for chain in chains]
    winner = majority(keys)
    if ties == "confidence" and winner:
        most = keys.count(winner)
        equal = [key for key in dict.fromkeys(keys) if key and keys.count(key) == most]
        winner = max(equal, key=lambda key: _confidence(chains, keys, key))
    return keys.index(winner) if winner else 0


def count_votes(answers: Sequence[str]) -> dict[str, int]:
    """Return the votes of each distinct answer, spelled as it was first; most votes first."""
    spelled: dict[str, str] = {}
    counts: dict[str, int] = {}
    for answer in answers:
        key = normalise(answer)
        if key:
            spelled.setdefault(key, answer)
            counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts, key=lambda key: -counts[key])
    return {spelled[key]: counts[key] for key in ordered}


def _confidence(chains: Sequence[Chain], keys: Sequence[str], wanted: str) -> float:
    """Return the mean log-probability per token over the chains of an answer, nats."""
    known = [
        chain.mean_logprob
        for chain, key in zip(chains, keys, strict=True)
        if key == wanted and chain.mean_logprob is not None
    ]
    return sum(known) / len(known) if known else float("-inf")
