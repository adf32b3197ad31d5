"""What modules of sheets, pictures, decks and formats declare, and where they are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from analysis.registry import declared_in
from dashboard.exports.deck import Deck
from dashboard.exports.document import Document
from dashboard.exports.picture import Picture
from dashboard.exports.sheet import Sheet
from dashboard.exports.taken import Taken
from dashboard.state import View
from dashboard.words import Speaker

Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class _Kind(Generic[Made]):
    """What is made of the view of a page: `path` is that page, `title` its name in a list.

    `key`: the file's name.
    """

    path: str
    order: int
    title: Callable[[Speaker], str]
    make: Callable[[View, Speaker], Made]
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetKind(_Kind[Sheet]):
    """One sheet. `by_province`: whether each row is a province, so that it can be a map."""

    by_province: bool = False


class PictureKind(_Kind[Picture]):
    """One picture: a figure or a map."""


class DeckKind(_Kind[Deck]):
    """Slides of a whole view."""


class DocumentKind(_Kind[Document]):
    """One document of several pages, as PDF alone."""


Kind = SheetKind | PictureKind | DeckKind | DocumentKind


@dataclass(frozen=True, kw_only=True)
class Options:
    """What else was asked for. `site`: where the atlas stands, for whole links, or empty.

    `bom`: with a byte order mark, as some spreadsheets want it; `hxl`: with a row of HXL tags;
    `size`, `dpi`: of a picture.
    """

    site: str = ""
    bom: bool = False
    hxl: bool = False
    size: str = "page"
    dpi: int = 96


OPTIONS: Mapping[str, tuple[str, ...]] = {
    "bom": ("0", "1"),
    "hxl": ("0", "1"),
    "size": ("page", "slide", "square", "stage"),
    "dpi": ("96", "300"),
}
"""Options by name, with every value that each can have, the usual one first."""


@dataclass(frozen=True, kw_only=True)
class Format:
    """One format: `title` is what its link reads; `write` makes the whole file of a sheet.

    `extension`: of the file's name; `takes`: names of options it knows; `by_province`: only for
    sheets by province; `pictures`, `decks`: for these instead, which `write` gets then; `read`:
    what a file of it says and holds, for `rebuild`, which raises `UnreadableError` where it is
    damaged. `key`: the file's name, which is the ending of the address.
    """

    title: Callable[[Speaker], str]
    media_type: str
    extension: str
    order: int
    write: Callable[[Any, Options, Speaker], bytes]
    takes: tuple[str, ...] = ()
    by_province: bool = False
    read: Callable[[bytes], Taken] | None = None
    pictures: bool = False
    decks: bool = False
    key: str = ""


@cache
def sheets() -> Mapping[str, SheetKind]:
    """All sheets by key, in order."""
    found = declared_in("dashboard.exports.sheets", name="SHEET", kind=SheetKind)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


@cache
def pictures() -> Mapping[str, PictureKind]:
    """All pictures by key, in order."""
    found = declared_in("dashboard.exports.pictures", name="PICTURE", kind=PictureKind)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


@cache
def decks() -> Mapping[str, DeckKind]:
    """All decks by key, in order."""
    found = declared_in("dashboard.exports.decks", name="DECK", kind=DeckKind)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


@cache
def documents() -> Mapping[str, DocumentKind]:
    """All documents by key, in order."""
    found = declared_in("dashboard.exports.documents", name="DOCUMENT", kind=DocumentKind)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def kinds() -> Mapping[str, Kind]:
    """All sheets, pictures, decks and documents by key."""
    return {**sheets(), **pictures(), **decks(), **documents()}


@cache
def formats() -> Mapping[str, Format]:
    """All formats by key, in order."""
    found = declared_in("dashboard.exports.formats", name="FORMAT", kind=Format)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def formats_of(kind: Kind) -> tuple[str, ...]:
    """Keys of the formats that a sheet, a picture or a deck can be taken in."""
    found = formats().items()
    if isinstance(kind, DocumentKind):
        return ("pdf",)
    if isinstance(kind, PictureKind):
        return tuple(key for key, one in found if one.pictures)
    if isinstance(kind, DeckKind):
        return tuple(key for key, one in found if one.decks)
    return tuple(
        key
        for key, one in found
        if not one.pictures and not one.decks and (kind.by_province or not one.by_province)
    )
