"""Figures held against what they were: JSON and SVG, not pixels. `make goldens` rewrites them."""

import json
import re
from pathlib import Path

import pytest

from dashboard.components.scenario_challenge import tornado_figure
from dashboard.components.scenario_compare import paths_figure
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.figures.static_map import static_map
from dashboard.map_data import map_data, view_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.pictures import PAIR, pictures
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.mismatch_flows import FLOWS, movement_data
from dashboard.pages.mismatch import PAGE as MISMATCH
from dashboard.pages.scenarios import PAGE as SCENARIOS
from dashboard.ranking import ranking_figure
from dashboard.scenario_maps import small_fills
from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.best import Wish
from dashboard.scenarios.chosen import chosen, one_chosen
from dashboard.shown import shown_layer
from dashboard.state import read_view
from dashboard.words import Speaker
from dashboard.world import world

FOLDER = Path(__file__).resolve().parents[1] / "goldens"
VIEWS = [f"?layer={layer}&lang={lang}" for layer in world().fills for lang in ("en", "km")]


def held(name: str, drawn: str, *, rewrite: bool) -> None:
    path = FOLDER / name
    if rewrite:
        path.write_text(drawn, encoding="utf-8")
    assert path.is_file(), f"no golden {name}: run make goldens and look at it"
    assert drawn == path.read_text(encoding="utf-8"), f"{name} differs: make goldens, then look"


@pytest.mark.parametrize("search", VIEWS)
def test_the_ranking_is_what_it_was(search: str, rewrite_goldens: bool) -> None:
    view = read_view(search, choices=world().choices)
    figure = ranking_figure(
        world(),
        shown=shown_layer(world(), layer=view.layer, measure=view.measure),
        view=view,
        say=Speaker(lang=view.lang),
    )
    held(f"ranking-{view.layer}-{view.lang}.json", as_json(figure), rewrite=rewrite_goldens)


@pytest.mark.parametrize("search", ["", "?layer=poverty_cards&show=corridors,crossings&lang=km"])
def test_the_static_map_is_what_it_was(search: str, rewrite_goldens: bool) -> None:
    view = read_view(search, choices=world().choices)
    drawn = static_map(map_data(view.lang, view.digits), view_data(view)).replace("><", ">\n<")
    held(f"map-{view.layer}-{view.lang}.svg", drawn + "\n", rewrite=rewrite_goldens)


CASE = Case(basis="durable", ages="all")


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_ranking_of_the_gap_is_what_it_was(lang: str, rewrite_goldens: bool) -> None:
    figure = ranking_figure(
        world(),
        shown=pictures(CASE)["gap"],
        view=MISMATCH.view(f"?lang={lang}"),
        say=Speaker(lang=lang),
    )
    held(f"ranking-gap-{lang}.json", as_json(figure), rewrite=rewrite_goldens)


@pytest.mark.parametrize("picture", ["gap", PAIR])
def test_what_the_map_of_the_mismatch_draws_is_what_it_was(
    picture: str, rewrite_goldens: bool
) -> None:
    fill = mismatch_fills(CASE, "en", "latin")[LAYER][picture]
    held(f"mismatch-{picture}-en.json", as_json(fill), rewrite=rewrite_goldens)


def test_the_map_of_least_movement_is_what_it_was(rewrite_goldens: bool) -> None:
    fills, overlays = movement_data(CASE, "en", "latin")
    data = {**map_data("en", "latin"), "fills": fills, "overlays": overlays}
    view = {"layer": FLOWS, "measure": FLOWS, "show": [FLOWS], "province": None}
    drawn = static_map(data, view).replace("><", ">\n<")
    # The shapes are held by the other golden maps: here stands what they are filled with.
    drawn = re.sub(r'(class="(?:province|neighbour|lake)" )d="[^"]*"', r"\1", drawn)
    held("map-movement-en.svg", drawn + "\n", rewrite=rewrite_goldens)


BUILT = "?plan=sez_upgrade:01:70:2026:3,enterprise_fund:SEC-C:60:2027:2&scenarios=plan,best-use"


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("chart", ["paths", "frontier", "tornado"])
def test_the_charts_of_a_plan_are_what_they_were(
    chart: str, lang: str, rewrite_goldens: bool
) -> None:
    view, say = SCENARIOS.view(f"{BUILT}&lang={lang}"), Speaker(lang=lang)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    plan = one_chosen(PLAN, asked, say=say)
    if chart == "paths":
        drawn = paths_figure(
            world(), asked=asked, chosen=some, outcome="more_near_home", view=view, say=say
        )
    elif chart == "frontier":
        wish = Wish(case=asked.case, usd=asked.budget_usd)
        drawn = frontier_chart(asked=asked, wish=wish, chosen=some, say=say)
    else:
        drawn = tornado_figure(world(), asked=asked, scenario=plan, view=view, say=say)
    held(f"scenario-{chart}-{lang}.json", as_json(drawn), rewrite=rewrite_goldens)


def test_what_the_map_of_a_plan_draws_is_what_it_was(rewrite_goldens: bool) -> None:
    view, say = SCENARIOS.view(BUILT), Speaker(lang="en")
    asked = read_asked(view)
    fill = small_fills(asked, (one_chosen(PLAN, asked, say=say),), "en", "latin")
    held("scenario-map-en.json", as_json(fill[PLAN]), rewrite=rewrite_goldens)


def as_json(drawn: object) -> str:
    return json.dumps(_rounded(drawn), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _rounded(value: object) -> object:
    """The same figure with numbers of six digits, so that another processor gives the same."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    return value
