"""The picture and the sentence of a scene that is a view of the map page."""

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard import theme
from dashboard.data_here import data_here, of_data
from dashboard.figures.static_map import static_map
from dashboard.headline import headline
from dashboard.map_data import map_data
from dashboard.rooms.texts import Both
from dashboard.state import View, read_view
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

_DRAWN = ("layer", "measure", "show", "province")
_STYLE = "".join(
    [
        f".neighbour{{fill:{theme.LAND};stroke:{theme.LINE}}}",
        f".province{{stroke:{theme.PAPER};stroke-width:1}}",
        f".lake{{fill:{theme.WATER};stroke:#9db3c0;stroke-width:.8}}",
        f".outline{{fill:none;stroke:{theme.INK};stroke-width:3}}",
        ".route{stroke-linecap:round;stroke-linejoin:round}",
    ]
)


def has_picture(view: str) -> bool:
    """Whether this path and query is a view of the map page."""
    return bool(view) and urlsplit(view).path == "/"


@of_data(64)
def picture_of(view: str) -> dict[str, Any]:
    """Address, title, legend and evidence of the map of a view, in both languages."""
    drawn = {lang: _fill(view, lang=lang) for lang in LANGUAGES}
    kept = [(key, value) for key, value in parse_qsl(urlsplit(view).query) if key in _DRAWN]
    if data_here().key:
        kept.append(("data", data_here().key))
    first = drawn["en"]
    return {
        "src": f"/join/picture.svg?{urlencode(kept, safe=',')}",
        "title": {lang: one["title"] for lang, one in drawn.items()},
        "evidence": {lang: one["evidence"] for lang, one in drawn.items()},
        "uncertain": first["uncertain"] is not None,
        "legend": [
            {
                "color": shade["color"],
                **{lang: drawn[lang]["classes"][i]["label"] for lang in LANGUAGES},
            }
            for i, shade in enumerate(first["classes"])
        ],
    }


def drawing(query: str) -> str:
    """The map of a view as a file of its own, without words in it."""
    view = _view(f"/?{query}", lang="en")
    return _drawn(view.layer, view.measure, tuple(sorted(view.show)), view.province)


@of_data(64)
def _drawn(layer: str, measure: str, show: tuple[str, ...], province: str | None) -> str:
    view = {"layer": layer, "measure": measure, "show": show, "province": province}
    found = static_map(map_data("en", "latin"), view)
    found = found.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    found = found.replace("<defs>", f"<style>{_STYLE}</style><defs>", 1)
    return re.sub(r"var\(--(hatch|no-data)\)", lambda one: _COLOURS[one[1]], found)


def sentence_of(view: str) -> Both:
    """The headline of a view of the map page, computed from the data."""
    here = world()
    said = {
        lang: headline(here, view=_view(view, lang=lang), say=Speaker(lang=lang)).text
        for lang in LANGUAGES
    }
    return Both(en=said["en"], km=said["km"])


_COLOURS = {"hatch": theme.HATCH, "no-data": theme.NO_DATA}


def _view(view: str, *, lang: str) -> View:
    kept = [(key, value) for key, value in parse_qsl(urlsplit(view).query) if key in _DRAWN]
    return read_view(urlencode([("lang", lang), *kept]), choices=world().choices)


def _fill(view: str, *, lang: str) -> dict[str, Any]:
    seen = _view(view, lang=lang)
    found: dict[str, Any] = map_data(lang, "latin")["fills"][seen.layer][seen.measure]
    return found
