"""Rates with honest intervals."""

import math
from collections import Counter
from collections.abc import Sequence

Z95 = 1.959963984540054  # two-sided 95 % quantile of the normal distribution


def wilson(successes: float, n: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a rate.

    Chosen because it stays inside [0, 1] and holds for small n and rates near 0 or 1, where the
    textbook interval fails (E. B. Wilson, JASA 22, 1927). No data gives (0, 1).

    Args:
        successes: How many of the n succeeded; may be fractional for partial credit.
        n: How many were tried.
    """
    if n == 0:
        return 0.0, 1.0
    rate = successes / n
    spread = Z95 * math.sqrt(rate * (1 - rate) / n + Z95**2 / (4 * n * n))
    centre = rate + Z95**2 / (2 * n)
    scale = 1 + Z95**2 / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def majority(answers: Sequence[str]) -> str:
    """Return the most frequent non-empty answer, the earliest among equals; "" if there is none."""
    counted = Counter(answer for answer in answers if answer)
    return max(counted, key=lambda answer: counted[answer]) if counted else ""
