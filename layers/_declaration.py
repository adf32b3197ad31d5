"""What a layer module declares. Frozen; an unknown field is an error; bad ones fail by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from string import Formatter
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from geodata import Figure, Geodata, Status, Text

Hue = Literal["people", "jobs", "land", "context"]
Shape = Literal["square", "diamond", "triangle", "circle"]
Precision = Literal["exact", "approximate", "province"]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One way to read a filled layer.

    `short`: its name in a list of measures. `breaks`: inner limits of the legend classes,
    ascending, in the measure's unit; a value on a limit belongs to the class above. `headline`:
    a sentence with fields `{first}`, `{second}`, `{third}` (the provinces with the highest
    values), `{first_value}`, `{top3}` (their sum, where `additive`), `{total}` (the national
    figure). `companion`: another layer's key and a sentence about the same three provinces,
    with `{top3}` and `{total}`. `in_panel`: whether it is among a province's key figures.
    """

    key: str
    title: Text
    short: Text
    unit: Text
    breaks: tuple[float, ...]
    headline: Text
    hue: Hue
    additive: bool = True
    decimals: int = 0
    companion: tuple[str, Text] | None = None
    in_panel: bool = False

    def __post_init__(self) -> None:
        """Refuse classes that a reader could not tell apart, and sentences nobody can fill in."""
        if not 2 <= len(self.breaks) <= 4 or any(a >= b for a, b in pairwise(self.breaks)):
            raise ValueError(f"{self.key}: 3 to 5 classes with ascending limits, not {self.breaks}")
        if self.hue not in get_args(Hue):
            raise ValueError(f"{self.key}: hue {self.hue} is none of {get_args(Hue)}")
        allowed = _HEADLINE_FIELDS if self.additive else _HEADLINE_FIELDS - {"top3"}
        _check_fields(self.key, self.headline, allowed=allowed)
        if self.companion:
            _check_fields(self.key, self.companion[1], allowed=frozenset({"top3", "total"}))


_HEADLINE_FIELDS = frozenset({"first", "second", "third", "first_value", "top3", "total"})


def _check_fields(key: str, sentence: Text, *, allowed: frozenset[str]) -> None:
    asked = [
        {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        for text in (sentence.en, sentence.km)
    ]
    if asked[0] != asked[1] or not asked[0] <= allowed:
        raise ValueError(
            f"{key}: the sentence asks for {sorted(asked[0])} in English and {sorted(asked[1])} in"
            f" Khmer; both must ask for the same, out of {sorted(allowed)}"
        )


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A filled layer read: a figure per province (missing ones absent), and the country's.

    `draws`: for an estimate, draws x 25 in code order, so that the range of any sum of
    provinces can be told.
    """

    values: Mapping[str, Figure]
    national: Figure | None
    draws: NDArray[np.floating[Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class FillLayer:
    """Provinces filled by value.

    `method`: the page in docs/methods that tells how; `missing`: codes of provinces without a
    value in any measure, for a reason told in `about`; `own`: whether it is for areas of one's own
    alone.
    """

    title: Text
    about: Text
    order: int
    measures: tuple[Measure, ...]
    read: Callable[[Geodata], Mapping[str, Reading]]
    missing: tuple[str, ...] = ()
    method: str | None = None
    own: bool = False
    key: str = ""

    def measure(self, key: str) -> Measure:
        """The measure named `key`."""
        return next(measure for measure in self.measures if measure.key == key)


@dataclass(frozen=True, kw_only=True)
class PlaceFigure:
    """One figure about a place, with its label and unit."""

    label: Text
    unit: Text
    figure: Figure


@dataclass(frozen=True, kw_only=True)
class Place:
    """A point on the map. `precision` `province`: known only to lie in that province."""

    id: str
    name: Text
    province_code: str
    lon: float | None
    lat: float | None
    precision: Precision
    category: str
    figures: tuple[PlaceFigure, ...]
    status: Status
    source_ids: tuple[str, ...]
    as_of: str


@dataclass(frozen=True, kw_only=True)
class Route:
    """A drawn line through `provinces`, in order; `coordinates` are (longitude, latitude)."""

    id: str
    name: Text
    provinces: tuple[str, ...]
    coordinates: tuple[tuple[float, float], ...]
    category: str
    roads: str
    status: Status
    source_ids: tuple[str, ...]
    as_of: str


@dataclass(frozen=True, kw_only=True)
class Category:
    """A kind of place or line within a layer. `emphasis`: 1 full, 2 lighter, 3 outline."""

    title: Text
    emphasis: Literal[1, 2, 3]


@dataclass(frozen=True, kw_only=True)
class PointLayer:
    """Places, drawn over the filled layer. `shown_first`: drawn where the URL names nothing."""

    title: Text
    about: Text
    order: int
    shape: Shape
    categories: Mapping[str, Category]
    read: Callable[[Geodata], tuple[Place, ...]]
    shown_first: bool = False
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class LineLayer:
    """Lines, drawn under the places."""

    title: Text
    about: Text
    order: int
    categories: Mapping[str, Category]
    read: Callable[[Geodata], tuple[Route, ...]]
    shown_first: bool = False
    key: str = ""


Layer = FillLayer | PointLayer | LineLayer
