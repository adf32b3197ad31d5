"""What a module of a sheet and a module of a format declare, and the folders they are found in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from analysis.registry import declared_in
from dashboard.exports.sheet import Sheet
from dashboard.exports.taken import Taken
from dashboard.state import View
from dashboard.words import Speaker


@dataclass(frozen=True, kw_only=True)
class SheetKind:
    """One sheet: `path` is the page whose view it shows, `title` what it is called in a list.

    `by_province`: whether each row is a province, so that it can be a map. `key`: the file's name.
    """

    path: str
    order: int
    title: Callable[[Speaker], str]
    make: Callable[[View, Speaker], Sheet]
    by_province: bool = False
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What else was asked for. `site`: where the atlas stands, for whole links, or empty.

    `bom`: with a byte order mark, as some spreadsheets want it; `hxl`: with a row of HXL tags.
    """

    site: str = ""
    bom: bool = False
    hxl: bool = False


@dataclass(frozen=True, kw_only=True)
class Format:
    """One format: `title` is what its link reads; `write` makes the whole file.

    `extension`: of the file's name; `takes`: names of options it knows; `by_province`: only for
    sheets by province; `read`: what a file of it says and holds, for `rebuild`, which raises
    `UnreadableError` where it is damaged. `key`: the file's name, the ending of the address.
    """

    title: Callable[[Speaker], str]
    media_type: str
    extension: str
    order: int
    write: Callable[[Sheet, Options, Speaker], bytes]
    takes: tuple[str, ...] = ()
    by_province: bool = False
    read: Callable[[bytes], Taken] | None = None
    key: str = ""


@cache
def sheets() -> Mapping[str, SheetKind]:
    """All sheets by key, in order."""
    found = declared_in("dashboard.exports.sheets", name="SHEET", kind=SheetKind)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


@cache
def formats() -> Mapping[str, Format]:
    """All formats by key, in order."""
    found = declared_in("dashboard.exports.formats", name="FORMAT", kind=Format)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def formats_of(kind: SheetKind) -> tuple[str, ...]:
    """Keys of the formats that a sheet can be taken in."""
    return tuple(key for key, one in formats().items() if kind.by_province or not one.by_province)
