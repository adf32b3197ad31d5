"""What is there: provinces, layers with their values, and sources."""

from collections.abc import Mapping
from typing import Any

from dashboard.api.asked import InFormat, Paged
from dashboard.api.fact_models import (
    Layer,
    LayerMeasure,
    LayerValue,
    LayerWhole,
    MeasureValues,
    PlaceOut,
    PlaceValue,
    Province,
    ProvinceValues,
    RouteOut,
    Source,
)
from dashboard.api.operation import Operation
from dashboard.api.values import Figure, Told, Words, figure, words
from dashboard.world import world
from geodata.provinces import CODES
from layers import FillLayer, LineLayer, Measure, Place, PointLayer, Route
from layers import Layer as AnyLayer


def provinces(_: object) -> list[Province]:
    """All provinces, by code."""
    return [Province(**_province(code)) for code in CODES]


def province(_: object, code: str) -> ProvinceValues:
    """One province with every figure that layers have of it."""
    values = [
        value
        for key, layer in world().fills.items()
        for measure in layer.measures
        for value in _values(key, measure)
        if value.province == code
    ]
    return ProvinceValues(**_province(code), values=tuple(values))


def layers(_: object) -> list[Layer]:
    """All layers, in the order of the menu."""
    return [Layer(**_layer(key)) for key in world().layers]


def layer(_: object, key: str) -> LayerWhole:
    """One layer with everything in it."""
    here, one = world(), world().layers[key]
    return LayerWhole(
        **_layer(key),
        values_by_measure=tuple(
            MeasureValues(
                **_measure(measure),
                national=Figure(**figure(here.readings[key][measure.key].national)),
                values=tuple(_values(key, measure)),
            )
            for measure in _measures(one)
        ),
        places=tuple(_place(one, place) for place in here.places.get(key, ())),
        routes=tuple(_route(one, route) for route in here.routes.get(key, ())),
    )


def layer_rows(found: LayerWhole) -> list[Told]:
    """A layer as a table: its values, its places, or its lines."""
    values = [value for measure in found.values_by_measure for value in measure.values]
    return [*values, *found.places, *found.routes]


def sources(_: object) -> list[Source]:
    """All publications, by id."""
    return [
        Source(
            id=one.id,
            short=Words(en=one.name("en"), km=one.name("km")),
            **{
                name: getattr(one, name)
                for name in ("title", "publisher", "year", "url", "licence", "how_read")
            },
        )
        for one in world().geodata.sources.values()
    ]


_COUNTRIES = ("TH", "VN", "LA")


def _province(code: str) -> dict[str, Any]:
    one = world().geodata.provinces[code]
    return {
        "code": code,
        "name": Words(en=one.name_en, km=one.name_km),
        "capital": Words(en=one.capital_en, km=one.capital_km),
        "capital_lon": one.capital_lon,
        "capital_lat": one.capital_lat,
        "borders": tuple(country for country in one.borders if country in _COUNTRIES),
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "key": measure.key,
        "title": words(measure.title),
        "unit": words(measure.unit),
        "adds_up": measure.additive,
    }


def _measures(layer: AnyLayer) -> tuple[Measure, ...]:
    return layer.measures if isinstance(layer, FillLayer) else ()


def _layer(key: str) -> dict[str, Any]:
    one = world().layers[key]
    kinds = {FillLayer: "fill", PointLayer: "points", LineLayer: "lines"}
    return {
        "key": key,
        "kind": kinds[type(one)],
        "title": words(one.title),
        "about": words(one.about),
        "measures": tuple(LayerMeasure(**_measure(each)) for each in _measures(one)),
        "missing": one.missing if isinstance(one, FillLayer) else (),
    }


def _values(key: str, measure: Measure) -> list[LayerValue]:
    found = world().readings[key][measure.key].values
    return [
        LayerValue(
            layer=key,
            measure=measure.key,
            unit=words(measure.unit),
            province=code,
            **figure(found.get(code)),
        )
        for code in CODES
    ]


def _evidence(layer: Any, one: Place | Route) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "name": words(one.name),
        "category": one.category,
        "category_title": words(layer.categories[one.category].title),
        "status": one.status,
        "as_of": one.as_of,
        "sources": one.source_ids,
    }


def _place(layer: Any, one: Place) -> PlaceOut:
    return PlaceOut(
        **_evidence(layer, one),
        province=one.province_code,
        lon=one.lon,
        lat=one.lat,
        precision=one.precision,
        figures=tuple(
            PlaceValue(label=words(each.label), unit=words(each.unit), **figure(each.figure))
            for each in one.figures
        ),
    )


def _route(layer: Any, one: Route) -> RouteOut:
    return RouteOut(
        **_evidence(layer, one),
        provinces=one.provinces,
        coordinates=one.coordinates,
        roads=one.roads,
    )


OPERATIONS = (
    Operation(
        name="provinces",
        path="/provinces",
        group="What is there",
        summary="All provinces",
        about=f"Codes, names, capitals and the countries that each of the {len(CODES)} touches.",
        gives=Province,
        asks=Paged,
        lists=True,
        work=provinces,
        example={"limit": 2},
    ),
    Operation(
        name="province",
        path="/provinces/{code}",
        group="What is there",
        summary="One province with every figure of it",
        about="What the profile of a province rests on: each measure of each filled layer.",
        gives=ProvinceValues,
        asks=InFormat,
        keys=lambda: CODES,
        work=province,
        rows=lambda found: found.values,
        example_key=CODES[0],
    ),
    Operation(
        name="layers",
        path="/layers",
        group="What is there",
        summary="All layers of the map",
        about="A layer is a filled map, places, or lines. A new layer appears here by itself.",
        gives=Layer,
        asks=Paged,
        lists=True,
        work=layers,
        example={"limit": 2},
    ),
    Operation(
        name="layer",
        path="/layers/{layer}",
        group="What is there",
        summary="One layer with all of its values",
        about="Every measure with the national figure and one value a province: value, low, high,"
        " status, date and sources. Of points and lines: the places and the routes.",
        gives=LayerWhole,
        asks=InFormat,
        keys=lambda: tuple(world().layers),
        work=layer,
        rows=layer_rows,
        example_key="returnees",
    ),
    Operation(
        name="sources",
        path="/sources",
        group="What is there",
        summary="All sources",
        about="Every publication that a number names, with its licence and how it was read.",
        gives=Source,
        asks=Paged,
        lists=True,
        work=sources,
        example={"limit": 2},
    ),
)
"""Operations of this subject."""
