"""Keeps what an answer has streamed so far, so that a stop or a fault loses none of it."""

import dataclasses
import time
from collections.abc import Iterator, Sequence

from typing_extensions import override

from o1desk.core.backend import Backend, Completion, Sampling, Token
from o1desk.core.control import Control
from o1desk.core.events import StepDone
from o1desk.core.leaves import Answer
from o1desk.core.types import Message, Step
from o1desk.inference.formats import detect, opening
from o1desk.inference.meter import Call, Meter, efficiency
from o1desk.inference.parser import StreamParser


class KeptBackend(Backend):
    """A backend that remembers its last stream and is the wrapped one otherwise.

    Attributes:
        prompt: Rendered prompt of the stream; empty before the first.
        tokens: Its tokens so far.
        started_s: When it began, seconds of `time.perf_counter()`.
    """

    def __init__(self, inner: Backend) -> None:
        """Wrap a backend; nothing is kept yet."""
        self._inner = inner
        self.prompt = ""
        self.tokens: list[Token] = []
        self.started_s = time.perf_counter()

    @property
    @override
    def name(self) -> str:
        """The reference of the wrapped backend."""
        return self._inner.name

    @property
    @override
    def notice(self) -> str:
        """The notice of the wrapped backend."""
        return self._inner.notice

    @property
    @override
    def context(self) -> int:
        """What the wrapped backend can hold, tokens."""
        return self._inner.context

    @override
    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt of the messages."""
        return self._inner.render(messages, thinking=thinking)

    @override
    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens."""
        return self._inner.count_tokens(text)

    @override
    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        """Return completions; a batch shows nothing before it is whole."""
        return self._inner.generate(prompts, sampling, n=n, control=control)

    @override
    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield the tokens of one completion and keep each."""
        self.prompt, self.tokens, self.started_s = prompt, [], time.perf_counter()
        for token in self._inner.stream(prompt, sampling, control=control):
            self.tokens.append(token)
            yield token

    @override
    def close(self) -> None:
        """Leave the wrapped backend open: it serves the next question too."""


def answer_so_far(kept: KeptBackend, told: Sequence[StepDone]) -> Answer:
    """Return what a stream came to before it was stopped.

    Args:
        kept: What it streamed.
        told: The finished steps that were told, which know their tokens and times.
    """
    form = detect(kept.prompt)
    supplied = opening(form, kept.prompt)
    parser = StreamParser(form, opened=supplied != "")
    meter = Meter()
    meter.call = _call(kept)
    for token in kept.tokens:
        was_thinking = parser.is_thinking
        pieces = parser.feed(token.text)
        meter.token(token.at_s, is_thinking=was_thinking or parser.is_thinking)
        if any(piece.kind == "recast" for piece in pieces):
            meter.recast()
    parser.finish(cut=True)
    read = parser.trace()
    steps = tuple(_step(kept, step, told[at : at + 1]) for at, step in enumerate(read.steps))
    trace = dataclasses.replace(read, steps=steps)
    return Answer(
        trace=trace,
        raw=supplied + "".join(token.text for token in kept.tokens),
        candidates=(trace,) if kept.tokens else (),
        votes={trace.answer: 1} if trace.answer else {},
        steps=steps,
        efficiency=efficiency([meter.end()]) if kept.tokens else efficiency([]),
    )


def _call(kept: KeptBackend) -> Call:
    prompt_tokens = kept.count_tokens(kept.prompt) if kept.prompt else 0
    return Call(started_s=kept.started_s, tokens_prompt=prompt_tokens)


def _step(kept: KeptBackend, step: Step, told: Sequence[StepDone]) -> Step:
    for event in told:
        if event.text == step.text:
            return dataclasses.replace(step, tokens=event.tokens, ms=event.ms)
    return dataclasses.replace(step, tokens=kept.count_tokens(step.text))
