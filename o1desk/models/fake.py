"""A backend without weights: byte-level, deterministic, good at small sums.

The demo mode and the end-to-end tests use it, so that a worker can be started, watched, paused
and killed in milliseconds. It writes a short chain of thought and an answer; the answer is right
with a probability that can be set, and every token's log-probability is exact.

Options come with the reference: "fake:delay=0.05,accuracy=0.7", or "fake:text=anything".
"""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from o1desk.core.backend import Completion, Sampling, Token
from o1desk.core.control import Control, NullControl
from o1desk.core.errors import InputError
from o1desk.core.types import Message
from o1desk.models import fake_script

END = 256  # the id after the 256 bytes
DELAY_VARIABLE = "O1DESK_FAKE_DELAY"


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeOptions:
    """How the fake behaves.

    Attributes:
        delay: Seconds per token.
        accuracy: Probability that a sum is answered rightly at temperature > 0.
        steps: Lines of thinking at least.
        text: Answer everything with this; empty for sums.
    """

    delay: float = 0.0
    accuracy: float = 1.0
    steps: int = 2
    text: str = ""


def parse_options(target: str) -> FakeOptions:
    """Read "delay=0.05,accuracy=0.7"; `text=` takes the rest as it is.

    Raises:
        InputError: If an option is unknown or not a number in range.
    """
    values: dict[str, Any] = {"delay": os.environ.get(DELAY_VARIABLE) or "0"}
    head, mark, text = target.partition("text=")
    for part in filter(None, head.split(",")):
        key, _, value = part.partition("=")
        values[key.strip()] = value
    try:
        options = FakeOptions(
            delay=float(values.pop("delay")),
            accuracy=float(values.pop("accuracy", "1")),
            steps=int(values.pop("steps", "2")),
            text=text if mark else "",
        )
    except ValueError as error:
        raise InputError(f"The options '{target}' of the fake model: {error}") from error
    in_range = 0.0 <= options.delay < 60.0 and 0.0 <= options.accuracy <= 1.0 and options.steps >= 0
    if values or not in_range:
        raise InputError(
            f"'{target}' is no set of options of the fake model; it knows delay=SECONDS, "
            "accuracy=0..1, steps=N and text=ANYTHING"
        )
    return options


class FakeBackend:
    """Fulfils `core.backend.Backend` from a script.

    Attributes:
        options: How it behaves.
    """

    def __init__(self, name: str, options: FakeOptions) -> None:
        """Keep the reference and the options."""
        self._name = name
        self.options = options

    @property
    def name(self) -> str:
        """The reference it was opened with."""
        return self._name

    @property
    def notice(self) -> str:
        """What stands behind the answers."""
        return "this is the built-in stand-in, not a language model"

    @property
    def context(self) -> int:
        """A script has no end of its own."""
        return 0

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return a plain chat layout that opens, or closes, the thinking."""
        return fake_script.render(messages, thinking=thinking)

    def count_tokens(self, text: str) -> int:
        """Return the number of UTF-8 bytes."""
        return len(text.encode("utf-8", "surrogatepass"))

    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        """Return `n` completions per prompt; a cancel lands between two tokens."""
        control = control or NullControl()
        groups: list[list[Completion]] = []
        for index, prompt in enumerate(prompts):
            group: list[Completion] = []
            for number in range(n):
                control.tick("sample", index * n + number, len(prompts) * n)
                seed = sampling.seed * 1_000_003 + index * n + number
                group.append(self._complete(prompt, sampling, seed, control))
            groups.append(group)
        return groups

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield one completion byte by byte; a character's text comes with its last byte."""
        script = self._script(prompt, sampling, sampling.seed * 1_000_003)
        whole = fake_script.Utf8()
        for done, (token, logprob) in enumerate(script):
            if control is not None:
                control.tick("stream", done, len(script))
            self._wait()
            text = "" if token == END else whole.feed(token)
            yield Token(text=text, token_id=token, logprob=logprob, at_s=time.perf_counter())

    def close(self) -> None:
        """Nothing to give back."""

    def _complete(self, prompt: str, sampling: Sampling, seed: int, control: Control) -> Completion:
        script = self._script(prompt, sampling, seed)
        drawn: list[tuple[int, float]] = []
        for token, logprob in script:
            if self.options.delay:
                control.tick("token", len(drawn), len(script))
            self._wait()
            drawn.append((token, logprob))
        tokens = tuple(token for token, _ in drawn)
        return Completion(
            text=bytes(token for token in tokens if token != END).decode("utf-8", "replace"),
            token_ids=tokens,
            logprobs=tuple(logprob for _, logprob in drawn),
            finish="stop" if tokens and tokens[-1] == END else "length",
        )

    def _script(self, prompt: str, sampling: Sampling, seed: int) -> list[tuple[int, float]]:
        """Tokens and log-probabilities of one draw, cut at the length limit."""
        candidates = fake_script.candidates(
            prompt,
            accuracy=1.0 if sampling.temperature == 0.0 else self.options.accuracy,
            steps=self.options.steps,
            text=self.options.text,
        )
        return fake_script.draw(candidates, seed, END)[: sampling.max_new_tokens]

    def _wait(self) -> None:
        if self.options.delay:
            time.sleep(self.options.delay)
