"""One number with the evidence behind it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

Status = Literal["reported", "computed", "estimated", "assumed"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number that never travels without its source, date and status.

    `value`, `low` and `high` share one unit; `low` and `high` (the 10th and 90th percentile)
    are required where the status is `estimated`. `as_of` is an ISO date of any precision.
    """

    value: float
    status: Status
    source_ids: tuple[str, ...]
    as_of: str
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        """Refuse a number without evidence, or whose range does not hold it."""
        if not self.source_ids or not self.as_of:
            raise ValueError(f"A figure needs a source and a date: {self!r}")
        if math.isnan(self.value):
            raise ValueError(f"A missing value is no figure: {self!r}")
        if (self.low is None) != (self.high is None):
            raise ValueError(f"A range needs both ends: {self!r}")
        if self.status == "estimated" and self.low is None:
            raise ValueError(f"An estimate needs its range: {self!r}")
        if self.low is not None and self.high is not None:
            slack = 1e-9 * max(1.0, abs(self.value)) if math.isfinite(self.value) else 0.0
            if not self.low - slack <= self.value <= self.high + slack:
                raise ValueError(f"The range does not contain the value: {self!r}")


def figure_of(row: Any) -> Figure:
    """The figure in one row of a table of values."""
    return Figure(value=row.value, status=row.status, source_ids=row.source_id, as_of=row.as_of)


def joined(*ids: Iterable[str]) -> tuple[str, ...]:
    """Source ids of a number that rests on several, each once, in the order given.

    >>> joined(("A", "B"), ["B", "C"])
    ('A', 'B', 'C')
    """
    return tuple(dict.fromkeys(source for some in ids for source in some))


def weakest(statuses: Iterable[Status]) -> Status:
    """Status of arithmetic on several numbers: that of the weakest, never above `computed`.

    >>> weakest(["reported", "reported"])
    'computed'
    >>> weakest(["reported", "estimated"])
    'estimated'
    """
    return max(("computed", *statuses), key=STATUSES.index)
