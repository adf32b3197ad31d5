"""What a measure's module declares. Frozen; an unknown field is an error; bad ones fail by name."""

import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, get_args

from analysis.checks import Array
from geodata import Text

Scope = Literal["province", "national"]
Hue = Literal["gap", "people", "jobs", "context"]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One mismatch measure: how it is computed, what it is called, and how it is drawn.

    `compute`: takes seekers and vacancies, then what else its signature names. `scope`: one
    value per province, or one for the country. `part`: where the result holds more than one
    thing, the attribute or column with the values that `unit` and `range` speak of. `signed`:
    zero is the middle, and both sides of it mean something. `range`: no value lies outside;
    values may be nan or, where the range is open, inf, as the module says. `draws`: the same
    over draws x provinces. `by_market`: for a national one, whether it also takes sectors, and
    provinces and sectors together. `rates`: whether it takes seekers and vacancies per 1,000
    people of working age, because counts would follow the size of provinces.

    `title`, `short` (its name in a list), `unit`, and `says`: what it tells a planner, in one
    sentence. `factor`: shown is the value times this, such as 100 for per cent; `breaks` and
    `decimals` speak of what is shown. `breaks`: inner limits of the legend classes of a measure
    of provinces. `categories`: classes by name instead, from the column `category`.
    `key`: the file's name, set when it is found.
    """

    compute: Callable[..., Any]
    scope: Scope
    signed: bool
    range: tuple[float, float]
    title: Text
    short: Text
    unit: Text
    says: Text
    part: str | None = None
    draws: Callable[..., Array] | None = None
    by_market: bool = False
    rates: bool = False
    factor: float = 1.0
    decimals: int = 0
    breaks: tuple[float, ...] = ()
    hue: Hue = "context"
    categories: Mapping[str, Text] | None = None
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a measure that nobody could draw."""
        name = self.key or getattr(self.compute, "__name__", "measure")
        if self.scope not in get_args(Scope) or self.hue not in get_args(Hue):
            raise ValueError(f"{name}: scope {self.scope!r} or hue {self.hue!r} is unknown")
        low, high = self.range
        if math.isnan(low) or not low < high or self.signed != (low < 0 < high):
            raise ValueError(f"{name}: range {self.range} and signed={self.signed} do not agree")
        if list(inspect.signature(self.compute).parameters)[:2] != ["seekers", "vacancies"]:
            raise ValueError(f"{name}: its first arguments must be seekers and vacancies")
        if self.scope == "province" and self.categories is None:
            if len(self.breaks) < 2 or any(a >= b for a, b in pairwise(self.breaks)):
                raise ValueError(f"{name}: 3 classes or more, with ascending limits")
            if (self.hue == "gap") != self.signed or (self.signed and 0 not in self.breaks):
                raise ValueError(f"{name}: two hues that part at zero are for signed values")
