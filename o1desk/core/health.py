"""How a training run is doing, in words: the health strip.

Each check looks at one thing a person would look at and says it in a short phrase with a level.
Thresholds are rules of thumb for group-relative RL with LoRA.
"""

import math
from collections import deque
from collections.abc import Iterable, Mapping

from o1desk.core import health_trends, health_words
from o1desk.core.health_words import HealthWord, Values

__all__ = ["HealthWord", "health"]

MEMORY = 40  # latest values of a metric that the checks look at
RARE = ("heldout_pass_at_1",)  # measured at few steps; the first value is the start

_ORDER: Mapping[str, int] = {"bad": 0, "watch": 1, "good": 2}


def health(values: Values, history: Mapping[str, Iterable[float]]) -> list[HealthWord]:
    """Return what can be said of a run, the worst first.

    Args:
        values: Metrics of the latest step.
        history: Earlier values of each metric, oldest first, without the latest step. The last
            40 of each are enough, but all of `heldout_pass_at_1`, whose first is the start.
    """
    known = {name: value for name, value in values.items() if math.isfinite(value)}
    past = {name: _latest(name, history.get(name, ())) for name in {*known, *RARE}}
    words = (
        health_words.signal(known),
        health_trends.heldout(known, past),
        health_trends.progress(known, past),
        health_words.truncated(known),
        health_words.kl(known),
        health_words.mismatch(known),
        health_trends.entropy(known, past),
        health_trends.gradient(known, past),
    )
    return sorted((word for word in words if word), key=lambda word: _ORDER[word.level])


def _latest(name: str, series: Iterable[float]) -> list[float]:
    tail = deque(series, maxlen=None if name in RARE else MEMORY)
    return [float(value) for value in tail if math.isfinite(value)]
