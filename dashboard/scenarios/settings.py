"""What a reader may set: every parameter of instruments and futures, within limits.

In a link `agro_processing.usd_per_job:20000,all.realisation:0.3`. What is set is taken as known.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.scenario import YEARS
from dashboard.data_here import of_data
from dashboard.world import world
from geodata import Status, Text

Settings = tuple[tuple[str, float], ...]
"""Keys and values that differ from the central ones, in the order of `parameters_to_set`."""

LINK = "set"
"""The key in the link."""

ALL = "all"
"""Owner of the parameters that serve every instrument."""

MOST = 40
"""Settings in one link: with the longest plan it is not longer than what is read of a link."""

_DIGITS = (*range(10, 40), *range(40, 100, 5))
_STOPS = 41
_APART = 0.015
_NUMBER = re.compile(r"\d{1,8}(\.\d{1,6})?")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One parameter that can be set: `low`, `central` and `high` are the usual ones.

    `least`, `most`: limits of what it can be set to; `whole`: whole numbers only.
    """

    key: str
    owner: str
    text: Text
    unit: str
    low: float
    central: float
    high: float
    least: float
    most: float
    status: Status
    as_of: str
    source_ids: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it counts years, or is one."""
        return self.unit in ("years", "year")

    def takes(self, value: float) -> bool:
        """Whether it can be set to `value`."""
        return self.least <= value <= self.most and not (self.whole and value % 1)

    @cached_property
    def stops(self) -> tuple[float, ...]:
        """The values of its control: round ones, closer where they are small, and the usual."""
        if self.whole:
            return tuple(map(float, range(int(self.least), int(self.most) + 1)))
        usual = {self.low, self.central, self.high}
        apart = {
            value
            for value in _round(self.least, self.most)
            if all(abs(value - one) > _APART * one for one in usual)
        }
        return tuple(sorted(value for value in usual | apart if self.takes(value)))


@of_data(4)
def parameters_to_set() -> Mapping[str, Setting]:
    """All of them by key: those of every instrument, of each instrument, of each future."""
    geodata = world().geodata
    rows: list[tuple[str, Any]] = [
        *((row.instrument, row) for row in geodata.rows("instruments")),
        *((row.future, row) for row in geodata.rows("futures")),
    ]
    order = [ALL, *instruments(), *futures()]
    found = [_setting(owner, row) for owner, row in rows]
    return {one.key: one for one in sorted(found, key=lambda one: order.index(one.owner))}


def _setting(owner: str, row: Any) -> Setting:
    least, most = _limits(row)
    return Setting(
        key=f"{owner}.{row.parameter}",
        owner=owner,
        text=Text(en=row.text_en, km=row.text_km),
        unit=row.unit,
        low=row.low,
        central=row.central,
        high=row.high,
        least=least,
        most=most,
        status=row.status,
        as_of=row.as_of,
        source_ids=row.source_id,
    )


def _round(least: float, most: float) -> list[float]:
    """Numbers of one or two digits from decade to decade; evenly from a limit of zero."""
    if least <= 0:
        return [float(f"{value:.2g}") for value in np.linspace(0, most, _STOPS).tolist()]
    decades = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    return [float(f"{digits}e{decade - 1}") for decade in decades for digits in _DIGITS]


def _limits(row: Any) -> tuple[float, float]:
    """From half the low to twice the high; shares at most all, years within those played."""
    if row.unit == "year":
        return float(YEARS[0]), float(YEARS[-1])
    if row.unit == "years":
        longest = min(max(2 * row.high, row.high + 2), len(YEARS))
        return (0.0 if row.parameter == "lag" else 1.0), float(longest)
    most = 2 * row.high
    return row.low / 2, min(most, 1.0) if row.unit == "ratio" else most


def read_settings(text: str) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the text of a link, and the parts of it that are none.

    >>> read_settings("all.realisation:0.3,all.realisation:9,x:1")
    ((('all.realisation', 0.3),), ('all.realisation:9', 'x:1'))
    """
    parts = [part.partition(":") for part in text.split(",") if part]
    found, wrong = usable((key, value) for key, _, value in parts)
    told = {(key, value): f"{key}{colon}{value}" for key, colon, value in parts}
    return found, tuple(told[pair] for pair in wrong)


def usable(
    given: Iterable[tuple[str, str]],
) -> tuple[Settings, tuple[tuple[str, str], ...]]:
    """Settings from keys and numbers as text, and the pairs that are none; the usual is left out.

    Of a key that is repeated the first counts.
    """
    known = parameters_to_set()
    named: set[str] = set()
    own: dict[str, float] = {}
    wrong: list[tuple[str, str]] = []
    for key, text in given:
        value = float(text) if _NUMBER.fullmatch(text) and text.isascii() else None
        if key not in known or key in named or value is None or not known[key].takes(value):
            wrong.append((key, text))
            continue
        named.add(key)
        if value == known[key].central:
            continue
        if len(own) < MOST:
            own[key] = value
        else:
            wrong.append((key, text))
    return tuple((key, own[key]) for key in known if key in own), tuple(wrong)


def write_settings(settings: Settings) -> str:
    """The text of settings in a link.

    >>> write_settings((("agro_processing.usd_per_job", 20000.0), ("all.realisation", 0.3)))
    'agro_processing.usd_per_job:20000,all.realisation:0.3'
    """
    return ",".join(f"{key}:{number_text(value)}" for key, value in settings)


def number_text(value: float) -> str:
    """A number without an exponent, to the six decimals that a link takes."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
