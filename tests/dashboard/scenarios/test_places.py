"""Who finds work where: the tables against the national result."""

import numpy as np
import pytest

from dashboard.components.scenario_places import places_tables
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.chosen import one_chosen
from dashboard.scenarios.places import COLUMNS, places_of
from dashboard.scenarios.played import central, library
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

SAY = Speaker(lang="en")
MIXED = "enterprise_fund:02:20:2026:3,relocation_support:IDP-3:5:2026:3"


def played_of(key, search=""):
    asked = read_asked(PAGE.view(search))
    return one_chosen(key, asked, say=SAY).played(asked)


@pytest.mark.parametrize("key", library())
@pytest.mark.parametrize("year", [2026, 2029, 2035])
def test_provinces_and_trades_sum_to_the_country(key, year):
    played = played_of(key)
    found, country = places_of((played, year)), central(played).by_year.loc[year]
    for table in (found.provinces, found.sectors):
        sums = table.sum()
        assert sums["more_near_home"] == pytest.approx(country["more_near_home"], abs=5, rel=1e-3)
        assert sums["lasting_jobs"] == pytest.approx(country["lasting_jobs"], abs=1e-3)
        assert sums["still_in_need"] == pytest.approx(country["still_in_need"], rel=1e-3)
    assert found.provinces["usd"].sum() == pytest.approx(country["usd_spent"], abs=1)


def test_no_money_brings_nobody_anything():
    found = places_of((played_of("do-nothing"), 2035))
    for table in (found.provinces, found.sectors):
        np.testing.assert_allclose(table[["more_near_home", "lasting_jobs"]], 0.0, atol=1e-9)


def test_money_on_a_corridor_is_shared_by_its_provinces():
    played = played_of(PLAN, "?plan=corridor_logistics:SEC-C:90:2026:3")
    usd = places_of((played, 2035)).provinces["usd"]
    inside = list(next(r for r in world().routes["corridors"] if r.id == "SEC-C").provinces)
    assert (usd[inside] > 0).all() and usd.drop(inside).sum() == 0
    assert usd[inside].nunique() == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_are_drawn_with_all_provinces_and_trades(lang):
    view = PAGE.view(f"?plan={MIXED}&province=02&lang={lang}")
    asked, say = read_asked(view), Speaker(lang=lang)
    shown = one_chosen(PLAN, asked, say=say)
    html = to_html(places_tables(world(), asked=asked, shown=shown, view=view, say=say))
    assert html.count("data-code=") == 25 + len(list(world().geodata.rows("sectors")))
    assert html.count('class="selected"') == 1
    assert len(COLUMNS) == 5
