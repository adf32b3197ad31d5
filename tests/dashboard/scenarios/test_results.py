"""The answer in words and its key figures: one set of numbers, and money that buys nothing."""

import math
import re
from typing import Any

import pytest

from analysis.instruments import discover as instruments
from dashboard.components.scenario_compare import compare_table, paths_table
from dashboard.components.scenario_results import (
    headline,
    headline_evidence,
    outcome_name,
    results,
)
from dashboard.numbers import in_digits, number, value_text
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import PLAN, Asked, read_asked
from dashboard.scenarios.chosen import BEST_USE, Chosen, chosen, one_chosen
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import write_plan
from dashboard.scenarios.played import Played, central, library, library_plan
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

ONE = "sez_upgrade:01:70:2026:3"
CASE = read_asked(PAGE.view("")).case
SKILLS = f"plan={write_plan(library_plan('skills-firms', CASE))}"
SPENT = [key for key in library() if key != "do-nothing"]
PEOPLE = r"\d[\d,]*"


def read(search: str) -> tuple[View, Asked, Chosen, Speaker]:
    view = PAGE.view(search)
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    return view, asked, one_chosen(PLAN if asked.plan else BEST_USE, asked, say=say), say


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def said(search: str) -> str:
    _, asked, shown, say = read(search)
    return plain(to_html(headline(asked=asked, shown=shown, say=say)))


def evidence(search: str) -> str:
    view, asked, shown, say = read(search)
    parts = headline_evidence(world(), asked=asked, shown=shown, view=view, say=say)
    return plain(to_html(parts))


def figures(search: str) -> dict[str, str]:
    """The key figures, by name, as they stand in the page."""
    _, asked, shown, say = read(search)
    html = to_html(results(world(), asked=asked, shown=shown, say=say))
    rows = re.findall(r"<dt>(.*?)</dt><dd>.*?<strong>(.*?)</strong>", html)
    return {plain(name): plain(value) for name, value in rows}


def told(search: str) -> str:
    _, asked, shown, say = read(search)
    return plain(to_html(results(world(), asked=asked, shown=shown, say=say)))


def beside(search: str, outcome: str) -> str:
    """What the first column of a comparison tells of an outcome."""
    view, asked, _, say = read(search)
    some = chosen(view, asked, say=say)
    html = to_html(compare_table(world(), asked=asked, chosen=some, view=view, say=say))
    row: Any = re.search(rf"<tr><th[^>]*>{re.escape(outcome)}</th><td[^>]*>(.*?)</td>", html)
    return plain(row.group(1))


@pytest.mark.parametrize("year", [2028, 2035])
@pytest.mark.parametrize("key", SPENT)
def test_headline_evidence_key_figures_and_tables_tell_one_number(key: str, year: int) -> None:
    search = f"?year={year}&scenarios=plan,{key}&plan={write_plan(library_plan(key, CASE))}"
    view, asked, shown, say = read(search)
    figure = ranged_outcome(shown.played(asked), outcome="more_near_home", year=year)
    value = value_text(figure)
    assert figures(search)[outcome_name("more_near_home", say=say)] == value
    assert re.match(rf"More people near home: {value}[ ,]", evidence(search))
    assert beside(search, say("beside_near_home")).split()[0] == value
    some = chosen(view, asked, say=say)
    paths = paths_table(
        world(), asked=asked, chosen=some, outcome="more_near_home", view=view, say=say
    )
    row = re.search(rf'<th scope="row">{year}</th><td[^>]*>(.*?)</td>', to_html(paths))
    assert row and plain(row.group(1)).split()[0] == value
    if figure.value < 0.5:
        assert "gives no more people lasting work near home" in said(search)
        return
    people = re.search(rf"for about ({PEOPLE}) more people", said(search))
    step = 10.0 ** (math.floor(math.log10(figure.value)) - 1)
    assert people and people.group(1) == number(figure.value, step=step)
    coarse = max(step, 10.0 ** (math.floor(math.log10(float(value.replace(",", "")))) - 1))
    apart = abs(float(people.group(1).replace(",", "")) - float(value.replace(",", "")))
    assert apart <= coarse, "what is told twice differs by its rounding only"


