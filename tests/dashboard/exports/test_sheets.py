"""Sheets hold what the page shows: the same numbers, in full, each with its evidence."""

import dataclasses
import math
from typing import Any

import pytest

from dashboard.evidence import amount
from dashboard.exports.asked import wanted
from dashboard.exports.declaration import formats, formats_of, sheets
from dashboard.exports.links import QUERIES
from dashboard.exports.sheet import NUMBERS, Column, Row, Sheet, number_cell
from dashboard.mismatch.market import case_of
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import parts_by_province
from dashboard.mismatch.pictures import pictures
from dashboard.mismatch_view import read as read_mismatch
from dashboard.page import pages
from dashboard.scenario_view import read as read_scenarios
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.played import central
from dashboard.scenarios.side_by_side import OUTCOMES, outcomes
from dashboard.words import Speaker
from dashboard.world import world
from geodata import STATUSES
from geodata.provinces import CODES

EN = Speaker(lang="en")
PAIR = "scenarios=zones-at-gates,do-nothing&year=2030"


def sheet(key: str, query: str = "") -> Sheet:
    asked = wanted(key, "csv", query)
    return sheets()[key].make(asked.view, asked.say)


def table(found: Sheet) -> list[dict[str, Any]]:
    names = [column.name for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("key", sheets())
def test_every_sheet_says_where_it_is_from(key: str, lang: str) -> None:
    found = sheet(key, f"lang={lang}")
    assert found.key == key and found.lang == lang
    assert found.title and found.about and found.rows and found.sources and found.as_of
    assert set(found.statuses) <= set(STATUSES) and found.statuses
    assert found.link.startswith(sheets()[key].path)
    assert ("lang=km" in found.link) == (lang == "km")
    for column in found.columns:
        assert column.title and column.about and column.hxl.startswith("#"), column.name


@pytest.mark.parametrize("key", [key for key in sheets() if key != "sources"])
def test_every_row_with_a_number_has_status_date_and_known_sources(key: str) -> None:
    found = sheet(key)
    numbers = [one.name for one in found.columns if one.kind in NUMBERS and one.name != "year"]
    assert numbers
    for row in table(found):
        if any(row[name] is not None for name in numbers):
            assert row["status"] in STATUSES and row["as_of"]
            assert set(row["source_ids"].split()) <= set(world().geodata.sources)


@pytest.mark.parametrize("key", sheets())
def test_both_languages_have_the_same_numbers(key: str) -> None:
    en, km = (sheet(key, f"lang={lang}") for lang in ("en", "km"))
    assert en.content_hash == km.content_hash
    assert [one.name for one in en.columns] == [one.name for one in km.columns]
    assert en.title != km.title
    assert any("\u1780" <= letter <= "\u17ff" for letter in km.columns[0].title)


@pytest.mark.parametrize("layer", world().fills)
def test_the_map_gives_every_number_of_its_layer_in_full(layer: str) -> None:
    for measure in world().fills[layer].measures:
        figures = world().readings[layer][measure.key].values
        rows = table(sheet("map", f"layer={layer}&measure={measure.key}"))
        assert [row["province_code"] for row in rows] == list(CODES)
        for row in rows:
            figure = figures.get(row["province_code"])
            if figure is None:
                assert row["value"] is None and row["status"] is None
                continue
            assert (row["value"], row["low"], row["high"]) == (
                figure.value,
                figure.low,
                figure.high,
            )
            shown = amount(figure, say=EN, decimals=measure.decimals)
            plain = shown.replace(",", "").replace("\u2212", "-")
            assert row["rounded"] == pytest.approx(float(plain), abs=1e-9)


@pytest.mark.parametrize("basis", ["durable", "unplaced"])
def test_the_mismatch_gives_the_numbers_of_its_map(basis: str) -> None:
    view = read_mismatch(f"?basis={basis}&reach_km=100")
    for key, shown in pictures(case_of(view)).items():
        rows = table(sheet("mismatch", f"basis={basis}&reach_km=100&measure={key}"))
        for row in rows:
            figure = shown.reading.values.get(row["province_code"])
            value = None if figure is None else number_cell(figure.value)
            assert row["value"] == value


def test_an_endless_value_is_left_empty_because_files_know_no_infinity() -> None:
    rows = table(sheet("mismatch", "measure=balancing_distance"))
    figures = pictures(case_of(read_mismatch("")))["balancing_distance"].reading.values
    endless = {code for code, one in figures.items() if math.isinf(one.value)}
    assert endless == {row["province_code"] for row in rows if row["value"] is None}


def test_parts_add_up_to_the_seekers_of_a_province() -> None:
    case = case_of(read_mismatch(""))
    found = parts_by_province(case)
    seekers = pictures(case)["seekers"].reading.values
    for row in table(sheet("mismatch_parts")):
        code = row["province_code"]
        assert row["shortage"] == found["shortage"][code].value
        assert row["shortage_low"] <= row["shortage"] <= row["shortage_high"]
        parts = sum(row[part] for part in found)
        assert parts == pytest.approx(seekers[code].value, abs=1.0)


def test_flows_are_all_there_not_only_those_of_the_table() -> None:
    found = movement(case_of(read_mismatch(""))).flows
    rows = table(sheet("mismatch_flows"))
    assert [(row["home_code"], row["job_code"], row["value"], row["km"]) for row in rows] == [
        (flow.home, flow.job, flow.people.value, flow.km) for flow in found
    ]


def test_scenarios_give_every_outcome_of_each() -> None:
    asked = read_asked(read_scenarios(f"?{PAIR}"))
    some = chosen(read_scenarios(f"?{PAIR}"), asked, say=EN)
    rows = table(sheet("scenarios", PAIR))
    assert len(rows) == len(some) * len(OUTCOMES)
    for one in some:
        for outcome, figure in outcomes(asked, one).items():
            row = next(
                row
                for row in rows
                if row["scenario_key"] == one.key and row["outcome_key"] == outcome
            )
            assert row["value"] == (None if figure is None else pytest.approx(figure.value))


def test_the_paths_hold_the_year_of_the_comparison() -> None:
    at_year = {
        (row["scenario_key"], row["outcome_key"]): row["value"]
        for row in table(sheet("scenarios", PAIR))
    }
    paths = table(sheet("scenario_paths", PAIR))
    assert {row["year"] for row in paths} == set(range(2026, 2036))
    assert at_year == {
        (row["scenario_key"], row["outcome_key"]): row["value"]
        for row in paths
        if row["year"] == 2030
    }


def test_money_adds_up_to_what_is_spent() -> None:
    asked = read_asked(read_scenarios(f"?{PAIR}"))
    one = chosen(read_scenarios(f"?{PAIR}"), asked, say=EN)[0]
    spent = central(one.played(asked)).money["usd"].sum()
    rows = [row for row in table(sheet("scenario_money", PAIR)) if row["scenario_key"] == one.key]
    assert sum(row["usd"] for row in rows) == pytest.approx(spent, abs=len(rows) * 0.01)
    assert {row["status"] for row in rows} == {"assumed"}


def test_places_and_trades_tell_of_the_same_people() -> None:
    plan = "plan=agro_processing:01:50:2026:3"
    by_place, by_trade = (
        sum(row["more_near_home"] for row in table(sheet(key, plan)))
        for key in ("scenario_provinces", "scenario_trades")
    )
    assert by_place > 0
    assert by_place == pytest.approx(by_trade, abs=1e-3)


def test_what_the_reader_set_is_told_with_the_numbers() -> None:
    found = sheet("scenarios", f"{PAIR}&set=all.realisation:0.3&reach_km=100")
    changed = {one.key: one.value for one in found.assumed if one.changed}
    assert changed == {"all.realisation": 0.3, "reach_km": 100.0}
    assert "set=all.realisation:0.3" in found.link and "reach_km=100" in found.link


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("map", "layer=vacancies&measure=per_1000&province=06&lang=km"),
        ("mismatch", "measure=gap&basis=unplaced&reach_km=120&second=none"),
        ("scenarios", f"{PAIR}&goal=unmet_need&border=50&draws=1000&future=second_wave"),
        ("scenario_provinces", "plan=agro_processing:01:50:2026:3&budget=300&saved=x:1"),
    ],
)
def test_the_link_brings_the_same_sheet_back(key: str, query: str) -> None:
    first = sheet(key, query)
    path, _, again = first.link.partition("?")
    assert path == sheets()[key].path
    second = sheet(key, again)
    assert (second.link, second.rows) == (first.link, first.rows)
    assert not pages()[path].view(f"?{again}").unreadable


