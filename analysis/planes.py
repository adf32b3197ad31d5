"""Upper bounds on what an allocation can be worth in many worlds, and the money where they meet."""

from typing import Literal

import numpy as np
from scipy.sparse import csr_array

from analysis.checks import Array
from analysis.worlds import Worlds

Aim = Literal["mean", "worst_tenth"]
WORST = 0.1
"""Share of worlds that `worst_tenth` looks at."""

_PATIENCE = 6


def worth(placed: Array, aim: Aim) -> float:
    """What an aim makes of the placements by world.

    >>> worth(np.arange(20.0), "mean"), worth(np.arange(20.0), "worst_tenth")
    (9.5, 0.5)
    """
    if aim == "mean":
        return float(placed.mean())
    worst, weight = np.sort(placed), WORST * len(placed)
    shares = np.clip(weight - np.arange(len(placed)), 0.0, 1.0)
    return float(worst @ shares / weight)


class Planes:
    """The programme over the money, one bound by world, and the planes found so far."""

    def __init__(self, aim: Aim, worlds: Worlds, rows: tuple[csr_array, Array]) -> None:
        self._aim, self._worlds, self._rows = aim, worlds, rows
        self._slopes = np.zeros((0, len(worlds.uses)))
        self._ends = np.zeros(0)
        self._world = np.zeros(0, dtype=np.intp)
        self._idle = np.zeros(0, dtype=np.intp)
        self._roof = worlds.people.sum(axis=(1, 2))

    def add(self, money: Array, placed: Array, slopes: Array) -> None:
        """Placed at `money` plus slopes times further money: no world places more than that."""
        self._slopes = np.concatenate([self._slopes, slopes])
        self._ends = np.concatenate([self._ends, placed - slopes @ money])
        self._world = np.concatenate([self._world, np.arange(len(placed))])
        self._idle = np.concatenate([self._idle, np.zeros(len(placed), dtype=np.intp)])

    def _forget(self, money: Array, placed: Array) -> None:
        """Drop planes that have not touched the answer for a while; the bound stays valid."""
        loose = self._ends + self._slopes @ money - placed[self._world] > 1e-3
        self._idle = np.where(loose, self._idle + 1, 0)
        kept = self._idle < _PATIENCE
        self._slopes, self._ends = self._slopes[kept], self._ends[kept]
        self._world, self._idle = self._world[kept], self._idle[kept]

    def worth(self, placed: Array) -> float:
        """What the aim makes of the placements by world."""
        return worth(placed, self._aim)

    def solve(self) -> tuple[Array, float]:
        """The best money as far as the planes tell, and its worth: an upper bound."""
        from scipy.optimize import linprog
        from scipy.sparse import eye_array, hstack, vstack

        uses, count = len(self._worlds.uses), self._worlds.count
        upper, ends = self._rows
        # Money, placed by world, the level of the worst tenth, how far each world stays below it.
        short = int(self._aim == "worst_tenth") * count
        blocks = [hstack([upper, csr_array((len(ends), short))], format="csr")]
        limits = [ends]
        own = np.zeros((len(self._world), count + 1 + short))
        own[np.arange(len(own)), self._world] = 1.0
        blocks.append(hstack([csr_array(-self._slopes), csr_array(own)], format="csr"))
        limits.append(self._ends)
        if short:
            level = csr_array(np.ones((count, 1)))
            parts = [csr_array((count, uses)), -eye_array(count), level, -eye_array(count)]
            blocks.append(hstack(parts, format="csr"))
            limits.append(np.zeros(count))
            weights = np.concatenate([np.zeros(count), [-1.0], np.full(count, 1 / (WORST * count))])
        else:
            weights = np.append(np.full(count, -1 / count), 0.0)
        roof = [self._roof, [self._roof.max()], np.full(short, np.inf)]
        most = np.concatenate([self._worlds.most, *roof])
        solved = linprog(
            np.concatenate([np.zeros(uses), weights]),
            A_ub=vstack(blocks, format="csr"),
            b_ub=np.concatenate(limits),
            bounds=np.column_stack([np.zeros(len(most)), most]),
            method="highs",
        )
        if solved.status == 2:
            raise ValueError("limits: no allocation keeps to all of them. Loosen one of them")
        if solved.status != 0:
            raise ArithmeticError(f"The programme was not solved: {solved.message}")
        money = np.clip(solved.x[:uses], 0.0, None)
        self._forget(money, solved.x[uses : uses + count])
        return money, -float(solved.fun)
