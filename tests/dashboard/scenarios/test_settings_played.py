"""What a reader sets, in the numbers and words of the page."""

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from analysis.break_even import break_even
from analysis.scenario import YEARS
from dashboard.components.scenario_challenge import break_even_told, regret_table
from dashboard.components.scenario_compare import compare_table
from dashboard.components.scenario_drivers import tornado_told
from dashboard.components.scenario_results import headline, headline_evidence
from dashboard.components.scenario_settings import settings_told
from dashboard.mismatch.market import Case, market
from dashboard.pages.scenarios import PAGE
from dashboard.scenario_parts import tornado
from dashboard.scenarios.asked import PLAN, Asked, read_asked
from dashboard.scenarios.baseline import baseline_of
from dashboard.scenarios.best import Wish, best_use, best_uses
from dashboard.scenarios.challenged import drivers, turns
from dashboard.scenarios.chosen import chosen, one_chosen
from dashboard.scenarios.played import central, drawn, scenario_of
from dashboard.scenarios.settings import (
    MOST,
    parameters_to_set,
    read_settings,
    write_settings,
)
from dashboard.scenarios.side_by_side import near_home
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

PLANNED = "enterprise_fund:02:40:2026:3"
COST = "enterprise_fund.usd_per_job"
SAY = Speaker(lang="en")
KNOWN = parameters_to_set()
FUND = [key for key in KNOWN if key.split(".")[0] in ("all", "enterprise_fund")]


def asked(search: str = "") -> Asked:
    return read_asked(PAGE.view(f"?plan={PLANNED}{search}"))


def setting(case: Case, **own: float) -> Case:
    return replace(case, settings=tuple(own.items()))


def people(one: Asked) -> float:
    found = central(one_chosen(PLAN, one, say=SAY).played(one))
    return float(found.by_year["more_near_home"].loc[one.year])


def plain(node: Any) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", to_html(node)))


def test_a_cheaper_job_places_more_people_in_everything_that_is_worked_out() -> None:
    usual, cheap = asked(), asked(f"&set={COST}:5000")
    assert people(cheap) > 1.1 * people(usual)
    plan = [one_chosen(PLAN, one, say=SAY).played(one) for one in (usual, cheap)]
    draws = [drawn(one).of("more_near_home", YEARS[-1]) for one in plan]
    assert np.median(draws[1]) > np.median(draws[0])
    assert np.ptp(draws[1]) < np.ptp(draws[0]) * 1.5
    best = [best_use(Wish(case=one.case, usd=100e6)) for one in (usual, cheap)]
    assert best[1].more > best[0].more
    front = [best_uses(Wish(case=one.case, usd=0.0)).points["more"] for one in (usual, cheap)]
    assert (front[1] >= front[0]).all() and front[1].sum() > front[0].sum()


def test_a_setting_of_all_instruments_and_one_of_a_future_are_followed() -> None:
    zone = "?plan=sez_upgrade:01:20:2026:3"
    low, high = (read_asked(PAGE.view(f"{zone}&set=all.realisation:{r}")) for r in (0.15, 0.5))
    assert people(low) < people(high)
    back = [
        read_asked(PAGE.view(f"{zone}&future=border_reopening&set=border_reopening.share_back:{s}"))
        for s in (0.2, 0.9)
    ]
    need = [
        central(one_chosen(PLAN, one, say=SAY).played(one)).by_year["still_in_need"].loc[one.year]
        for one in back
    ]
    assert need[0] > need[1]


def test_what_is_set_to_the_central_value_changes_no_central_result() -> None:
    usual = asked()
    assert asked(f"&set={COST}:{KNOWN[COST].central:g}") == usual, "it is left out"
    known = replace(usual, case=setting(usual.case, **{COST: KNOWN[COST].central}))
    results = [central(one_chosen(PLAN, one, say=SAY).played(one)) for one in (usual, known)]
    assert results[0].by_year.equals(results[1].by_year)
    told = [near_home(one, one_chosen(PLAN, one, say=SAY)) for one in (usual, known)]
    assert told[0].value == told[1].value


def test_the_market_is_not_worked_out_anew_and_the_baseline_differs_in_what_is_set() -> None:
    usual, cheap = asked().case, asked(f"&set={COST}:5000").case
    assert usual != cheap and market(cheap) is market(usual)
    before, after = baseline_of(usual), baseline_of(cheap)
    assert np.array_equal(after.seekers_draws, before.seekers_draws)  # type: ignore[arg-type]
    moved = {key for key in KNOWN if before.parameters[key] != after.parameters[key]}
    assert moved == {COST}
    assert after.parameters[COST].low == after.parameters[COST].high == 5000
    assert baseline_of(asked().case).parameters[COST].central == KNOWN[COST].central


