"""Every layer, measure, chart and picture in both languages, held against what it was.

What there is comes from the declarations: a layer, measure or picture that is added asks for its
golden file by itself, and one that is removed leaves a file that a test finds.
"""

from collections.abc import Callable, Mapping

import pytest

from dashboard.exports.declaration import pictures as kinds
from dashboard.figures.static_map import static_map
from dashboard.map_data import map_data, view_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.pictures import CLUSTERS, PAIR, pictures
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.mismatch_flows import movement_data
from dashboard.pages.mismatch import PAGE as MISMATCH
from dashboard.pages.scenarios import PAGE as SCENARIOS
from dashboard.ranking import ranking_figure
from dashboard.scenario_maps import difference_fill, small_fills
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.state import read_view
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from tests.dashboard.exports.drawn import figures
from tests.dashboard.exports.opened import picture
from tests.goldens import FOLDER, held
from tests.goldens import picture as picture_drawn

CASE = Case(basis="durable", ages="all")
BUILT = "?plan=sez_upgrade:01:70:2026:3,enterprise_fund:SEC-C:60:2027:2&scenarios=plan,best-use"
PLANNED = ("scenario_drivers", "scenario_frontier", "scenario_map", "scenario_maps")
ELSEWHERE = {f"survival-{lang}" for lang in LANGUAGES}
"""Held where there is a registry to draw it from: tests/dashboard/monitor/test_page.py."""


def layer(key: str, lang: str) -> object:
    """All measures of a layer: what the map is filled with, and the ranking."""
    measures = [measure.key for measure in world().fills[key].measures]
    rankings = {measure: figures(lang)[f"ranking {key} {measure}"] for measure in measures}
    return {"fills": map_data(lang, "latin")["fills"][key], "rankings": rankings}


def overlay(key: str, lang: str) -> object:
    """What a layer draws over the map."""
    return map_data(lang, "latin")["overlays"][key]


def outlines(lang: str) -> object:
    """The shapes and names of the map, and what is painted of it before any script has run."""
    data = map_data(lang, "latin")
    view = read_view(f"?lang={lang}", choices=world().choices)
    first = static_map(data, view_data(view)).replace("><", ">\n<").split("\n")
    return {"geometry": data["geometry"], "names": data["names"], "first": first}


def measure(key: str, lang: str) -> object:
    """A measure of the mismatch: its map, and its ranking where a province has one number."""
    found = {"fill": mismatch_fills(CASE, lang, "latin")[LAYER][key]}
    if key in pictures(CASE):
        view = MISMATCH.view(f"?lang={lang}")
        shown, say = pictures(CASE)[key], Speaker(lang=lang)
        found["ranking"] = ranking_figure(world(), shown=shown, view=view, say=say)
    return found


def movement(lang: str) -> object:
    """The map of least movement."""
    fills, overlays = movement_data(CASE, lang, "latin")
    return {"fills": fills, "overlays": overlays}


def chart(kind: str, lang: str) -> object:
    """All charts of one kind, of the scenarios that are ready when the page opens."""
    return {name: figure for name, figure in figures(lang).items() if _kind(name) == kind}


def _kind(name: str) -> str:
    return name.split(" ")[0]


def maps_of_a_plan(lang: str) -> object:
    """What the small maps and the map of differences are filled with."""
    view, say = SCENARIOS.view(f"{BUILT}&lang={lang}"), Speaker(lang=lang)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    return {
        "small": small_fills(asked, some, lang, "latin"),
        "difference": difference_fill(asked, some[0], some[1], lang, "latin"),
    }


def drawing(key: str, lang: str) -> object:
    """A picture that can be taken, of the usual view, or of a plan where it is about one."""
    built = BUILT.lstrip("?") + "&" if key in PLANNED else ""
    return picture_drawn(picture(key, f"{built}lang={lang}"))


def drawn() -> Mapping[str, Callable[[str], object]]:
    """Name -> what draws it in a language."""
    data = map_data("en", "latin")
    every = {_kind(name) for name in figures("en")} - {"ranking"}
    named = {
        "layer": (layer, data["fills"]),
        "overlay": (overlay, data["overlays"]),
        "measure": (measure, [*pictures(CASE), PAIR, CLUSTERS]),
        "chart": (chart, sorted(every)),
        "picture": (drawing, [key for key in kinds() if key != "monitor_survival"]),
    }
    many = {
        f"{group}-{key}": lambda lang, make=make, key=key: make(key, lang)
        for group, (make, keys) in named.items()
        for key in keys
    }
    return {
        **many,
        "outlines": outlines,
        "movement": movement,
        "maps-of-a-plan": maps_of_a_plan,
    }


DRAWN = drawn()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_is_what_it_was(name: str, lang: str, rewrite_goldens: bool) -> None:
    held(f"{name}-{lang}", DRAWN[name](lang), rewrite=rewrite_goldens)


def test_every_golden_file_is_of_something_that_is_drawn(rewrite_goldens: bool) -> None:
    known = {f"{name}-{lang}" for name in DRAWN for lang in LANGUAGES} | ELSEWHERE
    if rewrite_goldens:
        for path in FOLDER.glob("*.json"):
            if path.stem not in known:
                path.unlink()
        return
    assert {path.stem for path in FOLDER.glob("*.json")} == known
