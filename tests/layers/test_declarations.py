"""One test per declared layer: a bad declaration fails by name."""

import dataclasses
from collections import Counter
from typing import Any

import pytest

from dashboard.classes import class_of
from geodata import Text, load
from geodata.boundaries.shapes import map_shapes
from geodata.provinces import CODES
from layers import FillLayer, LineLayer, Place, PointLayer, Reading, discover

FILLS = [key for key, layer in discover().items() if isinstance(layer, FillLayer)]
POINTS = [key for key, layer in discover().items() if isinstance(layer, PointLayer)]
LINES = [key for key, layer in discover().items() if isinstance(layer, LineLayer)]
MEASURES = [
    (key, measure.key)
    for key, layer in discover().items()
    if isinstance(layer, FillLayer)
    for measure in layer.measures
]


def reading(key: str, measure: str) -> Reading:
    layer = discover()[key]
    assert isinstance(layer, FillLayer)
    return layer.read(load())[measure]


def places(key: str) -> tuple[Place, ...]:
    layer = discover()[key]
    assert isinstance(layer, PointLayer)
    return layer.read(load())


def test_the_layers_that_planners_came_for_are_there() -> None:
    assert set(FILLS) >= {
        "returnees",
        "vacancies",
        "formal_jobs",
        "population",
        "poverty_cards",
        "crop_base",
    }
    assert set(POINTS) >= {"sezs", "agro_clusters", "crossings"}
    assert set(LINES) >= {"corridors"}


@pytest.mark.parametrize(("key", "measure"), MEASURES)
def test_every_province_once_or_missing_for_a_reason(key: str, measure: str) -> None:
    layer = discover()[key]
    assert isinstance(layer, FillLayer)
    assert set(reading(key, measure).values) == set(CODES) - set(layer.missing)


@pytest.mark.parametrize(("key", "measure"), MEASURES)
def test_every_source_resolves(key: str, measure: str) -> None:
    found = reading(key, measure)
    figures = [*found.values.values(), *([found.national] if found.national else [])]
    assert figures
    for figure in figures:
        assert figure.source_ids
        assert set(figure.source_ids) <= set(load().sources)


@pytest.mark.parametrize(("key", "measure"), MEASURES)
def test_counts_sum_to_the_country(key: str, measure: str) -> None:
    layer = discover()[key]
    assert isinstance(layer, FillLayer)
    found = reading(key, measure)
    total = sum(figure.value for figure in found.values.values())
    if layer.measure(measure).additive:
        assert found.national is not None
        assert total == pytest.approx(found.national.value, rel=5e-4)
    elif found.national is not None:
        values = [figure.value for figure in found.values.values()]
        assert min(values) <= found.national.value <= max(values)


@pytest.mark.parametrize(("key", "measure"), MEASURES)
def test_estimates_carry_a_range_around_the_centre(key: str, measure: str) -> None:
    estimated = [f for f in reading(key, measure).values.values() if f.status == "estimated"]
    for figure in estimated:
        assert figure.low is not None and figure.high is not None
        assert 0 <= figure.low < figure.value < figure.high
    if key in {"returnees", "vacancies"}:
        assert len(estimated) == 25
    if key == "formal_jobs":
        assert len(estimated) == 19


@pytest.mark.parametrize(("key", "measure"), MEASURES)
def test_classes_tell_provinces_apart(key: str, measure: str) -> None:
    layer = discover()[key]
    assert isinstance(layer, FillLayer)
    breaks = layer.measure(measure).breaks
    used = Counter(
        class_of(figure.value, breaks=breaks) for figure in reading(key, measure).values.values()
    )
    assert len(used) >= 3, f"only {len(used)} of {len(breaks) + 1} classes hold a province"
    assert max(used) == len(breaks), "no province in the highest class"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"headline": Text(en="In {nowhere}.", km="នៅ{nowhere}។")}, "nowhere"),
        ({"headline": Text(en="In {first}.", km="នៅ{second}។")}, "same"),
        ({"headline": Text(en="{top3}.", km="{top3}។ក"), "additive": False}, "top3"),
        ({"hue": "pink"}, "pink"),
        ({"breaks": (5, 1)}, "ascending"),
        ({"breaks": (1, 2, 3, 4, 5)}, "3 to 5 classes"),
    ],
)
def test_a_bad_measure_is_refused_with_its_key(wrong: dict[str, Any], said: str) -> None:
    layer = discover()["population"]
    assert isinstance(layer, FillLayer)
    with pytest.raises(ValueError, match=f"density.*{said}"):
        dataclasses.replace(layer.measure("density"), **wrong)


@pytest.mark.parametrize("key", [*POINTS, *LINES])
def test_what_is_drawn_belongs_to_a_declared_category(key: str) -> None:
    layer = discover()[key]
    assert not isinstance(layer, FillLayer)
    items = layer.read(load())
    assert {item.category for item in items} == set(layer.categories)
    assert len({item.id for item in items}) == len(items)
    for item in items:
        assert set(item.source_ids) <= set(load().sources)


@pytest.mark.parametrize("key", POINTS)
def test_places_without_coordinates_say_so(key: str) -> None:
    for place in places(key):
        assert place.province_code in CODES
        assert (place.lon is None) == (place.lat is None) == (place.precision == "province")


def test_every_zone_is_kept_with_or_without_coordinates() -> None:
    zones = places("sezs")
    assert len(zones) == 35
    assert sum(zone.lon is not None for zone in zones) == 29


def test_crossings_known_to_5_or_10_km_are_marked() -> None:
    approximate = {place.id for place in places("crossings") if place.precision == "approximate"}
    assert "poipet" in approximate
    assert "bavet" not in approximate
    assert len(approximate) == 11


def test_corridors_pass_through_neighbouring_provinces() -> None:
    layer = discover()["corridors"]
    assert isinstance(layer, LineLayer)
    adjacent = {shape.code: set(shape.adjacent) for shape in map_shapes().provinces}
    routes = layer.read(load())
    assert len(routes) == 12
    for route in routes:
        assert len(route.coordinates) >= 2
        for here, there in zip(route.provinces, route.provinces[1:], strict=False):
            assert there in adjacent[here], f"{route.id}: {here} does not touch {there}"
