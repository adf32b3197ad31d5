"""A version of the counts that may be published: what is shown, what is held back, what is hidden.

A count that is hidden now but was shown before keeps its last number, with the version it is of.
Whether its change is held back, or it is hidden for the sake of another, cannot be told.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from records.earlier import THRESHOLD, Earlier
from records.engine import always, silent
from records.suppress import suppress
from records.tables import ALL, TOTAL, Cell, Tables

SCHEMA = 1
Named = tuple[Cell, str]


class ReleaseError(ValueError):
    """What is given is no release of this kind; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """One version.

    `counts`: each cell with its count and the version that the count is of; None where it is
    hidden. `means`: whole dollars a person, with their version. `withheld`: tables that
    are not shown at all, as aggregate and dimension.

    `shown`, `hidden` and `source` are for the next version alone, and are not published: every
    count that was ever shown, the least that hidden numbers of people could be, and the hash of
    the tables, from which hidden counts could be guessed.
    """

    version: int
    as_of: date
    counts: Mapping[Cell, tuple[int, int] | None]
    means: Mapping[Named, tuple[int, int]]
    withheld: frozenset[tuple[str, str]] = frozenset()
    fields: tuple[str, ...] = ()
    synthetic: bool = False
    shown: Mapping[Cell, tuple[int, ...]] = field(default_factory=dict, repr=False)
    hidden: Mapping[Cell, int] = field(default_factory=dict, repr=False)
    source: str = field(default="", repr=False)

    def count(
        self, aggregate: str, outcome: str, *, place: tuple[str, str] = TOTAL, sex: str = ALL
    ) -> int | None:
        """A count as it is shown; None where it is hidden or not known."""
        found = self.counts.get(Cell(aggregate, outcome, *place, sex))
        return None if found is None else found[0]

    def mean(
        self, aggregate: str, outcome: str, name: str, *, place: tuple[str, str], sex: str = ALL
    ) -> int | None:
        """A mean in whole dollars as it is shown."""
        found = self.means.get((Cell(aggregate, outcome, *place, sex), name))
        return None if found is None else found[0]

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256 of everything that is published."""
        return hashlib.sha256(json.dumps(public_json(self), sort_keys=True).encode()).hexdigest()


_PRIVATE = ("shown", "hidden", "source")


def publish(
    tables: Tables,
    *,
    before: Release | None = None,
    progress: Callable[[str, float], None] = silent,
    awaited: Callable[[], bool] = always,
) -> Release:
    """The version of `tables` that may be published after the one `before`.

    Where nothing has changed it is that one itself. Raises `ReleaseError` where synthetic records
    would follow real ones, or the other way round.
    """
    if before is not None and before.synthetic != tables.synthetic:
        raise ReleaseError("Synthetic records and real ones are never versions of each other.")
    if before is not None and before.source == tables.content_hash:
        return before
    version = 1 if before is None else before.version + 1
    history = {} if before is None else before.shown
    earlier = Earlier(shown=history, hidden={} if before is None else before.hidden)
    if before is not None:
        unseen = frozenset(cell for cell, shown in before.counts.items() if shown is None)
        earlier = replace(earlier, unseen=unseen)
    found = suppress(tables, earlier=earlier, progress=progress, awaited=awaited)
    old = before.counts if before is not None else {}
    counts: dict[Cell, tuple[int, int] | None] = {}
    for cell in sorted({*tables.counts, *history}):
        withheld = (cell.aggregate, cell.dimension) in found.withheld
        if not withheld and cell not in found.least:
            counts[cell] = (tables.counts.get(cell, 0), version)
        elif not withheld or old.get(cell) is not None:
            counts[cell] = old.get(cell)
    means = {} if before is None else dict(before.means)
    for (cell, name), total in tables.sums.items():
        same = (old.get(cell) or (None,))[0] == tables.counts[cell]
        if same and (cell, name) in means:
            continue  # a new mean of as many people would tell of one whose amount has changed
        if counts.get(cell) == (tables.counts[cell], version) and tables.counts[cell] >= THRESHOLD:
            means[cell, name] = (round(total / tables.counts[cell]), version)
    return Release(
        version=version,
        as_of=tables.as_of,
        counts=counts,
        means={key: mean for key, mean in means.items() if counts.get(key[0]) is not None},
        withheld=frozenset(found.withheld),
        fields=tables.fields,
        synthetic=tables.synthetic,
        shown=_remembered(history, counts, version),
        source=tables.content_hash,
        hidden={cell: least for cell, least in found.least.items() if cell.aggregate == "people"},
    )


def _remembered(
    history: Mapping[Cell, tuple[int, ...]],
    counts: Mapping[Cell, tuple[int, int] | None],
    version: int,
) -> dict[Cell, tuple[int, ...]]:
    """Every count that was ever shown, each once, the last one last."""
    found = dict(history)
    for cell, shown in counts.items():
        if shown is not None and shown[1] == version:
            others = [one for one in found.get(cell, ()) if one != shown[0]]
            found[cell] = (*others, shown[0])
    return found


def to_json(release: Release) -> dict[str, Any]:
    """The release as a plain JSON object, what is not for the public included."""
    return {
        "schema": SCHEMA,
        "version": release.version,
        "as_of": release.as_of.isoformat(),
        "synthetic": release.synthetic,
        "fields": list(release.fields),
        "withheld": sorted(map(list, release.withheld)),
        "counts": [[*cell, *(shown or (None, None))] for cell, shown in release.counts.items()],
        "means": [[*cell, name, *shown] for (cell, name), shown in release.means.items()],
        "shown": [[*cell, list(counts)] for cell, counts in release.shown.items()],
        "source": release.source,
        "hidden": [[*cell, least] for cell, least in release.hidden.items()],
    }


def public_json(release: Release) -> dict[str, Any]:
    """What of the release everybody may have."""
    return {key: value for key, value in to_json(release).items() if key not in _PRIVATE}


def from_json(document: Mapping[str, Any]) -> Release:
    """The release that `to_json` wrote. Raises `ReleaseError` for anything else."""
    if document.get("schema") != SCHEMA:
        raise ReleaseError(f"A release of schema {SCHEMA} is wanted.")
    try:
        return Release(
            version=int(document["version"]),
            as_of=date.fromisoformat(document["as_of"]),
            synthetic=bool(document["synthetic"]),
            fields=tuple(document["fields"]),
            withheld=frozenset((key, dimension) for key, dimension in document["withheld"]),
            counts={
                Cell(*row[:5]): None if row[5] is None else (int(row[5]), int(row[6]))
                for row in document["counts"]
            },
            means={
                (Cell(*row[:5]), str(row[5])): (int(row[6]), int(row[7]))
                for row in document["means"]
            },
            shown={Cell(*row[:5]): tuple(map(int, row[5])) for row in document["shown"]},
            source=str(document["source"]),
            hidden={Cell(*row[:5]): int(row[5]) for row in document["hidden"]},
        )
    except (KeyError, TypeError, ValueError, IndexError) as wrong:
        raise ReleaseError(f"This is no release: {wrong}") from wrong
