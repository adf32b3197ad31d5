"""Taking times: medians, percentiles, and a loop that says how fast this machine is now."""

import math
import time
from collections.abc import Callable, Sequence
from statistics import median

import numpy as np

_LOOPS = 7
_STEPS = 150_000
_SIZE = 100_000


def milliseconds(work: Callable[[], object], *, repeat: int) -> list[float]:
    """The time of each of `repeat` calls, after one that is not counted."""
    work()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return times


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest of `times` that at least `share` of them do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def calibration() -> float:
    """Milliseconds of a fixed workload, half Python, half NumPy; median of a few.

    A time divided by it can be compared between machines; a calibration that moves between two
    runs says that something else was using the machine.
    """
    return median(milliseconds(_workload, repeat=_LOOPS))


def _workload() -> float:
    total = 0
    for i in range(_STEPS):
        total += i * i % 7
    drawn = np.random.default_rng(1).normal(size=_SIZE)
    return float(np.sort(drawn)[total % _SIZE])
