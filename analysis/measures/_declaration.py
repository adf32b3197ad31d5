"""What a measure's module declares. Frozen; an unknown field is an error; bad ones fail by name."""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from analysis.checks import Array

Scope = Literal["province", "national"]
Unit = Literal["people", "seekers_per_vacancy", "vacancies_per_seeker", "share", "km", "none"]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One mismatch measure.

    `compute`: takes seekers and vacancies, then what else its signature names. `scope`: one
    value per province, or one for the country. `part`: where the result holds more than one
    thing, the attribute or column with the values that `unit` and `range` speak of. `signed`:
    zero is the middle, and both sides of it mean something. `range`: no value lies outside;
    values may be nan or, where the range is open, inf, as the module says. `draws`: the same
    over draws x provinces. `key`: the file's name, set when it is found.
    """

    compute: Callable[..., Any]
    scope: Scope
    unit: Unit
    signed: bool
    range: tuple[float, float]
    part: str | None = None
    draws: Callable[..., Array] | None = None
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a measure that nobody could draw."""
        name = self.key or getattr(self.compute, "__name__", "measure")
        if self.scope not in get_args(Scope) or self.unit not in get_args(Unit):
            raise ValueError(f"{name}: scope {self.scope!r} or unit {self.unit!r} is unknown")
        low, high = self.range
        if math.isnan(low) or not low < high or self.signed != (low < 0 < high):
            raise ValueError(f"{name}: range {self.range} and signed={self.signed} do not agree")
        if list(inspect.signature(self.compute).parameters)[:2] != ["seekers", "vacancies"]:
            raise ValueError(f"{name}: its first arguments must be seekers and vacancies")
