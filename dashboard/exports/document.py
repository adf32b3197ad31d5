"""A document of several pages: the whole file, and the sheet that its numbers stand in."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.exports.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class Document:
    """`write` sets the pages; its argument is the site, for whole links, or empty."""

    sheet: Sheet
    write: Callable[[str], bytes]
