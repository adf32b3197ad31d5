"""What an address or a command asks for: a sheet or a picture, a format and a view.

Or what is wrong with it.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from dashboard.exports.carried import PUT
from dashboard.exports.deck import Deck
from dashboard.exports.declaration import (
    OPTIONS,
    DocumentKind,
    Format,
    Kind,
    Options,
    formats,
    formats_of,
    kinds,
)
from dashboard.exports.document import Document
from dashboard.exports.facts import facts
from dashboard.exports.links import QUERIES
from dashboard.exports.picture import Picture
from dashboard.exports.problem import ExportError
from dashboard.exports.sheet import Sheet
from dashboard.own_pages import page_lacks
from dashboard.scenarios.beside import Lost, named
from dashboard.state import View
from dashboard.words import Speaker

MOST_CELLS = 500_000
MOST_BYTES = 32 * 1024 * 1024
LONGEST_QUERY = 6_000
_MOST_PARTS = 64
_SHOWN = 40
_LONGEST_NAME = 80


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is wanted, read and checked; nothing has been worked out yet."""

    kind: Kind
    format: Format
    view: View
    options: Options

    @property
    def say(self) -> Speaker:
        """Words in the reader's language."""
        return Speaker(lang=self.view.lang, digits=self.view.digits)


@dataclass(frozen=True, kw_only=True)
class Made:
    """A finished file: its bytes, a safe name, and what tells it from another version."""

    content: bytes
    name: str
    media_type: str
    tag: str


def wanted(name: str, format: str, query: str, *, site: str = "") -> Wanted:
    """What the names and the query ask for.

    Raises:
        ExportError: a name, a key or a value that does not exist; it says which would.
    """
    kind = kinds().get(name)
    if kind is None:
        message = f"There is no sheet, no picture and no deck {_shown(name)}."
        raise ExportError(message, allowed=tuple(kinds()))
    if lacking := page_lacks(kind.path):
        raise ExportError(f"For these areas, it lacks: {', '.join(lacking)}.")
    chosen = formats().get(format)
    if chosen is None or format not in formats_of(kind):
        raise ExportError(
            f"{kind.key} does not come as {_shown(format)}.", allowed=formats_of(kind)
        )
    if isinstance(kind, DocumentKind):
        chosen = replace(chosen, takes=())
    text = query.removeprefix("?")
    if len(text) > LONGEST_QUERY or text.count("&") >= _MOST_PARTS:
        raise ExportError(f"A query has at most {LONGEST_QUERY} letters and {_MOST_PARTS} parts.")
    pairs = parse_qsl(text, keep_blank_values=True)
    options = _options(pairs, chosen, site=site)
    rest = [(key, value) for key, value in pairs if key not in OPTIONS]
    return Wanted(kind=kind, format=chosen, view=_view(kind, rest), options=options)


def made(asked: Wanted) -> Made:
    """The file that is wanted.

    Raises:
        ExportError: it would be too large.
    """
    what = asked.kind.make(asked.view, asked.say)
    sheet = what.sheet if isinstance(what, Deck | Picture | Document) else what
    if len(sheet.rows) * len(sheet.columns) > MOST_CELLS:
        raise ExportError(f"This table has more than {MOST_CELLS} cells; choose less.")
    if isinstance(what, Document):
        content = what.write(asked.options.site)
    else:
        content = asked.format.write(what, asked.options, asked.say)
    if isinstance(what, Picture | Document):
        told = {**facts(sheet, asked.options, asked.say), "sheet": asked.kind.key}
        content = PUT[asked.format.extension](content, told)
    if len(content) > MOST_BYTES:
        raise ExportError(f"This file is larger than {MOST_BYTES // 1024**2} MB; choose less.")
    names = (asked.kind.key, *sheet.names[1:]) if what is not sheet else sheet.names
    return Made(
        content=content,
        name=file_name(names, asked.format.extension),
        media_type=asked.format.media_type,
        tag=_tag(sheet, content),
    )


def file_name(names: Sequence[str], extension: str) -> str:
    """A name that every file system and every header takes.

    >>> file_name(("map", "../é", "count"), "csv")
    'corridor-atlas-map-count.csv'
    """
    parts = [re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") for name in names]
    stem = "-".join(["corridor-atlas", *filter(None, parts)])[:_LONGEST_NAME].rstrip("-")
    return f"{stem}.{extension}"


def _tag(sheet: Sheet, content: bytes) -> str:
    """The hash of the numbers, then that of the file with its words."""
    return f"{sheet.content_hash}-{hashlib.sha256(content).hexdigest()[:8]}"


def _options(pairs: list[tuple[str, str]], format: Format, *, site: str) -> Options:
    """What else the query asks for, besides the view."""
    given = {name: _option(name, pairs, format) for name in OPTIONS}
    return Options(
        site=site,
        bom=given["bom"] == "1",
        hxl=given["hxl"] == "1",
        size=given["size"],
        dpi=int(given["dpi"]),
    )


def _option(name: str, pairs: list[tuple[str, str]], format: Format) -> str:
    values = OPTIONS[name]
    given = next((value for key, value in pairs if key == name), None)
    if given is None:
        return values[0]
    if name not in format.takes:
        takes = [key for key, one in formats().items() if name in one.takes]
        raise ExportError(f"The option {name} is not one of {format.key}.", allowed=takes)
    if given not in values:
        raise ExportError(f"The option {name} is {_shown(given)}.", allowed=values)
    return given


def _view(kind: Kind, pairs: list[tuple[str, str]]) -> View:
    """The view of its page; unlike a page, a file never falls back in silence."""
    queries = QUERIES[kind.path]
    known = queries.known()
    for key, _ in pairs:
        if key not in known:
            message = f"{kind.key} has no parameter {_shown(key)}."
            raise ExportError(message, allowed=known)
    view = queries.read(f"?{urlencode(pairs, errors='replace')}" if pairs else "")
    for wrong in queries.unreadable(view):
        raise ExportError(
            f"The parameter {_shown(wrong.key)} cannot be {_shown(wrong.value)}.",
            allowed=queries.allowed(wrong.key, view),
        )
    for one in named(view):
        if isinstance(one, Lost):
            raise ExportError(f"The saved scenario {_shown(one.key)} cannot be read.")
    return view


def _shown(text: str) -> str:
    """What was given, short and on one line."""
    cut = text[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
    return repr(cut)
