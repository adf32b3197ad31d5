"""A scenario: where public money goes, when, and which assumptions differ from the table's.

A scenario holds no result. It is played on a baseline in a future (`analysis.play`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from analysis.instruments import discover
from analysis.parameters import Parameter

FIRST_YEAR, LAST_YEAR = 2026, 2035
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
MOST_USD = 1e12
"""No allocation is larger: far above all public investment, so it is a slip of the keyboard."""

Split = Literal["seekers", "population", "equally"]


@dataclass(frozen=True, kw_only=True)
class Allocation:
    """Dollars for an instrument in a province (`01`) or on a corridor (`SEC-C`).

    Spent in equal parts over `years` years from `first_year`. Money on a corridor for an
    instrument that works in provinces is split over them by the scenario's rule.

    >>> Allocation(instrument="public_works", place="01", usd=-5.0)
    Traceback (most recent call last):
    ValueError: usd: -5.0 for public_works in 01 is no amount from 0 to 1e+12. Write dollars
    """

    instrument: str
    place: str
    usd: float
    first_year: int = FIRST_YEAR
    years: int = 3

    def __post_init__(self) -> None:
        """Refuse an allocation that nobody could mean."""
        known = discover()
        if self.instrument not in known:
            raise ValueError(
                f"instrument: there is no {self.instrument!r}. Use one of: {', '.join(known)}"
            )
        where = f"for {self.instrument} in {self.place}"
        if not (math.isfinite(self.usd) and 0 <= self.usd <= MOST_USD):
            raise ValueError(f"usd: {self.usd} {where} is no amount from 0 to 1e+12. Write dollars")
        if not FIRST_YEAR <= self.first_year <= LAST_YEAR:
            raise ValueError(
                f"first_year: {self.first_year} {where} is not a year from {FIRST_YEAR} to"
                f" {LAST_YEAR}"
            )
        if not 1 <= self.years <= len(YEARS):
            raise ValueError(f"years: {self.years} {where} is not a number from 1 to {len(YEARS)}")


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A named set of allocations on a baseline; `overrides` replace parameters by their key.

    `split`: how money on a corridor is shared over its provinces: by seekers (who needs it), by
    population, or equally.

    >>> Scenario(name="Do nothing more").usd
    0.0
    """

    name: str
    allocations: tuple[Allocation, ...] = ()
    overrides: Mapping[str, Parameter] = field(default_factory=dict)
    split: Split = "seekers"

    def __post_init__(self) -> None:
        """Refuse an unknown rule."""
        if self.split not in get_args(Split):
            raise ValueError(
                f"split: there is no rule {self.split!r}. Use one of: {', '.join(get_args(Split))}"
            )

    @property
    def usd(self) -> float:
        """All dollars of its allocations."""
        return math.fsum(allocation.usd for allocation in self.allocations)
