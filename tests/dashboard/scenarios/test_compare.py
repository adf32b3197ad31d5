"""Scenarios side by side: one set of numbers, one scale, every scenario in every table."""

import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from dash import html

from analysis.compare import better
from analysis.scenario import YEARS
from dashboard.compare_words import parameter_text, parameter_value, three_digits
from dashboard.components.scenario_compare import (
    compare_table,
    lead_text,
    paths_figure,
    paths_table,
)
from dashboard.figures.paths import COLOURS, DASHES, Line, paths
from dashboard.scenario_maps import by_province, difference_fill, small_fills
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.challenged import parameter_rows
from dashboard.scenarios.chosen import Chosen, chosen
from dashboard.scenarios.played import central, drawn
from dashboard.scenarios.side_by_side import (
    AFTER_MOVING,
    NEAR_HOME,
    OUTCOMES,
    best_against_others,
    best_in_row,
    lead,
    outcomes,
    path,
)
from dashboard.state import View, read_view
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.provinces import CODES

PAIR = "?scenarios=zones-at-gates,skills-firms,do-nothing"


def view(search: str = PAIR) -> View:
    return read_view(search, choices=world().choices)


def some(search: str = PAIR) -> tuple[Asked, tuple[Chosen, ...]]:
    shown = view(search)
    asked = read_asked(shown)
    return asked, chosen(shown, asked, say=Speaker(lang=shown.lang))


def whole(text: str) -> str:
    """The text a reader sees, checked for gaps."""
    plain = re.sub(r"<[^>]+>", " ", text)
    assert "{" not in plain and "None" not in plain and "nan" not in plain.lower()
    return plain


def test_a_difference_is_what_two_values_of_the_table_are_apart() -> None:
    asked, (zones, skills, nothing) = some()
    found = lead(asked, skills, zones)
    values = [outcomes(asked, one)[NEAR_HOME] for one in (skills, zones)]
    assert values[0] is not None and values[1] is not None
    assert found.figure.value == pytest.approx(values[0].value - values[1].value, abs=1e-4)
    told = better(drawn(skills.played(asked)), drawn(zones.played(asked)), NEAR_HOME, asked.year)
    assert found.share == told.share and 0 <= found.share <= 1
    assert found.figure.low is not None and found.figure.high is not None
    assert found.figure.low <= told.low and told.high <= found.figure.high
    back = lead(asked, zones, skills)
    assert back.figure.value == pytest.approx(-found.figure.value)
    assert back.share == pytest.approx(1 - found.share)
    assert lead(asked, zones, nothing).share == 1


def test_the_best_is_set_against_each_other_one() -> None:
    asked, every = some()
    leads = best_against_others(asked, every)
    assert len(leads) == len(every) - 1
    assert len({one.ahead for one in leads}) == 1
    assert [one.figure.value for one in leads] == sorted(one.figure.value for one in leads)
    assert all(one.figure.value >= 0 for one in leads)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_a_range_that_holds_it_in_every_year(outcome: str) -> None:
    asked, every = some()
    for one in every:
        figures = path(asked, one, outcome).figures
        assert tuple(figures) == YEARS
        for figure in figures.values():
            if figure is not None:
                assert figure.low is not None and figure.high is not None
                assert figure.low <= figure.value <= figure.high
                assert figure.status == "estimated" and figure.source_ids


def test_the_people_of_the_table_add_up() -> None:
    asked, every = some()
    for one in every:
        found = outcomes(asked, one)
        years = central(one.played(asked)).by_year.loc[asked.year]

        def value(key: str, found: Any = found) -> float:
            return float(found[key].value)

        parts = value("shortage") + value("spatial") + value("skills")
        assert value("still_in_need") == pytest.approx(parts, rel=1e-6)
        placed = value(NEAR_HOME) + value(AFTER_MOVING)
        assert placed == pytest.approx(years["more_placed"], abs=1e-3)
        money = 1e6 * (value("usd_spent") + value("usd_unspent"))
        assert money == pytest.approx(sum(part.usd for part in one.plan))


def test_nothing_more_is_no_more_and_has_no_cost() -> None:
    asked, (*_, nothing) = some()
    found = outcomes(asked, nothing)
    first = found[NEAR_HOME]
    assert first is not None and (first.low, first.value, first.high) == (0, 0, 0)
    assert found["usd_per_placement"] is None and found["women_share"] is None


def test_temporary_work_is_summed_over_the_years() -> None:
    asked, (zones, *_) = some()
    last = outcomes(asked, zones)["job_years"]
    assert last is not None
    assert last.value == pytest.approx(central(zones.played(asked)).by_year["job_years"].sum())


def test_the_best_of_a_row_is_the_most_or_the_fewest() -> None:
    asked, every = some()
    found = {one.key: outcomes(asked, one) for one in every}

    def row(outcome: str) -> frozenset[str]:
        return best_in_row({key: one[outcome] for key, one in found.items()}, outcome)

    assert row(NEAR_HOME) == {"skills-firms"}
    assert "do-nothing" not in row("still_in_need")
    assert row("households_relieved") == frozenset() and row("usd_spent") == frozenset()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("future", ["none", "border_reopening"])
def test_tables_hold_every_scenario_and_every_outcome(lang: str, future: str) -> None:
    search = f"{PAIR}&lang={lang}&future={future}"
    asked, every = some(search)
    say = Speaker(lang=lang)
    table = compare_table(world(), asked=asked, chosen=every, view=view(search), say=say)
    text = whole(to_html(table))
    for one in every:
        assert one.name in text
    head = to_html(table).split("</thead>")[0]
    assert head.count('scope="col"') == len(every) + 1
    assert to_html(table).split("</tbody>")[0].count("<tr") == 1 + len(OUTCOMES)
    years = to_html(
        paths_table(
            world(), asked=asked, chosen=every, outcome="mean_income", view=view(search), say=say
        )
    )
    assert years.count('scope="row"') == len(YEARS) and years.count('class="selected"') == 1
    whole(years)


