"""What a model looks like from the rooms that must not import torch.

A `Backend` is fulfilled in `models/` (torch, gguf, fake). Strategies, sources and evaluation
receive one and never ask what stands behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from o1desk.core.control import Control
from o1desk.core.types import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How to draw tokens.

    Attributes:
        max_new_tokens: Longest completion, tokens.
        temperature: 0 is greedy; 1 is the model's own distribution.
        top_p: Nucleus mass; 1 keeps the whole vocabulary.
        top_k: Number of best tokens kept; 0 keeps all.
        seed: The same seed gives the same tokens on the same device.
        thinking: Whether the chat template opens a chain of thought.
    """

    max_new_tokens: int = 256
    temperature: float = 1.0
    top_p: float = 1.0
    top_k: int = 0
    seed: int = 0
    thinking: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """One sampled continuation of a prompt.

    Attributes:
        text: Decoded text with reasoning marks, without the end-of-turn token.
        token_ids: Sampled tokens, end-of-turn included when it was drawn.
        logprobs: Log-probability (nats) of each token under exactly the distribution that was
            sampled (same temperature, same truncation); empty when the backend cannot tell.
        finish: "stop", "length" or "cancelled".
    """

    text: str
    token_ids: tuple[int, ...]
    logprobs: tuple[float, ...] = ()
    finish: str = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One streamed token.

    Attributes:
        text: The text it added; may be empty while a multi-byte character is incomplete.
        token_id: Its id.
        logprob: Log-probability under the sampled distribution, nats; None when unknown.
        at_s: `time.perf_counter()` when it was ready, device synchronised.
    """

    text: str
    token_id: int
    logprob: float | None
    at_s: float


class Backend(Protocol):
    """A model that can complete prompts.

    `generate` and `stream` call `control.tick(...)` between device steps, so that a cancel
    lands within one token.
    """

    @property
    def name(self) -> str:
        """The reference this backend was opened with, such as "starter@RUN:40"."""
        ...

    @property
    def notice(self) -> str:
        """One sentence about a fallback in force ("no chat template: plain prompts"), or ""."""
        ...

    @property
    def context(self) -> int:
        """Longest prompt and answer together, tokens; 0 when the model does not say."""
        ...

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt text that the model's own chat template makes of the messages."""
        ...

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in this model's tokens."""
        ...

    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        """Return `n` completions for each rendered prompt, in the order of the prompts."""
        ...

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield the tokens of one completion as they are drawn."""
        ...

    def close(self) -> None:
        """Give the memory back."""
        ...
