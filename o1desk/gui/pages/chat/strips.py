"""Curves along one answer, from the lists that were measured into the strips that show them."""

import math
from collections.abc import Sequence
from itertools import takewhile

from o1desk.gui.charts.live import RateStrip
from o1desk.gui.pages.chat.tree import Turn


def curve_of(turn: Turn | None, name: str) -> list[tuple[float, float]]:
    """Return a curve that was stored with an answer; empty when there is none."""
    found = None if turn is None else turn.details.get(name)
    points = found if isinstance(found, list) else []
    return [
        (float(each[0]), float(each[1]))
        for each in points
        if isinstance(each, list) and len(each) == 2
    ]


def draw(strip: RateStrip, points: Sequence[tuple[float, float]]) -> None:
    """Draw a curve; a single point is none."""
    strip.clear()
    for at_s, value in points if len(points) > 1 else ():
        strip.append(at_s, value)


def draw_more(strip: RateStrip, points: Sequence[tuple[float, float]]) -> None:
    """Draw what is new of a curve."""
    known = strip.points()
    last = known[-1][0] if known else -math.inf
    new = list(takewhile(lambda point: point[0] > last, reversed(points)))
    for at_s, value in reversed(new):
        strip.append(at_s, value)
