"""Slides of one view as plain data: what each shows and says, before any file is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.exports.drawing import Drawing
from dashboard.exports.picture import Legend
from dashboard.exports.sheet import Sheet

Number = float | None


@dataclass(frozen=True, kw_only=True)
class Series:
    """One row of numbers of a chart; None where there is none.

    `lows`, `highs`: ends of the ranges, beside each value; `colours`: of each bar, where they
    are not all `colour`; `dash`: of a line, as `dashboard.figures.paths` calls it.
    """

    name: str
    values: tuple[Number, ...]
    colour: str
    lows: tuple[Number, ...] = ()
    highs: tuple[Number, ...] = ()
    colours: tuple[str, ...] = ()
    dash: str = "solid"


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart over names: bars, the first on top, stacked bars, or lines.

    `decimals`: of the numbers on its axis; `overlap`: whether bars of all series share a row.
    """

    kind: Literal["bars", "stacked", "lines"]
    names: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int = 0
    overlap: bool = False


@dataclass(frozen=True, kw_only=True)
class Points:
    """Points of two numbers; `line`: whether a line joins them, as steps or not."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    colour: str
    line: bool = False
    symbol: Literal["circle", "diamond", "square"] = "circle"


@dataclass(frozen=True, kw_only=True)
class XyChart:
    """A chart of two numbers."""

    points: tuple[Points, ...]
    x_title: str
    y_title: str


@dataclass(frozen=True, kw_only=True)
class Map:
    """A map of the provinces: drawn for a room in pixels, its outlines named.

    `outlines`: path of a province -> its name; `told`: name -> its value in words.
    """

    draw: Callable[[float, float], Drawing]
    outlines: Mapping[str, str]
    told: Mapping[str, str]
    legend: Legend
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Heads and rows of words; `numbers`: columns that are read from the right.

    `marked`: rows that are picked out; `bold`: cells in weight, by row and column.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    marked: frozenset[int] = frozenset()
    bold: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Sentences, one below the other; with a heading or none."""

    title: str
    lines: tuple[str, ...]


Part = Chart | XyChart | Map | Table | Lines


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One slide: `parts` side by side, `evidence` below; a long table goes on on further slides.

    `notes`: what the speaker may say more.
    """

    title: str
    parts: tuple[Part, ...]
    unit: str
    evidence: str
    about: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deck:
    """All slides of a view. `sheet`: the table that it rests on, with its link and its hash.

    `answer`: the sentence of the page; `more`: what goes with it; `evidence`: of the answer.
    """

    sheet: Sheet
    title: str
    answer: str
    more: Sequence[str]
    evidence: str
    slides: tuple[Slide, ...]
