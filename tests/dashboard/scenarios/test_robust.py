"""The best in many futures: what is looked for, and what is told of it."""

import re
from threading import Event

import pytest

from analysis.futures import discover as futures
from analysis.planes import worth
from analysis.robust import RobustOptimum
from dashboard import robust_wiring
from dashboard.components.scenario_robust import progress_told, robust_told, said
from dashboard.jobs import State
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.plan_text import MOST, write_plan
from dashboard.scenarios.robust import DRAWS, in_worlds, look, plain_best, search_of, taking_part
from dashboard.scenarios.wanted import AIMS
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

PLAN = "sez_upgrade:01:70:2026:3"
FOUND: dict[str, RobustOptimum] = {}


def searched(search: str) -> RobustOptimum:
    """What is found for a link; each once."""
    if search not in FOUND:
        asked = read_asked(PAGE.view(search))
        FOUND[search] = look(search_of(asked), lambda progress: None, lambda: False)
    return FOUND[search]


def told(search: str, *, of: str = "") -> str:
    view = PAGE.view(search)
    asked, say = read_asked(view), Speaker(lang=view.lang, digits=view.digits)
    parts = robust_told(
        world(),
        asked=asked,
        search=search_of(asked),
        found=searched(of or search),
        view=view,
        say=say,
    )
    return to_html(parts)


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_what_cannot_take_part_is_no_part_of_what_is_looked_for() -> None:
    plain_one = search_of(read_asked(PAGE.view("")))
    for search in ("?goal=unmet_need", "?women=60", "?goal=cost_per_placement&placements=500"):
        assert search_of(read_asked(PAGE.view(search))) == plain_one
    for search in ("?border=50", "?budget=100", "?aim=worst_tenth", "?start=2030", "?reach_km=90"):
        assert search_of(read_asked(PAGE.view(search))) != plain_one


@pytest.mark.parametrize("aim", AIMS)
def test_what_is_found_is_the_best_of_its_aim_and_its_worlds_are_those_of_the_table(
    aim: str,
) -> None:
    asked = read_asked(PAGE.view(f"?aim={aim}"))
    found = searched(f"?aim={aim}")
    assert found.finished and found.value <= found.bound
    assert len(found.worlds) == DRAWS * len(futures())
    mine = in_worlds((asked.case, found.scenario.allocations))
    assert mine.all == pytest.approx(found.placed, rel=1e-5)
    assert mine.reached(aim) == pytest.approx(found.value, rel=1e-5)
    plain_one = in_worlds((asked.case, plain_best(search_of(asked))))
    assert plain_one.reached(aim) <= found.bound
    assert mine.reached(aim) > plain_one.reached(aim)
    assert worth(mine.all, "worst_tenth") == mine.worst


def test_limits_hold_and_the_plan_fits_in_a_link() -> None:
    search = "?border=75&most_province=10&most_instrument=50&start=2029&women=60"
    found = searched(search)
    plan = found.scenario.allocations
    total = sum(one.usd for one in plan)
    by: dict[str, float] = {}
    for one in plan:
        by[one.place] = by.get(one.place, 0.0) + one.usd
        by[one.instrument] = by.get(one.instrument, 0.0) + one.usd
    provinces = world().geodata.provinces
    assert max(by[code] for code in by if code in provinces) <= 2e7 + 1.0
    assert max(by[key] for key in by if key not in provinces) <= 1e8 + 1.0
    border = sum(one.usd for one in plan if provinces[one.place].borders)
    assert border >= 0.75 * total - 100.0
    assert {one.first_year for one in plan} == {2029}
    assert len(plan) <= MOST
    said_ = plain(told(search))
    assert "Nothing is spent before 2029." in said_ and "No province gets more than 10 %" in said_
    assert "The least share of women does not count here" in said_


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_future_stands_in_the_table_and_the_plan_only_where_there_is_one(lang: str) -> None:
    say = Speaker(lang=lang)
    found = "?aim=mean"
    without, with_plan = (
        told(f"{found}&lang={lang}", of=found),
        told(f"{found}&lang={lang}&plan={PLAN}", of=found),
    )
    for one in futures().values():
        assert say.fill(one.title.in_(lang)) in plain(without)
    heads = [re.findall(r"<th[^>]*scope=\"col\"[^>]*>", html) for html in (without, with_plan)]
    assert len(heads[1]) == len(heads[0]) + 1
    assert say("your_plan") in plain(with_plan).split(say("robust_worst"))[0]


def test_it_can_be_taken_as_the_plan_and_the_rest_of_the_link_stays() -> None:
    found = "?aim=mean"
    html = told(f"{found}&plan={PLAN}&year=2031", of=found)
    plan = write_plan(searched(found).scenario.allocations)
    assert f"/scenarios?aim=mean&amp;year=2031&amp;plan={plan}" in html


def test_who_takes_no_part_is_named() -> None:
    asked = read_asked(PAGE.view("?aim=mean"))
    inside = taking_part((asked.case, 2026))
    assert {"sez_upgrade", "enterprise_fund", "skills_certification"} <= set(inside)
    last = plain(told("?aim=mean")).rsplit("Left out:", 1)[1]
    assert "Corridor logistics" in last and "Relocation support" in last
    assert "Zone upgrade" not in last and "women" not in last


def test_a_search_that_is_ended_says_how_much_may_be_missing() -> None:
    asked = read_asked(PAGE.view("?budget=90"))
    FOUND["?budget=90"] = look(search_of(asked), lambda progress: None, lambda: True)
    text = plain(told("?budget=90"))
    assert "was ended: another plan may place up to" in text
    assert "No other plan" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_phase_has_its_words(lang: str) -> None:
    say = Speaker(lang=lang)
    for phase in ("waiting", "running", "done", "failed"):
        assert said(State(phase=phase, ahead=2), say=say)
    assert said(State(phase="idle"), say=say) == ""
    assert progress_told(State(phase="running", progress=(3, 1e5, 1.01e5)), say=say)
    assert progress_told(State(phase="waiting"), say=say) == ""


def test_one_button_begins_and_stops() -> None:
    from dashboard.jobs import Jobs

    held = Event()

    def work(search: object, tell: object, over: object) -> RobustOptimum:
        held.wait(20)
        return searched("?aim=mean")

    jobs: Jobs = Jobs(work)
    view = PAGE.view("?aim=mean")
    button, disabled, rests, status, _, result = robust_wiring.answer(jobs, "ann", view)
    assert (button, disabled, rests) == ("Look for the best in many futures", False, True)
    assert status == result == ""
    robust_wiring.press(jobs, "ann", view)
    button, disabled, rests, status, _, result = robust_wiring.answer(jobs, "ann", view)
    assert (button, disabled, rests, result) == ("Stop", False, False, "")
    assert status.startswith("Looking for the best")
    robust_wiring.press(jobs, "ann", view)
    assert robust_wiring.answer(jobs, "ann", view)[0] == "Look for the best in many futures"
    robust_wiring.press(jobs, "ann", view)
    held.set()
    done = False
    for _ in range(2_000):
        done = robust_wiring.answer(jobs, "ann", view)[1]
        if done:
            break
        Event().wait(0.01)
    assert done
    _, _, rests, status, _, result = robust_wiring.answer(jobs, "bob", view)
    assert rests and status == "Found." and "<table" in result
    jobs.close()
