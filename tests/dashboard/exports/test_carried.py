"""What pictures, pages and slides carry: the facts come back, and the file stays what it was."""

import io
import json
import zipfile
import zlib
from typing import Literal
from xml.etree import ElementTree as Xml

import pytest
import typst
from PIL import Image

from dashboard.exports.carried import (
    in_pdf,
    in_png,
    in_slides,
    in_svg,
    put_in_pdf,
    put_in_png,
    put_in_svg,
    slides_part,
)
from dashboard.exports.declaration import Options
from dashboard.exports.facts import facts
from dashboard.exports.rebuild import CHANGED, SAME, read_taken, rebuild
from dashboard.exports.taken import KEY, UnreadableError
from dashboard.words import Speaker
from tests.dashboard.exports.taken import SITE, take

SAY = Speaker(lang="km", digits="khmer")
SHEET = take("map", "csv", "lang=km&digits=khmer&layer=vacancies")[0]
FACTS = facts(SHEET, Options(site=SITE), SAY)


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2), "#123456").save(out, "PNG")
    return out.getvalue()


def slides(facts_part: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("customXml/item1.xml", "<other/>")
        file.writestr("customXml/item2.xml", facts_part)
        file.writestr("customXml/itemProps2.xml", "<props/>")
    return out.getvalue()


def page(output: Literal["svg", "pdf"]) -> bytes:
    return typst.compile(b'#set page(width: 4cm, height: 2cm)\n#"a < b"', format=output)


def carrying(facts: dict[str, str]) -> dict[str, bytes]:
    return {
        "png": put_in_png(png(), facts),
        "svg": put_in_svg(page("svg"), facts),
        "pdf": put_in_pdf(page("pdf"), facts),
        "pptx": slides(slides_part(facts)),
    }


@pytest.mark.parametrize("name", ["png", "svg", "pdf", "pptx"])
def test_a_picture_of_today_names_its_table_and_has_the_same_numbers(name: str) -> None:
    taken = read_taken(carrying(dict(FACTS))[name], name)
    assert taken.facts == FACTS and taken.facts["sheet"] == "map"
    assert rebuild(taken).code == SAME


@pytest.mark.parametrize("name", ["png", "svg", "pdf", "pptx"])
def test_a_picture_of_other_numbers_tells_so(name: str) -> None:
    found = rebuild(read_taken(carrying({**FACTS, "content_hash": "0" * 16})[name], name))
    assert found.code == CHANGED and found.lines[0] == "map: The numbers are other ones today."
    assert SHEET.content_hash in found.lines[1]


@pytest.mark.parametrize(
    ("name", "content"), [("png", png()), ("svg", page("svg")), ("pdf", page("pdf"))]
)
def test_without_facts_nothing_can_be_told(name: str, content: bytes) -> None:
    with pytest.raises(UnreadableError, match="where it is from"):
        read_taken(content, name)


def test_texts_cannot_break_out() -> None:
    wild = {"link": "/?a=<b>&]]>--\n%startxref\r\n", "title": "ខ្មែរ 😀 \x00 </metadata>"}
    for read, name in ((in_png, "png"), (in_svg, "svg"), (in_pdf, "pdf"), (in_slides, "pptx")):
        assert read(carrying(wild)[name]).facts == wild


def test_the_picture_is_still_one() -> None:
    made = carrying(dict(FACTS))
    with Image.open(io.BytesIO(made["png"])) as image:
        assert image.size == (3, 2) and json.loads(image.info[KEY]) == dict(FACTS)
    root = Xml.fromstring(made["svg"])
    assert root[0].get("id") == KEY
    pdf, plain = made["pdf"], page("pdf")
    assert pdf.rpartition(b"startxref")[2] == plain.rpartition(b"startxref")[2]
    assert pdf.startswith(plain.rpartition(b"startxref")[0])
    broken = made["png"].replace(KEY.encode() + b"\0\0", KEY.encode() + b"\0\1", 1)
    assert zlib.crc32(broken) != zlib.crc32(made["png"])
    with pytest.raises(UnreadableError):
        in_png(broken)
