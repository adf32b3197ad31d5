"""Changes of hidden counts that nothing shown would betray.

A move says: in one place, some people more have the outcomes P and as many fewer the outcomes Q;
in another place of the same dimension it is the other way round, so that all sums stay. Or women
and men change places in this way. Whatever cells a move changes cannot be told from what they
would be after it: that is the proof that they are hidden.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from records.aggregates import Aggregate, Part
from records.tables import ALL, SEXES, TOTAL, Cell

Place = tuple[str, str]
Move = Mapping[Cell, int]
Pick = Callable[[Sequence[Part]], Part | None]
_PEOPLE: Part = ("people", "all")


@dataclass(frozen=True, kw_only=True, eq=False)
class Tree:
    """The aggregates that were computed, and which of them divide an outcome of another."""

    asked: Mapping[str, Aggregate]

    def below(self, part: Part) -> tuple[str, ...]:
        """The aggregates that divide the people of `part`."""
        return tuple(key for key, one in self.asked.items() if part in one.whole)

    def outcomes(self, key: str) -> tuple[Part, ...]:
        """The outcomes of an aggregate."""
        return tuple((key, outcome) for outcome in self.asked[key].outcomes)

    def descendants(self, key: str) -> tuple[str, ...]:
        """The aggregate, and those that divide its outcomes."""
        found = [key]
        for part in self.outcomes(key):
            for other in self.below(part):
                found += [one for one in self.descendants(other) if one not in found]
        return tuple(found)

    def exchanges(self, part: Part, pick: Pick) -> Iterator[Mapping[Part, int]]:
        """Ways in which some people more can have the outcome `part` and fewer another one.

        The last ways need more people altogether: they come from another place.
        """
        key = part[0]
        for other in self.outcomes(key):
            if other != part:
                yield from self._both(part, other, (), pick)
        for parent in self.asked[key].whole:
            for other in self.outcomes(parent[0]):
                if other != parent and other not in self.asked[key].whole:
                    yield from self._both(parent, other, (part,), pick)
        chain: list[Part] = [part]
        while self.asked[chain[0][0]].whole:
            parent = pick(self.asked[chain[0][0]].whole) or self.asked[chain[0][0]].whole[0]
            chain.insert(0, parent)
        more = self._down(chain[0], tuple(chain[1:]), pick, frozenset())
        if more is not None:
            yield dict.fromkeys(more, 1)

    def _both(
        self, part: Part, other: Part, given: tuple[Part, ...], pick: Pick
    ) -> Iterator[Mapping[Part, int]]:
        shared = frozenset(self.below(part)) & frozenset(self.below(other))
        more = self._down(part, given, pick, shared)
        fewer = self._down(other, (), pick, shared)
        if more is not None and fewer is not None:
            yield {**dict.fromkeys(more, 1), **dict.fromkeys(fewer, -1)}

    def _down(
        self, part: Part, given: tuple[Part, ...], pick: Pick, without: frozenset[str]
    ) -> list[Part] | None:
        """`part` and one outcome of each aggregate below it: of those `given`, else as picked."""
        found = [part]
        for one in found:
            for key in self.below(one):
                if one == part and key in without:
                    continue
                chosen = next((other for other in given if other[0] == key), None)
                chosen = chosen or pick(self._possible(key, found))
                if chosen is None:
                    return None
                found.append(chosen)
        return found

    def _possible(self, key: str, found: Sequence[Part]) -> Sequence[Part]:
        """The outcomes of an aggregate that a person with the outcomes `found` can have."""
        without = {
            outcome
            for few, many in self.asked[key].at_most
            for outcome in few
            if {part[0] for part in many} <= {part[0] for part in found}
            and not set(many) & set(found)
        }
        return [part for part in self.outcomes(key) if part[1] not in without]


def within(
    exchange: Mapping[Part, int], *, place: Place, other: Place, sex: str, across: bool
) -> Move:
    """The move of an exchange between two places of a dimension. `across`: between the sexes."""
    return _cells(exchange, {place: 1, other: -1}, sex=sex, across=across)


def throughout(
    exchange: Mapping[Part, int], *, places: Sequence[Place], sex: str, across: bool
) -> Move:
    """The move of an exchange in the country, and in one place of each dimension."""
    return _cells(exchange, dict.fromkeys((TOTAL, *places), 1), sex=sex, across=across)


def _cells(
    exchange: Mapping[Part, int], places: Mapping[Place, int], *, sex: str, across: bool
) -> Move:
    opposite = next(one for one in SEXES if one != sex)
    moved: Counter[Cell] = Counter()
    for part, more in exchange.items():
        for place, sign in places.items():
            moved[Cell(*part, *place, sex)] += more * sign
            moved[Cell(*part, *place, opposite if across else ALL)] += more * (
                -sign if across else sign
            )
    return {cell: change for cell, change in moved.items() if change}


def needs_people(exchange: Mapping[Part, int]) -> bool:
    """Whether an exchange changes how many people there are."""
    return _PEOPLE in exchange
