"""The drawings of a profile: the province close, and its place in the country."""

from functools import lru_cache

from dashboard.exports.drawing import Drawing
from dashboard.figures.close_map import close_map, place_in_country
from dashboard.figures.map_glyphs import Glyph, legend_glyphs
from dashboard.map_data import map_data
from dashboard.words import Speaker
from dashboard.world import world
from geodata.projection import project
from geodata.provinces import Province


def close(province: Province, *, say: Speaker, width: float, height: float) -> Drawing:
    """The province with what lies in and around it."""
    return _close(province.code, say.lang, say.digits, width, height)


@lru_cache(maxsize=128)
def _close(code: str, lang: str, digits: str, width: float, height: float) -> Drawing:
    province = world().geodata.provinces[code]
    name = province.capital_km if lang == "km" else province.capital_en
    return close_map(
        map_data(lang, digits),
        code,
        capital=(name, project(province.capital_lon, province.capital_lat)),
        width=width,
        height=height,
    )


def in_country(province: Province, *, say: Speaker, width: float) -> Drawing:
    """The whole country, the province in colour."""
    return place_in_country(map_data(say.lang, say.digits), province.code, width=width)


def legend(say: Speaker) -> list[Glyph]:
    """What the marks and lines of the first one are."""
    return legend_glyphs(map_data(say.lang, say.digits))
