"""Documents of scenarios: out and in again; what is wrong in them; the lines of Python."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.pages.scenarios import PAGE
from dashboard.saved_words import file_problem
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import MOST
from dashboard.scenarios.played import Played
from dashboard.scenarios.python_lines import python_lines
from dashboard.scenarios.saved import KIND, document_of, file_text, tables
from dashboard.scenarios.saved_link import into_link, saved_in, with_saved
from dashboard.scenarios.saved_read import FileError, read_document, read_file
from dashboard.words import LANGUAGES, Speaker

ROOT = Path(__file__).resolve().parents[3]
SEARCH = (
    "?plan=enterprise_fund:02:20:2026:3&budget=300&basis=unplaced&ages=up_to_45"
    "&future=border_reopening&year=2030&reach_km=100"
    "&set=enterprise_fund.usd_per_job:6000,border_reopening.share_back:0.4"
)


@pytest.fixture(scope="module")
def asked() -> Asked:
    return read_asked(PAGE.view(SEARCH))


@pytest.fixture(scope="module")
def document(asked: Asked) -> dict[str, Any]:
    return document_of(asked)


def read(document: object) -> Any:
    return read_document(document, page_view=PAGE.view)


def test_what_is_saved_is_read_back(asked: Asked, document: dict[str, Any]) -> None:
    text = file_text(document, name="ផែនការ", note="two\nlines")
    opened = read(read_file(text))
    assert opened.asked == asked
    assert read_asked(PAGE.view(opened.search)) == asked
    assert (opened.name, opened.note) == ("ផែនការ", "two\nlines")
    assert not opened.left_out and not opened.differs and not opened.other_tables


def test_a_document_says_what_it_rests_on(document: dict[str, Any], asked: Asked) -> None:
    assert (document["schema"], document["kind"]) == (1, "corridor-atlas-scenario")
    assert document["assumed"] == {"reach_km": 100.0}
    assert document["settings"] == {
        "enterprise_fund.usd_per_job": 6000.0,
        "border_reopening.share_back": 0.4,
    }
    assert document["made_with"] == {"tables": tables()}
    figure = ranged_outcome(
        Played(case=asked.case, future=asked.future, plan=asked.plan),
        outcome="more_near_home",
        year=2030,
    )
    kept = document["numbers"]["more_near_home"]["2030"]
    assert kept["central"] == pytest.approx(figure.value, abs=0.001)
    assert kept["high"] == pytest.approx(figure.high, abs=0.001)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("plan", "enterprise_fund:02:20:2026:3,zzz:02:5:2026:3", ("plan", "zzz:02:5:2026:3")),
        ("plan", ["enterprise_fund"], ("plan", '["enterprise_fund"]')),
        ("budget_usd_million", -5, ("budget", "-5")),
        ("budget_usd_million", "300", ("budget_usd_million", "300")),
        ("budget_usd_million", 10**400, None),
        ("basis", "<b>", ("basis", "<b>")),
        ("ages", 3, ("ages", "3")),
        ("future", "paradise", ("future", "paradise")),
        ("year", 1999, ("year", "1999")),
        ("year", True, ("year", "true")),
        ("assumed", {"reach_km": 1e9}, ("reach_km", "1000000000")),
        ("assumed", {"zzz": 1}, ("assumed", "zzz")),
        ("assumed", [1], ("assumed", "[1]")),
        ("settings", {"zzz.cost": 1}, ("settings", "zzz.cost:1")),
        ("settings", {"all.realisation": 9}, ("settings", "all.realisation:9")),
        ("settings", {"all.realisation": "0.3"}, ("all.realisation", "0.3")),
        ("settings", {"a,all.realisation": 0.3}, ("settings", "a,all.realisation:0.3")),
        ("settings", {"all.realisation": 10**400}, None),
        ("settings", [1], ("settings", "[1]")),
        ("results", {"a": 1}, ("results", '{"a": 1}')),
        ("future", "\ud800", ("future", "?")),
    ],
)
def test_a_part_that_is_not_known_is_told_and_left_out(
    document: dict[str, Any], key: str, value: object, told: tuple[str, str] | None
) -> None:
    opened = read({**document, key: value})
    found = [(one.key, one.value) for one in opened.left_out]
    assert len(found) == 1 and (told is None or found == [told])
    again = read_asked(PAGE.view(opened.search))
    assert again == opened.asked and not again.unreadable


@pytest.mark.parametrize("numbers", [{}, [], "1", None, {"more_near_home": {"2030": 5}}])
def test_numbers_that_are_not_those_of_today_are_told(
    document: dict[str, Any], numbers: object
) -> None:
    assert read({**document, "numbers": numbers}).differs
    other = read({**document, "numbers": numbers, "made_with": {"tables": "old"}})
    assert other.differs and other.other_tables


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "file_damaged"),
        ("{", "file_damaged"),
        ("[" * 100_000, "file_damaged"),
        ('{"a": NaN}', "file_damaged"),
        (None, "file_damaged"),
        ("1" * 5_000, "file_damaged"),
        ("ខ" * 100_000, "file_large"),
        ("[]", "file_other"),
        ("null", "file_other"),
        ('{"kind": "other", "schema": 1}', "file_other"),
        (f'{{"kind": "{KIND}"}}', "file_other"),
        (f'{{"kind": "{KIND}", "schema": "1"}}', "file_other"),
        (f'{{"kind": "{KIND}", "schema": 0}}', "file_other"),
        (f'{{"kind": "{KIND}", "schema": 2}}', "file_newer"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(text: object, key: str) -> None:
    with pytest.raises(FileError) as refused:
        read(read_file(text))
    assert refused.value.key == key
    for lang in LANGUAGES:
        assert file_problem(refused.value, say=Speaker(lang=lang))


def test_a_document_from_before_there_were_settings_opens(document: dict[str, Any]) -> None:
    old = {key: value for key, value in document.items() if key != "settings"}
    opened = read(old)
    assert opened.asked.case.settings == () and not opened.left_out
    assert opened.differs, "its numbers were those of other settings"
    usual = read_asked(PAGE.view(SEARCH.split("&set=")[0]))
    plain = {key: value for key, value in document_of(usual).items() if key != "settings"}
    assert not read(plain).differs and read(plain).asked == usual


def test_ten_thousand_settings_in_a_file_push_nothing_else_out(document: dict[str, Any]) -> None:
    many = {f"x.p{at}": at for at in range(10_000)}
    opened = read({**document, "settings": {**document["settings"], **many}})
    assert len(opened.left_out) <= 8
    assert opened.asked == read(document).asked


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)
PARTS = "plan budget_usd_million basis ages assumed settings future year made_with"
parts = st.sampled_from(PARTS.split())


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(parts | st.text(max_size=5), json_values, max_size=5))
def test_no_document_breaks_the_page(given_: dict[str, Any]) -> None:
    opened = read({**given_, "kind": KIND, "schema": 1})
    again = read_asked(PAGE.view(opened.search))
    assert again == opened.asked and not again.unreadable


def test_a_link_keeps_language_and_names_what_is_open() -> None:
    before = "?lang=km&plan=x&reach_km=9&set=all.realisation:0.3&saved=a:1"
    link = into_link(before, "?year=2030", saved=("abc", 4))
    assert link == "?lang=km&year=2030&saved=abc:4"
    assert saved_in(link) == ("abc", 4)
    assert saved_in(with_saved(link, ("d", 5))) == ("d", 5)
    assert saved_in(into_link(link, "", saved=None)) is None


@pytest.mark.parametrize("search", ["", "?saved=", "?saved=a", "?saved=a:0", "?saved=a:x", None, 5])
def test_a_link_that_names_no_version_names_nothing(search: object) -> None:
    assert saved_in(search) is None


def test_the_longest_plan_fits_in_a_link(document: dict[str, Any]) -> None:
    row = "skills_certification:SEC-C:199999.9999:2026:10"
    plan = ",".join([row] * MOST)
    opened = read({**document, "plan": plan, "numbers": {}})
    assert len(opened.asked.plan) == MOST
    link = into_link("?lang=km&digits=khmer", opened.search, saved=("a" * 16, 10**8))
    assert read_asked(PAGE.view(link)).plan == opened.asked.plan


@pytest.mark.parametrize("search", [SEARCH, "?plan=sez_upgrade:01:70:2026:3", ""])
def test_the_lines_of_python_give_the_same_numbers(search: str) -> None:
    asked = read_asked(PAGE.view(search))
    ran = subprocess.run(
        [sys.executable, "-c", python_lines(asked)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    kept = document_of(asked)["numbers"]["more_near_home"][str(asked.year)]
    printed = [float(number) for number in ran.stdout.split()]
    assert printed == pytest.approx([kept["central"], kept["low"], kept["high"]], abs=0.001)
