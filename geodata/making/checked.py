"""Areas as they can be used: a code and a name each, and a shape that holds together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.boundaries.echarts import Shape
from geodata.errors import DataError
from geodata.making.given import Given
from geodata.own_tables import FEWEST, code_problem

MOST: Final = 3_000
_LONGEST_NAME: Final = 80
_GAP_DEGREES: Final = 1e-4  # about 11 m: gaps between neighbours that were meant to touch
_SOME: Final = 5


@dataclass(frozen=True, kw_only=True)
class Area:
    """One area: its code, its names and its shape in WGS84."""

    code: str
    name_en: str
    name_km: str
    shape: Shape


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which columns of the file hold codes and names; `name_km` may be empty."""

    code: str
    name: str
    name_km: str = ""


def check(given: Given, *, columns: Columns) -> tuple[tuple[Area, ...], tuple[str, ...]]:
    """The areas in order of their codes, and what was mended or should be known.

    Raises:
        DataError: a column is missing, a code is missing, double or unusable, or a shape is none.
    """
    _check_columns(given, columns)
    seen: dict[str, int] = {}
    found, mended, empty = [], [], []
    for number, (row, shape) in enumerate(given.rows, start=1):
        code = _code(given, number, row, columns.code)
        if code in seen:
            raise DataError(
                file=given.file,
                row=number,
                column=columns.code,
                problem=f"{code} stands twice (first in feature {seen[code]})",
                remedy="Join the two into one shape, or give each a code.",
            )
        seen[code] = number
        solid = _solid(given, number, shape)
        if shape is not None and not shape.is_valid:
            mended.append(code)
        name = _name(given, number, row, columns.name)
        khmer = _text(row.get(columns.name_km)) if columns.name_km else ""
        if columns.name_km and not khmer:
            empty.append(code)
        found.append(Area(code=code, name_en=name, name_km=khmer or name, shape=solid))
    if not FEWEST <= len(found) <= MOST:
        raise DataError(
            file=given.file,
            problem=f"it holds {len(found)} areas",
            remedy=f"Give {FEWEST} to {MOST}.",
        )
    found.sort(key=lambda area: area.code)
    told = [
        _told("shapes were not valid and were mended", mended),
        _told("have no Khmer name and go by the other one", empty),
    ]
    shapes, fitted = _fitted([area.shape for area in found], [area.code for area in found])
    areas = tuple(
        Area(code=area.code, name_en=area.name_en, name_km=area.name_km, shape=shape)
        for area, shape in zip(found, shapes, strict=True)
    )
    return areas, tuple(line for line in (*told, fitted) if line)


def _check_columns(given: Given, columns: Columns) -> None:
    there = list(dict.fromkeys(key for row, _ in given.rows for key in row))
    for name in (columns.code, columns.name, columns.name_km):
        if name and name not in there:
            named = ", ".join(there) or "none"
            raise DataError(
                file=given.file,
                column=name,
                problem="there is no such column",
                remedy=f"Its columns are: {named}.",
            )


def _text(value: Any) -> str:
    """A cell as text on one line; whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())


def _code(given: Given, number: int, row: Mapping[str, Any], column: str) -> str:
    code = _text(row.get(column))
    if problem := code_problem(code):
        what, _, remedy = problem.partition(". ")
        raise DataError(file=given.file, row=number, column=column, problem=what, remedy=remedy)
    return code


def _name(given: Given, number: int, row: Mapping[str, Any], column: str) -> str:
    name = _text(row.get(column))
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise DataError(
            file=given.file,
            row=number,
            column=column,
            problem="the name is empty" if not name else f"the name is {name[:40]!r}",
            remedy=f"Give every area a name of up to {_LONGEST_NAME} characters.",
        )
    return name


def _solid(given: Given, number: int, shape: BaseGeometry | None) -> Shape:
    """The polygons of a shape, mended where they cross themselves."""
    whole = None if shape is None else shapely.make_valid(shape)
    pieces = [] if whole is None else [one for one in _parts(whole) if one.area > 0]
    if not pieces:
        raise DataError(
            file=given.file,
            row=number,
            column="geometry",
            problem="it has no area" if shape is not None else "it has no shape",
            remedy="Give every area a polygon.",
        )
    return pieces[0] if len(pieces) == 1 else MultiPolygon(pieces)


def _parts(shape: BaseGeometry) -> Sequence[Polygon]:
    found: list[Polygon] = []
    for part in shapely.get_parts(shape):
        if isinstance(part, Polygon):
            found.append(part)
        elif hasattr(part, "geoms"):
            found.extend(_parts(part))
    return found


def _fitted(shapes: Sequence[Shape], codes: Sequence[str]) -> tuple[Sequence[Shape], str]:
    """Shapes whose shared edges are the same to the last digit, and what was done for it."""
    if shapely.coverage_is_valid(shapes):
        return shapes, ""
    clean = shapely.coverage_clean(np.array(shapes, dtype=object), gap_width=_GAP_DEGREES)
    lost = [code for code, one in zip(codes, clean, strict=True) if one.is_empty or one.area == 0]
    if lost:
        raise DataError(
            file="the shapes",
            column=lost[0],
            problem="it lies within another area",
            remedy="Take away one of the two.",
        )
    moved = [
        code
        for code, before, after in zip(codes, shapes, clean, strict=True)
        if not before.equals(after)
    ]
    return list(clean), _told("did not fit their neighbours exactly, and were fitted", moved)


def _told(what: str, codes: Sequence[str]) -> str:
    """A line about some areas; nothing where there are none."""
    if not codes:
        return ""
    named = ", ".join(codes[:_SOME]) + (" ..." if len(codes) > _SOME else "")
    return f"{len(codes)} {what}: {named}"
