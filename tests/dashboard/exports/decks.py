"""Slides as readers take them, opened by programs that are not ours."""

import io
import os
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pptx import Presentation

from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.deck import Deck
from dashboard.exports.declaration import decks
from dashboard.fonts import KHMER, source_path
from tests.dashboard.exports.taken import SITE
from tests.tools import find

QUERIES = {
    "slides_map": "show=sezs,corridors&province=02",
    "slides_mismatch": "province=02",
    "slides_scenarios": "plan=agro_processing:01:40:2026:3,sez_upgrade:SEC-C:60:2027:2"
    "&budget=300&set=all.realisation:0.3",
}
"""A view of each page in which much was chosen."""


@cache
def deck(name: str, lang: str) -> tuple[Deck, Made]:
    asked = wanted(name, "pptx", query(name, lang), site=SITE)
    return decks()[name].make(asked.view, asked.say), made(asked)


def query(name: str, lang: str) -> str:
    return f"lang={lang}&{QUERIES[name]}"


def opened(file: Made) -> Any:
    return Presentation(io.BytesIO(file.content))


def shapes_of(slide: Any, kind: str) -> list[Any]:
    return [one for one in slide.shapes if str(one.shape_type).startswith(kind)]


def named(slide: Any, name: str) -> Any:
    return next(one for one in slide.shapes if one.name == name)


def charts(file: Made) -> Iterator[Any]:
    for slide in opened(file).slides:
        for one in slide.shapes:
            if one.has_chart:
                yield one.chart


def tables(file: Made) -> Iterator[tuple[str, list[list[str]]]]:
    """Title of its slide, and the cells of each table."""
    for slide in opened(file).slides:
        for one in slide.shapes:
            if one.has_table:
                rows = [[cell.text for cell in row.cells] for row in one.table.rows]
                yield slide.shapes.title.text, rows


def as_pdf(file: Made, folder: Path) -> Path:
    """The slides as LibreOffice shows them, Khmer in the family of the atlas."""
    path = folder / file.name
    path.write_bytes(file.content)
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{source_path(KHMER).parent}</dir><cachedir>{folder}/fonts</cachedir></fontconfig>",
        encoding="utf-8",
    )
    subprocess.run(
        [
            str(find("soffice")),
            "--headless",
            f"-env:UserInstallation=file://{folder}/office",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )
    return path.with_suffix(".pdf")
