"""Many chains at once, without streaming: what evaluation and voting share."""

import dataclasses
import time
from collections.abc import Sequence

from o1desk.core.backend import Backend, Sampling
from o1desk.core.control import Control
from o1desk.core.types import Message
from o1desk.inference.chain import Chain, read_completion
from o1desk.inference.meter import Call

MOST_ROWS = 256  # chains drawn together; bounds the memory of the key/value cache
_SEED_STEP = 1_000_003  # far enough apart that backends adding small numbers to a seed never meet
_SEEDS = 1 << 31  # every library takes seeds below this


def sample_chains(
    backend: Backend, prompts: Sequence[str], sampling: Sampling, *, n: int, control: Control
) -> tuple[list[list[Chain]], list[Call]]:
    """Draw `n` chains for each rendered prompt, in the order of the prompts.

    Returns:
        The chains of each prompt, and what each prompt cost. The time of a batch is shared out
        evenly over its prompts.

    Raises:
        Cancelled: When the user stopped it.
    """
    chains: list[list[Chain]] = []
    calls: list[Call] = []
    size = max(1, MOST_ROWS // n)
    for start in range(0, len(prompts), size):
        part = prompts[start : start + size]
        seed = (sampling.seed + start * _SEED_STEP) % _SEEDS
        seeded = dataclasses.replace(sampling, seed=seed)
        begun_s = time.perf_counter()
        groups = backend.generate(part, seeded, n=n, control=control)
        share_s = (time.perf_counter() - begun_s) / len(part)
        for number, (prompt, group) in enumerate(zip(part, groups, strict=True)):
            chains.append([read_completion(backend, prompt, completion) for completion in group])
            from_s = begun_s + number * share_s
            calls.append(_call(backend, prompt, chains[-1], from_s, from_s + share_s))
    return chains, calls


def render_all(
    backend: Backend, conversations: Sequence[Sequence[Message]], sampling: Sampling
) -> list[str]:
    """Return the prompt of each conversation."""
    return [backend.render(messages, thinking=sampling.thinking) for messages in conversations]


def _call(
    backend: Backend, prompt: str, group: Sequence[Chain], started_s: float, ended_s: float
) -> Call:
    return Call(
        started_s=started_s,
        ended_s=ended_s,
        tokens_prompt=backend.count_tokens(prompt),
        tokens_thinking=sum(chain.tokens_thinking for chain in group),
        tokens_answer=sum(chain.tokens_answer for chain in group),
        chains=len(group),
    )
