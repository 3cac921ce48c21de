"""Streamed text and steps as events, few enough for a pipe and a screen."""

import time

from o1desk.core.control import Control
from o1desk.core.events import StepDone, TokenText
from o1desk.core.types import Step

EMIT_EVERY_S = 0.05  # at most 20 text events a second


class Emitter:
    """Gathers streamed text into events, at most 20 a second.

    A finished step waits with its text and goes out after it. The last step of the thinking
    therefore stands between thinking and answer, and nobody who joins texts can mix the two.
    """

    def __init__(self, control: Control, number: int) -> None:
        """Emit to a control, every event with this id."""
        self._control = control
        self._number = number
        self._text = ""
        self._steps: list[StepDone] = []
        self._part = "answer"
        self._emitted_s = -EMIT_EVERY_S

    def text(self, part: str, text: str, count: int) -> None:
        """Add text of a part; `count` is the number of tokens so far."""
        if part != self._part:
            self.flush(count)
            self._part = part
        self._text += text
        self._flush_if_due(count)

    def step(self, step: Step, index: int, count: int) -> None:
        """Add a finished step; its text was added before."""
        self._steps.append(
            StepDone(id=self._number, index=index, text=step.text, tokens=step.tokens, ms=step.ms)
        )
        self._flush_if_due(count)

    def flush(self, count: int) -> None:
        """Emit what waits; `count` is the number of tokens so far."""
        text, self._text = self._text, ""
        steps, self._steps = self._steps, []
        if text:
            self._emitted_s = time.monotonic()
            self._control.emit(TokenText(id=self._number, text=text, n=count, part=self._part))
        for step in steps:
            self._control.emit(step)

    def _flush_if_due(self, count: int) -> None:
        if time.monotonic() - self._emitted_s >= EMIT_EVERY_S:
            self.flush(count)
