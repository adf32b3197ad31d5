"""Which counts may not be shown, so that none under ten can be found out.

First, counts of 1 to 9 are hidden, and those that differ by 1 to 9 from what was shown before. Then
each hidden count is given a move (`records.moves`): a change by ten or more of hidden counts alone
that leaves everything shown as it is. What a move needs is hidden with it, the least that will do.
So nobody who has all that is shown can know a hidden count to within less than ten.

After L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001), chapter 4,
and A. Hundepool and others, Statistical Disclosure Control (2012), chapter 4: primary and secondary
cell suppression, protected by cycles of hidden cells. See docs/records.md.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from records.aggregates import Part, discover
from records.earlier import THRESHOLD, Earlier, known_least, small
from records.engine import Ended, always, silent
from records.moves import Move, Place, Tree, needs_people, throughout, within
from records.people import DIMENSIONS
from records.tables import ALL, SEXES, TOTAL, Cell, Tables

_PARTNERS = 5
_AGAIN = 0.1


@dataclass(kw_only=True, eq=False)
class Hidden:
    """What is hidden. `least`, `most`: what each hidden count could be at least, by its move.

    `withheld`: tables that are not shown at all, as aggregate and dimension.
    """

    least: dict[Cell, int] = field(default_factory=dict)
    most: dict[Cell, int] = field(default_factory=dict)
    withheld: set[tuple[str, str]] = field(default_factory=set)


def suppress(
    tables: Tables,
    *,
    earlier: Earlier | None = None,
    progress: Callable[[str, float], None] = silent,
    awaited: Callable[[], bool] = always,
) -> Hidden:
    """What to hide of `tables`. Raises `Ended` once nobody waits."""
    work = _Work(tables, earlier or Earlier())
    waiting = work.first()
    size = len(waiting)
    while waiting:
        if not awaited():
            raise Ended
        progress("suppress", 1 - min(len(waiting), size) / size)
        cell = waiting.pop()
        if work.proven(cell):
            continue
        unproven = work.protect(cell)
        if unproven is None:
            work.withhold(cell)
        else:
            waiting += sorted(unproven, key=lambda other: (tables.counts[other], other))
    return work.hidden


class _Work:
    def __init__(self, tables: Tables, earlier: Earlier) -> None:
        self.counts, self.tables = tables.counts, tables
        self.floor, self.unseen = known_least(tables, earlier), earlier.unseen
        asked = {cell.aggregate for cell in tables.counts}
        self.tree = Tree(asked={key: one for key, one in discover().items() if key in asked})
        self.at_most = [
            (tuple((key, outcome) for outcome in few), many)
            for key, one in self.tree.asked.items()
            for few, many in one.at_most
        ]
        self.hidden = Hidden()
        self.small = small(tables, earlier)
        self.closed = set(self.small)

    def first(self) -> list[Cell]:
        """What has to be hidden by itself, in the order of its being protected, the last first."""
        return sorted(
            self.small, key=lambda cell: (cell.dimension == TOTAL[0], self.counts[cell], cell)
        )

    def proven(self, cell: Cell) -> bool:
        """Whether enough is possible for the cell already, or its table is not shown at all."""
        if (cell.aggregate, cell.dimension) in self.hidden.withheld:
            return True
        known = self.hidden
        return cell in known.least and known.most[cell] - known.least[cell] >= THRESHOLD

    def protect(self, cell: Cell) -> list[Cell] | None:
        """Hide what the cheapest moves of the cell need, and say which of that is not yet proven.

        One move is best; where none has the room, several are made one after the other.
        """
        moves = self._ranked(cell)
        high, low, support = dict[Cell, int](), dict[Cell, int](), set[Cell]()
        for move in moves:
            sign = 1 if move[cell] > 0 else -1
            for point, direction in ((high, sign), (low, -sign)):
                forwards, backwards = self._room(move, point)
                steps = forwards if direction > 0 else backwards
                if steps:
                    support.update(move)
                for other, change in move.items():
                    point[other] = point.get(other, 0) + steps * direction * change
            if high.get(cell, 0) - low.get(cell, 0) >= THRESHOLD:
                break
        else:
            return None
        for point in (high, low):
            for other, change in point.items():
                if other in support:
                    count = self.counts.get(other, 0)
                    known = self.hidden
                    known.least[other] = min(known.least.get(other, count), count + change)
                    known.most[other] = max(known.most.get(other, count), count + change)
        self.closed |= support
        return [other for other in support if not self.proven(other)]

    def _ranked(self, cell: Cell) -> list[Move]:
        """The moves of a cell: those that suffice, cheapest first, then those that do most."""
        ranked = []
        for i, move in enumerate(self._moves(cell)):
            up, down = self._room(move, {})
            if up + down == 0:
                continue
            enough = up + down >= THRESHOLD
            price = sum(self._price(other) for other in move if other not in self.closed)
            ranked.append((not enough, price if enough else price - 2 * (up + down), i, move))
            if enough and price == 0:
                break
        ranked.sort(key=lambda one: one[:3])
        return [move for *_, move in ranked]

    def withhold(self, cell: Cell) -> None:
        """Show nothing of the cell's aggregate in its dimension, nor of what divides it."""
        keys = self.tree.descendants(cell.aggregate)
        dimensions = {cell.dimension} if cell.dimension != TOTAL[0] else {TOTAL[0], *DIMENSIONS}
        self.hidden.withheld |= {(key, dimension) for key in keys for dimension in dimensions}

    def _moves(self, cell: Cell) -> Iterator[Move]:
        part, place = (cell.aggregate, cell.outcome), (cell.dimension, cell.value)
        ways = [(sex, across) for sex in SEXES for across in (True, False)]
        if cell.sex != ALL:
            ways = [(cell.sex, True), (cell.sex, False)]
        for sex, across in ways:
            if across and cell.sex == ALL:
                continue
            for other in self._partners(part, place, sex):
                pick = partial(self._pick, places=(place, other), sex=sex)
                for exchange in self.tree.exchanges(part, pick):
                    yield within(exchange, place=place, other=other, sex=sex, across=across)
            pick = partial(self._pick, places=(TOTAL, place), sex=sex)
            for exchange in self.tree.exchanges(part, pick):
                if not needs_people(exchange):
                    yield self._everywhere(exchange, place, sex=sex, across=across)

    def _everywhere(
        self, exchange: Mapping[Part, int], place: Place, *, sex: str, across: bool
    ) -> Move:
        """A move of the country: at `place`, and elsewhere where there is most room for it."""
        places = [] if place == TOTAL else [place]
        for dimension in DIMENSIONS:
            found = [(dimension, value) for value in self.tables.values(dimension)]
            if found and dimension != place[0]:
                places.append(max(found, key=lambda one: self._least_of(exchange, one, sex)))
        return throughout(exchange, places=places, sex=sex, across=across)

    def _least_of(self, exchange: Mapping[Part, int], place: Place, sex: str) -> float:
        counts = [self.counts.get(Cell(*part, *place, sex), 0) for part in exchange]
        fewer = [
            self.counts.get(Cell(*part, *place, sex), 0)
            for part, more in exchange.items()
            if more < 0
        ]
        return (min(counts) > 0) * 1e9 + min(fewer, default=0)

    def _partners(self, part: Part, place: Place, sex: str) -> Sequence[Place]:
        """Other places of the dimension: those hidden already, then the smallest large enough."""
        others = []
        for value in self.tables.values(place[0]):
            cell = Cell(*part, place[0], value, sex)
            if value != place[1] and self.counts.get(cell, 0) > 0:
                others.append(((cell not in self.closed), self.counts[cell], (place[0], value)))
        ordered = sorted(others)
        enough = [one for one in ordered if one[1] > THRESHOLD]
        return [one[2] for one in [*enough[:_PARTNERS], *ordered[-_PARTNERS:]]]

    def _pick(self, parts: Sequence[Part], *, places: Sequence[Place], sex: str) -> Part | None:
        """The outcome that most people have in all places, preferably one that is hidden."""

        def merit(part: Part) -> tuple[bool, bool, int]:
            cells = [Cell(*part, *place, sex) for place in places]
            fewest = min(self.counts.get(cell, 0) for cell in cells)
            return fewest > 0, fewest > THRESHOLD and cells[-1] in self.closed, fewest

        return max(parts, key=merit, default=None)

    def _room(self, move: Move, point: Mapping[Cell, int]) -> tuple[int, int]:
        """How many people a move can change, forwards and backwards, after changes by `point`."""
        up = down = 2 * THRESHOLD
        for cell, change in move.items():
            count = self.counts.get(cell, 0) + point.get(cell, 0)
            withheld = (cell.aggregate, cell.dimension) in self.hidden.withheld
            if self.counts.get(cell, 0) == 0 and not withheld:
                return 0, 0
            room = (count - (0 if withheld else self.floor.get(cell, 1))) // abs(change)
            up, down = (min(up, room), down) if change < 0 else (up, min(down, room))
        return self._limits(move, point, up, down)

    def _limits(self, move: Move, point: Mapping[Cell, int], up: int, down: int) -> tuple[int, int]:
        """The room that is left by what outcomes mean: some are never more than others."""
        for few, many in self.at_most:
            parts = {*few, *many}
            for place in {cell[2:] for cell in move if cell[:2] in parts}:
                left = [Cell(*part, *place) for part in few]
                right = [Cell(*part, *place) for part in many]
                change = sum(move.get(c, 0) for c in left) - sum(move.get(c, 0) for c in right)
                if change:
                    room = self._sum(right, point) - self._sum(left, point)
                    limit = max(room, 0) // abs(change)
                    up, down = (min(up, limit), down) if change > 0 else (up, min(down, limit))
        return up, down

    def _sum(self, cells: Sequence[Cell], point: Mapping[Cell, int]) -> int:
        return sum(self.counts.get(cell, 0) + point.get(cell, 0) for cell in cells)

    def _price(self, cell: Cell) -> float:
        """What is lost when a cell is hidden: large counts, both sexes together, the country."""
        worth = math.log1p(self.counts.get(cell, 0)) * (_AGAIN if cell in self.unseen else 1.0)
        return worth * (3 if cell.sex == ALL else 1) * (20 if cell.dimension == TOTAL[0] else 1)
