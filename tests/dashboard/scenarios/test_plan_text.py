"""A plan in a link: what is written is read back, and what is none is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.instruments import discover
from analysis.scenario import YEARS, Allocation
from dashboard.mismatch.market import Case
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import FIRST_BUDGET, places, read_asked
from dashboard.scenarios.plan_text import MOST, read_plan, write_plan

PLACES = places()
CORRIDORS = [place for place in PLACES if not place.isdigit()]

allocations = st.builds(
    lambda key, at, usd, first, years: Allocation(
        instrument=key,
        place=CORRIDORS[at % len(CORRIDORS)]
        if discover()[key].on == "corridor"
        else PLACES[at % len(PLACES)],
        usd=usd * 100.0,
        first_year=first,
        years=years,
    ),
    st.sampled_from(sorted(discover())),
    st.integers(0, 99),
    st.integers(0, 10**9),
    st.sampled_from(YEARS),
    st.integers(1, 10),
)


@given(st.lists(allocations, max_size=8))
def test_what_is_written_is_read_back(plan: list[Allocation]) -> None:
    found, wrong = read_plan(write_plan(plan), places=PLACES)
    assert list(found) == plan
    assert not wrong


@pytest.mark.parametrize(
    "part",
    [
        "zzz:01:5:2026:3",
        "sez_upgrade:99:5:2026:3",
        "sez_upgrade:01:-5:2026:3",
        "sez_upgrade:01:1e9:2026:3",
        "sez_upgrade:01:5:1999:3",
        "sez_upgrade:01:5:2026:0",
        "sez_upgrade:01:5:2026:11",
        "sez_upgrade:01:5:2026",
        "sez_upgrade:01:5:2026:3:1",
        "sez_upgrade:01:٥:2026:3",
        "corridor_logistics:01:5:2026:3",
        "<script>",
    ],
)
def test_a_part_that_is_no_allocation_is_told_and_left_out(part: str) -> None:
    good = "enterprise_fund:SEC-C:12.5:2027:2"
    found, wrong = read_plan(f"{part},{good}", places=PLACES)
    assert wrong == (part,)
    assert write_plan(found) == good


def test_a_plan_has_an_end() -> None:
    one = "sez_upgrade:01:1:2026:3"
    found, wrong = read_plan(",".join([one] * (MOST + 2)), places=PLACES)
    assert (len(found), len(wrong)) == (MOST, 2)


@pytest.mark.parametrize("budget", ["-1", "1e3", "abc", "99999999", "２００", "2001"])
def test_a_budget_that_is_none_falls_back_and_is_told(budget: str) -> None:
    asked = read_asked(PAGE.view(f"?budget={budget}"))
    assert asked.budget_usd == FIRST_BUDGET * 1e6
    assert [one.key for one in asked.unreadable] == ["budget"]


def test_a_link_carries_case_future_year_and_plan() -> None:
    search = "?basis=unplaced&reach_km=100&future=border_reopening&year=2030&budget=300"
    asked = read_asked(PAGE.view(f"{search}&plan=sez_upgrade:01:70:2026:3"))
    assert asked.case == Case(basis="unplaced", ages="all", assumed=(("reach_km", 100.0),))
    assert (asked.future, asked.year, asked.budget_usd) == ("border_reopening", 2030, 3e8)
    assert write_plan(asked.plan) == "sez_upgrade:01:70:2026:3"
    assert not asked.unreadable
