"""Corridors: routes through ordered provinces, drawn from town to town, not along the road."""

from collections.abc import Mapping

from geodata import Geodata, Text
from layers._declaration import Category, LineLayer, Route


def read(geodata: Geodata) -> tuple[Route, ...]:
    """All corridors, each as the line that joins its stops."""
    stops = _stops(geodata)
    return tuple(
        Route(
            id=row.corridor_id,
            name=Text(en=row.name_en, km=row.name_km),
            provinces=row.provinces,
            coordinates=tuple(stops[stop] for stop in row.line),
            category=row.grade,
            roads=" · ".join(row.roads),
            status=row.status,
            source_ids=row.source_id,
            as_of=row.as_of,
        )
        for row in geodata.rows("corridors")
    )


def _stops(geodata: Geodata) -> Mapping[str, tuple[float, float]]:
    """Longitude and latitude of capitals (c:), crossings (x:) and located zones (z:)."""
    capitals = {
        f"c:{province.code}": (province.capital_lon, province.capital_lat)
        for province in geodata.provinces.values()
    }
    crossings = {f"x:{row.crossing_id}": (row.lon, row.lat) for row in geodata.rows("crossings")}
    zones = geodata.table("sezs")
    located = {
        f"z:{row.zone_id}": (row.lon, row.lat)
        for row in zones[zones["position"] == "site"].itertuples()
    }
    return {**capitals, **crossings, **located}


LAYER = LineLayer(
    title=Text(en="Corridors", km="របៀងសេដ្ឋកិច្ច"),
    about=Text(
        en="Economic corridors and priority routes. Lines join towns; they do not follow the road.",
        km="របៀងសេដ្ឋកិច្ច និងផ្លូវអាទិភាព។ ខ្សែភ្ជាប់ទីប្រជុំជន មិនដើរតាមដងផ្លូវទេ។",
    ),
    order=40,
    read=read,
    categories={
        "gms": Category(
            title=Text(en="Southern Economic Corridor", km="របៀងសេដ្ឋកិច្ចភាគខាងត្បូង"), emphasis=2
        ),
        "idp": Category(
            title=Text(en="Priority industrial route", km="ផ្លូវឧស្សាហកម្មអាទិភាព"), emphasis=1
        ),
        "spur": Category(title=Text(en="Border spur", km="ផ្លូវតភ្ជាប់ព្រំដែន"), emphasis=3),
    },
)
