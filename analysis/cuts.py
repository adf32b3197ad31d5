"""Most matches as the smallest cut, for thousands of cases in one sum: exact where places are few.

By the max-flow min-cut theorem (Ford and Fulkerson 1956) the most matches are the least of: jobs in
a set of kinds of jobs, and workers who could take a job outside of it. Only sets that are unions
of what workers may take can be the least. One province on its own has about a dozen of those, so
all are tried at once, as one product of matrices; an island of many provinces has too many
and goes to `analysis.network`.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from analysis.checks import Array
from analysis.network import Flags, Network

_MOST_SETS = 200


@dataclass(frozen=True, kw_only=True, eq=False)
class Island:
    """Workers and jobs of some units, who match among themselves only.

    `open`: which jobs (columns) the workers of a unit (rows) may take. `gained`: which ones
    those may take besides who gain a trade.
    """

    open: Flags
    gained: Flags

    def most(self, workers: Array, gaining: Array, jobs: Array) -> Array:
        """Most matches in each case, from arrays case x unit; `gaining` are among the workers.

        >>> own = np.eye(2, dtype=bool)
        >>> island = Island(open=own, gained=~own)
        >>> people, jobs = np.array([[5.0, 1.0]]), np.array([[2.0, 3.0]])
        >>> island.most(people, np.zeros((1, 2)), jobs).tolist()
        [3.0]
        >>> island.most(people, np.array([[1.0, 0.0]]), jobs).tolist()
        [4.0]
        """
        gaining = np.minimum(gaining, workers)
        gained = self.gained if gaining.any() else self.open
        total = np.zeros(len(workers))
        for units in _apart((self.open | gained).tobytes(), len(self.open)):
            part = Island(open=self.open[np.ix_(units, units)], gained=gained[np.ix_(units, units)])
            total += part._most(*(side[:, units] for side in (workers, gaining, jobs)))
        return total

    def _most(self, workers: Array, gaining: Array, jobs: Array) -> Array:
        numbers = np.concatenate([workers, gaining, jobs], axis=1)
        sums = _sums(self.open, self.gained)
        if sums is None:
            network = _network(self.open.tobytes(), self.gained.tobytes(), len(self.open))
            return network.most(numbers)
        least: Array = (numbers @ sums).min(axis=1)
        return least

    def network(self) -> Network:
        """The same as a network: workers, those who gain a trade, jobs."""
        units = len(self.open)
        worker, gainer, job = (2 + units * kind + np.arange(units) for kind in range(3))
        plain, more = np.nonzero(self.open), np.nonzero(self.gained & ~self.open)
        none = [np.full(len(pairs[0]), -1) for pairs in (plain, more)]
        return Network(
            nodes=2 + 3 * units,
            tails=np.concatenate(
                [np.zeros(units, int), worker[plain[0]], worker, gainer[more[0]], job]
            ),
            heads=np.concatenate(
                [worker, job[plain[1]], gainer, job[more[1]], np.ones(units, int)]
            ),
            limit=np.concatenate(
                [
                    np.arange(units),
                    none[0],
                    units + np.arange(units),
                    none[1],
                    2 * units + np.arange(units),
                ]
            ),
        )


@lru_cache(maxsize=32)
def _network(open_to: bytes, gained: bytes, units: int) -> Network:
    flags = (np.frombuffer(one, dtype=bool).reshape(units, -1) for one in (open_to, gained))
    return Island(open=next(flags), gained=next(flags)).network()


@lru_cache(maxsize=1000)
def _apart(options: bytes, units: int) -> list[NDArray[np.intp]]:
    """Units that no option joins: each group is an island of its own."""
    flags = np.frombuffer(options, dtype=bool).reshape(units, -1)
    count, label = connected_components(flags, directed=False)
    return [np.flatnonzero(label == one) for one in range(count)]


def _sums(open_to: Flags, gained: Flags) -> Array | None:
    """A column for each set of jobs: which workers, gainers and jobs its cut adds up."""
    return _sums_of(open_to.tobytes(), gained.tobytes(), len(open_to))


@lru_cache(maxsize=1000)
def _sums_of(open_to: bytes, gained: bytes, units: int) -> Array | None:
    return _worked_out(
        *(np.frombuffer(flags, dtype=bool).reshape(units, -1) for flags in (open_to, gained))
    )


def _worked_out(open_to: Flags, gained: Flags) -> Array | None:
    both = open_to | gained
    sets: set[bytes] = {bytes(open_to.shape[1])}
    for row in {row.tobytes() for row in np.concatenate([open_to, both])}:
        one = np.frombuffer(row, dtype=bool)
        sets |= {(np.frombuffer(other, dtype=bool) | one).tobytes() for other in sets}
        if len(sets) > _MOST_SETS:
            return None
    jobs = np.array([np.frombuffer(one, dtype=bool) for one in sorted(sets)])
    outside = _outside(open_to, jobs)
    return np.concatenate([outside, ~outside & _outside(both, jobs), jobs.T]).astype(float)


def _outside(options: Flags, jobs: Flags) -> NDArray[np.bool_]:
    """Which workers (rows) have an option outside of each set (columns)."""
    found: NDArray[np.bool_] = (options.astype(int) @ (~jobs).astype(int).T) > 0
    return found
