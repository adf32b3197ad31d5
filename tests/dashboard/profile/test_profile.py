"""The profile of a province: the same numbers as on the other pages and in their sheets."""

import re
from dataclasses import replace
from typing import Any

import pytest

from analysis.matching import PARTS
from dashboard.evidence import amount, span
from dashboard.exports.asked import wanted
from dashboard.exports.profile.lines import lines_of
from dashboard.exports.sheet import Sheet
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.readings import ranks
from dashboard.page import find, pages
from dashboard.pages.province import PAGE
from dashboard.profile.profile import Profile, profile
from dashboard.province_parts import body, top
from dashboard.province_view import province_link
from dashboard.scenario_view import read
from dashboard.shell import screen
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.provinces import CODES

USUAL = Case(basis="durable", ages="all")
SOME = ("01", "12", "23")


def view(code: str, query: str = "") -> View:
    return replace(read(query), province=code)


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(key: str, query: str = "") -> list[dict[str, Any]]:
    asked = wanted(key, "csv", query)
    found = asked.kind.make(asked.view, asked.say)
    assert isinstance(found, Sheet)
    names = [column.name for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def lines(code: str, query: str = "") -> dict[str, dict[str, Any]]:
    return {row["figure_key"]: row for row in rows("profiles", f"{query}&province={code}")}


def same(one: dict[str, Any], other: dict[str, Any], *, name: str = "value") -> None:
    low, high = ("low", "high") if name == "value" else (f"{name}_low", f"{name}_high")
    for mine, theirs in (("value", name), ("low", low), ("high", high)):
        assert one[mine] == pytest.approx(other[theirs]), (one["figure_key"], mine)


@pytest.mark.parametrize("code", SOME)
def test_its_key_figures_are_those_of_the_map(code: str) -> None:
    found = lines(code)
    for layer in ("returnees", "vacancies", "formal_jobs", "population", "crop_base"):
        for measure in world().fills[layer].measures:
            if not measure.in_panel:
                continue
            table = rows("map", f"layer={layer}&measure={measure.key}")
            same(
                found[f"{layer}.{measure.key}"],
                next(row for row in table if row["province_code"] == code),
            )


@pytest.mark.parametrize("basis", ["durable", "unplaced"])
@pytest.mark.parametrize("code", SOME)
def test_its_gap_and_parts_are_those_of_the_mismatch(code: str, basis: str) -> None:
    found = lines(code, f"basis={basis}")
    for key, measure in (("need.gap", "gap"), ("seekers.durable", "seekers")):
        table = rows("mismatch", f"measure={measure}&basis={basis}")
        same(found[key], next(row for row in table if row["province_code"] == code))
    table = rows("mismatch_parts", f"basis={basis}")
    mine = next(row for row in table if row["province_code"] == code)
    for part in PARTS:
        same(found[f"part.{part}"], mine, name=part)


@pytest.mark.parametrize("code", SOME)
def test_its_scenarios_are_those_of_the_page_of_scenarios(code: str) -> None:
    query = (
        "scenarios=plan&plan=agro_processing:01:50:2026:3,enterprise_fund:12:20:2027:2&year=2030"
    )
    found = lines(code, query)
    table = rows("scenario_provinces", query)
    mine = next(row for row in table if row["province_code"] == code)
    for what in ("more_near_home", "more_after_moving", "lasting_jobs", "usd"):
        line = found[f"scenario.plan.{what}"]
        assert line["value"] == pytest.approx(mine[what], abs=0.01)
        assert line["low"] is None and line["status"] == "estimated"


def test_all_provinces_together_are_the_table_of_each() -> None:
    together = rows("profiles")
    assert {row["province_code"] for row in together} == set(CODES)
    assert [row for row in together if row["province_code"] == "19"] == list(lines("19").values())


def test_the_trades_of_a_province_add_up_to_its_people_and_jobs() -> None:
    for code in SOME:
        need = profile(view(code)).need
        for side in ("seekers", "vacancies"):
            parts = sum(getattr(one, side).value for one in need.trades.values())
            assert parts == pytest.approx(getattr(need, side).value)


def test_its_rank_is_told_with_how_sure_it_is() -> None:
    found = {code: profile(view(code)).need.rank for code in CODES}
    assert sorted(rank.place for rank in found.values()) == list(range(1, 26))
    for code, rank in found.items():
        assert 1 <= rank.low <= rank.place <= rank.high <= rank.count == 25
        assert rank.among_top == pytest.approx(ranks(USUAL, "gap").among_top[code])
    assert found["01"].place == 1 and found["12"].place == 25


def test_the_nearest_jobs_are_where_jobs_wait_the_nearest_first() -> None:
    km = market(USUAL).distance_km.to_dict()
    for code in CODES:
        near = profile(view(code)).nearby
        far = [one.km for one in near.nearest]
        assert far == sorted(far) and code not in [one.code for one in near.nearest]
        assert all(one.gap.value < 0 for one in near.nearest)
        assert near.reach[0] == code
        assert {*near.reach[1:]} == {
            other for other in CODES if other != code and km[code][other] <= near.reach_km
        }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_page_says_every_number_with_its_range(code: str, lang: str) -> None:
    shown = view(code, f"?lang={lang}")
    say = Speaker(lang=lang)
    html = "".join((*top(shown), body(shown)))
    assert "{" not in plain(html)
    text = plain(html)
    for line in lines_of(found := profile(shown), say=say):
        if line.key == "need.ratio" or line.value is not None or line.figure is None:
            continue
        assert amount(line.figure, say=say, decimals=line.decimals) in text, line.key
        reach = span(line.figure, say=say, decimals=line.decimals)
        assert reach is None or reach in text, line.key
    _evidence_everywhere(html, found)


def _evidence_everywhere(html: str, found: Profile) -> None:
    """Every part with numbers names sources, and every figure its own."""
    for part in ("need", "trades", "near", "invested"):
        section = html.split(f'class="part profile-{part}"')[1].split("</section>")[0]
        assert 'class="evidence"' in section, part
    named = set(re.findall(r'href="/data[^"#]*#([A-Z0-9_]+)"', html))
    places = {one for some in found.places.values() for place in some for one in place.source_ids}
    routes = {one for some in found.routes.values() for route in some for one in route.source_ids}
    assert places | routes <= named


def test_an_address_leads_to_a_province_or_to_the_list() -> None:
    assert find("/province/07", "").view.province == "07"
    assert find("/province/07", "").known and find("/province", "").known
    for path in ("/province/99", "/province/1", "/province/<b>", "/province/០១"):
        wrong = find(path, "?lang=km")
        assert not wrong.known and wrong.page is PAGE and wrong.view.province is None
        drawn = to_html(screen(wrong.page, wrong.view))
        assert drawn.count("/province/") >= 25 and "<b>" not in drawn
    for path in ("/province/07/x", "/nowhere/07", "/mismatch/07"):
        assert find(path, "").page is None
    assert find(None, "").page is find(5, "").page is pages()["/"]


def test_the_province_of_the_path_counts_not_that_of_the_query() -> None:
    assert find("/province/07", "?province=09").view.province == "07"
    assert find("/province", "?province=09").view.province is None


def test_links_to_other_provinces_keep_the_view() -> None:
    query = "?lang=km&basis=unplaced&year=2030&scenarios=zones-at-gates&reach_km=50"
    link = province_link(view("07", query), "09")
    path, _, kept = link.partition("?")
    again = find(path, kept).view
    first = view("09", query)
    assert replace(again, search="") == replace(first, search="")
    assert "year=2030" in kept and path == "/province/09"


def test_wrong_parts_of_a_link_are_told() -> None:
    message, _ = top(view("01", "?basis=zzz&year=1999&scenarios=nothing"))
    assert all(wrong in message for wrong in ("zzz", "1999", "nothing"))


def test_the_title_of_the_tab_names_the_province() -> None:
    found = find("/province/01", "?lang=km")
    assert "បន្ទាយមានជ័យ" in (PAGE.named(found.view, Speaker(lang="km")) or "")
