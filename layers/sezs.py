"""Special economic zones: 29 with coordinates (2014) and six later ones without."""

from collections.abc import Mapping
from typing import Any

from geodata import Geodata, Text, figure_of
from layers._declaration import Category, Place, PlaceFigure, PointLayer

_FIGURES = {
    "firms": (Text(en="Firms", km="ក្រុមហ៊ុន"), Text(en="firms", km="ក្រុមហ៊ុន")),
    "workers": (Text(en="Workers", km="កម្មករ"), Text(en="workers", km="នាក់")),
    "hectares": (Text(en="Area", km="ផ្ទៃដី"), Text(en="ha", km="ហ.ត")),
}
# Zones carry the name they are registered under; Khmer names are not in the sources.
_ZONE_KM = "តំបន់ {name}"


def read(geodata: Geodata) -> tuple[Place, ...]:
    """All zones, each with its latest firms, workers and hectares where known."""
    latest: dict[str, dict[str, Any]] = {}
    for figure in sorted(geodata.rows("sez_figures"), key=lambda row: row.as_of):
        latest.setdefault(figure.zone_id, {})[figure.indicator] = figure
    return tuple(
        Place(
            id=row.zone_id,
            name=Text(en=row.name, km=_ZONE_KM.format(name=row.name)),
            province_code=row.province_code,
            lon=row.lon if row.position == "site" else None,
            lat=row.lat if row.position == "site" else None,
            precision="exact" if row.position == "site" else "province",
            category=row.stage,
            figures=_figures(latest.get(row.zone_id, {})),
            status=row.status,
            source_ids=row.source_id,
            as_of=row.as_of,
        )
        for row in geodata.rows("sezs")
    )


def _figures(rows: Mapping[str, Any]) -> tuple[PlaceFigure, ...]:
    return tuple(
        PlaceFigure(
            label=label,
            unit=unit,
            figure=figure_of(rows[key]),
        )
        for key, (label, unit) in _FIGURES.items()
        if key in rows
    )


LAYER = PointLayer(
    title=Text(en="Special economic zones", km="តំបន់សេដ្ឋកិច្ចពិសេស"),
    about=Text(
        en="Zones with their stage, area, firms and workers, where known.",
        km="តំបន់នីមួយៗ រួមទាំងដំណាក់កាល ផ្ទៃដី ចំនួនក្រុមហ៊ុន និងចំនួនកម្មករ បើមានទិន្នន័យ។",
    ),
    order=10,
    shape="square",
    shown_first=True,
    read=read,
    categories={
        "operating": Category(title=Text(en="Zone with firms", km="តំបន់មានក្រុមហ៊ុន"), emphasis=1),
        "developing": Category(
            title=Text(en="Zone under construction (2014)", km="តំបន់កំពុងសាងសង់ (2014)"),
            emphasis=2,
        ),
        "announced": Category(title=Text(en="Zone announced", km="តំបន់ដែលបានប្រកាស"), emphasis=3),
    },
)
