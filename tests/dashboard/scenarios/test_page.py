"""The page as a function of the view: what stands on it, without a browser."""

import json
import re
from typing import Any

import numpy as np
import pytest

from analysis.instruments import discover as instruments
from dashboard import ids
from dashboard.components.scenario_best import best_told
from dashboard.components.scenario_challenge import (
    break_even_told,
    regret_table,
    tornado_figure,
    tornado_told,
)
from dashboard.components.scenario_compare import compare_table, paths_figure, paths_table
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.page import pages
from dashboard.pages.scenarios import PAGE
from dashboard.scenario_parts import ranges, refined, sketch, top
from dashboard.scenarios.asked import BUDGETS, FIRST_BUDGET, PLAN, places, read_asked
from dashboard.scenarios.best import Wish
from dashboard.scenarios.best import best_uses as frontier_uses
from dashboard.scenarios.chosen import BEST_USE, chosen, one_chosen
from dashboard.scenarios.plan_text import MOST, read_plan, write_plan
from dashboard.scenarios.played import drawn, library, library_plan
from dashboard.shell import screen
from dashboard.state import BASES, View
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.provinces import CODES

ONE = "sez_upgrade:01:70:2026:3"
CASE = read_asked(PAGE.view("")).case
PLANS = {
    "nothing": "",
    "no-money": "sez_upgrade:01:0:2026:3",
    "too-late": "public_works:05:40:2035:10",
    **{key: write_plan(library_plan(key, CASE)) for key in library()},
}


def walk(node: Any) -> Any:
    if isinstance(node, list | tuple):
        for one in node:
            yield from walk(one)
    elif hasattr(node, "to_plotly_json"):
        yield node
        yield from walk(getattr(node, "children", None))


def named(search: str, id: str) -> Any:
    found = [one for one in walk(PAGE.layout(PAGE.view(search))) if getattr(one, "id", "") == id]
    assert len(found) == 1, id
    return found[0]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def whole(text: str) -> None:
    """No gap that a template or a number that is none would leave."""
    assert "{" not in text and "}" not in text
    assert not re.search(r"\b(None|nan|NaN|inf|undefined)\b", text)


