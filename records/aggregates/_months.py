"""The months of life tables: short steps first, when most happens."""

import math

from geodata import Text

EDGES = (0, 1, 2, 3, 6, 9, 12, 18)
"""The first month of each step; the last one is open."""


_DAYS_A_MONTH = 30.4375


def first_day(month: int) -> int:
    """The days after return at which a month begins, counted from zero."""
    return math.ceil(month * _DAYS_A_MONTH)


def steps() -> dict[str, tuple[int, int | None]]:
    """The steps by key: first month, and the month at which the next one begins."""
    ends = (*EDGES[1:], None)
    return {f"m{first:02d}": (first, end) for first, end in zip(EDGES, ends, strict=True)}


def title(first: int, end: int | None) -> Text:
    """What a step is called."""
    if end is None:
        return Text(en=f"{first} months or more", km=f"ចាប់ពី {first} ខែ")
    if end == first + 1:
        return Text(en=f"Month {end}", km=f"ខែទី {end}")
    return Text(en=f"Months {first + 1} to {end}", km=f"ខែទី {first + 1} ដល់ {end}")