def test_the_sentence_tells_money_people_and_how_often() -> None:
    asked, every = some()
    say = Speaker(lang="en")
    text = whole(to_html(compare_table(world(), asked=asked, chosen=every, view=view(), say=say)))
    assert re.search(
        r"With USD 200 million, “Skills and small firms” places [\d,]+ \(.+\) more people near"
        r" home by 2035 than “Zones at the gates”. It is ahead in \d+ % of draws.",
        text,
    )
    assert "than “Do nothing more” with USD 0 million" in text
    alike = replace(every[0], key="other", name="Other")
    same = compare_table(world(), asked=asked, chosen=(every[0], alike), view=view(), say=say)
    assert "place as many people near home" in whole(to_html(same))
    assert "They spend alike" in whole(to_html(same))


def test_one_scenario_alone_is_a_table_without_a_rival() -> None:
    asked, every = some()
    say = Speaker(lang="en")
    table = compare_table(world(), asked=asked, chosen=every[:1], view=view(), say=say)
    assert not any(isinstance(one, html.Ul | html.Details) for one in table)
    whole(to_html(table))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("outcome", [NEAR_HOME, "usd_per_placement"])
def test_paths_are_plain_data_a_line_and_a_band_for_each(lang: str, outcome: str) -> None:
    asked, every = some(f"{PAIR}&lang={lang}")
    figure = paths_figure(
        world(),
        asked=asked,
        chosen=every,
        outcome=outcome,
        view=view(),
        say=Speaker(lang=lang),
    )
    text = json.dumps(figure, allow_nan=False, ensure_ascii=False)
    whole(text.replace("{", "").replace("%customdata", ""))
    bands, lines = figure["data"][: len(every)], figure["data"][len(every) :]
    assert [one["name"] for one in lines] == [one.name for one in every]
    assert len({one["line"]["color"] for one in lines}) == len(every)
    assert len({one["line"]["dash"] for one in lines}) == len(every)
    for band in bands:
        assert len(band["x"]) == len(band["y"]) <= 2 * len(YEARS)


def test_letters_at_the_ends_of_lines_do_not_stand_on_each_other() -> None:
    lines = [
        Line(name=str(at), letter="ABCD"[at], values=[0, 10.0], lows=[0, 5], highs=[0, 20], told=[])
        for at in range(4)
    ]
    drawn_figure = paths(lines, years=(1, 2), year_names=("1", "2"), unit="", ticks=[])
    ends = [one["y"] for one in drawn_figure["layout"]["annotations"] if one.get("x") == 2]
    assert len(ends) == 4 and min(np.diff(sorted(ends))) > 1
    assert len(set(COLOURS)) == len(set(DASHES)) == 4


def test_small_maps_share_one_scale_and_add_up_to_the_country() -> None:
    asked, every = some()
    found = small_fills(asked, every, "en", "latin")
    assert list(found) == [one.key for one in every]
    scales = {
        tuple((row["label"], row["color"]) for row in one["classes"]) for one in found.values()
    }
    assert len(scales) == 1
    assert any(row["count"] != "0" for one in found.values() for row in one["classes"][-1:])
    for one in every:
        values = by_province(asked, one)
        total = outcomes(asked, one)[NEAR_HOME]
        assert total is not None and values.sum() == pytest.approx(total.value, rel=0.01, abs=30)
        assert set(found[one.key]["values"]) == set(CODES)
        assert sum(int(row["count"]) for row in found[one.key]["classes"]) == len(CODES)
    json.dumps(found, allow_nan=False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_difference_map_is_first_minus_second(lang: str) -> None:
    asked, (zones, skills, _) = some()
    gap = difference_fill(asked, zones, skills, lang, "khmer")
    back = difference_fill(asked, skills, zones, lang, "khmer")
    apart = by_province(asked, zones) - by_province(asked, skills)
    for code in CODES:
        assert gap["values"][code]["value"] == pytest.approx(apart[code], abs=1e-3)
        assert back["values"][code]["value"] == pytest.approx(-apart[code], abs=1e-3)
    middle = len(gap["classes"]) // 2
    none = difference_fill(asked, zones, zones, lang, "latin")
    assert {one["class"] for one in none["values"].values()} == {middle}
    whole(
        " ".join([gap["title"], gap["evidence"], *(one["text"] for one in gap["values"].values())])
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_parameter_has_a_name_and_a_value_in_words(lang: str) -> None:
    say = Speaker(lang=lang)
    names = [parameter_text(key, say=say) for key in parameter_rows()]
    assert len(set(names)) == len(names)
    for key, row in parameter_rows().items():
        whole(parameter_text(key, say=say) + parameter_value(row.central, row.unit, say=say))
    assert parameter_value(2028.4, "year", say=say) == "2028"
    assert three_digits(0.0) == "0"


def test_money_to_a_cent_or_so_is_told_in_whole_millions() -> None:
    asked, (best, skills) = some("?scenarios=best-use,skills-firms")
    spent = sum(one.usd for one in best.plan)
    assert spent != 200e6 and spent == pytest.approx(200e6, rel=1e-6)
    told = lead_text(asked, lead(asked, best, skills), say=Speaker(lang="en"))
    assert told.startswith("With USD 200 million, “Best use of the same money” places ")
