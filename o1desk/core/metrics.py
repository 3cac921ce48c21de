"""What every number of a training run means: title, unit, chart, direction, one plain sentence.

A new metric in the trainer is one entry of `metric_table` and appears on the screen by itself; one
that nobody declared gets a sensible title from its name.
"""

import re
from collections.abc import Callable, Mapping

from o1desk.core.metric_table import ALL_METRICS, CHARTS, MetricInfo
from o1desk.core.words import QT_TRANSLATE_NOOP

__all__ = ["CHARTS", "METRICS", "MetricInfo", "info"]

METRICS: Mapping[str, MetricInfo] = {metric.name: metric for metric in ALL_METRICS}
"""Every metric with a fixed name; `info` also knows those whose name carries a word."""


def info(name: str) -> MetricInfo:
    """Return what a metric means; a name nobody declared gets a plain title and no chart."""
    if name in METRICS:
        return METRICS[name]
    for pattern, describe in _FAMILIES:
        found = pattern.fullmatch(name)
        if found is not None:
            return describe(name, found[1])
    return MetricInfo(name=name, title=_spoken(name).capitalize())


def _spoken(name: str) -> str:
    return name.replace("_", " ").strip()


def _reward_spread(name: str, part: str) -> MetricInfo:
    return MetricInfo(
        name=name,
        title=QT_TRANSLATE_NOOP("metrics", "Spread of the reward: %1"),
        chart="reward",
        help=QT_TRANSLATE_NOOP("metrics", "Standard deviation of this part of the reward."),
        words=(_spoken(part),),
    )


def _reward_part(name: str, part: str) -> MetricInfo:
    return MetricInfo(
        name=name,
        title=QT_TRANSLATE_NOOP("metrics", "Reward: %1"),
        chart="reward",
        better="higher",
        help=QT_TRANSLATE_NOOP("metrics", "Mean of this part of the reward, before its weight."),
        words=(_spoken(part),),
    )


# Units are translated where they are shown.
QT_TRANSLATE_NOOP("metrics", "tokens")
QT_TRANSLATE_NOOP("metrics", "tokens/s")
QT_TRANSLATE_NOOP("metrics", "s")
QT_TRANSLATE_NOOP("metrics", "problems")


def _pass_at(name: str, attempts: str) -> MetricInfo:
    return MetricInfo(
        name=name,
        title=QT_TRANSLATE_NOOP("metrics", "Solved within %1 answers"),
        unit="%",
        chart="accuracy",
        better="higher",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics", "Share of problems that at least one of %1 sampled answers solves."
        ),
        words=(attempts,),
    )


def _seconds(name: str, part: str) -> MetricInfo:
    return MetricInfo(
        name=name,
        title=QT_TRANSLATE_NOOP("metrics", "Time: %1"),
        unit="s",
        chart="time",
        better="lower",
        words=(_spoken(part),),
    )


def _speed(name: str, part: str) -> MetricInfo:
    return MetricInfo(
        name=name,
        title=QT_TRANSLATE_NOOP("metrics", "Speed: %1"),
        unit="tokens/s",
        chart="speed",
        better="higher",
        words=(_spoken(part),),
    )


_FAMILIES: tuple[tuple[re.Pattern[str], Callable[[str, str], MetricInfo]], ...] = (
    (re.compile(r"pass_at_(\d+)"), _pass_at),
    (re.compile(r"reward_(.+)_std"), _reward_spread),
    (re.compile(r"reward_(.+)"), _reward_part),
    (re.compile(r"seconds_(.+)"), _seconds),
    (re.compile(r"(.+)_tps"), _speed),
)
