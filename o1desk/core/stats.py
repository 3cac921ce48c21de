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


def pass_at_k(n: int, correct: int, k: int) -> float:
    """Return the chance that at least one of k attempts succeeds, from n >= k attempts.

    The unbiased estimator 1 - C(n - c, k) / C(n, k); the plain 1 - (1 - c / n)^k is biased
    (arXiv:2107.03374 eq. 1).

    Args:
        n: Attempts made.
        correct: How many of them succeeded.
        k: Attempts allowed, 1 to n.

    Raises:
        ValueError: If k or the number of successes does not fit n.
    """
    if not 1 <= k <= n or not 0 <= correct <= n:
        raise ValueError(f"pass@{k} cannot be estimated from {correct} successes in {n} attempts")
    return 1.0 - math.comb(n - correct, k) / math.comb(n, k)


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies, interpolated linearly.

    Args:
        values: At least one number, in any order.
        share: From 0 (smallest) to 1 (largest).

    Raises:
        ValueError: If there are no values or the share is outside [0, 1].
    """
    if not values or not 0.0 <= share <= 1.0:
        raise ValueError(f"no quantile {share:g} of {len(values)} values")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
