"""Slides: charts and tables hold the numbers of the sheets."""

import io
from typing import Any
from zipfile import ZipFile

import pytest

from dashboard.exports.sheet import Sheet
from dashboard.scenarios.side_by_side import NEAR_HOME
from dashboard.world import world
from tests.dashboard.exports.decks import charts, deck, query, tables
from tests.dashboard.exports.drawn import LANGS
from tests.dashboard.exports.taken import take

IN_BOTH = pytest.mark.parametrize("lang", LANGS)


def _cells(sheet: Sheet, name: str) -> list[Any]:
    at = [column.name for column in sheet.columns].index(name)
    return [row[at] for row in sheet.rows]


@IN_BOTH
def test_bars_hold_the_numbers_of_the_sheet_and_their_ranges(lang: str) -> None:
    sheet, _ = take("map", "csv", query("slides_map", lang))
    (chart,) = charts(deck("slides_map", lang)[1])
    values = [one for one in _cells(sheet, "value") if one is not None]
    series = chart.plots[0].series[0]
    assert list(series.values) == sorted(values)
    found = {
        side: [
            float(point.find(f"{point.tag.rpartition('}')[0]}}}v").text)
            for point in series._element.iter()
            if point.tag.endswith("}pt") and f"}}{side}" in _path(point)
        ]
        for side in ("plus", "minus")
    }
    lows, highs = (dict(zip(values, _cells(sheet, end), strict=True)) for end in ("low", "high"))
    assert found["plus"] == pytest.approx([highs[one] - one for one in series.values])
    assert found["minus"] == pytest.approx([one - lows[one] for one in series.values])


def _path(element: object) -> str:
    up = element.getparent()  # type: ignore[attr-defined]
    return f"{_path(up)}/{up.tag}" if up is not None else ""


@IN_BOTH
def test_lines_hold_the_numbers_of_the_paths(lang: str) -> None:
    sheet, _ = take("scenario_paths", "csv", query("slides_scenarios", lang))
    outcomes = _cells(sheet, "outcome_key")
    wanted_values = [
        value
        for outcome, value in zip(outcomes, _cells(sheet, "value"), strict=True)
        if outcome == NEAR_HOME
    ]
    lines = next(
        one for one in charts(deck("slides_scenarios", lang)[1]) if "LINE" in str(one.chart_type)
    )
    assert [value for one in lines.plots[0].series for value in one.values] == wanted_values


@IN_BOTH
def test_stacked_bars_hold_the_parts_of_every_province(lang: str) -> None:
    sheet, _ = take("mismatch_parts", "csv", query("slides_mismatch", lang))
    stacked = [
        one for one in charts(deck("slides_mismatch", lang)[1]) if "STACKED" in str(one.chart_type)
    ][-1]
    names = dict(zip(_cells(sheet, f"province_{lang}"), range(len(sheet.rows)), strict=True))
    order = [names[str(one)] for one in stacked.plots[0].categories]
    for part, series in zip(
        ("matched", "shortage", "spatial", "skills"), stacked.plots[0].series, strict=True
    ):
        values = _cells(sheet, part)
        assert list(series.values) == [values[at] for at in order]


def test_the_line_of_best_uses_is_a_chart_of_two_numbers() -> None:
    found = [one for one in charts(deck("slides_scenarios", "en")[1])]
    best = next(one for one in found if "XY" in str(one.chart_type)).plots[0].series[0]
    values = list(best.values)
    assert len(values) > 5 and values == sorted(values)


@IN_BOTH
def test_the_table_has_every_province_once(lang: str) -> None:
    names = [one.name(lang) for one in world().geodata.provinces.values()]
    found = [row[1] for _, rows in tables(deck("slides_map", lang)[1]) for row in rows[1:]]
    assert sorted(one for one in found if one in names) == sorted(names)


@IN_BOTH
def test_the_comparison_has_every_outcome_of_every_scenario(lang: str) -> None:
    sheet, _ = take("scenarios", "csv", query("slides_scenarios", lang))
    outcomes = list(dict.fromkeys(_cells(sheet, "outcome")))
    found = [row[0] for _, rows in tables(deck("slides_scenarios", lang)[1]) for row in rows[1:]]
    assert [one for one in found if one in outcomes] == outcomes


def test_charts_can_be_edited_since_their_numbers_are_with_them() -> None:
    with ZipFile(io.BytesIO(deck("slides_map", "en")[1].content)) as parts:
        books = [one for one in parts.namelist() if one.endswith(".xlsx")]
    assert len(books) == 1
