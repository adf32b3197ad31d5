"""Agro-processing clusters: parks, plants, mills and modern agricultural communities.

The sources name a province or a district, never a position: each is drawn in its province
and marked as such.
"""

import math

from geodata import Geodata, Text, figure_of
from layers._declaration import Category, Place, PlaceFigure, PointLayer

_UNITS = {
    "ha": (Text(en="Area", km="ផ្ទៃដី"), Text(en="ha", km="ហ.ត")),
    "workers": (Text(en="Workers", km="កម្មករ"), Text(en="workers", km="នាក់")),
    "jobs": (Text(en="Jobs expected", km="ការងាររំពឹងទុក"), Text(en="jobs", km="កន្លែង")),
    "mills": (Text(en="Mills", km="រោងម៉ាស៊ីន"), Text(en="mills", km="រោងម៉ាស៊ីន")),
    "families": (Text(en="Families", km="គ្រួសារ"), Text(en="families", km="គ្រួសារ")),
}


def read(geodata: Geodata) -> tuple[Place, ...]:
    """All sites found in the sources, with the one figure that each source gives."""
    return tuple(
        Place(
            id=row.site_id,
            name=Text(en=row.name_en, km=row.name_km),
            province_code=row.province_code,
            lon=None if math.isnan(row.lon) else row.lon,
            lat=None if math.isnan(row.lat) else row.lat,
            precision="exact" if row.position == "site" else "province",
            category=row.kind,
            figures=()
            if math.isnan(row.value)
            else (
                PlaceFigure(
                    label=_UNITS[row.unit][0],
                    unit=_UNITS[row.unit][1],
                    figure=figure_of(row),
                ),
            ),
            status=row.status,
            source_ids=row.source_id,
            as_of=row.as_of,
        )
        for row in geodata.rows("agro_sites")
    )


LAYER = PointLayer(
    title=Text(en="Agro-processing clusters", km="ចង្កោមកែច្នៃកសិផល"),
    about=Text(
        en="Parks, plants, mills and modern agricultural communities named in the sources."
        " More exist.",
        km="សួនឧស្សាហកម្ម រោងចក្រ រោងម៉ាស៊ីន និងសហគមន៍កសិកម្មទំនើប ដែលមានឈ្មោះក្នុងប្រភព។ នៅមានច្រើនទៀត។",
    ),
    order=20,
    shape="diamond",
    read=read,
    categories={
        "plant": Category(title=Text(en="Processing plant", km="រោងចក្រកែច្នៃ"), emphasis=1),
        "mills": Category(title=Text(en="Rice mills", km="រោងម៉ាស៊ីនកិនស្រូវ"), emphasis=1),
        "mac": Category(
            title=Text(en="Modern agricultural community", km="សហគមន៍កសិកម្មទំនើប"), emphasis=2
        ),
        "park": Category(title=Text(en="Park, planned", km="សួនឧស្សាហកម្មតាមគម្រោង"), emphasis=3),
    },
)
