"""Every picture in every language, format and size, opened by programs that are not ours."""

import re
from itertools import product
from pathlib import Path

import pypdfium2
import pytest

from dashboard.exports.declaration import OPTIONS, pictures
from dashboard.exports.picture import Picture
from dashboard.exports.picture_page import paper
from dashboard.exports.picture_words import evidence_line
from dashboard.words import LANGUAGES, Speaker
from tests.dashboard.exports.opened import (
    codes,
    colours,
    file,
    image,
    picture,
    poppler,
    squeezed,
    tree,
)

SHOWN = [key for key in pictures() if key != "monitor_survival"]  # it needs a registry
EVERY = [*product(SHOWN, LANGUAGES, OPTIONS["size"])]
STAGE = "stage"
"""The size that stands beside words on a screen, which say the rest: no code, link or hash."""
PX = 96 / 72


def legend_colours(one: Picture) -> set[str]:
    """The fills of all signs of its legends."""
    keys = [*one.legend.keys, *(key for panel in one.panels for key in panel.keys)]
    signs = [key.sign.shapes for key in keys if 'fill="url' not in key.sign.shapes]
    return {found for shapes in signs for found in re.findall(r'fill="(#[0-9a-f]{6})"', shapes)}


@pytest.mark.parametrize(("key", "lang", "size"), EVERY)
def test_a_png_has_its_size_its_colours_and_its_code(key: str, lang: str, size: str) -> None:
    made = file(key, "png", f"lang={lang}&size={size}")
    found, one = image(made.content), picture(key, f"lang={lang}")
    on = paper(one, size)
    assert found.format == "PNG"
    assert abs(found.width - on.width * PX) <= 1 and abs(found.height - on.height * PX) <= 1
    assert round(found.info["dpi"][0]) == 96
    assert found.info["Title"] == one.title
    assert found.info["Content-Hash"] == one.sheet.content_hash
    seen = colours(found)
    assert len(seen) > 20 and seen.get("#ffffff", 0) > 0.1 * found.width * found.height
    assert len(legend_colours(one) & set(seen)) >= min(3, len(legend_colours(one)))
    assert found.info["Source"] == f"https://atlas.test{one.sheet.link}"
    assert codes(found) == ([] if size == STAGE else [found.info["Source"]])


@pytest.mark.parametrize(("key", "lang", "size"), EVERY)
def test_a_pdf_says_all_of_it_on_one_page(key: str, lang: str, size: str, tmp_path: Path) -> None:
    content = file(key, "pdf", f"lang={lang}&size={size}").content
    one, say = picture(key, f"lang={lang}"), Speaker(lang=lang)
    on = paper(one, size)
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((on.width, on.height), abs=0.1)
    assert document.get_metadata_dict()["Title"] == one.title
    told = squeezed(poppler("pdftotext", content, tmp_path, "-raw"))
    wanted = [
        one.title,
        evidence_line(one.sheet, say=say),
        *(f"{label} {value}" for label, value in one.sheet.filters),
        *([say("picture_boundaries")] if one.boundaries else []),
    ]
    if size != STAGE:
        wanted.append(f"{say('picture_hash', maker='Corridor Atlas')} {one.sheet.content_hash}")
        wanted.append(f"https://atlas.test{one.sheet.link}")
    if lang == "en":
        wanted += [key.text for key in (*one.legend.keys, *one.legend.marks)]
    for text in wanted:
        for part in re.split(r"[\s\u200b]+", text):
            assert squeezed(part) in told, part


@pytest.mark.parametrize(("key", "lang", "size"), EVERY)
def test_no_word_of_a_pdf_is_cut_off(key: str, lang: str, size: str, tmp_path: Path) -> None:
    content = file(key, "pdf", f"lang={lang}&size={size}").content
    on = paper(picture(key, f"lang={lang}"), size)
    boxes = poppler("pdftotext", content, tmp_path, "-bbox")
    words = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">', boxes)
    assert len(words) > 20
    edge = 0 if size == STAGE else 0.4 * on.margin
    for left, top, right, bottom in (map(float, word) for word in words):
        assert left > edge and right < on.width - edge
        assert top > edge and bottom < on.height - edge


@pytest.mark.parametrize(("key", "lang", "size"), EVERY)
def test_an_svg_stands_alone(key: str, lang: str, size: str) -> None:
    content = file(key, "svg", f"lang={lang}&size={size}").content
    root = tree(content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    ids = {one.attrib["id"] for one in root.iter() if "id" in one.attrib}
    names = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert len(names) == len(ids), "an id stands twice"
    for one in root.iter():
        assert one.tag.rpartition("}")[2] not in {"script", "image", "foreignObject", "text"}
        for name, value in one.attrib.items():
            if name.rpartition("}")[2] == "href":
                assert value.startswith("#"), value
            for found in re.findall(r"url\((.+?)\)", value):
                assert found.lstrip("#") in ids
    assert b"@import" not in content and b"<!" not in content
    written = content.decode()
    assert all(colour in written for colour in legend_colours(picture(key, f"lang={lang}")))


@pytest.mark.parametrize("key", SHOWN)
def test_300_dots_an_inch_are_300_dots_an_inch(key: str) -> None:
    coarse, fine = (image(file(key, "png", f"dpi={dpi}").content) for dpi in (96, 300))
    assert round(fine.info["dpi"][0]) == 300
    assert fine.width == pytest.approx(coarse.width * 300 / 96, abs=3)
    assert codes(fine) == codes(coarse)


@pytest.mark.parametrize("key", SHOWN)
@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_the_same_view_gives_the_same_bytes(key: str, format: str) -> None:
    first, again = (file(key, format, "lang=km&size=slide") for _ in range(2))
    assert first == again
    assert first.tag.startswith(picture(key).sheet.content_hash)


def test_a_pdf_is_drawn_by_another_program_in_the_same_colours(tmp_path: Path) -> None:
    content, wanted = file("map_picture", "pdf").content, legend_colours(picture("map_picture"))
    options = ("-r", "96", "-png", "-singlefile")
    poppler("pdftoppm", content, tmp_path, *options, out="drawn")
    assert wanted <= set(colours(image((tmp_path / "drawn.png").read_bytes())))
    rendered = pypdfium2.PdfDocument(content)[0].render(scale=PX)
    assert wanted <= set(colours(rendered.to_pil()))
