"""A picture of one view: drawings, their legend, and the sheet that it rests on."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.exports.drawing import Drawing
from dashboard.exports.sheet import Sheet

Draw = Callable[[float, float], Drawing]
"""Draws for a room of a width and height in pixels, as a screen has it."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """One line of a legend: its sign as a small drawing, what it means, and how often it occurs."""

    sign: Drawing
    text: str
    count: str = ""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A legend with two sides: its classes as a square, and what rows, columns and limits are."""

    drawing: Drawing
    rows: str
    columns: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Legend:
    """What colours and marks mean. `head`: unit, and what is counted."""

    head: tuple[str, str] | None = None
    grid: Grid | None = None
    keys: tuple[Key, ...] = ()
    marks: tuple[Key, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One drawing; where there are several, each has a title and a legend of its own."""

    draw: Draw
    title: str = ""
    unit: str = ""
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture: `sheet` has its numbers and its evidence; `plan`: lines of the reader's plan.

    `upright`: whether a page of paper stands on its short side; `boundaries`: whether it shows
    outlines of provinces, which have a licence of their own; `stacked`: whether panels stand one
    above the other; `least`: share of the paper's height that the drawings want.
    """

    sheet: Sheet
    title: str
    unit: str
    panels: tuple[Panel, ...]
    legend: Legend = Legend()
    about: str = ""
    plan: tuple[str, ...] = ()
    upright: bool = False
    boundaries: bool = False
    stacked: bool = False
    least: float = 0.4
