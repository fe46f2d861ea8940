"""How likely something is by chance alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, exp, pi, sqrt


def at_least(hits: int, chances: Sequence[float]) -> float:
    """The chance of so many hits or more where each trial has its own chance (a Poisson binomial, exact)."""
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[n] * (1 - chance) if n < len(spread) else 0.0) + (spread[n - 1] * chance if n else 0.0)
            for n in range(len(spread) + 1)
        ]
    return sum(spread[hits:])


def uneven(counts: Sequence[int]) -> float:
    """The chance of counts as uneven as these or more, if each place were as likely (chi-square)."""
    expected = sum(counts) / len(counts)
    statistic = sum((count - expected) ** 2 for count in counts) / expected
    return chi_square_tail(statistic, len(counts) - 1)


def chi_square_tail(statistic: float, freedom: int) -> float:
    """The chance that a chi-square of so many degrees of freedom exceeds a value.

    Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.4 and 26.4.5.
    """
    if statistic <= 0:
        return 1.0
    if freedom % 2:
        term, total = sqrt(2 * statistic / pi) * exp(-statistic / 2), erfc(sqrt(statistic / 2))
        for n in range(3, freedom + 1, 2):
            total, term = total + term, term * statistic / n
        return total
    term = total = exp(-statistic / 2)
    for n in range(2, freedom, 2):
        term = term * statistic / n
        total += term
    return total