def parts(view: View) -> list[str]:
    """The parts that come after the first answer."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    shown = one_chosen(PLAN if asked.plan else BEST_USE, asked, say=say)
    wish = Wish(case=asked.case, usd=asked.budget_usd)
    with_view: dict[str, Any] = {"view": view, "say": say}
    drawn: list[Any] = [
        compare_table(here, asked=asked, chosen=some, **with_view),
        paths_table(here, asked=asked, chosen=some, outcome="more_near_home", **with_view),
        best_told(here, asked=asked, wish=wish, **with_view),
        regret_table(here, asked=asked, chosen=some, **with_view),
        break_even_told(here, asked=asked, a=some[0], b=some[1], **with_view),
        tornado_told(here, asked=asked, scenario=shown, **with_view),
    ]
    return [to_html(one) for one in drawn]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", list(PLANS))
def test_the_page_draws_for_every_ready_scenario_in_both_languages(key: str, lang: str) -> None:
    view = PAGE.view(f"?lang={lang}&plan={PLANS[key]}")
    assert pages()["/scenarios"] is PAGE
    assert not view.unreadable and not read_asked(view).unreadable
    drawn = to_html(screen(PAGE, view))
    assert drawn.count("<h1") == 1 and drawn.count("<svg") >= 1
    whole(plain(drawn))
    for part in parts(view):
        assert len(plain(part)) > 40
        whole(plain(part))
    khmer = re.search("[\u1780-\u17ff]", plain(str(named(view.search, ids.SCENARIO_HEADLINE).html)))
    assert bool(khmer) == (lang == "km")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", list(PLANS))
def test_every_chart_holds_numbers_only_and_a_point_for_each_year_or_budget(
    key: str, lang: str
) -> None:
    view = PAGE.view(f"?lang={lang}&plan={PLANS[key]}")
    here, say = world(), Speaker(lang=lang)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    shown = one_chosen(PLAN if asked.plan else BEST_USE, asked, say=say)
    wish = Wish(case=asked.case, usd=asked.budget_usd)
    frontier = frontier_chart(asked=asked, wish=wish, chosen=some, say=say)
    assert len(frontier["data"][0]["x"]) == 20
    assert len(frontier["data"][1]["x"]) == len([one for one in some if one.plan])
    charts = [
        frontier,
        paths_figure(here, asked=asked, chosen=some, outcome="more_near_home", view=view, say=say),
        tornado_figure(here, asked=asked, scenario=shown, view=view, say=say),
    ]
    for chart in charts:
        assert chart["data"]
        written = json.dumps(chart, allow_nan=False)
        assert "undefined" not in written and "None" not in written


def test_every_id_is_there_once() -> None:
    names = [one.id for one in walk(PAGE.layout(PAGE.view(""))) if getattr(one, "id", None)]
    assert len(names) == len(set(names))
    assert {ids.PLAN, ids.PLAN_MAP, ids.RESULTS, ids.COMPARISON, ids.BEST, ids.CHALLENGE} <= set(
        names
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_editor_offers_every_instrument_place_and_ready_scenario(lang: str) -> None:
    editor = named(f"?lang={lang}&plan={ONE}&budget=300&province=05", ids.PLAN)
    assert (editor.value, editor.budget, editor.here) == (ONE, 300, "05")
    assert [one["key"] for one in editor.instruments] == list(instruments())
    offered = [one["key"] for group in editor.places for one in group["places"]]
    assert sorted(offered) == sorted(places())
    corridors = [one["key"] for g in editor.places if g["corridors"] for one in g["places"]]
    assert corridors and not set(corridors) & set(CODES)
    assert [one["key"] for one in editor.ready["plans"]] == list(library())
    for one in [
        *editor.instruments,
        *editor.ready["plans"],
        *(p for g in editor.places for p in g["places"]),
    ]:
        assert bool(re.search("[\u1780-\u17ff]", one["label"])) == (lang == "km"), one


@pytest.mark.parametrize("basis", BASES)
def test_a_ready_scenario_of_the_editor_is_a_plan_that_a_link_can_carry(basis: str) -> None:
    editor = named(f"?basis={basis}", ids.PLAN)
    case = read_asked(PAGE.view(f"?basis={basis}")).case
    for one in editor.ready["plans"]:
        found, wrong = read_plan(one["plan"], places=places())
        assert not wrong
        wanted = library_plan(one["key"], case)
        for part, meant in zip(found, wanted, strict=True):
            assert part.usd == pytest.approx(meant.usd, abs=50), "a link counts in 100 dollars"
        assert read_asked(PAGE.view(f"?plan={one['plan']}")).plan == found


@pytest.mark.parametrize("border", [0, 50, 100])
@pytest.mark.parametrize("goal", ["near_home", "unmet_need"])
def test_every_point_of_the_frontier_is_a_plan_that_a_link_can_carry(
    goal: str, border: int
) -> None:
    found = frontier_uses(Wish(case=CASE, usd=0.0, goal=goal, border_percent=border))
    lost = {}
    for one in found.scenarios:
        asked = read_asked(PAGE.view(f"?plan={write_plan(one.allocations)}"))
        if asked.unreadable or len(asked.plan) != len(one.allocations):
            lost[round(one.usd / 1e6)] = len(one.allocations)
    assert lost == {}, f"more than {MOST} allocations"


def test_the_slider_of_the_budget_reaches_every_budget_that_a_link_can_name() -> None:
    offered = named("", ids.SCENARIO_OFFERED).data
    assert (offered["first_budget"], offered["most_budget"]) == (FIRST_BUDGET, BUDGETS[1])
    assert not read_asked(PAGE.view(f"?budget={int(BUDGETS[1])}")).unreadable
    assert named(f"?budget={int(BUDGETS[1])}", ids.PLAN).budget == BUDGETS[1]


def test_wrong_parts_of_a_link_are_told_escaped_and_the_rest_kept() -> None:
    search = f"?plan=%3Cb%3E,{ONE},x:01:5:2026:3&future=zzz&year=1999&budget=-7&goal=z&border=33"
    said = str(named(search, ids.SCENARIO_NOTICE).html)
    assert "<b>" not in said and "&lt;b&gt;" in said
    assert "With USD 70 million" in named(search, ids.SCENARIO_HEADLINE).html
    assert named(search, ids.PLAN).value == ONE
    wanted = {"plan": "x:01:5:2026:3", "future": "zzz", "year": "1999", "budget": "-7"}
    for key, value in {**wanted, "goal": "z", "border": "33"}.items():
        assert f"“{value}” for “{key}”" in plain(said), key


def test_a_scenario_that_does_not_exist_is_told() -> None:
    said = plain(str(named("?scenarios=nowhere,skills-firms", ids.SCENARIO_NOTICE).html))
    assert "“nowhere” for “scenarios”" in said
    assert named("?scenarios=nowhere,skills-firms", ids.COMPARED).value == ["skills-firms"]


def test_a_notice_has_an_end_however_much_of_a_link_is_wrong() -> None:
    said = str(named(f"?plan={','.join(['x'] * 1_900)}", ids.SCENARIO_NOTICE).html)
    assert 1 <= said.count("<p") <= 20


@pytest.mark.parametrize("search", ["?goal=unmet_need", "?border=100"])
def test_the_best_use_claims_no_more_than_what_it_is_best_at(search: str) -> None:
    """Another goal or a limit gives fewer people near home: then it is not the best at that."""
    say, view = Speaker(lang="en"), PAGE.view(search)
    asked = read_asked(view)
    border = 100 if "border" in search else 0
    goal = "unmet_need" if "goal" in search else "near_home"
    wish = Wish(case=CASE, usd=asked.budget_usd, goal=goal, border_percent=border)
    told = plain(to_html(best_told(world(), asked=asked, wish=wish, view=view, say=say)))
    free = Wish(case=CASE, usd=asked.budget_usd)
    best = plain(to_html(best_told(world(), asked=asked, wish=free, view=view, say=say)))
    found = [re.search(r"With USD.*?assumptions\.", text) for text in (told, best)]
    sentence, at_best = (one.group() if one else "" for one in found)
    assert "28,000" in at_best and "No other allocation does better at that with these" in at_best
    assert ("after moving" in sentence) == (goal == "unmet_need")
    assert ("at least 100 % for border provinces" in sentence) == (border == 100)
    assert "No other allocation" in sentence


def test_without_a_plan_the_answer_tells_of_the_budget_that_is_asked_for() -> None:
    for budget in (100, 300):
        said = plain(str(named(f"?budget={budget}", ids.SCENARIO_HEADLINE).html))
        assert f"With USD {budget} million" in said


def test_what_is_dragged_is_answered_before_it_is_in_the_link():
    view = PAGE.view(f"?plan={ONE}")
    found = sketch({"plan": ONE.replace(":70:", ":90:"), "budget": 200}, view.search)
    assert found["words"] == top(PAGE.view(f"?plan={ONE.replace(':70:', ':90:')}"))[1]
    assert found["css"] == "panel stale" and "Being worked out" in found["evidence"]


def test_what_is_dragged_back_has_its_range_again():
    view = PAGE.view(f"?plan={ONE}")
    found = sketch({"plan": ONE, "budget": 200}, view.search)
    assert found["css"] == "panel" and found["evidence"] == ranges(view)[0]


@pytest.mark.parametrize(
    "draft", [None, 7, [], {}, {"plan": 5, "budget": "x"}, {"plan": "\ud800", "budget": [1]}]
)
def test_a_drag_of_anything_is_answered(draft):
    assert sketch(draft, f"?plan={ONE}")["words"]
    assert sketch(draft, None)["words"]


def test_the_range_of_the_answer_is_refined_and_says_from_how_many_draws():
    view = PAGE.view(f"?plan={ONE}")
    first, then = ranges(view), refined(view)
    assert "from 200 draws" in first[0] and "from 1,000 draws" in then[0]
    fine = read_asked(PAGE.view(f"?plan={ONE}&draws=1000"))
    few, many = (
        drawn(one_chosen(PLAN, one, say=Speaker(lang="en")).played(one))
        for one in (read_asked(view), fine)
    )
    assert many.of("more_near_home").shape[0] == 1_000
    np.testing.assert_array_equal(many.of("more_near_home")[:200], few.of("more_near_home"))
    assert refined(PAGE.view(f"?plan={ONE}&draws=1000")) == then
    assert read_asked(PAGE.view("?draws=7")).unreadable[0].key == "draws"
