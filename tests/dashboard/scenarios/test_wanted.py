"""What a link asks of the best use: read, refused with a word, offered as the browser reads it."""

import re
from pathlib import Path

import pytest

from dashboard import ids
from dashboard.pages.scenarios import PAGE
from dashboard.scenario_wiring import WISHES
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.wanted import AIMS, COST, GOALS, MOST_SHARES, PLACEMENTS, STARTS, Wanted
from dashboard.wish_controls import offered_wishes

SCRIPT = Path(__file__).parents[3] / "assets" / "scenarios.js"


def wanted(search: str) -> Wanted:
    return read_asked(PAGE.view(search)).wanted


def test_what_a_link_leaves_out_is_the_usual() -> None:
    assert wanted("") == Wanted()


def test_every_wish_is_read_from_the_link() -> None:
    search = (
        "?goal=cost_per_placement&placements=2500&border=75&women=60&most_province=25"
        "&most_instrument=10&start=2030&aim=worst_tenth"
    )
    assert wanted(search) == Wanted(
        goal=COST,
        placements=2_500,
        border_percent=75,
        women_percent=60,
        province_percent=25,
        instrument_percent=10,
        start=2030,
        aim="worst_tenth",
    )
    assert not read_asked(PAGE.view(search)).unreadable


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("goal", "joy"),
        ("women", "55"),
        ("women", "-40"),
        ("most_province", "0"),
        ("most_instrument", "101"),
        ("start", "2025"),
        ("start", str(STARTS[-1] + 1)),
        ("aim", "median"),
        ("placements", "99"),
        ("placements", "200001"),
        ("placements", "1e3"),
        ("placements", "-500"),
        ("placements", "២០០០"),
        ("placements", "9" * 400),
    ],
)
def test_what_is_wrong_falls_back_and_is_told(key: str, value: str) -> None:
    asked = read_asked(PAGE.view(f"?{key}={value}"))
    assert asked.wanted == Wanted()
    assert [one.key for one in asked.unreadable] == [key]
    assert value.startswith(asked.unreadable[0].value)


def test_the_ends_of_a_number_of_placements_are_taken() -> None:
    for end in PLACEMENTS:
        assert wanted(f"?placements={end}").placements == end


def test_money_of_the_last_start_is_spent_within_the_years() -> None:
    assert STARTS[0] == 2026 and STARTS[-1] == 2033


def test_the_browser_is_offered_what_a_link_may_name_the_usual_first() -> None:
    offered, usual = offered_wishes(), Wanted()
    assert offered["goals"] == list(GOALS) and offered["aims"] == list(AIMS)
    assert offered["placements"] == [usual.placements, *PLACEMENTS]
    assert offered["most"] == [str(share) for share in MOST_SHARES]
    for key, value in (
        ("goals", usual.goal),
        ("borders", usual.border_percent),
        ("women", usual.women_percent),
        ("most", usual.province_percent),
        ("starts", usual.start),
        ("aims", usual.aim),
    ):
        assert offered[key][0] == str(value)


def test_controls_stand_in_one_order_on_both_sides() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    listed = re.search(r"const WISHES = \[(.*?)\n  \];", text, re.S)
    assert listed
    rows = re.findall(r'\["([\w-]+)", "(\w+)", "(\w+)"\]', listed.group(1))
    assert [id for id, *_ in rows] == [id for id in WISHES if id != ids.PLACEMENTS]
    assert WISHES[1] == ids.PLACEMENTS
    assert {lists for *_, lists in rows} <= set(offered_wishes())
