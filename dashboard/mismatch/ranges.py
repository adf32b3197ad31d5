"""Numbers with their range, from a central value and its draws."""

from collections.abc import Iterable
from typing import Literal

import numpy as np

from analysis.checks import Array
from geodata import Figure

LOW, HIGH = 0.1, 0.9


def ranges(draws: Array) -> tuple[Array, Array]:
    """The 10th and 90th percentile over the first axis; draws that are not defined are left out.

    Where draws are inf, `nowhere`, a percentile is a draw itself: nothing lies between.
    """
    method: Literal["linear", "nearest"] = "linear" if np.isfinite(draws).all() else "nearest"
    low, high = np.nanquantile(draws, (LOW, HIGH), axis=0, method=method)
    return low, high


def ranged(
    value: float, draws: Array, *, source_ids: Iterable[str], as_of: str, factor: float = 1.0
) -> Figure:
    """One estimate times `factor`; where the central value lies outside, the range is widened."""
    low, high = ranges(draws)
    return within(value, float(low), float(high), source_ids=source_ids, as_of=as_of, factor=factor)


def within(
    value: float,
    low: float,
    high: float,
    *,
    source_ids: Iterable[str],
    as_of: str,
    factor: float = 1.0,
) -> Figure:
    """The same, with the percentiles at hand."""
    return Figure(
        value=factor * value,
        low=factor * min(low, value),
        high=factor * max(high, value),
        status="estimated",
        source_ids=tuple(source_ids),
        as_of=as_of,
    )
