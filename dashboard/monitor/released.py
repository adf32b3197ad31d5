"""Releases of the registry as the page sees them: what is published, never what is kept for later.

Records are imported where a release is read, and not before: most atlases have none.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.monitor.asked import TOTAL, Asked
from dashboard.store import ReleaseHead, StoreError, releases
from dashboard.store_here import store_here

if TYPE_CHECKING:
    from records.release import Release

Why = Literal["shown", "held", "hidden", "withheld", "not_asked"]
"""Shown as of this release or an earlier one; hidden: few people; withheld: no such table is safe;
not asked: the records do not hold it."""

_KEPT = 4
_read: OrderedDict[str, "Release"] = OrderedDict()


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The newest release, the one before it, and all there are; `problem`: why none is known.

    `aside`: there is a release of synthetic records, and the reader wants published figures.
    """

    heads: tuple[ReleaseHead, ...] = ()
    release: "Release | None" = None
    before: "Release | None" = None
    problem: StoreError | None = None
    aside: bool = False

    @property
    def head(self) -> ReleaseHead | None:
        """The head of the newest release that is shown; of real people where there are any."""
        return self.heads[0] if self.heads and not self.aside else None

    @property
    def synthetic(self) -> bool:
        """Whether what is shown is of nobody; then no published figure stands beside it."""
        return self.head is not None and self.head.synthetic


@dataclass(frozen=True, kw_only=True)
class Count:
    """A count of people as it is shown. `version`: the release that it is of."""

    value: int | None
    why: Why
    version: int = 0


def registry(asked: Asked) -> Registry:
    """What is released, in the app that answers. Never raises: without a database it says so."""
    try:
        heads = releases.heads(store_here())
        if not heads:
            return Registry()
        if heads[0].synthetic and asked.published:
            return Registry(heads=heads, aside=True)
        same = [one for one in heads if one.synthetic == heads[0].synthetic][:2]
        found = [_release(one) for one in same]
    except StoreError as problem:
        return Registry(problem=problem)
    return Registry(heads=heads, release=found[0], before=found[1] if found[1:] else None)


def count_of(
    release: "Release", aggregate: str, outcome: str, *, place: tuple[str, str], sex: str
) -> Count:
    """One count of a release, or why it is not shown."""
    from records.tables import Cell

    cell = Cell(aggregate, outcome, *place, sex)
    withheld = (aggregate, place[0]) in release.withheld
    if cell in release.counts:
        found = release.counts[cell]
        if found is None:
            return Count(value=None, why="withheld" if withheld else "hidden")
        value, version = found
        why: Why = "shown" if version == release.version else "held"
        return Count(value=value, why=why, version=version)
    if withheld:
        return Count(value=None, why="withheld")
    if Cell(aggregate, outcome, *TOTAL, "all") not in release.counts:
        return Count(value=None, why="not_asked")
    if not any(one.dimension == place[0] for one in release.counts):
        return Count(value=None, why="not_asked")
    return Count(value=0, why="shown", version=release.version)


def _release(head: ReleaseHead) -> "Release":
    if head.digest not in _read:
        from records.release import from_json

        found = releases.document(store_here(), synthetic=head.synthetic, number=head.number)
        _read[head.digest] = from_json(found)
        if len(_read) > _KEPT:
            _read.popitem(last=False)
    return _read[head.digest]
