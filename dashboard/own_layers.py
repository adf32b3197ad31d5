"""Layers as they hold for areas of one's own: what can be read, in classes made for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import floor, log10

import numpy as np

from geodata import DataError, Geodata
from layers import FillLayer, LackingError, Measure, Reading

_FEWEST = 3
_FIRM = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_CLASSES = (5, 4, 3)
_SHORT_SPAN = 3.0


@dataclass(frozen=True, kw_only=True)
class Readable:
    """Filled layers that can be read, what they read, and the tables that the others lack."""

    layers: Mapping[str, FillLayer]
    readings: Mapping[str, Mapping[str, Reading]]
    lacking: Mapping[str, tuple[str, ...]]


def readable(fills: Mapping[str, FillLayer], geodata: Geodata) -> Readable:
    """Read each layer; one without its tables is left out, and so is a measure without numbers."""
    readings: dict[str, Mapping[str, Reading]] = {}
    lacking: dict[str, tuple[str, ...]] = {}
    for key, layer in fills.items():
        try:
            found = layer.read(geodata)
        except LackingError as problem:
            lacking[key] = problem.tables
            continue
        except DataError as problem:
            lacking[key] = (problem.file.removesuffix(".csv"),)
            continue
        kept = {name: one for name, one in found.items() if len(one.values) >= _FEWEST}
        if kept:
            readings[key] = kept
        else:
            lacking[key] = ("areas",)
    return Readable(
        layers={key: _fitted(fills[key], readings) for key in readings},
        readings=readings,
        lacking=lacking,
    )


def _fitted(layer: FillLayer, readings: Mapping[str, Mapping[str, Reading]]) -> FillLayer:
    """The layer with the measures that have numbers, each in classes of its own."""
    found = readings[layer.key]
    measures = tuple(
        _classed(measure, found[measure.key], readings=readings)
        for measure in layer.measures
        if measure.key in found
    )
    return replace(layer, measures=measures)


def _classed(
    measure: Measure, reading: Reading, *, readings: Mapping[str, Mapping[str, Reading]]
) -> Measure:
    other = readings.get(measure.companion[0]) if measure.companion else None
    together = other is not None and set(reading.values) <= set(next(iter(other.values())).values)
    return replace(
        measure,
        breaks=limits([figure.value for figure in reading.values.values()]),
        companion=measure.companion if together else None,
    )


def limits(values: list[float]) -> tuple[float, ...]:
    """Limits of legend classes, round numbers with about as many areas in each class.

    >>> limits([1.0, 20, 37, 41, 55, 73, 88, 110, 160, 210])
    (30.0, 50.0, 80.0, 100.0)
    >>> limits([5.0, 5.0, 5.0])
    (4.0, 6.0)
    """
    known = np.array([value for value in values if np.isfinite(value)])
    narrow = known.size and known.min() > 0 and known.max() / known.min() < _SHORT_SPAN
    for classes in _CLASSES:
        inner = np.quantile(known, np.arange(1, classes) / classes) if known.size else ()
        found = sorted({_fine(one) if narrow else _firm(one) for one in map(float, inner)})
        found = [one for one in found if one <= known.max()]
        if len(found) >= 2:
            return tuple(found[:4])
    middle = float(np.median(known)) if known.size else 0.0
    ends = (_firm(0.8 * middle), _firm(1.2 * middle))
    return ends if ends[0] < ends[1] else (0.0, 1.0)


def signed_limits(values: list[float]) -> tuple[float, ...]:
    """The same for numbers on both sides of nought.

    >>> signed_limits([-90.0, -20, -10, -5, 4, 12, 21, 30, 41, 200])
    (-100.0, -20.0, 0.0, 20.0, 100.0)
    """
    sizes = np.abs([value for value in values if np.isfinite(value) and value])
    if not sizes.size:
        return (-1.0, 0.0, 1.0)
    near, far = (_firm(float(np.quantile(sizes, share))) for share in (0.5, 0.9))
    return (-far, -near, 0.0, near, far) if near < far else (-far, 0.0, far)


def _firm(value: float) -> float:
    """The round number nearest to a value.

    >>> [_firm(one) for one in (0.0, 0.047, 23.0, 96_000.0)]
    [0.0, 0.05, 20.0, 100000.0]
    """
    if value <= 0:
        return 0.0
    scale = 10.0 ** floor(log10(value))
    near = min(_FIRM, key=lambda one: abs(one - value / scale))
    return round(near * scale, 10)


def _fine(value: float) -> float:
    """The value with two digits, for numbers that hardly differ, such as shares."""
    scale = 10.0 ** (floor(log10(value)) - 1) if value > 0 else 1.0
    return round(round(value / scale) * scale, 10)
