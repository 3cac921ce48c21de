"""How sure a model was at a step, as a share, a colour and words."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QColor

from o1desk.gui.models.step_model import StepView
from o1desk.gui.theme import Theme

MOST_NATS = 2.0  # a mean above this is a guess among many words
ORANGE, VIOLET = 1, 3  # lines of a chart


def doubt_of(step: StepView) -> float | None:
    """Return 0 for sure to 1 for guessing, by entropy or else log-probability; None if unknown."""
    nats = step.entropy
    if nats is None and step.mean_logprob is not None:
        nats = -step.mean_logprob
    return None if nats is None else min(max(nats / MOST_NATS, 0.0), 1.0)


def doubt_color(theme: Theme, doubt: float | None) -> QColor:
    """Return the colour of a step: pale blue for sure over violet to orange; grey for unknown."""
    if doubt is None:
        return theme.color("border_strong")
    sure = blend(theme.color("accent"), theme.color("surface"), 0.55)
    stops = (sure, theme.color("accent"), theme.series(VIOLET), theme.series(ORANGE))
    place = doubt * (len(stops) - 1)
    first = min(int(place), len(stops) - 2)
    return blend(stops[first], stops[first + 1], place - first)


def doubt_words(step: StepView) -> str:
    """Return the measured figure with its unit; empty when nothing was measured."""
    number = QLocale().toString
    if step.entropy is not None:
        words = QCoreApplication.translate("certainty", "mean entropy {nats} nats")
        return words.format(nats=number(step.entropy, "f", 2))
    if step.mean_logprob is not None:
        words = QCoreApplication.translate("certainty", "mean log-probability {nats} nats")
        return words.format(nats=number(step.mean_logprob, "f", 2))
    return ""


def blend(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour between two; 0 gives the first, 1 the second."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )
