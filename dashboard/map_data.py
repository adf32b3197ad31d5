"""What the map component draws: plain data in one language, made once for each language."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from dashboard import theme
from dashboard.credit import map_credit
from dashboard.data_here import of_data
from dashboard.evidence import amount, short_sources, status_text
from dashboard.fill import Data, fill
from dashboard.numbers import date_text
from dashboard.own_words import CAMBODIA
from dashboard.shown import shown_layer
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World, world
from geodata.own import OWN
from geodata.projection import project
from layers import Category, LineLayer, Place, PointLayer

_SCALE_KM = (5, 10, 20, 50, 100, 200, 500)
_MARK_GAP = 1.5


@of_data(8)
def map_data(lang: str, digits: str) -> Data:
    """Everything but the view: geometry, names, fills, overlays and words."""
    here, say = world(), Speaker(lang=lang, digits=digits)
    return {
        "lang": lang,
        "geometry": _geometry(here),
        "names": {code: one.name(lang) for code, one in here.geodata.provinces.items()},
        "fills": {
            key: {
                measure.key: fill(
                    shown_layer(here, layer=key, measure=measure.key),
                    geodata=here.geodata,
                    say=say,
                )
                for measure in layer.measures
            }
            for key, layer in here.fills.items()
        },
        "overlays": _overlays(here, say=say),
        "words": _words(say),
    }


def corridors_shown() -> list[str]:
    """The corridors as a map names its overlays; areas of one's own may have none."""
    return [key for key in ("corridors",) if key in world().overlays]


def view_data(view: View) -> Data:
    """The part of the view that the map draws."""
    return {
        "layer": view.layer,
        "measure": view.measure,
        "show": list(view.show),
        "province": view.province,
    }


def _geometry(here: World) -> Data:
    shapes = here.shapes
    return {
        "width": shapes.width,
        "height": shapes.height,
        "km_per_unit": shapes.km_per_unit,
        "provinces": [
            {
                "code": shape.code,
                "path": shape.path,
                "label": list(shape.label),
                "bbox": list(shape.bbox),
            }
            for shape in shapes.provinces
        ],
        "neighbours": [
            {"code": shape.code, "path": shape.path, "label": list(shape.label)}
            for shape in shapes.neighbours
        ],
        "lake": shapes.lake,
    }


def _overlays(here: World, *, say: Speaker) -> Data:
    unlocated = Counter(
        place.province_code
        for places in here.places.values()
        for place in places
        if place.lon is None
    )
    seen: Counter[str] = Counter()
    overlays: Data = {}
    for key, layer in here.overlays.items():
        items: list[Data] = []
        if isinstance(layer, PointLayer):
            for place in here.places[key]:
                shift = [0.0, 0.0]
                if place.lon is None:
                    order = seen[place.province_code]
                    seen[place.province_code] += 1
                    middle = (unlocated[place.province_code] - 1) / 2
                    shift = [_MARK_GAP * (order - middle), _MARK_GAP]
                items.append(_place(place, layer=layer, shift=shift, here=here, say=say))
        else:
            items = [
                _route(here, key=key, index=i, layer=layer, say=say)
                for i in range(len(here.routes[key]))
            ]
        overlays[key] = {
            "kind": "points" if isinstance(layer, PointLayer) else "lines",
            "title": say.fill(layer.title.in_(say.lang)),
            "shape": layer.shape if isinstance(layer, PointLayer) else None,
            "color": theme.OVERLAYS[layer.shape if isinstance(layer, PointLayer) else "line"],
            "categories": _categories(layer.categories, items=items, say=say),
            "items": items,
        }
    return overlays


def _categories(categories: Mapping[str, Category], *, items: list[Data], say: Speaker) -> Data:
    counts = Counter(item["category"] for item in items)
    return {
        key: {
            "title": say.fill(category.title.in_(say.lang)),
            "emphasis": category.emphasis,
            "count": say.fill(str(counts[key])),
        }
        for key, category in categories.items()
    }


def place_lines(place: Place, *, say: Speaker) -> list[str]:
    """One line for each figure that is known about a place."""
    return [
        say(
            "place_figure",
            label=one.label.in_(say.lang),
            value=amount(one.figure, say=say),
            unit=one.unit.in_(say.lang),
            date=date_text(one.figure.as_of, lang=say.lang),
        )
        for one in place.figures
    ]


