"""The page as a function of the view: what stands on it, without a browser."""

import re
from typing import Any

import pytest

from dashboard import ids
from dashboard.mismatch.groups import groups
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.parts import parts
from dashboard.numbers import value_text
from dashboard.page import pages
from dashboard.pages.mismatch import PAGE
from dashboard.shell import screen
from dashboard.state import BASES
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.provinces import CODES

WARM = [Case(basis=basis, ages="all") for basis in BASES]
SEARCHES = [
    "",
    "?basis=unplaced&measure=shen_access&second=local_clusters&province=17",
    "?basis=working_age&measure=balancing_distance&second=none&show=sezs,corridors&province=12",
    "?ages=up_to_45&second=share_gap&reach_km=75&alpha=0.6",
]


@pytest.fixture(scope="module", autouse=True)
def worked_out() -> None:
    """The slow parts of the usual cases, which a page shows at once where they are known."""
    assert pages()["/mismatch"] is PAGE
    PAGE.warm()


def block(search: str, id: str) -> str:
    """The HTML of one part of the page."""
    found = [one for one in walk(PAGE.layout(PAGE.view(search))) if getattr(one, "id", "") == id]
    assert len(found) == 1, id
    return str(found[0].html)


def walk(node: Any) -> Any:
    if isinstance(node, list | tuple):
        for one in node:
            yield from walk(one)
    elif hasattr(node, "to_plotly_json"):
        yield node
        yield from walk(getattr(node, "children", None))


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("search", SEARCHES)
def test_the_page_draws_in_both_languages(search: str, lang: str) -> None:
    view = PAGE.view(f"{search or '?'}&lang={lang}")
    assert not view.unreadable
    drawn = to_html(screen(PAGE, view))
    assert drawn.count("<h1") == 1
    assert "{" not in re.sub(r"<pre>.*?</pre>", "", drawn, flags=re.S)
    assert "None" not in drawn and ">nan<" not in drawn
    assert drawn.count("<svg") >= 3
    seekers = parts(Case(basis=view.basis, ages=view.ages, assumed=view.assumed))["seekers"]
    heading = re.search(r"<h1>(.*?)</h1>", drawn)
    assert heading and value_text(seekers) in heading.group(1)


def test_every_id_is_there_once() -> None:
    layout = PAGE.layout(PAGE.view(""))
    names = [one.id for one in walk(layout) if getattr(one, "id", None)]
    assert len(names) == len(set(names))
    asked = [ids.LEFT, ids.RIGHT, ids.MOVEMENT_MAP, ids.BASIS, ids.AGES, ids.DIALS, ids.HEAT]
    assert set(asked) <= set(names)


def test_the_jumps_lead_somewhere() -> None:
    layout = PAGE.layout(PAGE.view(""))
    names = {one.id for one in walk(layout) if getattr(one, "id", None)}
    targets = re.findall(r'href="#([^"]+)"', block("", ids.PARTS))
    assert len(targets) == 8 and set(targets) <= names


@pytest.mark.parametrize("basis", BASES)
def test_all_three_readings_stand_beside_the_headline(basis: str) -> None:
    said = plain(block(f"?basis={basis}", ids.PARTS))
    for one in WARM:
        for part in ("seekers", "spatial", "skills"):
            assert value_text(parts(one)[part]) in said, (one.basis, part)
    links = re.findall(r'href="(/mismatch[^"#]*)"', block(f"?basis={basis}", ids.PARTS))
    others = [one for one in BASES if one != basis]
    assert sorted(links) == sorted(
        "/mismatch" if one == BASES[0] else f"/mismatch?basis={one}" for one in others
    )


def test_a_link_to_another_basis_keeps_the_rest_of_the_view() -> None:
    search = "?province=01&second=none&reach_km=100&lang=km&ages=up_to_45&show=sezs"
    first = PAGE.view(search)
    for link in re.findall(r'href="(/mismatch[^"#]*)"', block(search, ids.PARTS)):
        there = PAGE.view(link.replace("&amp;", "&").removeprefix("/mismatch"))
        assert there.basis != first.basis
        for kept in ("province", "second", "assumed", "lang", "ages", "show", "measure"):
            assert getattr(there, kept) == getattr(first, kept), kept


def test_the_bars_are_as_long_as_people_are_many() -> None:
    html = block("", ids.PARTS)
    rows = re.findall(r'class="parts-bar"[^>]*>(.*?)</div>', html)
    assert len(rows) == len(BASES)
    most = max(parts(one)["seekers"].value for one in WARM)
    for one, row in zip(WARM, rows, strict=True):
        widths = [float(width) for width in re.findall(r"width:([\d.]+)%", row)]
        assert sum(widths) == pytest.approx(100 * parts(one)["seekers"].value / most, abs=0.05)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("group", ["skills", "jobs"])
