"""Taking times: medians, percentiles, and a loop that says how fast this machine is now.

What is computed here is timed in processor time, which others on the machine hardly change; what
a reader waits for is timed by the clock.
"""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

_LOOPS = 7
_STEPS = 150_000
_SIZE = 100_000


def milliseconds(work: Callable[[], object], *, repeat: int) -> list[float]:
    """Processor time of each of `repeat` calls, after one that is not counted."""
    work()
    times = []
    for _ in range(repeat):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return times


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest of `times` that at least `share` of them do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


@dataclass(frozen=True, kw_only=True)
class Loop:
    """The calibration loop in milliseconds: of processor time, and by the clock.

    A clock that runs much ahead of the processor says that others were using the machine.
    """

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:.1f} ms of processor in {self.clock:.1f} ms"


def measured_loop() -> Loop:
    """A fixed workload, half Python, half NumPy; median of a few."""
    start = time.perf_counter()
    processor = median(milliseconds(_workload, repeat=_LOOPS))
    clock = (time.perf_counter() - start) * 1000 / (_LOOPS + 1)
    return Loop(processor=processor, clock=clock)


def calibration() -> float:
    """Milliseconds of the loop's processor time: a time divided by it compares machines."""
    return measured_loop().processor


def _workload() -> float:
    total = 0
    for i in range(_STEPS):
        total += i * i % 7
    drawn = np.random.default_rng(1).normal(size=_SIZE)
    return float(np.sort(drawn)[total % _SIZE])
