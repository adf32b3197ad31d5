"""What an attacker knows without any record: which counts add up to which others."""

from collections.abc import Iterator, Sequence

from records.aggregates import Part, discover
from records.people import DIMENSIONS
from records.tables import ALL, SEXES, TOTAL, Cell

Sides = tuple[list[Cell], list[Cell]]


def equal(cells: Sequence[Cell]) -> Iterator[Sides]:
    """Cells that add up to others: sexes, values of a dimension, outcomes of a whole."""
    places = sorted({cell[2:4] for cell in cells})
    parts = sorted({cell[:2] for cell in cells})
    for part in parts:
        for place in places:
            yield [Cell(*part, *place, sex) for sex in SEXES], [Cell(*part, *place, ALL)]
        for sex in (*SEXES, ALL):
            for dimension in DIMENSIONS:
                values = [place for place in places if place[0] == dimension]
                if values:
                    yield (
                        [Cell(*part, *place, sex) for place in values],
                        [Cell(*part, *TOTAL, sex)],
                    )
    for key in sorted({part[0] for part in parts}):
        one = discover()[key]
        for place in places:
            for sex in (*SEXES, ALL) if one.whole else ():
                yield (
                    _at([(key, outcome) for outcome in one.outcomes], place, sex),
                    _at(one.whole, place, sex),
                )


def at_most(cells: Sequence[Cell]) -> Iterator[Sides]:
    """Cells of which the first are together never more than the second."""
    places = sorted({cell[2:4] for cell in cells})
    for key in sorted({cell.aggregate for cell in cells}):
        for few, many in discover()[key].at_most:
            for place in places:
                for sex in (*SEXES, ALL):
                    yield (
                        _at([(key, outcome) for outcome in few], place, sex),
                        _at(many, place, sex),
                    )


def _at(parts: Sequence[Part], place: tuple[str, str], sex: str) -> list[Cell]:
    return [Cell(*part, *place, sex) for part in parts]
