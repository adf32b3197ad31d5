"""Which row of a file holds the headings, and which column is which."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.desk.kind import DeskColumn, Kind
from geodata.digits import tidy

_LOOKED_AT = 30
_TOTALS = frozenset(
    (
        *("total", "totals", "grand total", "sum", "subtotal", "sub total", "all provinces"),
        *("cambodia", "whole country", "national", "overall"),
        *("សរុប", "ចំនួនសរុប", "សរុបរួម", "ទូទាំងប្រទេស", "កម្ពុជា", "ព្រះរាជាណាចក្រកម្ពុជា", "សរុបទាំងអស់"),
    )
)


@dataclass(frozen=True, kw_only=True)
class Headings:
    """The row of headings. `at`: where each known column stands; `missing`: required ones."""

    row: int
    at: Mapping[str, int]
    missing: tuple[DeskColumn, ...]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]


def find_headings(kind: Kind, rows: Sequence[tuple[int, Sequence[str]]]) -> Headings | None:
    """The row among the first ones that holds most headings; titles above it do not matter."""
    best: Headings | None = None
    for number, cells in rows[:_LOOKED_AT]:
        found = _headings(kind, number, cells)
        if found.at and (best is None or len(found.at) > len(best.at)):
            best = found
    needed = sum(column.required for column in kind.columns)
    return best if best and len(best.at) * 2 >= needed else None


def _headings(kind: Kind, number: int, cells: Sequence[str]) -> Headings:
    names = _names(kind)
    known = [names.get(folded(cell)) for cell in cells]
    counts = Counter(key for key in known if key)
    return Headings(
        row=number,
        at={key: known.index(key) for key in counts},
        missing=tuple(
            column for column in kind.columns if column.required and column.key not in counts
        ),
        unknown=tuple(
            tidy(cell)[:40]
            for cell, key in zip(cells, known, strict=True)
            if key is None and tidy(cell)
        ),
        twice=tuple(kind.column(key).title.en for key, count in counts.items() if count > 1),
    )


def _names(kind: Kind) -> dict[str, str]:
    """Headings by how people write them; one that two columns share means neither."""
    found: dict[str, str] = {}
    shared = set()
    for column in kind.columns:
        for name in (column.key, column.title.en, column.title.km, *column.also):
            if found.setdefault(folded(name), column.key) != column.key:
                shared.add(folded(name))
    return {name: key for name, key in found.items() if name not in shared}


def folded(heading: str) -> str:
    """A heading without what differs between two ways of writing it.

    >>> folded("  Province_Code * (see list)"), folded("RETURNEES")
    ('province code', 'returnees')
    """
    bare = re.sub(r"[(\[（].*?[)\]）]", " ", tidy(heading))
    return re.sub(r"[\s_*:\-/.]+", " ", bare).strip().casefold()


def is_total(given: Mapping[str, str], kind: Kind) -> bool:
    """Whether a row is the sum of others."""
    return any(folded(given.get(key, "")) in _TOTALS for key in kind.identity)
