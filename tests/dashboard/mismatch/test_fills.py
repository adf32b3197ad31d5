"""What the maps draw: plain JSON, every value in a class of the legend, both sides as they are."""

import json
import math
from dataclasses import replace

import pytest

from analysis.certainty import sign_certainty
from dashboard.components.figure_table import figure_table
from dashboard.fill import fill as filled
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.movement import movement
from dashboard.mismatch.pictures import CLUSTERS, PAIR, picture_names, pictures
from dashboard.mismatch.readings import clusters, readings
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.mismatch_flows import FLOWS, movement_data, waiting_data
from dashboard.numbers import INFINITE
from dashboard.pages.mismatch import PAGE
from dashboard.ranking import ranking_figure
from dashboard.state import BASES
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.provinces import CODES

CASES = {basis: Case(basis=basis, ages="all") for basis in BASES}
BIG = {"low": 0.02, "high": 0.05}


@pytest.mark.parametrize("digits", ["latin", "khmer"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("basis", BASES)
def test_what_is_sent_is_json_without_nan_and_infinity(basis: str, lang: str, digits: str) -> None:
    sent = {
        "fills": mismatch_fills(CASES[basis], lang, digits),
        "moving": movement_data(CASES[basis], lang, digits),
        "waiting": waiting_data(lang, digits),
    }
    text = json.dumps(sent, allow_nan=False, ensure_ascii=False)
    assert '"nan' not in text and "None" not in text and "{value}" not in text
    assert json.loads(text)["fills"] == sent["fills"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("basis", BASES)
def test_every_value_is_in_a_class_that_counts_it_and_has_its_evidence(
    basis: str, lang: str
) -> None:
    found = mismatch_fills(CASES[basis], lang, "latin")[LAYER]
    assert set(found) == {*picture_names(), PAIR, CLUSTERS}
    for key, fill in found.items():
        inside = [one["class"] for one in fill["values"].values()]
        counted = [int(one["count"]) for one in fill["classes"]]
        assert counted == [inside.count(i) for i in range(len(counted))], key
        assert sum(counted) + int((fill["missing"] or {"count": 0})["count"]) == 25
        assert fill["evidence"] and fill["title"]
        hatched = sum(one["uncertain"] for one in fill["values"].values())
        assert hatched == int((fill["uncertain"] or {"count": 0})["count"]), key
        for one in fill["values"].values():
            assert fill["notes"][one["note"]]
            assert one["text"] and "inf" not in one["text"] and "nan" not in one["text"]
            assert "inf" not in (one["range"] or "") and "nan" not in (one["range"] or "")


def test_where_no_job_is_near_enough_the_map_says_so_and_the_bars_leave_it_out() -> None:
    """No province of today has more seekers than the country has jobs: so one is given here."""
    usual = pictures(CASES["durable"])["balancing_distance"]
    values = dict(usual.reading.values)
    values["01"] = replace(values["01"], value=math.inf, low=150.0, high=math.inf)
    values["02"] = replace(values["02"], value=math.inf, low=math.inf, high=math.inf)
    values["17"] = replace(values["17"], value=240.0, low=150.0, high=math.inf)
    shown = replace(usual, reading=replace(usual.reading, values=values))
    say = Speaker(lang="en")
    drawn = filled(shown, geodata=world().geodata, say=say)
    json.dumps(drawn, allow_nan=False)
    for code, text, span in (
        ("01", INFINITE, f"150\u2013{INFINITE}"),
        ("02", INFINITE, None),
        ("17", "240", f"150\u2013{INFINITE}"),
    ):
        assert drawn["values"][code]["text"] == text
        assert drawn["values"][code]["range"] == span
    for code in ("01", "02"):
        assert drawn["values"][code]["value"] == "Infinity"
        assert drawn["values"][code]["class"] == len(drawn["classes"]) - 1
    view = PAGE.view("?measure=balancing_distance")
    chart = ranking_figure(world(), shown=shown, view=view, say=say)
    json.dumps(chart, allow_nan=False)
    assert {one[0] for one in chart["data"][0]["customdata"]} == set(CODES) - {"01", "02"}
    table = to_html(figure_table(world(), shown=shown, view=view, say=say))
    assert table.count(INFINITE) == 4 and "inf<" not in table


@pytest.mark.parametrize("basis", BASES)
def test_the_square_of_both_sides_is_few_some_many_of_each(basis: str) -> None:
    people, jobs = (
        side.series for side in (market(CASES[basis]).seekers, market(CASES[basis]).vacancies)
    )
    fill = mismatch_fills(CASES[basis], "en", "latin")[LAYER][PAIR]
    assert len(fill["classes"]) == 9 and len({one["color"] for one in fill["classes"]}) == 9

    def size(share: float) -> int:
        return 0 if share < BIG["low"] else 1 if share < BIG["high"] else 2

    for code in CODES:
        row, column = size(people[code] / people.sum()), size(jobs[code] / jobs.sum())
        assert fill["values"][code]["class"] == 3 * row + column, code
        assert fill["values"][code]["value"] == round(people[code] - jobs[code], 4)
    many, few = fill["classes"][6]["label"], fill["classes"][2]["label"]
    assert many == "many seekers, few jobs" and few == "few seekers, many jobs"


def test_a_side_that_spans_all_three_sizes_is_hatched() -> None:
    case = CASES["durable"]
    fill = mismatch_fills(case, "en", "latin")[LAYER][PAIR]
    hatched = set()
    for side in ("seekers", "vacancies"):
        figures = readings(case)[side].values
        total = sum(one.value for one in figures.values())
        hatched |= {
            code
            for code, one in figures.items()
            if (one.low or 0) < BIG["low"] * total and (one.high or 0) > BIG["high"] * total
        }
    assert {code for code, one in fill["values"].items() if one["uncertain"]} == hatched


def test_clusters_are_told_by_name_with_both_p_values() -> None:
    fill = mismatch_fills(CASES["durable"], "en", "latin")[LAYER][CLUSTERS]
    for code, row in clusters(CASES["durable"]).iterrows():
        one = fill["values"][code]
        assert fill["classes"][one["class"]]["label"] == one["text"]
        assert (one["text"] == "does not stand out") == (not row["stands_out"])
        assert f"{row['p']:.3f}" in one["extra"] and f"{row['p_adjusted']:.3f}" in one["extra"]


@pytest.mark.parametrize("key", ["gap", "share_gap"])
def test_the_hatch_of_a_sign_is_the_certainty_of_the_sign(key: str) -> None:
    import pandas as pd

    case = CASES["unplaced"]
    drawn = pd.DataFrame(readings(case)[key].draws, columns=list(CODES))
    certain = sign_certainty(drawn)["certainty"]
    fill = mismatch_fills(case, "en", "latin")[LAYER][key]
    for code, one in fill["values"].items():
        assert one["uncertain"] == (certain[code] < 0.9), code
    assert "sign" in fill["uncertain"]["text"].lower()


@pytest.mark.parametrize("basis", BASES)
def test_every_flow_has_an_arrow_and_the_widest_is_the_largest(basis: str) -> None:
    fills, overlays = movement_data(CASES[basis], "en", "latin")
    flows = movement(CASES[basis]).flows
    items = overlays[FLOWS]["items"]
    assert len(items) == len(flows) == int(overlays[FLOWS]["categories"][FLOWS]["count"])
    names = {code: one.name_en for code, one in world().geodata.provinces.items()}
    for item, flow in zip(items, flows, strict=True):
        assert item["name"] == f"{names[flow.home]} → {names[flow.job]}"
        assert item["path"].startswith("M") and "nan" not in item["path"]
        assert item["province"] == flow.home and item["note"]
    assert len({item["id"] for item in items}) == len(items)
    values = fills[FLOWS][FLOWS]["values"]
    for code, net in movement(CASES[basis]).net.items():
        side = 0 if net.value <= -50 else 2 if net.value >= 50 else 1
        assert values[code]["class"] == side, code


def test_while_it_is_worked_out_no_number_is_shown() -> None:
    fills, overlays = waiting_data("en", "latin")
    assert fills[FLOWS][FLOWS]["values"] == {} and FLOWS not in overlays
    assert all(one["count"] == "0" for one in fills[FLOWS][FLOWS]["classes"])
