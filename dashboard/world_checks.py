"""What must hold between layers, their readings and the rest, told by the layer's file at start."""

from collections.abc import Mapping
from pathlib import Path

from dashboard.words import LANGUAGES
from geodata.own import OWN
from geodata.provinces import CODES
from layers import FillLayer, LineLayer, Place, PointLayer, Reading, Route

METHODS = Path(__file__).resolve().parents[1] / "docs" / "methods"
_RANKED = 3


class LayerError(ValueError):
    """A layer does not say what it declares; the message names its file."""


def check_fill(
    key: str, layer: FillLayer, readings: Mapping[str, Reading], *, fills: Mapping[str, FillLayer]
) -> None:
    """Refuse a filled layer whose readings, companions or method page are not there."""
    declared = [measure.key for measure in layer.measures]
    if sorted(declared) != sorted(readings):
        raise _wrong(key, f"reads {sorted(readings)}, but declares {sorted(declared)}")
    expected = set(CODES) - set(layer.missing)
    for measure in layer.measures:
        reading = readings[measure.key]
        if not OWN and set(reading.values) != expected:
            odd = ", ".join(sorted(set(reading.values) ^ expected))
            raise _wrong(key, f"{measure.key} has or lacks the provinces {odd}; declare `missing`")
        if len(expected) < _RANKED:
            raise _wrong(key, f"{measure.key} has fewer than {_RANKED} provinces to rank")
        if "{total}" in measure.headline.en and reading.national is None:
            raise _wrong(key, f"the headline of {measure.key} asks for a national figure")
        estimated = any(figure.status == "estimated" for figure in reading.values.values())
        if measure.additive and estimated and reading.draws is None:
            raise _wrong(key, f"{measure.key} is an estimate without draws")
        if measure.companion and measure.companion[0] not in fills:
            raise _wrong(key, f"names the companion {measure.companion[0]}, which is no layer")
    for lang in LANGUAGES:
        if layer.method and not (METHODS / f"{layer.method}.{lang}.md").is_file():
            raise _wrong(key, f"docs/methods/{layer.method}.{lang}.md is missing")


def check_marks(
    key: str, layer: PointLayer | LineLayer, items: tuple[Place, ...] | tuple[Route, ...]
) -> None:
    """Refuse a point or line layer with a category that it does not declare."""
    for item in items:
        if item.category not in layer.categories:
            raise _wrong(key, f"{item.id} has the category {item.category}, which is not declared")


def _wrong(key: str, problem: str) -> LayerError:
    return LayerError(f"layers/{key}.py: {problem}")