def test_the_hash_follows_numbers_and_nothing_else() -> None:
    first = sheet("map")
    other = dataclasses.replace(first, title="Another", link="/elsewhere")
    assert other.content_hash == first.content_hash
    moved = ((*first.rows[0][:3], 1.0, *first.rows[0][4:]), *first.rows[1:])
    assert dataclasses.replace(first, rows=moved).content_hash != first.content_hash
    noise = tuple((*row[:3], float(str(row[3])) * (1 + 1e-13), *row[4:]) for row in first.rows)
    assert dataclasses.replace(first, rows=noise).content_hash == first.content_hash


def test_a_row_that_does_not_fit_is_refused() -> None:
    column = Column(name="value", title="Value", kind="number", about="A number")
    good = dataclasses.replace(sheet("map"), columns=(column,), rows=((1.0,),))
    wrong: list[tuple[Row, ...]] = [(("1",),), ((math.nan,),), ((True,),), ((1.0, 2.0),)]
    for rows in wrong:
        with pytest.raises(ValueError, match="map: "):
            dataclasses.replace(good, rows=rows)
    with pytest.raises(ValueError, match="stand twice"):
        dataclasses.replace(good, columns=(column, column), rows=())


def test_only_sheets_by_province_come_as_maps() -> None:
    for key, kind in sheets().items():
        assert sheet(key).by_province == kind.by_province
        assert ("gpkg" in formats_of(kind)) == kind.by_province
    of_tables = {key for key, one in formats().items() if not (one.pictures or one.decks)}
    assert of_tables == {"csv", "xlsx", "parquet", "geojson", "gpkg", "datapackage"}


def test_every_sheet_belongs_to_a_page_that_reads_its_query() -> None:
    for kind in sheets().values():
        assert kind.path in pages() and kind.path in QUERIES
