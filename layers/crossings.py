"""Border crossings. Most positions are known only to 5 or 10 km and are marked so."""

from geodata import Geodata, Text
from layers._declaration import Category, Place, PointLayer


def read(geodata: Geodata) -> tuple[Place, ...]:
    """All crossings, by the grade they had before June 2025."""
    return tuple(
        Place(
            id=row.crossing_id,
            name=Text(
                en=f"{row.name_en} / {row.other_side}" if row.other_side else row.name_en,
                km=f"{row.name_km} / {row.other_side}" if row.other_side else row.name_km,
            ),
            province_code=row.province_code,
            lon=row.lon,
            lat=row.lat,
            precision="exact" if row.position == "village" else "approximate",
            category=row.grade,
            figures=(),
            status=row.status,
            source_ids=row.source_id,
            as_of=row.as_of,
        )
        for row in geodata.rows("crossings")
    )


LAYER = PointLayer(
    title=Text(en="Border crossings", km="ច្រកព្រំដែន"),
    about=Text(
        en="Crossings as they were before June 2025, when those to Thailand closed.",
        km="ច្រកព្រំដែនដូចនៅមុនខែមិថុនា ឆ្នាំ2025 ដែលជាពេលច្រកទៅប្រទេសថៃត្រូវបានបិទ។",
    ),
    order=30,
    shape="triangle",
    read=read,
    categories={
        "international": Category(
            title=Text(en="International crossing", km="ច្រកអន្តរជាតិ"), emphasis=1
        ),
        "permanent": Category(title=Text(en="Permanent crossing", km="ច្រកអចិន្ត្រៃយ៍"), emphasis=2),
    },
)
