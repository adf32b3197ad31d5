"""How pictures, pages and slides carry the facts of their numbers: put in, and read back.

The convention of docs/exports.md. Nothing of it is seen where the file is opened.
"""

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from dashboard.exports.taken import KEY, Taken, UnreadableError, read_facts, written_facts
from dashboard.exports.workbook import parsed
from dashboard.exports.zipped import Zipped

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = len(_PNG) + 25
_NAME = f"{KEY}\0".encode()
_PLAIN = b"\0\0\0\0"
"""Of a text in PNG: not compressed, no language, no translated name."""

_SVG_OPEN = re.compile(rb"<svg\b[^>]*>")
_PDF_END = b"startxref"
_PDF_LINE = re.compile(rb"^%" + KEY.encode() + rb" (\{.*\})\r?$", re.MULTILINE)
_NONE = "The file does not say where it is from."


def put_in_png(content: bytes, facts: Mapping[str, str]) -> bytes:
    """An `iTXt` chunk with the key, after the header."""
    told = _NAME + _PLAIN + written_facts(facts).encode()
    check = zlib.crc32(b"iTXt" + told)
    chunk = struct.pack(">I", len(told)) + b"iTXt" + told + struct.pack(">I", check)
    return content[:_PNG_HEAD] + chunk + content[_PNG_HEAD:]


def put_in_svg(content: bytes, facts: Mapping[str, str]) -> bytes:
    """An element `metadata` whose id is the key, the first in the drawing."""
    told = f'<metadata id="{KEY}">{escape(written_facts(facts))}</metadata>'.encode()
    return _SVG_OPEN.sub(lambda found: found.group(0) + told, content, count=1)


def put_in_pdf(content: bytes, facts: Mapping[str, str]) -> bytes:
    """A comment before the end: whatever is counted from the start of the file stays in place."""
    before, end, after = content.rpartition(_PDF_END)
    return before + f"%{KEY} {written_facts(facts)}\n".encode() + end + after


def slides_part(facts: Mapping[str, str]) -> bytes:
    """What stands in `customXml/item1.xml` of slides; programs keep it when they save them."""
    return f"<{KEY}>{escape(written_facts(facts))}</{KEY}>".encode()


def in_png(content: bytes) -> Taken:
    """Raises `UnreadableError`, as all of these do."""
    if not content.startswith(_PNG):
        raise UnreadableError("The file is damaged: it is no PNG.")
    at = len(_PNG)
    while at + 12 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        told = content[at + 8 : at + 8 + length]
        if kind == b"iTXt" and told.startswith(_NAME + _PLAIN):
            (check,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length] or bytes(4))
            if check != zlib.crc32(kind + told):
                raise UnreadableError("The file is damaged: a part of it is broken.")
            return Taken(facts=read_facts(told[len(_NAME + _PLAIN) :]))
        at += 12 + length
    raise UnreadableError(_NONE)


def in_svg(content: bytes) -> Taken:
    """The text of the element."""
    for one in parsed(content).iter("{http://www.w3.org/2000/svg}metadata"):
        if one.get("id") == KEY:
            return Taken(facts=read_facts(one.text or ""))
    raise UnreadableError(_NONE)


def in_pdf(content: bytes) -> Taken:
    """The text of the last such comment."""
    if not content.startswith(b"%PDF-"):
        raise UnreadableError("The file is damaged: it is no PDF.")
    lines = _PDF_LINE.findall(content)
    if not lines:
        raise UnreadableError(_NONE)
    return Taken(facts=read_facts(lines[-1]))


def in_slides(content: bytes) -> Taken:
    """The text of the part, whatever number it has been given."""
    parts = Zipped(content)
    for name in parts.names:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = parsed(parts.read(name))
            if root.tag == KEY:
                return Taken(facts=read_facts(root.text or ""))
    raise UnreadableError(_NONE)


PUT: Mapping[str, Callable[[bytes, Mapping[str, str]], bytes]] = {
    "png": put_in_png,
    "svg": put_in_svg,
    "pdf": put_in_pdf,
}
"""By the ending of the file; slides get their part while they are made."""

CARRIERS: Mapping[str, Callable[[bytes], Taken]] = {
    "png": in_png,
    "svg": in_svg,
    "pdf": in_pdf,
    "pptx": in_slides,
}
"""By the ending of the file, for formats that hold no table."""
