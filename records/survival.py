"""The share still without work, month by month after return, with its interval.

Kaplan and Meier (1958), Journal of the American Statistical Association 53, over the steps of a
life table; the variance is Greenwood's, the interval 95 %, on the scale of log(-log S), so that it
stays between 0 and 1 (Kalbfleisch and Prentice 2002, chapter 1).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from records.aggregates._months import steps
from records.release import Release
from records.tables import ALL, TOTAL

_NORMAL = 1.959963984540054


@dataclass(frozen=True, kw_only=True)
class Point:
    """The share without work after `month` months, its interval, and how many were followed."""

    month: int
    share: float
    low: float
    high: float
    at_risk: float


def kaplan_meier(
    events: Sequence[float], withdrawn: Sequence[float], months: Sequence[int], *, half: bool
) -> list[Point]:
    """The curve at the ends of the steps.

    `events`: who found work in each step; `withdrawn`: whose time so far ends in it; `months`: the
    ends of the steps. `half`: withdrawals are spread over the step, so that half of them count as
    followed; otherwise they come after its events.

    >>> [round(p.share, 4) for p in kaplan_meier([1, 2], [1, 2], [1, 2], half=False)]
    [0.8333, 0.4167]
    """
    at_risk = float(sum(events) + sum(withdrawn))
    share, variance, points = 1.0, 0.0, []
    for found, left, month in zip(events, withdrawn, months, strict=True):
        followed = at_risk - left / 2 if half else at_risk
        if followed > 0:
            share *= 1 - found / followed
            if found < followed:
                variance += found / (followed * (followed - found))
        low, high = _interval(share, variance)
        points.append(Point(month=month, share=share, low=low, high=high, at_risk=at_risk))
        at_risk -= found + left
    return points


def _interval(share: float, variance: float) -> tuple[float, float]:
    if not 0 < share < 1:
        return share, share
    spread = _NORMAL * math.sqrt(variance) / abs(math.log(share))
    return share ** math.exp(spread), share ** math.exp(-spread)


def curve(release: Release, *, place: tuple[str, str] = TOTAL, sex: str = ALL) -> tuple[Point, ...]:
    """The curve of some people, as far as no hidden count is needed: empty where none is known.

    The last step is open and has no end, so that no point is drawn for it.
    """
    events, withdrawn, months = [], [], []
    for key, (_, end) in steps().items():
        found = release.count("time_to_work", key, place=place, sex=sex)
        left = release.count("time_waiting", key, place=place, sex=sex)
        events.append(found)
        withdrawn.append(left)
        months.append(end)
    total = _followed(release, place, sex)
    if total is None:
        return ()
    known = 0
    while known < len(months) and None not in (events[known], withdrawn[known], months[known]):
        known += 1
    told = [float(one or 0) for one in events[:known]]
    gone = [float(one or 0) for one in withdrawn[:known]]
    later = total - sum(told) - sum(gone)
    points = kaplan_meier(
        [*told, 0.0], [*gone, later], [*(m or 0 for m in months[:known]), 0], half=True
    )
    return tuple(points[:-1])


def _followed(release: Release, place: tuple[str, str], sex: str) -> int | None:
    """Everybody whose time is known; None where a number that this needs is hidden."""
    people = release.count("people", "all", place=place, sex=sex)
    unknown = [
        release.count(key, "not_known", place=place, sex=sex)
        for key in ("time_to_work", "time_waiting")
    ]
    if people is None or None in unknown:
        return None
    return people - sum(one or 0 for one in unknown)
