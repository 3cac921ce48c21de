"""An answer while it is being written: text by part, finished steps, and speed. No Qt here."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from o1desk.core.events import Stamped, StepDone, TokenText
from o1desk.core.leaves import Efficiency

WINDOW_S = 1.0  # speed "now" is over this much of the past, or over what there is of it
LEAST_GAP_S = 0.02  # pieces that were written closer together count as one for the speed
SHORTEST_S = 0.15  # by the times of arrival, a rate over less than this says nothing


class Phase(StrEnum):
    """Where an answer is between the question and its end."""

    WAITING = "waiting"
    LOADING = "loading"
    READING = "reading"
    THINKING = "thinking"
    ANSWERING = "answering"
    VOTING = "voting"
    STOPPING = "stopping"


class Stream:
    """What was received of one answer.

    Attributes:
        phase: Where it is.
        steps: Finished steps.
        answer: Final answer so far.
        tokens: Tokens so far.
        thinking_tokens: Tokens of the reasoning so far.
        asked_s: When the person asked, monotonic seconds.
        sent_s: When the question went to a worker that was ready; None before.
        first_s: When the first text arrived; None before.
        rates: Speed along the answer: seconds since the question was sent, tokens per second.
        thought_s: Time from the first text to the end of the thinking, seconds; None before.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the clock of the question."""
        self._clock = clock
        self.phase = Phase.WAITING
        self.steps: list[StepDone] = []
        self.answer = ""
        self.tokens = 0
        self.thinking_tokens = 0
        self.asked_s = clock()
        self.sent_s: float | None = None
        self.first_s: float | None = None
        self.thought_s: float | None = None
        self.rates: list[tuple[float, float]] = []
        self._thinking: list[str] = []
        self._open = ""
        self._recent: deque[tuple[float, int]] = deque()  # on the clock of the worker
        self._first_stamp = 0.0
        self._heard_s = self.asked_s

    @property
    def open_step(self) -> str:
        """Text of the step that is being written."""
        return self._open

    @property
    def thinking(self) -> str:
        """The reasoning so far."""
        if len(self._thinking) > 1:
            self._thinking = ["".join(self._thinking)]
        return self._thinking[0] if self._thinking else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet."""
        return self.first_s is None

    def sent(self) -> None:
        """Note that a worker has the question."""
        self.sent_s = self._clock()
        self.phase = Phase.READING

    def take(self, pieces: Iterable[Stamped]) -> None:
        """Take in what arrived, each with the time at which it was written."""
        self._heard_s = self._clock()
        for stamped in pieces:
            piece = stamped.event
            if isinstance(piece, StepDone):
                self._finish_step(piece)
            elif isinstance(piece, TokenText):
                self._add(piece)
                self._note_rate(stamped.t)

    def rate_now(self) -> float | None:
        """Return tokens per second over the last second; None while too little is known."""
        if len(self._recent) < 2:
            return None
        (start, before), (end, after) = self._recent[0], self._recent[-1]
        return (after - before) / (end - start)

    def silent_s(self) -> float:
        """Return the time since the last piece, seconds."""
        return self._clock() - self._heard_s

    def first_token_ms(self) -> float | None:
        """Return the time from sending the question to the first text, milliseconds."""
        if self.first_s is None or self.sent_s is None:
            return None
        return (self.first_s - self.sent_s) * 1000

    def age_s(self) -> float:
        """Return the time since the person asked, seconds."""
        return self._clock() - self.asked_s

    def seconds(self) -> float:
        """Return the time since a worker has the question, seconds."""
        return 0.0 if self.sent_s is None else self._clock() - self.sent_s

    def thinking_seconds(self) -> float:
        """Return how long it thought, so far or in all, seconds."""
        if self.thought_s is not None:
            return self.thought_s
        return 0.0 if self.first_s is None else self._clock() - self.first_s

    def waited_s(self) -> float:
        """Return the time before a worker had the question: queue and loading, seconds."""
        return (self._clock() if self.sent_s is None else self.sent_s) - self.asked_s

    def end_thinking(self) -> None:
        """Stop the clock of the thinking: closed, stopped or failed."""
        if self.thought_s is None and self.first_s is not None:
            self.thought_s = self._clock() - self.first_s

    def measured(self) -> Efficiency:
        """Return the cost as seen from here, for an answer whose worker cannot tell any more."""
        seconds = self.seconds()
        since_first = 0.0 if self.first_s is None else self._clock() - self.first_s
        return Efficiency(
            ttft_ms=self.first_token_ms(),
            decode_tps=self.tokens / since_first if since_first > SHORTEST_S else None,
            end_to_end_tps=self.tokens / seconds if seconds > SHORTEST_S else None,
            tokens_thinking=self.thinking_tokens,
            tokens_answer=self.tokens - self.thinking_tokens,
            seconds=seconds,
        )

    def step_values(self) -> list[dict[str, Any]]:
        """Return the steps as JSON values; the one that was begun counts as a step without time."""
        values: list[dict[str, Any]] = [
            {"text": step.text, "tokens": step.tokens, "ms": step.ms} for step in self.steps
        ]
        if self._open.strip():
            values.append({"text": self._open, "tokens": 0, "ms": 0.0})
        return values

    def _note_rate(self, at_s: float) -> None:
        """Note how fast it is written, by the times at which that was done.

        Pieces arrive in clusters, a short answer in a single one: the times of their arrival tell
        of the window, not of the model.
        """
        recent = self._recent
        if not recent:
            self._first_stamp = at_s
        elif at_s - recent[-1][0] < LEAST_GAP_S:
            return
        recent.append((at_s, self.tokens))
        while len(recent) > 2 and at_s - recent[1][0] > WINDOW_S:
            recent.popleft()
        rate = self.rate_now()
        if rate is not None:
            since = [recent[0][0]] if not self.rates else []  # a rate holds for all of its window
            self.rates += [(self._place_s(each), rate) for each in (*since, at_s)]

    def _place_s(self, stamp: float) -> float:
        """Return a time of the worker as seconds since it had the question."""
        first = 0.0 if self.first_s is None or self.sent_s is None else self.first_s - self.sent_s
        return max(0.0, first) + stamp - self._first_stamp

    def _add(self, piece: TokenText) -> None:
        if self.first_s is None:
            self.first_s = self._clock()
        if piece.part == "recast":
            self.answer, self._thinking, self._open = "", [piece.text], ""
            self.thinking_tokens = piece.n
        elif piece.part == "thinking":
            self._think(piece)
        else:
            if self.phase is not Phase.ANSWERING and self.phase is not Phase.STOPPING:
                self.end_thinking()
                self.phase = Phase.ANSWERING
            self.answer += piece.text
        self.tokens = max(self.tokens, piece.n)

    def _think(self, piece: TokenText) -> None:
        if self.phase is not Phase.STOPPING:
            self.phase = Phase.THINKING
        self._thinking.append(piece.text)
        self._open += piece.text
        self.thinking_tokens = max(self.thinking_tokens, piece.n)

    def _finish_step(self, step: StepDone) -> None:
        """A step's own text was told before it, perhaps with the beginning of the next one."""
        self.steps.append(step)
        rest = self._open.lstrip("\n")
        self._open = rest[len(step.text) :].lstrip("\n") if rest.startswith(step.text) else ""
