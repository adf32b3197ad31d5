"""Scenarios challenged: the same numbers as the analysis, told in both languages."""

import json
import re

import pytest

from analysis.break_even import BreakEven
from analysis.compare import regret
from analysis.futures import discover as futures
from analysis.scenario import Allocation
from analysis.uncertainty import tornado
from dashboard.components import scenario_challenge
from dashboard.components.scenario_challenge import (
    break_even_told,
    regret_table,
    tornado_figure,
    tornado_told,
)
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.baseline import baseline_of
from dashboard.scenarios.challenged import (
    TURNS,
    drivers,
    drivers_of_lead,
    regrets,
    turns,
)
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.played import central, scenario_of
from dashboard.scenarios.side_by_side import NEAR_HOME
from dashboard.state import View, read_view
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

FIRMS = Chosen(
    key="firms",
    name="Firms",
    plan=(Allocation(instrument="enterprise_fund", place="01", usd=3e7),),
)
ZONES = Chosen(
    key="zones",
    name="Zones",
    plan=(Allocation(instrument="sez_upgrade", place="01", usd=3e7),),
)
NOTHING = Chosen(key="nothing", name="Nothing", plan=())


def view(search: str = "") -> View:
    return read_view(search, choices=world().choices)


def asked(search: str = "") -> Asked:
    return read_asked(view(search))


def whole(text: str) -> str:
    plain = re.sub(r"<[^>]+>", " ", text)
    assert "{" not in plain and "None" not in plain and "nan" not in plain.lower()
    return " ".join(plain.split())


def test_what_drives_a_result_is_the_tornado_of_the_analysis() -> None:
    found = drivers(asked(), FIRMS)
    table = tornado(baseline_of(asked().case), scenario_of(FIRMS.plan), NEAR_HOME)
    assert [one.parameter for one in found] == table["parameter"].tolist()
    assert [one.swing for one in found] == sorted((one.swing for one in found), reverse=True)
    value = central(FIRMS.played(asked())).by_year[NEAR_HOME].loc[asked().year]
    assert all(one.central == pytest.approx(value) for one in found)
    assert drivers(asked(), NOTHING) == ()


def test_what_drives_a_lead_is_the_tornado_against_the_other() -> None:
    found = {one.parameter: one for one in drivers_of_lead(asked(), FIRMS, ZONES)}
    plans = (scenario_of(FIRMS.plan), scenario_of(ZONES.plan))
    table = tornado(baseline_of(asked().case), plans[0], NEAR_HOME, against=plans[1])
    assert set(table["parameter"]) <= set(found)
    for row in table.itertuples(index=False):
        mine = found[str(row.parameter)]
        assert (mine.at_low, mine.at_high, mine.central) == pytest.approx(
            (row.at_low, row.at_high, row.central), abs=1e-6
        )


def test_regret_is_that_of_the_analysis_by_key() -> None:
    every = (FIRMS, ZONES, NOTHING)
    found = regrets(asked(), every)
    plans = [scenario_of(one.plan, one.key) for one in every]
    table = regret(baseline_of(asked().case), plans, NEAR_HOME)
    assert set(found.behind) == set(futures())
    for future, behind in found.behind.items():
        assert behind == pytest.approx(table[future].to_dict())
        assert min(behind.values()) == 0
    assert found.largest == pytest.approx(table["largest"].to_dict())
    assert all(0 <= count <= len(futures()) for count in found.best_in.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("future", ["none", "minimum_wage"])
def test_the_table_of_regret_holds_every_scenario_and_future(lang: str, future: str) -> None:
    search = f"?lang={lang}&future={future}"
    every = (FIRMS, ZONES, NOTHING)
    table = to_html(
        regret_table(
            world(),
            asked=asked(search),
            chosen=every,
            view=view(search),
            say=Speaker(lang=lang),
        )
    )
    text = whole(table)
    for one in every:
        assert one.name in text
    for future_there in futures().values():
        assert future_there.title.in_(lang) in text
    assert table.split("<tbody>")[1].count("<tr") == len(futures()) + 2


def test_one_scenario_has_no_regret() -> None:
    say = Speaker(lang="en")
    table = regret_table(world(), asked=asked(), chosen=[FIRMS], view=view(), say=say)
    assert "Choose two or more" in whole(to_html(table))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tornado_and_its_table_tell_the_same(lang: str) -> None:
    say, search = Speaker(lang=lang), f"?lang={lang}"
    figure = tornado_figure(
        world(), asked=asked(search), scenario=FIRMS, view=view(search), say=say
    )
    json.dumps(figure, allow_nan=False)
    found = drivers(asked(search), FIRMS)
    low, high = figure["data"]
    middle = found[0].central
    for at, one in enumerate(found):
        assert low["base"][at] + low["x"][at] == pytest.approx(one.at_low)
        assert high["base"][at] + high["x"][at] == pytest.approx(one.at_high)
    assert figure["layout"]["shapes"][0]["x0"] == pytest.approx(middle)
    assert low["y"][0] == max(low["y"]), "the widest is on top"
    table = to_html(
        tornado_told(world(), asked=asked(search), scenario=FIRMS, view=view(search), say=say)
    )
    whole(table)
    assert table.split("<tbody>")[1].count("<tr") == len(found)
    assert table.split("<tbody>")[1].count('class="source"') >= len(found)


def test_money_that_places_nobody_has_no_drivers() -> None:
    say = Speaker(lang="en")
    told = tornado_told(world(), asked=asked(), scenario=NOTHING, view=view(), say=say)
    assert "Nothing moves this result" in whole(to_html(told))
    figure = tornado_figure(world(), asked=asked(), scenario=NOTHING, view=view(), say=say)
    assert figure["data"][0]["x"] == []


def test_where_the_order_turns_both_are_equal() -> None:
    found = turns(asked(), FIRMS, ZONES)
    assert 0 < len(found) <= TURNS
    widest = [one.parameter for one in drivers_of_lead(asked(), FIRMS, ZONES)[:TURNS]]
    assert [one.parameter for one in found] == widest
    assert {one.ahead for one in found} <= {"a", "b"} and len({one.ahead for one in found}) == 1
    for one in found:
        assert one.below is None or one.least <= one.below < one.central
        assert one.above is None or one.central < one.above <= one.most


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_to_turn_an_order_is_a_sentence(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = [(None, None), (2_000.0, None), (None, 30_000.0), (2_000.0, 30_000.0)]
    made = tuple(
        BreakEven(
            parameter="sez_upgrade.usd_per_job",
            central=14_125,
            ahead="b",
            below=below,
            above=above,
            least=1_400,
            most=93_000,
        )
        for below, above in ends
    )
    monkeypatch.setattr(scenario_challenge, "turns", lambda *given: made)
    say = Speaker(lang=lang)
    told = to_html(break_even_told(world(), asked=asked(), a=FIRMS, b=ZONES, view=view(), say=say))
    text = whole(told)
    assert told.count("<li") == 4
    if lang == "en":
        what = "capital for each job (Zone upgrade)"
        assert f"“Firms” never beats “Zones” by {what} alone, within the range tried" in text
        assert f"For “Firms” to beat “Zones”, {what} must be below USD 2,000; it is" in text
        assert "must be above USD 30,000; it is taken as USD 14,100." in text
        assert "must be below USD 2,000 or above USD 30,000" in text


def test_equals_have_no_order_to_turn() -> None:
    say = Speaker(lang="en")
    told = break_even_told(world(), asked=asked(), a=NOTHING, b=NOTHING, view=view(), say=say)
    assert "there is no order to turn" in whole(to_html(told))
