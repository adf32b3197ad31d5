"""The attack on what is published: the least and the most that each hidden count can be.

It knows every number that was ever published, which counts add up, that a single hidden count is
not nobody, that a version may be compared with the one before, and that people in a registry do
not become fewer. HiGHS solves it over whole numbers.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from records.release import Release
from records.tables import Cell
from tests.records.public_knowledge import Sides, at_most, equal

Known = tuple[int, Cell]
"""A cell of a version: its place in the list of versions, and the cell."""


class Attack:
    """All that can be known of the cells of successive versions."""

    def __init__(self, releases: Sequence[Release], cells: Sequence[Cell]) -> None:
        self.places = {
            (i, cell): i * len(cells) + j
            for i in range(len(releases))
            for j, cell in enumerate(cells)
        }
        low = np.zeros(len(self.places))
        high = np.full(len(self.places), 1e6)
        self.hidden: list[Known] = []
        for i, release in enumerate(releases):
            for cell in cells:
                place = self.places[i, cell]
                shown = release.counts.get(cell)
                if shown is not None and shown[1] == release.version:
                    low[place] = high[place] = shown[0]
                    continue
                self.hidden.append((i, cell))
                if (cell.aggregate, cell.dimension) not in release.withheld:
                    low[place] = 1
        exact = [self._row(sides, i) for i in range(len(releases)) for sides in equal(cells)]
        less = [self._row(sides, i) for i in range(len(releases)) for sides in at_most(cells)]
        for i in range(1, len(releases)):
            for cell in cells:
                if cell.aggregate == "people":
                    less.append(([self.places[i - 1, cell], self.places[i, cell]], [1.0, -1.0]))
        self.bounds = Bounds(low, high)
        self.constraints = [LinearConstraint(self._matrix(exact), 0, 0)]
        if less:
            self.constraints.append(LinearConstraint(self._matrix(less), -np.inf, 0))

    def range(self, known: Sequence[tuple[Known, float]]) -> tuple[int, int]:
        """The least and the most that a sum of cells with signs can be."""
        found = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(self.places))
            for cell, factor in known:
                goal[self.places[cell]] += sign * factor
            solved: Any = milp(
                goal,
                constraints=self.constraints,
                bounds=self.bounds,
                integrality=np.ones(len(self.places)),
            )
            assert solved.x is not None, solved.message
            found.append(round(float(goal @ np.rint(solved.x)) * sign))
        return found[0], found[1]

    def _row(self, sides: Sides, version: int) -> tuple[list[int], list[float]]:
        left, right = sides
        places = [self.places[version, cell] for cell in (*left, *right)]
        return places, [1.0] * len(left) + [-1.0] * len(right)

    def _matrix(self, rows: Sequence[tuple[list[int], list[float]]]) -> sparse.csr_array:
        lengths = [len(places) for places, _ in rows]
        return sparse.csr_array(
            (
                np.concatenate([signs for _, signs in rows]),
                (np.repeat(np.arange(len(rows)), lengths), np.concatenate([p for p, _ in rows])),
            ),
            shape=(len(rows), len(self.places)),
        )
