"""One chain of thought: streamed with its events, or read from a finished completion."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from o1desk.core.backend import Backend, Completion, Sampling, Token
from o1desk.core.control import Control
from o1desk.core.types import Step, Trace
from o1desk.inference.emitter import Emitter
from o1desk.inference.formats import detect, opening
from o1desk.inference.meter import Call, Meter
from o1desk.inference.parser import Piece, StreamParser


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One sampled chain.

    Attributes:
        trace: Its steps and answer.
        raw: The text as written, after the opening mark if the prompt supplied it.
        format: Id of the marks it was read with.
        tokens_thinking: Tokens of the reasoning, marks included.
        tokens_answer: Tokens of the answer, end of turn included.
        mean_logprob: Mean log-probability of its tokens, nats; None when unknown.
        is_truncated: Whether the length limit cut it.
    """

    trace: Trace
    raw: str
    format: str
    tokens_thinking: int
    tokens_answer: int
    mean_logprob: float | None = None
    is_truncated: bool = False


def read_completion(backend: Backend, prompt: str, completion: Completion) -> Chain:
    """Read a finished completion.

    The backend gives no text for each token of a batch, so the reasoning is counted by encoding
    it again; the sum of both counts is always the number of tokens drawn.
    """
    form = detect(prompt)
    supplied = opening(form, prompt)
    parser = StreamParser(form, opened=supplied != "")
    parser.feed(completion.text)
    parser.finish(cut=completion.finish != "stop")
    total = len(completion.token_ids)
    at = parser.answer_at
    head = completion.text if at is None else completion.text[:at]
    thinking = total if at is None else min(total, backend.count_tokens(head) if head else 0)
    return Chain(
        trace=parser.trace(),
        raw=supplied + completion.text,
        format=form.name,
        tokens_thinking=thinking,
        tokens_answer=total - thinking,
        mean_logprob=_mean(completion.logprobs),
        is_truncated=completion.finish == "length",
    )


def stream_chain(
    backend: Backend, prompt: str, sampling: Sampling, *, control: Control, number: int = 0
) -> tuple[Chain, Call]:
    """Stream one chain and emit its text and its finished steps as events.

    Args:
        backend: The model.
        prompt: Rendered prompt.
        sampling: How to draw.
        control: Hears the events; its `tick` is called by the backend.
        number: Id that the events carry.

    Raises:
        Cancelled: When the user stopped it; the text so far was emitted.
    """
    reader = _ChainReader(backend, prompt, control, number)
    try:
        for token in backend.stream(prompt, sampling, control=control):
            reader.token(token)
    finally:
        reader.flush()
    call = reader.meter.end()
    # A stream says nothing of why it ended: the end of turn adds no text, a cut word does.
    is_truncated = call.tokens >= sampling.max_new_tokens and reader.last_text != ""
    return reader.chain(is_truncated=is_truncated), call


class _ChainReader:
    """Follows one stream: parser, meter, and the events that tell about both."""

    def __init__(self, backend: Backend, prompt: str, control: Control, number: int) -> None:
        form = detect(prompt)
        supplied = opening(form, prompt)
        self.parser = StreamParser(form, opened=supplied != "")
        self.last_text = ""
        self._emitter = Emitter(control, number)
        self._raw = [supplied]
        self._logprobs: list[float] = []
        self._steps: list[Step] = []
        self._step_logprobs: list[float] = []
        self._step_tokens = 0
        prompt_tokens = backend.count_tokens(prompt)
        self.meter = Meter()
        self.meter.call.tokens_prompt = prompt_tokens
        self._step_from_s = self.meter.call.started_s

    def token(self, token: Token) -> None:
        """Take in one token: its text, its time, and the part it belongs to."""
        was_thinking = self.parser.is_thinking
        pieces = self.parser.feed(token.text)
        is_thinking = was_thinking or self.parser.is_thinking
        self.meter.token(token.at_s, is_thinking=is_thinking)
        self.last_text = token.text
        self._raw.append(token.text)
        self._step_tokens += 1
        if token.logprob is not None:
            self._logprobs.append(token.logprob)
            self._step_logprobs.append(token.logprob)
        self._tell(pieces, token.at_s)
        if was_thinking and not self.parser.is_thinking:
            self._restart_step(token.at_s)

    def chain(self, *, is_truncated: bool) -> Chain:
        """Return the finished chain."""
        self._tell(self.parser.finish(cut=is_truncated), self.meter.call.ended_s)
        self._emitter.flush(self.meter.call.tokens)
        trace = dataclasses.replace(self.parser.trace(), steps=tuple(self._steps))
        return Chain(
            trace=trace,
            raw="".join(self._raw),
            format=self.parser.form.name,
            tokens_thinking=self.meter.call.tokens_thinking,
            tokens_answer=self.meter.call.tokens_answer,
            mean_logprob=_mean(self._logprobs),
            is_truncated=is_truncated,
        )

    def flush(self) -> None:
        """Emit the text that still waits."""
        self._emitter.flush(self.meter.call.tokens)

    def _tell(self, pieces: Sequence[Piece], at_s: float) -> None:
        count = self.meter.call.tokens
        for piece in pieces:
            if piece.kind == "step":
                self._finish_step(piece.text, at_s)
            elif piece.kind == "recast":
                self.meter.recast()
                self._emitter.text("recast", piece.text, count)
            else:
                self._emitter.text(piece.kind, piece.text, count)

    def _finish_step(self, text: str, at_s: float) -> None:
        step = Step(
            text=text,
            tokens=self._step_tokens,
            ms=max(0.0, at_s - self._step_from_s) * 1000,
            mean_logprob=_mean(self._step_logprobs),
        )
        self._emitter.step(step, len(self._steps), self.meter.call.tokens)
        self._steps.append(step)
        self._restart_step(at_s)

    def _restart_step(self, at_s: float) -> None:
        self._step_tokens, self._step_logprobs, self._step_from_s = 0, [], at_s


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
