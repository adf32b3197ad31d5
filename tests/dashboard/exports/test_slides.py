"""Slides: what python-pptx finds in them is what the page shows."""

import io
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx.util import Pt

from dashboard.__main__ import main
from dashboard.exports.asked import made, wanted
from dashboard.exports.declaration import DeckKind, decks, formats_of
from dashboard.exports.problem import ExportError
from dashboard.exports.slides.page import FOOT, HEIGHT, WIDTH
from dashboard.exports.slides.words import KHMER, LATIN, height_of
from dashboard.map_data import map_data
from dashboard.world import world
from tests.dashboard.exports.decks import (
    deck,
    named,
    opened,
    query,
    shapes_of,
    tables,
)
from tests.dashboard.exports.drawn import LANGS
from tests.dashboard.exports.taken import SITE

ROOT = Path(__file__).resolve().parents[3]
EVERY = pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name in decks() for lang in LANGS]
)
IN_BOTH = pytest.mark.parametrize("lang", LANGS)


def test_every_module_of_the_folder_declares_a_deck() -> None:
    files = {path.stem for path in (ROOT / "dashboard/exports/decks").glob("*.py")} - {"__init__"}
    assert set(decks()) == files
    for key, one in decks().items():
        assert isinstance(one, DeckKind) and one.key == key and formats_of(one) == ("pptx",)


@EVERY
def test_each_slide_says_what_it_shows_and_where_it_is_from(name: str, lang: str) -> None:
    made_of, file = deck(name, lang)
    slides = list(opened(file).slides)
    assert len(slides) >= len(made_of.slides) + 2
    for at, slide in enumerate(slides, start=1):
        assert slide.shapes.title.text
        assert named(slide, "evidence").text_frame.text
        assert made_of.sheet.content_hash in named(slide, "hash").text_frame.text
        link = named(slide, "link").text_frame.paragraphs[0].runs[0]
        assert link.hyperlink.address == f"{SITE.rstrip('/')}{made_of.sheet.link}"
        assert named(slide, "number").text_frame.text == str(at)
    for slide in slides[1:]:
        assert made_of.sheet.link in slide.notes_slide.notes_text_frame.text


@EVERY
def test_the_first_slide_has_the_answer_and_the_last_the_terms(name: str, lang: str) -> None:
    made_of, file = deck(name, lang)
    first, *_, last = opened(file).slides
    assert named(first, "answer").text_frame.text == made_of.answer
    chosen = named(first, "chosen").text_frame.text
    assert all(value in chosen for _, value in made_of.sheet.filters)
    told = named(last, "lines").text_frame.text
    assert made_of.sheet.content_hash in told and made_of.sheet.link in told
    assert "OpenStreetMap" in told
    sources = [row[1] for title, rows in tables(file) for row in rows[1:] if len(row) == 4]
    assert {one.title for one in made_of.sheet.sources} <= set(sources)


@EVERY
def test_nothing_lies_beyond_its_slide_or_on_its_foot(name: str, lang: str) -> None:
    file = deck(name, lang)[1]
    presentation = opened(file)
    assert (presentation.slide_width, presentation.slide_height) == (Pt(WIDTH), Pt(HEIGHT))
    assert WIDTH / HEIGHT == 16 / 9
    for slide in presentation.slides:
        ids = [one.shape_id for one in slide.shapes]
        assert len(set(ids)) == len(ids)
        for one in slide.shapes:
            assert one.left >= -Pt(1) and one.left + one.width <= Pt(WIDTH + 1), one.name
            foot = one.name in ("evidence", "hash", "link", "number")
            assert one.top + one.height <= Pt(HEIGHT if foot else FOOT), (slide.slide_id, one.name)


@EVERY
def test_no_words_need_more_room_than_their_box_has(name: str, lang: str) -> None:
    for slide in opened(deck(name, lang)[1]).slides:
        for one in slide.shapes:
            if not one.has_text_frame or not one.text_frame.text or not one.text_frame.word_wrap:
                continue
            texts = [paragraph.text for paragraph in one.text_frame.paragraphs]
            font = one.text_frame.paragraphs[0].runs[0].font
            needed = height_of(
                texts, width=one.width.pt, size=font.size.pt, lang=lang, bold=bool(font.bold)
            )
            assert needed <= one.height.pt + 1, (slide.shapes.title.text, one.name, texts)


@EVERY
def test_those_who_cannot_see_a_chart_or_a_map_are_told_what_it_is(name: str, lang: str) -> None:
    slides = list(opened(deck(name, lang)[1]).slides)
    for slide in slides:
        for one in slide.shapes:
            if one.has_chart or one.has_table:
                assert one._element.nvGraphicFramePr.cNvPr.get("descr")
    names = [one.name(lang) for one in world().geodata.provinces.values()]
    told = [
        one._element.nvSpPr.cNvPr.get("descr")
        for slide in slides
        for one in shapes_of(slide, "FREEFORM")
        if one.name in names
    ]
    assert told and all(told)


