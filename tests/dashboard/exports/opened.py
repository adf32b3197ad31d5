"""Pictures as other programs see them: Pillow, Poppler, and any reader of XML."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import zxingcpp
from PIL import Image

from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.declaration import pictures
from dashboard.exports.picture import Picture

SITE = "https://atlas.test/"
VIEWS = {"scenario_projects": "basis=unplaced"}
"""What a picture needs so that there is something to draw."""


def query(key: str, more: str = "") -> str:
    """A query of the picture's page, in a view that has it."""
    return "&".join(filter(None, (VIEWS.get(key, ""), more)))


def picture(key: str, more: str = "") -> Picture:
    """The picture itself, before it is a file."""
    asked = wanted(key, "png", query(key, more))
    return pictures()[key].make(asked.view, asked.say)


def file(key: str, format: str, more: str = "", *, site: str = SITE) -> Made:
    """The file."""
    return made(wanted(key, format, query(key, more), site=site))


def image(png: bytes) -> Image.Image:
    """What Pillow reads."""
    return Image.open(io.BytesIO(png))


def colours(found: Image.Image) -> dict[str, int]:
    """How many dots have each colour that is not rare."""
    counted = found.convert("RGB").getcolors(maxcolors=1 << 24) or []
    return {
        "#{:02x}{:02x}{:02x}".format(*colour): count  # type: ignore[misc]
        for count, colour in counted
        if count > 4
    }


def codes(found: Image.Image) -> list[str]:
    """What a camera would read in it."""
    return [one.text for one in zxingcpp.read_barcodes(found)]


def poppler(program: str, pdf: bytes, folder: Path, *options: str, out: str = "-") -> str:
    """What a program of Poppler says of a PDF, or writes to `out` in the folder."""
    if shutil.which(program) is None:
        raise FileNotFoundError(f"{program} is missing; install poppler-utils.")
    path = folder / "picture.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        [program, *options, str(path), out],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
    )
    return done.stdout


def squeezed(text: str) -> str:
    """The text without spaces, and without what stands twice in a row.

    A PDF holds the letters of a Khmer cluster once for each of its glyphs, and those of a word
    with an edge twice: what is compared is which letters follow each other, not how often.
    """
    text = re.sub(r"[\s\u200b]+", "", text)
    before = ""
    while text != before:
        before, text = text, re.sub(r"(.{1,12}?)\1+", r"\1", text)
    return text


def tree(svg: bytes) -> ElementTree.Element:
    """What a reader of XML makes of it."""
    return ElementTree.fromstring(svg)
