"""The collections: provinces with every figure of the layers, and each layer of places or lines."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.api.fact_models import PlaceOut, RouteOut
from dashboard.api.facts import layer
from dashboard.api.values import finite
from dashboard.credit import licence_of_boundaries
from dashboard.data_here import of_data
from dashboard.words import Speaker
from dashboard.world import world
from geodata import joined
from geodata.boundaries.shapes import province_outlines
from geodata.own import OWN
from geodata.provinces import CODES
from layers import FillLayer

PROVINCES = "provinces"
_MAP = "© OpenStreetMap contributors (ODbL 1.0)"
_NO_PLACE = " Where only the province is known, there is no geometry."
_OWN_TERMS = "Each source keeps its own licence."

_TITLE = "Areas of the user's own" if OWN else "Provinces of Cambodia"
_AREAS = "areas" if OWN else "provinces"

Feature = dict[str, Any]


@dataclass(frozen=True, kw_only=True, eq=False)
class Collection:
    """Features of one kind, by id. `attribution`: who is to be named."""

    key: str
    title: str
    about: str
    attribution: str
    features: Mapping[str, Feature]


@of_data(4)
def collections() -> Mapping[str, Collection]:
    """All of them by key: the provinces first, then layers as they stand in the menu."""
    here = world()
    found = [_provinces()]
    found += [_layer(key) for key, one in here.layers.items() if not isinstance(one, FillLayer)]
    return {one.key: one for one in found}


def _provinces() -> Collection:
    here = world()
    features = {
        code: _feature(code, geometry=province_outlines()[code], properties=_of_province(code))
        for code in CODES
    }
    sources = joined(
        *(
            one.source_ids
            for readings in here.readings.values()
            for reading in readings.values()
            for one in reading.values.values()
        )
    )
    return Collection(
        key=PROVINCES,
        title=_TITLE,
        about=f"Outlines of the {len(CODES)} {_AREAS} with the figure of every measure of every"
        " layer, each with its low and high end, status, date and sources. Numbers are not"
        " rounded.",
        attribution=f"{_whose()}; figures: {_names(sources)}. {_OWN_TERMS}",
        features=features,
    )


def _whose() -> str:
    """Whose outlines they are."""
    return licence_of_boundaries(Speaker(lang="en"), odbl="") if OWN else _MAP


def _of_province(code: str) -> dict[str, Any]:
    here = world()
    one = here.geodata.provinces[code]
    found: dict[str, Any] = {
        "province_code": code,
        "name_en": one.name_en,
        "name_km": one.name_km,
        "borders": " ".join(one.borders),
    }
    for key, readings in here.readings.items():
        for measure, reading in readings.items():
            figure = reading.values.get(code)
            name = f"{key}_{measure}"
            found |= {
                name: finite(figure.value) if figure else None,
                f"{name}_low": finite(figure.low) if figure else None,
                f"{name}_high": finite(figure.high) if figure else None,
                f"{name}_status": figure.status if figure else None,
                f"{name}_as_of": figure.as_of if figure else None,
                f"{name}_sources": " ".join(figure.source_ids) if figure else None,
            }
    return found


def _layer(key: str) -> Collection:
    found = layer(None, key)
    places = {one.id: _place(one) for one in found.places}
    routes = {one.id: _route(one) for one in found.routes}
    marks: list[PlaceOut | RouteOut] = [*found.places, *found.routes]
    sources = joined(*(one.sources for one in marks))
    nowhere = any(one.lon is None for one in found.places)
    return Collection(
        key=key,
        title=found.title.en,
        about=found.about.en + (_NO_PLACE if nowhere else ""),
        attribution=f"{_names(sources)}. {_OWN_TERMS}",
        features={**places, **routes},
    )


def _place(one: PlaceOut) -> Feature:
    known = one.lon is not None and one.lat is not None
    properties = {**_named(one), "province_code": one.province, "precision": one.precision}
    for each in one.figures:
        name = re.sub(r"\W+", "_", each.label.en.lower())
        properties |= {
            name: each.value,
            f"{name}_unit": each.unit.en,
            f"{name}_status": each.status,
            f"{name}_as_of": each.as_of,
            f"{name}_sources": " ".join(each.sources),
        }
    geometry = {"type": "Point", "coordinates": [one.lon, one.lat]} if known else None
    return _feature(one.id, geometry=geometry, properties=properties)


def _route(one: RouteOut) -> Feature:
    properties = {**_named(one), "provinces": " ".join(one.provinces), "roads": one.roads}
    geometry = {"type": "LineString", "coordinates": [list(point) for point in one.coordinates]}
    return _feature(one.id, geometry=geometry, properties=properties)


def _named(one: PlaceOut | RouteOut) -> dict[str, Any]:
    return {
        "name_en": one.name.en,
        "name_km": one.name.km,
        "category": one.category,
        "category_en": one.category_title.en,
        "category_km": one.category_title.km,
        "status": one.status,
        "as_of": one.as_of,
        "sources": " ".join(one.sources),
    }


def _feature(
    id: str, *, geometry: Mapping[str, Any] | None, properties: Mapping[str, Any]
) -> Feature:
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": dict(properties)}


def _names(sources: Iterable[str]) -> str:
    named = dict.fromkeys(world().geodata.sources[one].short for one in sources)
    return "; ".join(named)