@EVERY
def test_tables_go_on_on_the_next_slide_before_they_are_too_long(name: str, lang: str) -> None:
    for _, rows in tables(deck(name, lang)[1]):
        assert 2 <= len(rows) <= 14


@EVERY
def test_words_have_a_family_for_khmer_and_one_for_latin_letters(name: str, lang: str) -> None:
    file = deck(name, lang)[1]
    with ZipFile(io.BytesIO(file.content)) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
        slides = [
            parts.read(one).decode()
            for one in parts.namelist()
            if one.startswith("ppt/slides/slide")
        ]
    assert f'<a:latin typeface="{LATIN}"' in theme and f'<a:cs typeface="{KHMER}"' in theme
    for slide in slides:
        assert (
            slide.count("<a:rPr ") == slide.count(f'<a:cs typeface="{KHMER}"/>') or "_rels" in slide
        )


@IN_BOTH
def test_the_map_is_a_shape_for_each_province_in_the_colour_of_its_class(lang: str) -> None:
    made_of, file = deck("slides_map", lang)
    slide = opened(file).slides[1]
    names = {one.name(lang): code for code, one in world().geodata.provinces.items()}
    shapes = [one for one in shapes_of(slide, "FREEFORM") if one.name in names]
    assert sorted(one.name for one in shapes) == sorted(names)
    fill = map_data(lang, "latin")["fills"]["returnees"]["count"]
    for one in shapes:
        colour = fill["classes"][fill["values"][names[one.name]]["class"]]["color"]
        assert str(one.fill.fore_color.rgb) == colour.lstrip("#").upper()
    boxes = {shape.code: shape.bbox for shape in world().shapes.provinces}
    found = sorted(shapes, key=lambda one: one.left)
    assert [names[one.name] for one in found] == sorted(
        (names[one.name] for one in found), key=lambda code: boxes[code][0]
    )
    drawn = {one.name for one in slide.shapes}
    assert any(name.startswith("hatch ") for name in drawn)
    abroad = map_data(lang, "latin")["words"]["countries"].values()
    assert set(abroad) & drawn
    assert made_of.slides[0].title == slide.shapes.title.text


@IN_BOTH
def test_shapes_keep_the_proportions_of_the_map(lang: str) -> None:
    slide = opened(deck("slides_map", lang)[1]).slides[1]
    by_name = {one.name: one for one in shapes_of(slide, "FREEFORM")}
    scales = []
    for shape in world().shapes.provinces:
        one = by_name[world().geodata.provinces[shape.code].name(lang)]
        left, top, right, bottom = shape.bbox
        scales += [one.width / (right - left), one.height / (bottom - top)]
    assert max(scales) / min(scales) < 1.01


@EVERY
def test_the_same_view_gives_the_same_bytes_dated_by_its_data(name: str, lang: str) -> None:
    made_of, file = deck(name, lang)
    again = made(wanted(name, "pptx", query(name, lang), site=SITE))
    assert again.content == file.content
    with ZipFile(io.BytesIO(file.content)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    known = opened(file).core_properties
    assert known.created.strftime("%Y-%m") == made_of.sheet.as_of[:7]
    assert isinstance(known.modified, datetime) and known.identifier == made_of.sheet.content_hash


def test_what_a_reader_has_set_is_told() -> None:
    told = list(opened(deck("slides_scenarios", "en")[1]).slides)[-2]
    assert "30 %" in named(told, "lines").text_frame.text


@pytest.mark.parametrize(
    ("name", "format", "asked"),
    [
        ("slides_map", "csv", ""),
        ("map", "pptx", ""),
        ("slides_map", "pptx", "dpi=300"),
        ("slides_map", "pptx", "layer=nothing"),
        ("slides_scenarios", "pptx", "plan=nothing:01:1:2026:1"),
    ],
)
def test_what_does_not_exist_is_refused(name: str, format: str, asked: str) -> None:
    with pytest.raises(ExportError):
        wanted(name, format, asked)


def test_one_scenario_alone_needs_no_comparison() -> None:
    file = made(wanted("slides_scenarios", "pptx", "scenarios=zones-at-gates", site=SITE))
    titles = [slide.shapes.title.text for slide in opened(file).slides]
    assert len(titles) > 8 and not any("minus" in title for title in titles)


def test_without_a_site_the_link_is_words_alone() -> None:
    file = made(wanted("slides_map", "pptx", ""))
    link = named(opened(file).slides[0], "link").text_frame.paragraphs[0].runs[0]
    assert link.text == "/" and link.hyperlink.address is None


def test_the_command_line_writes_slides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "slides_map", "--lang", "km"]) == 0
    (path,) = tmp_path.iterdir()
    assert path.name == "corridor-atlas-slides-map-returnees-count.pptx"
    assert path.read_bytes() == made(wanted("slides_map", "pptx", "lang=km")).content


def test_python_pptx_is_not_loaded_before_it_is_needed() -> None:
    code = "import app, sys; sys.exit('pptx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
