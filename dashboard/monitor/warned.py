"""Provinces that ask for attention: by limits that stand in a table, from one release or two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.monitor.measures import MEASURES, measured
from dashboard.world import world
from geodata import Figure
from geodata.figure import figure_of

if TYPE_CHECKING:
    from records.release import Release

UP, DOWN = "placement_up", "pay_down"
ABOVE = ("arrears",)
"""Where more is worse; elsewhere less is."""

LEVELS = ("in_work", "at_least", "recovery", "arrears")
_KNOWN = {one.key: one for one in MEASURES}


@dataclass(frozen=True, kw_only=True)
class Crossed:
    """Provinces beyond the limit of a measure, the worst first, of all whose value is `known`."""

    key: str
    limit: float
    codes: tuple[str, ...]
    known: int


def thresholds() -> dict[str, Figure]:
    """Every limit, by what it is of."""
    return {row.indicator: figure_of(row) for row in world().geodata.rows("monitor_thresholds")}


def crossed(release: "Release", *, provinces: Sequence[str], sex: str) -> list[Crossed]:
    """For each measure with a limit that somebody is beyond: which provinces are."""
    limits, found = thresholds(), list[Crossed]()
    for key in LEVELS:
        limit, sign = limits[key].value, -1 if key in ABOVE else 1
        values = {
            code: one.value
            for code in provinces
            if (one := measured(release, _KNOWN[key], place=("province", code), sex=sex)).value
            is not None
        }
        beyond = [code for code, value in values.items() if sign * (value or 0.0) < sign * limit]
        if beyond:
            beyond.sort(key=lambda code: sign * (values[code] or 0.0))
            found.append(Crossed(key=key, limit=limit, codes=tuple(beyond), known=len(values)))
    return found


def up_and_down(
    before: "Release", after: "Release", *, provinces: Sequence[str], sex: str = "all"
) -> tuple[str, ...]:
    """Codes of provinces where placement is up and pay is down, as far as both are shown."""
    limits = thresholds()
    up, down = limits[UP].value, limits[DOWN].value
    found: list[str] = []
    for code in provinces:
        was, now = (
            [
                measured(one, _KNOWN[key], place=("province", code), sex=sex)
                for key in ("in_work", "income_now")
            ]
            for one in (before, after)
        )
        if any(one.why != "shown" or one.value is None for one in (*was, *now)):
            continue
        shares, pay = zip(was, now, strict=True)
        rise = (shares[1].value or 0.0) - (shares[0].value or 0.0)
        fall = 100 * (1 - (pay[1].value or 0.0) / pay[0].value) if pay[0].value else 0.0
        if rise >= up and fall >= down:
            found.append(code)
    return tuple(found)