def _place(
    place: Place, *, layer: PointLayer, shift: list[float], here: World, say: Speaker
) -> Data:
    if place.lon is None or place.lat is None:
        label = next(one for one in here.shapes.provinces if one.code == place.province_code).label
        at = list(label)
    else:
        at = [round(axis, 1) for axis in project(place.lon, place.lat)]
    where = {
        "exact": None,
        "approximate": say("position_approximate"),
        "province": say("position_province"),
    }[place.precision]
    return {
        "id": place.id,
        "name": say.fill(place.name.in_(say.lang)),
        "province": place.province_code,
        "category": place.category,
        "kind": say.fill(layer.categories[place.category].title.in_(say.lang)),
        "lines": place_lines(place, say=say),
        "place": where,
        "exact": place.precision == "exact",
        "note": _note(place.status, place.as_of, place.source_ids, here=here, say=say),
        "at": at,
        "shift": shift,
    }


def _note(status: Any, as_of: str, ids: tuple[str, ...], *, here: World, say: Speaker) -> str:
    return say(
        "evidence",
        status=status_text([status], say=say),
        date=date_text(as_of, lang=say.lang),
        sources=short_sources(ids, geodata=here.geodata, say=say),
    )


def _route(here: World, *, key: str, index: int, layer: LineLayer, say: Speaker) -> Data:
    route = here.routes[key][index]
    names = [here.geodata.provinces[code].name(say.lang) for code in route.provinces]
    return {
        "id": route.id,
        "name": say.fill(route.name.in_(say.lang)),
        "province": route.provinces[0],
        "category": route.category,
        "kind": say.fill(layer.categories[route.category].title.in_(say.lang)),
        "lines": [say("route_through", provinces=say("list_separator").join(names)), route.roads],
        "place": say("position_schematic"),
        "exact": True,
        "note": _note(route.status, route.as_of, route.source_ids, here=here, say=say),
        "path": smooth([project(lon, lat) for lon, lat in route.coordinates]),
    }


def smooth(points: list[tuple[float, float]]) -> str:
    """SVG path through `points`: a centripetal-like Catmull-Rom curve, gently rounded."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    ends = [points[0], *points, points[-1]]
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        length = math.dist(start, end)
        first = _handle(before, start, end, length=length, sign=1)
        second = _handle(start, end, after, length=length, sign=-1)
        path += f"C{first[0]:.1f} {first[1]:.1f} {second[0]:.1f} {second[1]:.1f} "
        path += f"{end[0]:.1f} {end[1]:.1f}"
    return path


def _handle(
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
    *,
    length: float,
    sign: int,
) -> tuple[float, float]:
    """Control point at `b` along the direction a to c, a fifth of the segment long."""
    dx, dy = c[0] - a[0], c[1] - a[1]
    norm = math.hypot(dx, dy) or 1.0
    return b[0] + sign * dx / norm * length / 5, b[1] + sign * dy / norm * length / 5


def _words(say: Speaker) -> Data:
    return {
        "missing": say("legend_missing"),
        "inexact": say("legend_inexact"),
        "provinces": say("legend_provinces"),
        "legend": say("legend"),
        "range": say("range_prefix"),
        # The browser fills these in, because it knows which province is meant.
        "spoken": say("spoken", name="{name}", value="{value}", unit="{unit}", note="{note}"),
        "spoken_range": say(
            "spoken_range",
            name="{name}",
            value="{value}",
            unit="{unit}",
            range="{range}",
            note="{note}",
        ),
        "spoken_missing": say("spoken_missing", name="{name}"),
        "instructions": say("map_instructions"),
        "zoom_in": say("zoom_in"),
        "zoom_out": say("zoom_out"),
        "zoom_home": say("zoom_home"),
        "credit": map_credit(say),
        "countries": {
            "TH": say("country_thailand"),
            "VN": say("country_vietnam"),
            "LA": say("country_laos"),
            **({"KH": CAMBODIA.in_(say.lang), "ZZ": "\u00a0"} if OWN else {}),
        },
        "km": {str(km): say("kilometres", km=km) for km in _SCALE_KM},
    }
