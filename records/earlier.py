"""What versions before said, and what follows for this one: small changes, and what is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from records.tables import Cell, Tables

THRESHOLD = 10
"""The smallest count of people that is shown; nobody, 0, is shown too."""

_GROWN = 2 * THRESHOLD


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What versions before this one said.

    `shown`: the counts that were ever shown, the last one last. `hidden`: for numbers of people
    that the last version hid, the least that they could have been. `unseen`: all that the last
    version hid; it is hidden again rather than something else.
    """

    shown: Mapping[Cell, tuple[int, ...]] = field(default_factory=dict)
    hidden: Mapping[Cell, int] = field(default_factory=dict)
    unseen: frozenset[Cell] = frozenset()


def small(tables: Tables, earlier: Earlier) -> set[Cell]:
    """Small counts, small changes, and numbers of people that were hidden and have hardly grown."""
    found = {cell for cell, count in tables.counts.items() if 0 < count < THRESHOLD}
    for cell, shown in earlier.shown.items():
        changes = [abs(tables.counts.get(cell, 0) - one) for one in shown]
        if any(0 < change < THRESHOLD for change in changes) and tables.counts.get(cell, 0):
            found.add(cell)
    for cell, least in earlier.hidden.items():
        if 0 < tables.counts.get(cell, 0) < least + _GROWN:
            found.add(cell)
    return found


def known_least(tables: Tables, earlier: Earlier) -> dict[Cell, int]:
    """What everybody knows: people in a registry do not become fewer; hidden counts are not 0."""
    return {
        cell: max(1, *shown)
        for cell, shown in earlier.shown.items()
        if cell.aggregate == "people" and 0 < max(shown) <= tables.counts.get(cell, 0)
    }
