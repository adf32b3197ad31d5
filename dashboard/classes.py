"""Legend classes: which one a value falls in, how they are named, and when colour says little."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from dashboard.numbers import DASH, MINUS, number
from dashboard.words import Speaker
from geodata import Figure

UNCERTAIN_SPAN = 3
"""A range that covers this many classes or more is hatched: the colour says little then."""


def class_of(value: float, *, breaks: Sequence[float]) -> int:
    """Index of the class of `value`; a value on a limit belongs to the class above.

    >>> class_of(20, breaks=(5, 20, 50))
    2
    """
    return bisect_right(breaks, value)


def is_uncertain(figure: Figure, *, breaks: Sequence[float]) -> bool:
    """Whether the range of `figure` covers three legend classes or more."""
    if figure.low is None or figure.high is None:
        return False
    lowest, highest = (class_of(end, breaks=breaks) for end in (figure.low, figure.high))
    return highest - lowest + 1 >= UNCERTAIN_SPAN


def class_labels(breaks: Sequence[float], *, say: Speaker) -> list[str]:
    """Names of the classes, lowest first."""
    limits = [number(limit) for limit in breaks]
    return [
        say("class_under", limit=limits[0]),
        *(
            say("from_to", low=low, high=high) if MINUS in low else say.fill(f"{low}{DASH}{high}")
            for low, high in pairwise(limits)
        ),
        say("class_over", limit=limits[-1]),
    ]
