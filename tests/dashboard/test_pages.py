"""Pages as functions: what stands on them, without a browser."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from dashboard import page as page_module
from dashboard.components.figure_table import figure_table
from dashboard.components.national_strip import national_strip
from dashboard.components.province_panel import province_panel
from dashboard.headline import headline, highest, total_of
from dashboard.map_data import map_data
from dashboard.page import pages
from dashboard.pages.map import drawn
from dashboard.ranking import ranking_figure
from dashboard.shell import screen
from dashboard.shown import shown_layer
from dashboard.state import View, read_view
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world
from geodata.provinces import CODES

SAY = {lang: Speaker(lang=lang) for lang in ("en", "km")}
SHOWN = [(key, measure) for key, kinds in world().choices.measures.items() for measure in kinds]


def view(search: str = "") -> View:
    return read_view(search, choices=world().choices)


def walk(node: Any) -> Iterator[Component]:
    if isinstance(node, list | tuple):
        for one in node:
            yield from walk(one)
    elif isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))


def text(node: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", to_html(node)).split())


def sources_in(node: Any) -> list[str]:
    links = [one for one in walk(node) if getattr(one, "className", "") == "source"]
    return [str(getattr(link, "href", "")).partition("#")[2] for link in links]


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("path", list(pages()))
def test_every_page_draws_in_both_languages(path: str, lang: str) -> None:
    page = pages()[path]
    drawn = to_html(screen(page, page.view(f"?lang={lang}")))
    assert f'lang="{lang}"' in drawn
    assert drawn.count("<h1") == 1
    said = re.sub(r'data-\w+="[^"]*"', "", drawn)  # scripts fill in what stands there
    assert "{" not in re.sub(r"<pre>.*?</pre>", "", said, flags=re.S)


@pytest.mark.parametrize(("layer", "measure"), SHOWN)
@pytest.mark.parametrize("lang", ["en", "km"])
def test_every_headline_is_a_sentence_with_its_evidence(
    layer: str, measure: str, lang: str
) -> None:
    shown = view(f"?layer={layer}&measure={measure}&lang={lang}")
    told = headline(world(), view=shown, say=SAY[lang])
    assert told.text.endswith("." if lang == "en" else "។")
    assert "{" not in told.text and "None" not in told.text
    first = highest(world().readings[layer][measure])[0]
    assert world().geodata.provinces[first].name(lang) in told.text
    assert told.evidence


def test_the_first_headline_is_computed_from_the_draws() -> None:
    reading = world().readings["returnees"]["count"]
    top = highest(reading)
    assert top == ("01", "02", "17")
    total = total_of(reading, codes=top)
    assert total.value == pytest.approx(sum(reading.values[code].value for code in top))
    apart = sum((reading.values[code].high or 0) - (reading.values[code].low or 0) for code in top)
    assert total.low is not None and total.high is not None
    assert total.high - total.low < apart, "ranges of a sum are narrower than summed ranges"
    told = headline(world(), view=view(), say=SAY["en"])
    assert f"{round(total.value, -4):,.0f} of the 910,000" in told.text


def test_a_sum_over_all_provinces_is_the_reported_total() -> None:
    assert total_of(world().readings["vacancies"]["count"], codes=CODES).value == pytest.approx(
        190_000
    )


@pytest.mark.parametrize("lang", ["en", "km"])
def test_each_national_fact_names_status_date_and_source(lang: str) -> None:
    strip = national_strip(world(), view=view(), say=SAY[lang])
    tiles = [one for one in walk(strip) if isinstance(one, html.Li)]
    assert len(tiles) == 5
    for tile in tiles:
        assert any(character.isdigit() for character in text(tile))
        assert sources_in(tile)
        assert SAY[lang]("status_reported") in text(tile)
        assert re.search(r"20\d\d", text(tile))


def test_the_conflict_between_sources_is_shown_not_hidden() -> None:
    strip = text(national_strip(world(), view=view(), say=SAY["en"]))
    assert "910,000 or 940,000" in strip
    assert "USD 431 → 269" in strip and "38 % less" in strip


@pytest.mark.parametrize("code", CODES)
def test_no_number_of_a_province_without_its_source(code: str) -> None:
    panel = province_panel(world(), view=view(f"?province={code}"), say=SAY["en"])
    entries = [one for one in walk(panel) if isinstance(one, html.Dd | html.Li)]
    assert len(entries) >= 8
    known = set(world().geodata.sources)
    for entry in entries:
        if "missing" in (getattr(entry, "className", "") or ""):
            continue
        named = sources_in(entry)
        assert named and set(named) <= known, text(entry)


def test_a_province_without_a_figure_says_so() -> None:
    panel = text(province_panel(world(), view=view("?province=12"), say=SAY["en"]))
    assert "No data" in panel


@pytest.mark.parametrize(("layer", "measure"), SHOWN)
def test_every_row_of_the_table_names_status_date_and_sources(layer: str, measure: str) -> None:
    shown = view(f"?layer={layer}&measure={measure}")
    table = figure_table(
        world(),
        shown=shown_layer(world(), layer=shown.layer, measure=shown.measure),
        view=shown,
        say=SAY["en"],
    )
    body = next(one for one in walk(table) if isinstance(one, html.Tbody))
    rows = [one for one in walk(body) if isinstance(one, html.Tr)]
    assert len(rows) == 25
    assert {
        name
        for row in rows
        for name in [text(next(one for one in walk(row) if isinstance(one, html.Th)))]
    } == {province.name_en for province in world().geodata.provinces.values()}
    for row in rows:
        if "No data" not in text(row):
            assert sources_in(row)
            assert re.search(r"reported|computed|estimated|assumed", text(row))


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_map_holds_a_note_for_every_value(lang: str) -> None:
    data = map_data(lang, "latin")
    for layer, measures in data["fills"].items():
        for measure, fill in measures.items():
            for code, one in fill["values"].items():
                assert fill["notes"][one["note"]], (layer, measure, code)
                assert 0 <= one["class"] < len(fill["classes"])
            counted = sum(int(one["count"]) for one in fill["classes"])
            assert counted == len(fill["values"])


def test_the_map_and_the_layer_say_the_same_number() -> None:
    fill = map_data("en", "latin")["fills"]["formal_jobs"]["count"]
    assert fill["values"]["12"]["value"] == 660_000
    assert fill["values"]["12"]["text"] == "660,000"
    assert fill["values"]["12"]["range"] is None


def test_wrong_parts_of_a_link_are_told() -> None:
    words, message, _, _ = drawn(view("?layer=zzz&province=99"))
    assert "zzz" in message and "99" in message
    assert "910,000" in words


def test_only_the_selected_row_is_marked() -> None:
    plain, marked = (drawn(view(search))[3] for search in ("", "?province=06"))
    assert plain.count('class="selected"') == 0
    assert marked.count('class="selected"') == 1
    row = marked[marked.index('class="selected"') :]
    assert "Kampong Thom" in row[: row.index("</tr>")]


def test_text_of_readers_is_never_markup() -> None:
    shown = view("?layer=%3Cscript%3Ealert(1)%3C/script%3E")
    drawn = to_html(screen(pages()["/"], shown))
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_the_ranking_has_every_province_and_marks_the_selected() -> None:
    figure = ranking_figure(
        world(),
        shown=shown_layer(world(), layer="returnees", measure="count"),
        view=view("?province=06"),
        say=SAY["en"],
    )
    bars = figure["data"][0]
    assert len(bars["y"]) == 25
    assert bars["y"][-1] == "Banteay Meanchey"
    assert bars["x"] == sorted(bars["x"])
    widths = bars["marker"]["line"]["width"]
    assert widths.count(max(widths)) == 1
    assert bars["customdata"][widths.index(max(widths))][0] == "06"


def test_a_module_without_a_declaration_fails_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import dashboard.pages.data

    monkeypatch.delattr(dashboard.pages.data, "PAGE")
    page_module.pages.cache_clear()
    with pytest.raises(TypeError, match=r"dashboard/pages/data\.py declares no PAGE"):
        pages()
    monkeypatch.undo()
    page_module.pages.cache_clear()
    assert "/data" in pages()


def test_views_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        view().lang = "km"  # type: ignore[misc]
