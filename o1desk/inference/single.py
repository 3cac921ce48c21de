"""One chain of thought, then the answer."""

from collections.abc import Sequence
from itertools import groupby

from o1desk.core.backend import Backend, Sampling
from o1desk.core.control import Control
from o1desk.core.leaves import Answer
from o1desk.core.registry import register
from o1desk.core.types import Message
from o1desk.inference.batch import render_all, sample_chains
from o1desk.inference.chain import Chain, stream_chain
from o1desk.inference.meter import Call, efficiency


@register("strategy", "single", title="One chain")
class Single:
    """Thinks once.

    Attributes:
        name: What people type.
    """

    name = "single"

    def run(
        self,
        backend: Backend,
        messages: Sequence[Message],
        sampling: Sampling,
        *,
        control: Control,
    ) -> Answer:
        """Answer the last message; emits token and step events while it streams.

        Raises:
            Cancelled: When the user stopped it.
        """
        prompt = backend.render(messages, thinking=sampling.thinking)
        chain, call = stream_chain(backend, prompt, sampling, control=control)
        return _answer(chain, call)

    def answer_many(
        self,
        backend: Backend,
        prompts: Sequence[Sequence[Message]],
        sampling: Sampling,
        *,
        control: Control,
    ) -> list[Answer]:
        """Answer many conversations in batches.

        Equal neighbours are drawn as several chains of one prompt, which is read only once.

        Raises:
            Cancelled: When the user stopped it.
        """
        rendered = render_all(backend, prompts, sampling)
        runs = [(prompt, len(list(same))) for prompt, same in groupby(rendered)]
        n = runs[0][1] if len({size for _, size in runs}) == 1 else 1
        asked = [prompt for prompt, _ in runs] if n > 1 else rendered
        chains, calls = sample_chains(backend, asked, sampling, n=n, control=control)
        return [
            _answer(chain, _share(call, chain))
            for group, call in zip(chains, calls, strict=True)
            for chain in group
        ]


def _share(call: Call, chain: Chain) -> Call:
    """Return the part of a call that one of its chains stands for."""
    return Call(
        started_s=call.started_s,
        ended_s=call.started_s + (call.ended_s - call.started_s) / call.chains,
        tokens_prompt=call.tokens_prompt,
        tokens_thinking=chain.tokens_thinking,
        tokens_answer=chain.tokens_answer,
    )


def _answer(chain: Chain, call: Call) -> Answer:
    return Answer(
        trace=chain.trace,
        raw=chain.raw,
        candidates=(chain.trace,),
        votes={chain.trace.answer: 1} if chain.trace.answer else {},
        steps=chain.trace.steps,
        truncated=chain.is_truncated,
        efficiency=efficiency([call]),
    )
