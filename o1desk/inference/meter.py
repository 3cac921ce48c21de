"""What an answer cost: times from raw stamps, tokens counted where they were made.

The clock is monotonic. The decode clock starts at the first generated token, reasoning included,
and several calls are summed, never averaged.
"""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from o1desk.core.leaves import Efficiency
from o1desk.core.stats import quantile

MIB = 1024 * 1024


@dataclass(slots=True, kw_only=True)
class Call:
    """One request to a backend.

    Attributes:
        started_s: When it was made, seconds of `time.perf_counter()`.
        ended_s: When its last token was there, same clock.
        stamps_s: When each token was ready, same clock; empty for a batch, which gives none.
        tokens_prompt: Tokens read.
        tokens_thinking: Tokens of the reasoning, marks included.
        tokens_answer: Tokens of the answer, end of turn included.
        chains: Completions it made.
    """

    started_s: float
    ended_s: float = 0.0
    stamps_s: list[float] = field(default_factory=list)
    tokens_prompt: int = 0
    tokens_thinking: int = 0
    tokens_answer: int = 0
    chains: int = 1

    @property
    def tokens(self) -> int:
        """Tokens generated."""
        return self.tokens_thinking + self.tokens_answer


class Meter:
    """Watches one streamed call.

    Attributes:
        call: What was seen so far.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        """Start the clock, just before the prompt is given to the backend."""
        self._clock = clock
        self.call = Call(started_s=clock())

    def token(self, at_s: float, *, is_thinking: bool) -> None:
        """Count one token.

        Args:
            at_s: When it was ready, on the clock of this meter.
            is_thinking: Whether it belongs to the reasoning.
        """
        self.call.stamps_s.append(at_s)
        if is_thinking:
            self.call.tokens_thinking += 1
        else:
            self.call.tokens_answer += 1

    def recast(self) -> None:
        """Count everything so far as reasoning."""
        self.call.tokens_thinking += self.call.tokens_answer
        self.call.tokens_answer = 0

    def end(self) -> Call:
        """Stop the clock and return what was seen."""
        self.call.ended_s = max(self._clock(), *self.call.stamps_s[-1:], self.call.started_s)
        return self.call


def efficiency(calls: Sequence[Call]) -> Efficiency:
    """Sum up the calls of one answer, in the order they were made.

    The decode rate counts, for a streamed call, the tokens after the first over the time after
    the first; for a batch, which tells no stamps, all its tokens over all its time. A rate over
    no time at all is absent, not infinite.
    """
    if not calls:
        return Efficiency(calls=0)
    tokens = sum(call.tokens for call in calls)
    seconds = max(call.ended_s for call in calls) - calls[0].started_s
    decoded = [_decoded(call) for call in calls]
    gaps_ms = [gap * 1000 for call in calls for gap in _gaps(call)]
    first = calls[0].stamps_s[:1]
    return Efficiency(
        ttft_ms=(first[0] - calls[0].started_s) * 1000 if first else None,
        decode_tps=_rate(sum(n for n, _ in decoded), sum(s for _, s in decoded)),
        end_to_end_tps=_rate(tokens, seconds),
        itl_p50_ms=quantile(gaps_ms, 0.5) if gaps_ms else None,
        itl_p95_ms=quantile(gaps_ms, 0.95) if gaps_ms else None,
        tokens_prompt=sum(call.tokens_prompt for call in calls),
        tokens_thinking=sum(call.tokens_thinking for call in calls),
        tokens_answer=sum(call.tokens_answer for call in calls),
        calls=sum(call.chains for call in calls),
        seconds=seconds,
    )


def _decoded(call: Call) -> tuple[int, float]:
    """Return the tokens and seconds of a call that count for the decode rate."""
    if not call.stamps_s:
        return call.tokens, call.ended_s - call.started_s
    return len(call.stamps_s) - 1, call.stamps_s[-1] - call.stamps_s[0]


def _gaps(call: Call) -> list[float]:
    pairs = zip(call.stamps_s, call.stamps_s[1:], strict=False)
    return [later - earlier for earlier, later in pairs]


def _rate(tokens: int, seconds: float) -> float | None:
    return tokens / seconds if seconds > 0.0 and tokens > 0 else None


def memory_mib() -> float | None:
    """Return the memory this process holds (resident set), MiB; None where nobody can tell."""
    try:
        import psutil
    except ImportError:
        return None
    try:
        return float(psutil.Process(os.getpid()).memory_info().rss) / MIB
    except psutil.Error:
        return None
