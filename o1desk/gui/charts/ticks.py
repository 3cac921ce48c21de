"""Numbers on and beside the axes of a chart: where ticks stand and how values are written.

Plain numbers without SI prefixes, shares as "62 %", times as minutes and seconds or hours and
minutes, all in the notation of the language in force.
"""

import math
from typing import Final

from PySide6.QtCore import QDateTime, QLocale

Tick = tuple[float, str]

STEP: Final = "step"
SECONDS: Final = "seconds"
TOKENS: Final = "tokens"
CLOCK: Final = "clock"
X_KINDS: Final = (STEP, SECONDS, TOKENS, CLOCK)

ABSENT = "-"
MINUTE, HOUR, DAY = 60, 3_600, 86_400
# Steps of a time axis in seconds that people can read.
TIME_STEPS = (
    1, 2, 5, 10, 15, 30, MINUTE, 120, 300, 600, 900, 1_800,
    HOUR, 7_200, 10_800, 21_600, 43_200, DAY,
)  # fmt: skip
TINY = 1e-4  # below it a number is written with an exponent
HUGE = 1e15


def nice_step(span: float, count: int) -> float:
    """Return a step of 1, 2, 2.5 or 5 times a power of ten that gives at most `count` + 1 ticks."""
    raw = max(span / max(count, 1), 5e-324)
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in (1.0, 2.0, 2.5, 5.0):
        if factor * power >= raw * (1 - 1e-9):
            return factor * power
    return 10.0 * power


def value_ticks(low: float, high: float, count: int, *, percent: bool = False) -> list[Tick]:
    """Return ticks of a value axis with equally precise labels.

    Args:
        low: Lower end of the axis.
        high: Upper end, above `low`.
        count: About how many ticks there is room for.
        percent: Whether values are shares, written in per cent.
    """
    step = nice_step(high - low, count)
    places = _multiples(low, high, step)
    unit = 100.0 if percent else 1.0
    decimals = _decimals(step * unit)
    sign = " %" if percent else ""
    return [(place, _fixed(place * unit, decimals) + sign) for place in places]


def log_ticks(low: float, high: float, count: int, *, percent: bool = False) -> list[Tick]:
    """Return ticks of a logarithmic axis; `low`, `high` and the places are decimal logarithms."""
    whole = range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1)
    if len(whole) >= 2:
        every = max(1, math.ceil(len(whole) / max(count, 1)))
        return [(float(p), format_value(10.0**p, percent=percent)) for p in whole[::every]]
    tens = range(math.floor(low), math.ceil(high) + 1)
    values = [factor * 10.0**power for power in tens for factor in (1.0, 2.0, 5.0)]
    inside = [v for v in values if low - 1e-9 <= math.log10(v) <= high + 1e-9]
    if len(inside) < 2:
        inside = [10.0**low, 10.0**high]
    return [(math.log10(v), format_value(v, percent=percent)) for v in inside]


def x_ticks(low: float, high: float, count: int, *, kind: str = STEP) -> list[Tick]:
    """Return ticks of the horizontal axis.

    Args:
        low: Left end.
        high: Right end, right of `low`.
        count: About how many ticks there is room for.
        kind: One of `X_KINDS`; "clock" is in seconds since 1970 and written in local time.
    """
    if kind in (SECONDS, CLOCK):
        wanted = (high - low) / max(count, 1)
        pace = next((s for s in TIME_STEPS if s >= wanted), 0) or DAY * math.ceil(wanted / DAY)
        shift = _utc_offset(low) if kind == CLOCK else 0
        places = [place - shift for place in _multiples(low + shift, high + shift, float(pace))]
        return [(place, _time_label(place, kind, high - low)) for place in places]
    step = nice_step(high - low, count)
    if step != round(step) and high - low >= 1:  # 0.5 or 2.5: nobody makes half a step
        step = 1.0 if step < 1 else 5.0
    decimals = _decimals(step)
    return [(place, _fixed(place, decimals)) for place in _multiples(low, high, step)]


def format_value(value: float, *, unit: str = "", percent: bool = False) -> str:
    """Return a number as people read it: "62 %", "0.0213", "1,234 tokens"; "-" when not finite."""
    if not math.isfinite(value):
        return ABSENT
    if percent:
        return f"{_short(value * 100, whole_from=10)} %"
    text = _short(value, whole_from=1_000)
    return f"{text} {unit}" if unit else text


def format_x(value: float, kind: str = STEP) -> str:
    """Return a position on the horizontal axis: "1,200", "3:07", "2:15 h", "03-01 14:05:09"."""
    if not math.isfinite(value):
        return ABSENT
    if kind == SECONDS:
        return format_duration(value)
    if kind == CLOCK:
        moment = QDateTime.fromSecsSinceEpoch(round(value))
        return QLocale().toString(moment, "MM-dd HH:mm:ss")
    return _short(value, whole_from=1_000)


def format_duration(seconds: float) -> str:
    """Return a time span: m:ss below an hour, else h:mm with an "h" behind it."""
    whole = round(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    if whole < HOUR:
        return f"{sign}{whole // MINUTE}:{whole % MINUTE:02d}"
    return f"{sign}{whole // HOUR}:{whole % HOUR // MINUTE:02d} h"


def _time_label(place: float, kind: str, span: float) -> str:
    if kind == SECONDS:
        return format_duration(place)
    moment = QDateTime.fromSecsSinceEpoch(round(place))
    pattern = "HH:mm:ss" if span < 5 * MINUTE else "HH:mm" if span < DAY else "MM-dd"
    return QLocale().toString(moment, pattern)


def _utc_offset(seconds: float) -> int:
    return QDateTime.fromSecsSinceEpoch(round(seconds)).offsetFromUtc()


def _multiples(low: float, high: float, step: float) -> list[float]:
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [number * step + 0.0 for number in range(first, last + 1)]


def _decimals(step: float) -> int:
    """Return how many decimals tell multiples of `step` apart."""
    for decimals in range(9):
        scaled = step * 10**decimals
        if abs(scaled - round(scaled)) < 1e-6 and round(scaled):
            return decimals
    return 9


def _fixed(value: float, decimals: int) -> str:
    if decimals > 5 or abs(value) >= HUGE:
        return _exponent(value) if value else "0"
    return QLocale().toString(value + 0.0, "f", decimals)


def _short(value: float, *, whole_from: float) -> str:
    """Return three significant digits, whole numbers from `whole_from` on, no idle zeros."""
    size = abs(value)
    if size == 0:
        return "0"
    if size < TINY or size >= HUGE:
        return _exponent(value)
    if size >= whole_from or value == round(value):
        return QLocale().toString(float(round(value)), "f", 0)
    decimals = min(8, max(0, 2 - math.floor(math.log10(size))))
    if whole_from < 100:
        decimals = max(1, decimals - 1)
    while decimals and round(value, decimals) == round(value, decimals - 1):
        decimals -= 1
    return QLocale().toString(value, "f", decimals)


def _exponent(value: float) -> str:
    digits, _, power = f"{value:.2e}".partition("e")
    shown = digits.rstrip("0").rstrip(".")
    return f"{shown}e{int(power)}"