@pytest.mark.parametrize("end", ["least", "most"])
def test_everything_at_its_limit_breaks_nothing(end: str) -> None:
    edge = tuple((key, float(getattr(one, end))) for key, one in KNOWN.items())
    one = asked("&future=second_wave&scenarios=plan,best-use,zones-at-gates")
    one = replace(one, case=replace(one.case, settings=edge))
    view = PAGE.view(f"?plan={PLANNED}&future=second_wave&scenarios=plan,best-use,zones-at-gates")
    some, here = chosen(view, one, say=SAY), world()
    for goal in ("near_home", "unmet_need"):
        assert best_use(Wish(case=one.case, usd=200e6, goal=goal)).more >= -1e-6
    assert drivers(one, some[0]) == ()
    assert turns(one, some[0], some[1]) == ()
    for part in (compare_table, regret_table):
        told = plain(part(here, asked=one, chosen=some, view=view, say=SAY))
        assert not re.search(r".{60}\bnan\b", told)
    told = plain(break_even_told(here, asked=one, a=some[0], b=some[1], view=view, say=SAY))
    assert ("you have set all" in told) != ("place as many people" in told)


def test_what_is_set_has_no_swing_and_the_rest_keeps_its_own() -> None:
    usual, cheap = asked(), asked(f"&set={COST}:5000")
    before, after = (
        {one.parameter for one in drivers(each, one_chosen(PLAN, each, say=SAY))}
        for each in (usual, cheap)
    )
    assert COST in before and COST not in after
    assert after and after <= before
    (fixed,) = break_even(
        baseline_of(cheap.case), scenario_of(cheap.plan), scenario_of(()), [COST], "more_near_home"
    )
    assert fixed.ahead == "a" and fixed.central == 5000


def test_where_all_that_moves_a_result_is_set_it_is_said() -> None:
    one = asked()
    edge = tuple((key, KNOWN[key].high) for key in FUND)
    one = replace(one, case=replace(one.case, settings=edge))
    shown = one_chosen(PLAN, one, say=SAY)
    view = PAGE.view(f"?plan={PLANNED}")
    told = plain(tornado_told(world(), asked=one, scenario=shown, view=view, say=SAY))
    assert "you have set all that would move it" in told
    search = ",".join(f"{key}:{value:g}" for key, value in edge)
    drawn_ = tornado(PAGE.view(f"?plan={PLANNED}&set={search}"))
    assert "you have set all" in to_html(drawn_)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_says_which_settings_are_the_readers(lang: str) -> None:
    say = Speaker(lang=lang)
    one = asked(
        f"&set={COST}:5000,all.realisation:0.3,second_wave.first_year:2030,sez_upgrade.lag:1"
    )
    shown = one_chosen(PLAN, one, say=say)
    view = PAGE.view(f"?lang={lang}")
    told = plain(headline(asked=one, shown=shown, say=say))
    for part in ("5,000", "8,500", "30 %", "25 %"):
        assert part in told, part
    evidence = plain(headline_evidence(world(), asked=one, shown=shown, view=view, say=say))
    assert say("status_estimated") in evidence and say("status_assumed") in evidence
    usual = asked()
    quiet = plain(headline_evidence(world(), asked=usual, shown=shown, view=view, say=say))
    assert say("status_assumed") not in quiet


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ("", ""),
        (
            "all.realisation:0.3",
            "One setting is yours, not the atlas's: promised jobs that come true: 30 % instead of"
            " 25 %.",
        ),
        (
            "second_wave.first_year:2030,sez_upgrade.lag:1",
            "2 settings are yours, not the atlas's: time until the first effect (Zone upgrade):"
            " 1 year instead of 2 years · year in which it begins (A second wave returns): 2030"
            " instead of 2028.",
        ),
    ],
)
def test_settings_are_told_with_what_is_usual(own: str, sentence: str) -> None:
    assert settings_told(read_settings(own)[0], say=SAY) == sentence


def test_of_many_settings_the_first_are_named_and_the_rest_counted() -> None:
    ends = tuple((key, one.stops[0]) for key, one in KNOWN.items())
    many = read_settings(write_settings(ends))[0]
    told = settings_told(many, say=SAY)
    assert told.startswith(f"{MOST} settings are yours") and told.endswith(f"and {MOST - 3} more.")


def test_wrong_settings_of_a_link_are_told_escaped_and_the_rest_kept() -> None:
    view = PAGE.view(f"?plan={PLANNED}&set=%3Cb%3E:1,{COST}:5000,all.realisation:7")
    page = to_html(PAGE.layout(view))
    assert "“&lt;b&gt;:1” for “set”" in page and "<b>" not in page
    assert "“all.realisation:7” for “set”" in page
    assert "One setting is yours" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_every_setting_is_told_with_value_range_and_status(lang: str) -> None:
    say = Speaker(lang=lang)
    page = to_html(PAGE.layout(PAGE.view(f"?lang={lang}&set={COST}:5000")))
    assert page.count(say("status_assumed")) > 50
    assert f"{say('value_usd', value='5,000')}</p>" in page
    assert page.count("<details") >= len({one.owner for one in KNOWN.values()})
