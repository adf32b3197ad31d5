"""Maximum flow from workers to jobs, on whole numbers.

Workers are the first nodes, jobs the last ones; between them there may be others. All edges are
open without limit: only the numbers of workers and of jobs limit the flow.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from analysis.checks import Array

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

_MOST = 2**30
_OPEN = 2**31 - 1
_TOGETHER = 25
"""Sets of numbers that are solved in one call: most of the time of a call is not the flow."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Routes:
    """Who may take which job: edges `tails[e]` -> `heads[e]` between `nodes` nodes."""

    workers: int
    jobs: int
    nodes: int
    tails: NDArray[np.intp]
    heads: NDArray[np.intp]


def direct_routes(allowed: Flags) -> Routes:
    """Routes from rows to columns of `allowed`."""
    workers, jobs = allowed.shape
    tails, heads = np.nonzero(allowed)
    return Routes(
        workers=workers, jobs=jobs, nodes=workers + jobs, tails=tails, heads=workers + heads
    )


def routes_by_trade_and_place(near: Flags, open_to: Flags) -> Routes:
    """Routes where place (`near`) and trade (`open_to`) must both allow a job.

    Units are place x sector, flattened. In between stands a node for each place and sector:
    first the trade is chosen, then the place. That takes places x trades² + places² x trades edges
    instead of the product of all pairs.
    """
    places, sectors = len(near), len(open_to)
    size = places * sectors
    units = np.arange(size).reshape(places, sectors)
    own, other = np.nonzero(open_to)
    home, away = np.nonzero(near)
    return Routes(
        workers=size,
        jobs=size,
        nodes=3 * size,
        tails=np.concatenate([units[:, own].ravel(), size + units[home].ravel()]),
        heads=np.concatenate([size + units[:, other].ravel(), 2 * size + units[away].ravel()]),
    )


def side_by_side(routes: Routes, copies: int) -> Routes:
    """The same routes several times, none touching another: workers, then others, then jobs."""
    between = routes.nodes - routes.workers - routes.jobs
    node = np.arange(routes.nodes)
    last = node - routes.workers - between

    def placed(copy: int) -> NDArray[np.intp]:
        as_worker = copy * routes.workers + node
        as_other = copies * routes.workers + copy * between + node - routes.workers
        as_job = copies * (routes.workers + between) + copy * routes.jobs + last
        return np.where(node < routes.workers, as_worker, np.where(last < 0, as_other, as_job))

    places = [placed(copy) for copy in range(copies)]
    return Routes(
        workers=copies * routes.workers,
        jobs=copies * routes.jobs,
        nodes=copies * routes.nodes,
        tails=np.concatenate([place[routes.tails] for place in places]),
        heads=np.concatenate([place[routes.heads] for place in places]),
    )


def whole(people: Array, jobs: Array) -> tuple[Whole, Whole]:
    """Both on one scale of whole numbers, as fine as the solver's 32 bits allow.

    The scale is a power of two, so that whole numbers of people stay exact. Each number is
    rounded to less than 1e-9 of the larger total.
    """
    most = max(float(people.sum()), float(jobs.sum()))
    scale = 2.0 ** np.floor(np.log2(_MOST / most)) if most > 0 else 1.0
    return np.rint(people * scale).astype(np.int64), np.rint(jobs * scale).astype(np.int64)


class Solver:
    """The maximum flow over `routes`, for one set of numbers after another."""

    def __init__(self, routes: Routes) -> None:
        self.routes = routes
        self._source, sink = routes.nodes, routes.nodes + 1
        first_job = routes.nodes - routes.jobs
        tails = [
            np.full(routes.workers, self._source),
            routes.tails,
            first_job + np.arange(routes.jobs),
        ]
        heads = [np.arange(routes.workers), routes.heads, np.full(routes.jobs, sink)]
        there, back = np.concatenate(tails), np.concatenate(heads)
        # With the way back of each edge in place SciPy need not add it for every solution, and
        # flows come back in the order of limits.
        both_ways = (np.concatenate([there, back]), np.concatenate([back, there]))
        size = routes.nodes + 2
        pattern = csr_array((np.arange(1, 2 * len(there) + 1), both_ways), shape=(size, size))
        pattern.sort_indices()
        self._edge = pattern.data - 1
        self._graph = csr_array(
            (np.zeros(len(self._edge), dtype=np.int32), pattern.indices, pattern.indptr),
            shape=(size, size),
        )
        self._sink = sink
        self._many: Solver | None = None
        self._open = np.full(len(routes.tails), _OPEN)
        self._back = np.zeros(len(there), dtype=np.int64)

    def most(self, people: Whole, jobs: Whole) -> int:
        """How many can be matched."""
        return int(self._solve(people, jobs, self._open).flow_value)

    def most_of_many(self, people: Whole, jobs: Whole) -> Whole:
        """How many can be matched in each row of `people` and `jobs`."""
        if self._many is None:
            self._many = Solver(side_by_side(self.routes, _TOGETHER))
        found = np.empty(len(people), dtype=np.int64)
        for start in range(0, len(people), _TOGETHER):
            rows = slice(start, start + _TOGETHER)
            sides = []
            for side in (people[rows], jobs[rows]):
                full = np.zeros((_TOGETHER, side.shape[1]), dtype=np.int64)
                full[: len(side)] = side
                sides.append(full.ravel())
            leaving = self._many._leaving(*sides).reshape(_TOGETHER, self.routes.workers)
            found[rows] = leaving.sum(axis=1)[: len(found[rows])]
        return found

    def _leaving(self, people: Whole, jobs: Whole) -> Whole:
        """How many of each unit of workers are matched, in some maximum flow."""
        solved = self._solve(people, jobs, self._open)
        by_edge = np.zeros(len(self._edge), dtype=np.int64)
        by_edge[self._edge] = solved.flow.data
        return by_edge[: self.routes.workers]

    def blocked(self, people: Whole, jobs: Whole, passable: Flags) -> Flags:
        """The nodes that those who stay unmatched can still reach; none where all are matched.

        They are the source's side of the smallest minimum cut. `passable`: which edges of the
        routes are open.
        """
        solved = self._solve(people, jobs, np.where(passable, _OPEN, 0))
        reached = np.zeros(self.routes.nodes + 2, dtype=bool)
        if solved.flow_value < people.sum():
            left = self._graph.data > solved.flow.data
            ends = np.concatenate([[0], np.cumsum(left)])[self._graph.indptr].astype(np.int32)
            rest = csr_array(
                (np.ones(ends[-1]), self._graph.indices[left], ends), shape=self._graph.shape
            )
            reached[breadth_first_order(rest, self._source, return_predecessors=False)] = True
        return reached[: self.routes.nodes]

    def _solve(self, people: Whole, jobs: Whole, edges: Whole) -> Any:
        limits = np.concatenate([people, edges, jobs, self._back]).astype(np.int32)
        self._graph.data[:] = limits[self._edge]
        return maximum_flow(self._graph, self._source, self._sink)