@pytest.mark.parametrize("key", SPENT)
def test_the_cost_of_a_placement_is_the_money_over_the_people(key: str) -> None:
    plan = library_plan(key, CASE)
    by_year: Any = central(Played(case=CASE, future="none", plan=plan)).by_year.loc[2035]
    text = said(f"?plan={write_plan(plan)}")
    spent = float(by_year["usd_spent"])
    assert 0 < spent <= sum(one.usd for one in plan) * (1 + 1e-9)
    if by_year["more_near_home"] < 0.5:
        assert "USD 0 " not in text and "of public money" not in text
        return
    cost = re.search(rf"about USD ({PEOPLE}) of public money", text)
    assert cost
    wanted = float(by_year["usd_per_placement"])
    assert float(cost.group(1).replace(",", "")) == pytest.approx(wanted, rel=0.06)
    assert wanted == pytest.approx(spent / float(by_year["more_placed"]), rel=1e-6)


def test_an_empty_plan_gives_way_to_the_best_use_and_changes_nothing_itself() -> None:
    assert "Best use" in said("") and "Your plan" not in said("")
    nothing = central(Played(case=CASE, future="none", plan=())).by_year
    assert (nothing["more_near_home"] == 0).all() and (nothing["usd_spent"] == 0).all()
    _, asked, _, say = read("")
    empty = one_chosen("do-nothing", asked, say=say)
    text = plain(to_html(headline(asked=asked, shown=empty, say=say)))
    assert text.startswith("Nothing more is spent") and "USD 0" not in text


def test_a_plan_of_no_dollars_places_nobody_and_says_so() -> None:
    text = said("?plan=sez_upgrade:01:0:2026:3")
    assert "gives no more people lasting work near home" in text
    _, _, _, say = read("")
    assert figures("?plan=sez_upgrade:01:0:2026:3")[outcome_name("more_near_home", say=say)] == "0"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("digits", ["latin", "khmer"])
def test_money_that_cannot_be_spent_is_told_with_its_place_and_its_reason(
    lang: str, digits: str
) -> None:
    plan = "agro_processing:12:500:2026:3"
    search = f"?lang={lang}&digits={digits}&plan={plan}"
    _, asked, shown, say = read(search)
    left = central(shown.played(asked)).unspent
    assert len(left) >= 1 and (left["reason"] == "capacity").all()
    text, one = told(search), instruments()["agro_processing"]
    usd = say.fill(number(float(left["usd"].sum()) / 1e6, step=0.1))
    assert say("unspent_title") in text
    assert usd in text and say.fill(one.limit.in_(lang)) in text
    assert world().geodata.provinces["12"].name(lang) in text
    assert say("unspent_title") not in told(f"?lang={lang}&digits={digits}&plan={ONE}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_money_whose_years_come_after_the_last_one_is_told(lang: str) -> None:
    search = f"?lang={lang}&plan=public_works:05:40:2035:10"
    _, asked, shown, say = read(search)
    left = central(shown.played(asked)).unspent
    assert set(left["reason"]) == {"horizon"}
    assert left["usd"].sum() == pytest.approx(36e6)
    assert say("unspent_horizon") in told(search) and "36.0" in told(search)


@pytest.mark.parametrize("key", SPENT)
def test_money_in_is_money_spent_or_told_as_unspent(key: str) -> None:
    plan = library_plan(key, CASE)
    result = central(Played(case=CASE, future="none", plan=plan))
    spent = float(result.by_year["usd_spent"].loc[2035])
    assert spent + float(result.unspent["usd"].sum()) == pytest.approx(sum(p.usd for p in plan))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "search",
    [f"plan={ONE}", SKILLS, "year=2026", ""],
)
def test_khmer_digits_are_the_same_numbers(search: str, lang: str) -> None:
    latin, khmer = (f"?lang={lang}&digits={digits}&{search}" for digits in ("latin", "khmer"))
    for tells in (said, evidence, told):
        assert tells(khmer) == in_digits(tells(latin), "khmer")
        assert not re.search("[0-9]", tells(khmer))


@pytest.mark.parametrize("future", ["none", "border_reopening", "second_wave"])
def test_key_figures_are_those_of_the_future_and_the_year(future: str) -> None:
    for year in (2027, 2031):
        search = f"?plan={ONE}&future={future}&year={year}"
        _, asked, shown, say = read(search)
        found = figures(search)
        assert len(found) == 7
        for outcome in ("more_placed", "still_in_need", "mean_income", "lasting_jobs"):
            figure = ranged_outcome(shown.played(asked), outcome=outcome, year=year)
            assert found[outcome_name(outcome, say=say)] == value_text(figure), outcome
