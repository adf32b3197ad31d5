"""What areas of one's own measure: the one thing that is known of them before any table is filled.

Not offered for the provinces that ship, whose areas stand in densities.
"""

from collections.abc import Mapping

from geodata import Geodata, Text, figure_of
from layers._declaration import FillLayer, Measure, Reading
from layers._lacking import counted_reading


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Square kilometres."""
    found = {row.province_code: figure_of(row) for row in geodata.rows("areas")}
    return {"km2": counted_reading(found)}


LAYER = FillLayer(
    title=Text(en="Land area", km="ផ្ទៃដី"),
    about=Text(
        en="Square kilometres, measured from the boundaries where no official area was filled in.",
        km="គិតជាគីឡូម៉ែត្រការ៉េ វាស់តាមព្រំប្រទល់ កន្លែងដែលគ្មានផ្ទៃដីផ្លូវការ។",
    ),
    order=95,
    own=True,
    read=read,
    measures=(
        Measure(
            key="km2",
            title=Text(en="Land area", km="ផ្ទៃដី"),
            short=Text(en="km²", km="គ.ម²"),
            unit=Text(en="km²", km="គ.ម²"),
            breaks=(100, 500, 1_000, 5_000),
            hue="context",
            headline=Text(
                en="{first}, {second} and {third} are the largest: {top3} of {total} km².",
                km="{first} {second} និង{third} ធំជាងគេ៖ {top3} ក្នុងចំណោម {total} គ.ម²។",
            ),
        ),
    ),
)