def test_weights_that_are_all_zero_are_told_and_the_usual_ones_used(group: str, lang: str) -> None:
    keys = [key for key, one in world().assumptions.items() if one.group == group]
    none = "&".join(f"{key}=0" for key in keys)
    said = plain(block(f"?{none}&lang={lang}", ids.MISMATCH_NOTICE))
    title = Speaker(lang=lang)(f"dials_{group}")
    assert Speaker(lang=lang)("notice_weights", group=title) in said
    headline = plain(block(f"?{none}&lang={lang}", ids.MISMATCH_HEADLINE))
    assert headline == plain(block(f"?lang={lang}", ids.MISMATCH_HEADLINE))
    one_left = none.replace(f"{keys[0]}=0", f"{keys[0]}=1")
    assert block(f"?{one_left}&lang={lang}", ids.MISMATCH_NOTICE) == ""


def test_wrong_parts_of_a_link_are_told_and_the_usual_shown() -> None:
    search = "?reach_km=9999&basis=zzz&skills_construction=abc&second=%3Cb%3E&min_transfer=1e-1"
    said = block(search, ids.MISMATCH_NOTICE)
    for key, value in [
        ("reach_km", "9999"),
        ("basis", "zzz"),
        ("skills_construction", "abc"),
        ("second", "&lt;b&gt;"),
        ("min_transfer", "1e-1"),
    ]:
        assert key in said and value in said, key
    assert "<b>" not in said
    assert block(search, ids.MISMATCH_HEADLINE) == block("", ids.MISMATCH_HEADLINE)


@pytest.mark.parametrize("id", [ids.PARTS_TABLE, ids.HEAT])
def test_every_province_has_one_row(id: str) -> None:
    rows = re.findall(r'data-row="(\d\d)"', block("", id))
    assert sorted(rows) == sorted(CODES)


def test_border_provinces_stand_first_in_the_table_of_trades() -> None:
    rows = re.findall(r'data-row="(\d\d)"', block("", ids.HEAT))
    border = groups()["border"]
    assert set(rows[: len(border)]) == set(border)
    gap = market(WARM[0]).seekers.series - market(WARM[0]).vacancies.series
    for part in (rows[: len(border)], rows[len(border) :]):
        assert part == sorted(part, key=lambda code: -gap[code])


def test_the_selected_province_has_its_panel_and_its_row() -> None:
    panel = plain(block("?province=06", ids.MISMATCH_PANEL))
    assert "Kampong Thom" in panel and "km by road" in panel
    assert "Kampong Thom" not in plain(block("", ids.MISMATCH_PANEL))
    assert block("?province=06", ids.MISMATCH_TABLE).count('class="selected"') == 1
    assert 'class="selected"' not in block("", ids.MISMATCH_TABLE)


@pytest.mark.parametrize("basis", BASES)
def test_the_panel_tells_every_number_or_says_that_there_is_none(basis: str) -> None:
    wrong = {}
    for code in CODES:
        html = block(f"?basis={basis}&province={code}", ids.MISMATCH_PANEL)
        entries = re.findall(r"<dd.*?</dd>", html)
        assert len(entries) == len(PAGE.choices().measures["mismatch"])
        for entry in entries:
            told = re.search(r"[0-9\u221e]", entry) or "missing" in entry
            if not told or "None" in entry or "nan" in entry:
                wrong[code] = plain(entry)
    assert wrong == {}


@pytest.mark.parametrize("measure", list(PAGE.choices().measures["mismatch"]))
def test_the_table_is_the_twin_of_the_left_map(measure: str) -> None:
    html = block(f"?measure={measure}", ids.MISMATCH_TABLE)
    assert sorted(re.findall(r'data-row="(\d\d)"', html)) == sorted(CODES)
    assert html.count("estimated") >= 25


def test_the_drawer_stands_open_only_where_something_is_assumed() -> None:
    def drawer(search: str) -> Any:
        found = [
            one for one in walk(PAGE.layout(PAGE.view(search))) if type(one).__name__ == "Details"
        ]
        assert len(found) == 1
        return found[0].open

    assert not drawer("") and not drawer("?reach_km=75")
    assert drawer("?reach_km=100")


def test_the_case_in_the_page_brings_the_case_back() -> None:
    search = "?lang=km&basis=unplaced&ages=up_to_45&reach_km=100&jobs_services=0&province=03"
    layout = PAGE.layout(PAGE.view(search))
    kept = next(one.data for one in walk(layout) if getattr(one, "id", "") == ids.MISMATCH_CASE)
    back, first = PAGE.view(kept), PAGE.view(search)
    for key in ("lang", "digits", "basis", "ages", "assumed"):
        assert getattr(back, key) == getattr(first, key)
    assert back.province is None
