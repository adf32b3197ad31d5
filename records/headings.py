"""Finds the row of headings, below titles and across merged cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from geodata.digits import tidy
from records.mapping import field_of
from records.personal import by_heading

LOOKED_AT = 30


@dataclass(frozen=True, kw_only=True)
class Headings:
    """The headings, and how many rows stand up to and with the last of theirs."""

    names: tuple[str, ...]
    rows: int


def find_headings(rows: Sequence[Sequence[str | None]]) -> Headings | None:
    """The headings among the first rows: where most cells name a field; two rows where merged.

    >>> find_headings([["List"], ["Province", "Income", None], [None, "before", "now"]]).names
    ('Province', 'Income · before', 'Income · now')
    """
    best: tuple[int, int, Headings] | None = None
    for i, row in enumerate(rows[:LOOKED_AT]):
        for names, used in ((_single(row), 1), (_double(row, rows[i + 1 : i + 2]), 2)):
            found = len({field for name in names if (field := field_of(name))})
            merit = (found, -i - used)
            if found and (best is None or merit > best[:2]):
                best = (*merit, Headings(names=names, rows=i + used))
    if best is not None:
        return best[2]
    return _first_full(rows)


def _first_full(rows: Sequence[Sequence[str | None]]) -> Headings | None:
    """Without a known heading: the first row of two texts or more."""
    for i, row in enumerate(rows[:LOOKED_AT]):
        names = _single(row)
        filled = [name for name in names if name]
        if len(filled) > 1 and not any(any(map(str.isdigit, name)) for name in filled):
            return Headings(names=names, rows=i + 1)
        if len(filled) == 1 and by_heading(filled[0]):
            return Headings(names=names, rows=i + 1)
    return None


def _single(row: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(tidy(cell or "")[:80] for cell in row)


def _double(upper: Sequence[str | None], lower: Sequence[Sequence[str | None]]) -> tuple[str, ...]:
    """Two rows as one: what is written once above several columns belongs to all of them."""
    if not lower:
        return ()
    names, group = [], ""
    above, below = _single(upper), _single(lower[0])
    for i in range(max(len(above), len(below))):
        top = above[i] if i < len(above) else ""
        bottom = below[i] if i < len(below) else ""
        group = top or (group if bottom else "")
        names.append(f"{group} · {bottom}" if group and bottom else group or bottom)
    return tuple(names)
