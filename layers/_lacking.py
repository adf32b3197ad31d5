"""Areas of one's own: what their counts alone tell, and which tables a number lacks."""

from collections.abc import Mapping

import numpy as np

from geodata import Geodata, Text
from geodata.own import OWN
from geodata.provinces import CODES
from layers._counted import Counts, rate_of, summed
from layers._declaration import Reading
from layers._estimation import DRAWS, Estimate
from layers._people import rate_sources, working_age


class LackingError(LookupError):
    """Nothing can be told before these tables are filled in; the provinces that ship have all."""

    def __init__(self, *tables: str) -> None:
        """`tables`: names, or `national/` and the name of a national indicator."""
        self.tables = tables
        super().__init__(", ".join(tables))


def lacks(geodata: Geodata, *tables: str) -> tuple[str, ...]:
    """Which of these tables areas of one's own do not have; none of the provinces that ship."""
    return tuple(name for name in tables if OWN and not geodata.has(name))


def need(geodata: Geodata, *tables: str) -> None:
    """Go on where these tables have rows. Raises `LackingError` where one has none."""
    if missing := lacks(geodata, *tables):
        raise LackingError(*missing)


def all_counted(counts: Counts, *, otherwise: tuple[str, ...]) -> Estimate:
    """Counts of every area as an estimate without doubt.

    Raises:
        LackingError: some area has no count; it names the tables `otherwise`.
    """
    if any(code not in counts for code in CODES):
        raise LackingError(*otherwise)
    central = np.array([counts[code].value for code in CODES])
    return Estimate(central=central, draws=np.tile(central, (DRAWS, 1)))


def of_counts(geodata: Geodata, counts: Counts, *, table: str) -> Mapping[str, Reading]:
    """What counts alone tell: their numbers, and rates where it is known how many people live.

    Raises:
        LackingError: nothing is counted in `table`.
    """
    if not counts:
        raise LackingError(table)
    readings = {"count": counted_reading(counts)}
    if not lacks(geodata, "population", "national/aged_15_59"):
        readings["per_1000"] = _rates(geodata, counts)
    return readings


def counted_reading(counts: Counts) -> Reading:
    """Counts alone: the areas that have one, and their sum."""
    return Reading(values=dict(sorted(counts.items())), national=summed(list(counts.values())))


def _rates(geodata: Geodata, counts: Counts) -> Reading:
    adults, sources = working_age(geodata), rate_sources(geodata)
    people = {code: float(adults[CODES.index(code)]) for code in sorted(counts)}
    there = {code: one for code, one in people.items() if one > 0}
    if not there:
        return Reading(values={}, national=None)
    total = summed([counts[code] for code in there])
    return Reading(
        values={
            code: rate_of(counts[code], 1000 / one, sources=sources) for code, one in there.items()
        },
        national=rate_of(total, 1000 / sum(there.values()), sources=sources),
    )


def told(shipped: Text, *, own: Text) -> Text:
    """A sentence about the provinces that ship, or the one that holds for any areas."""
    return own if OWN else shipped
