"""Slides as LibreOffice shows them: all of them, their words whole, the map in its colours."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from dashboard.exports.declaration import decks
from dashboard.map_data import map_data
from tests.dashboard.exports.decks import as_pdf, deck, opened
from tests.dashboard.exports.drawn import LANGS
from tests.tools import find

pytestmark = pytest.mark.slow
_LEAST_SHARE = 0.001


def _pages(pdf: Path) -> list[str]:
    said = subprocess.run(
        [str(find("pdftotext")), "-layout", str(pdf), "-"], check=True, capture_output=True
    )
    return said.stdout.decode().split("\f")[:-1]


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", decks())
def test_every_slide_is_shown_with_its_words(name: str, tmp_path: Path) -> None:
    file = deck(name, "en")[1]
    pages = _pages(as_pdf(file, tmp_path))
    slides = list(opened(file).slides)
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        shown = _squeezed(page)
        assert _squeezed(slide.shapes.title.text) in shown
        for one in slide.shapes:
            if one.has_table:
                cells = [cell.text for row in one.table.rows for cell in row.cells]
                assert all(_squeezed(word) in shown for cell in cells for word in cell.split())


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_is_shown_in_the_colours_of_its_classes(lang: str, tmp_path: Path) -> None:
    pdf = as_pdf(deck("slides_map", lang)[1], tmp_path)
    subprocess.run(
        [
            str(find("pdftoppm")),
            "-r",
            "72",
            "-f",
            "2",
            "-l",
            "2",
            "-png",
            str(pdf),
            str(tmp_path / "p"),
        ],
        check=True,
    )
    (path,) = tmp_path.glob("p*.png")
    with Image.open(path) as image:
        found: Any = image.convert("RGB").getcolors(maxcolors=1 << 24)
        many = _LEAST_SHARE * image.width * image.height
    large = {colour for count, colour in found if count > many}
    for one in map_data(lang, "latin")["fills"]["returnees"]["count"]["classes"]:
        text = one["color"].lstrip("#")
        wanted = tuple(int(text[at : at + 2], 16) for at in (0, 2, 4))
        assert any(
            max(abs(a - b) for a, b in zip(wanted, colour, strict=True)) <= 2 for colour in large
        ), one


@pytest.mark.parametrize("name", decks())
def test_khmer_is_shown_in_its_own_family(name: str, tmp_path: Path) -> None:
    file = deck(name, "km")[1]
    pdf = as_pdf(file, tmp_path)
    fonts = subprocess.run(
        [str(find("pdffonts")), str(pdf)], check=True, capture_output=True
    ).stdout.decode()
    assert "NotoSansKhmer" in fonts
    assert len(_pages(pdf)) == len(opened(file).slides)
