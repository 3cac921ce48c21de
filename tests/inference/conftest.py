"""A backend that says what a test tells it to, token by token."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from o1desk.core.backend import Completion, Sampling, Token
from o1desk.core.control import Control
from o1desk.core.types import Message

END = -1


@dataclass
class Scripted:
    """Answers each prompt from a script: text by chain number, cut into tokens of a few letters.

    Attributes:
        say: One text for all, a text for each chain number, or a function of both.
        opening: What the prompt ends with.
        size: Characters per token.
        logprob: Log-probability of every token.
        asked: Every call of `generate` as (prompts, n, seed).
    """

    say: str | Sequence[str] | Callable[[str, int], str]
    opening: str = "<think>\n"
    size: int = 3
    logprob: float = -0.5
    asked: list[tuple[list[str], int, int]] = field(default_factory=list)
    name: str = "scripted@run:4"
    notice: str = ""
    context: int = 0

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        tail = self.opening if thinking else "<think>\n\n</think>\n\n"
        return f"{messages[-1].content}\nassistant:{tail}"

    def count_tokens(self, text: str) -> int:
        return -(-len(text) // self.size)

    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        self.asked.append((list(prompts), n, sampling.seed))
        return [[self._complete(prompt, i, sampling) for i in range(n)] for prompt in prompts]

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        texts = [*self._cut(self._text(prompt, 0)), ""][: sampling.max_new_tokens]
        for number, text in enumerate(texts):
            if control is not None:
                control.tick("stream", number, len(texts))
            ident = number if text else END
            at_s = time.perf_counter()
            yield Token(text=text, token_id=ident, logprob=self.logprob, at_s=at_s)

    def close(self) -> None:
        """Nothing to give back."""

    def _text(self, prompt: str, number: int) -> str:
        if callable(self.say):
            return self.say(prompt.rpartition("\nassistant:")[0], number)
        return self.say if isinstance(self.say, str) else self.say[number]

    def _cut(self, text: str) -> list[str]:
        return [text[i : i + self.size] for i in range(0, len(text), self.size)]

    def _complete(self, prompt: str, number: int, sampling: Sampling) -> Completion:
        parts = self._cut(self._text(prompt, number))
        is_cut = len(parts) + 1 > sampling.max_new_tokens
        parts = parts[: sampling.max_new_tokens]
        count = len(parts) + (not is_cut)
        return Completion(
            text="".join(parts),
            token_ids=tuple(range(count)),
            logprobs=(self.logprob,) * count,
            finish="length" if is_cut else "stop",
        )


@pytest.fixture
def scripted() -> type[Scripted]:
    return Scripted
