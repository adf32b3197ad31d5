"""A plan as text: what a link carries, and back.

One allocation is `instrument:place:million dollars:first year:years`; several are separated by
commas, as in `sez_upgrade:01:70:2026:3,enterprise_fund:SEC-C:12.5:2027:2`.
"""

import re
from collections.abc import Iterable

from analysis.instruments import discover
from analysis.scenario import Allocation

MILLION = 1e6
MOST = 80
"""Allocations in one plan; a link is not longer than a browser takes."""

_AMOUNT = re.compile(r"\d{1,6}(\.\d{1,4})?")
_YEARS = re.compile(r"\d{1,4}")


def write_plan(allocations: Iterable[Allocation]) -> str:
    """The text of a plan.

    >>> write_plan([Allocation(instrument="sez_upgrade", place="01", usd=7e7)])
    'sez_upgrade:01:70:2026:3'
    """
    return ",".join(
        f"{one.instrument}:{one.place}:{_amount(one.usd)}:{one.first_year}:{one.years}"
        for one in allocations
    )


def _amount(usd: float) -> str:
    """Million dollars, to a hundred dollars."""
    return f"{usd / MILLION:.4f}".rstrip("0").rstrip(".")


def read_plan(
    text: str, *, places: Iterable[str]
) -> tuple[tuple[Allocation, ...], tuple[str, ...]]:
    """The allocations in `text`, and the parts of it that are none.

    >>> read_plan("sez_upgrade:01:70:2026:3,x:01:5:2026:3", places=["01"])[1]
    ('x:01:5:2026:3',)
    """
    known = frozenset(places)
    found: list[Allocation] = []
    wrong: list[str] = []
    for part in filter(None, text.split(",")):
        one = _allocation(part, known)
        if one is None or len(found) >= MOST:
            wrong.append(part)
        else:
            found.append(one)
    return tuple(found), tuple(wrong)


def _allocation(part: str, places: frozenset[str]) -> Allocation | None:
    cells = part.split(":")
    if len(cells) != 5:
        return None
    instrument, place, amount, first, years = cells
    readable = (
        place in places
        and part.isascii()
        and _AMOUNT.fullmatch(amount)
        and _YEARS.fullmatch(first)
        and _YEARS.fullmatch(years)
    )
    if not readable:
        return None
    chosen = discover().get(instrument)
    if chosen is None or (chosen.on == "corridor" and place.isdigit()):
        return None
    try:
        return Allocation(
            instrument=instrument,
            place=place,
            usd=round(float(amount) * MILLION, 2),
            first_year=int(first),
            years=int(years),
        )
    except ValueError:
        return None
