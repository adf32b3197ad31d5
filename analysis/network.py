"""Maximum flow through one network for many sets of numbers at once, exact, with its smallest cut.

Years, draws and futures ask the same question of the same network with other numbers. SciPy spends
most of its time on getting ready, so dozens of copies of the network side by side are solved in
one call: 0.07 ms a copy instead of 0.35 for 25 provinces and 6 sectors.

Unlike `analysis.flow`, edges may have limits of their own: so many people may take this way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from analysis.checks import Array

Index = NDArray[np.intp]
Flags = NDArray[np.bool_]

_OPEN = 2**31 - 1
_MOST = 2.0**30
_AT_ONCE = 64
_KEPT = 8


@dataclass(frozen=True, kw_only=True, eq=False)
class Network:
    """Edges `tails[e]` -> `heads[e]` from node 0, where all start, to node 1, where all arrive.

    `limit[e]`: which of the numbers handed in limits the edge, or -1 where nothing does.
    """

    nodes: int
    tails: Index
    heads: Index
    limit: Index

    def most(self, numbers: Array) -> Array:
        """The maximum flow for each row of `numbers` (case x number), in their unit.

        Numbers are rounded to 1e-9 of the largest total that could start.

        >>> line = Network(
        ...     nodes=3, tails=np.array([0, 2]), heads=np.array([2, 1]), limit=np.array([0, 1]))
        >>> line.most(np.array([[5.0, 3.0], [2.0, 3.0]])).tolist()
        [3.0, 2.0]
        """
        used = self._used(numbers)
        flows = [used._solved(part)[0] for part in _parts(numbers)]
        return np.concatenate(flows) if flows else np.zeros(0)

    def _used(self, numbers: Array) -> "Network":
        """The same without edges that let nobody through in any of the cases."""
        some = np.append(numbers.any(axis=0), True)[self.limit]
        key = some.tobytes()
        if key not in self._smaller:
            if len(self._smaller) >= _KEPT:
                self._smaller.clear()
            self._smaller[key] = Network(
                nodes=self.nodes,
                tails=self.tails[some],
                heads=self.heads[some],
                limit=self.limit[some],
            )
        return self._smaller[key]

    @cached_property
    def _smaller(self) -> dict[bytes, "Network"]:
        return {}

    def cuts(self, numbers: Array) -> tuple[Array, Flags]:
        """Maximum flows, and per case which numbers the smallest cut adds up.

        The sum of those numbers is the flow, and for any other numbers it is an upper bound: that
        makes each cut a linear limit that an optimiser can use.
        """
        found = [self._solved(part, cuts=True) for part in _parts(numbers)]
        return np.concatenate([f for f, _ in found]), np.concatenate([c for _, c in found])

    def _solved(self, numbers: Array, *, cuts: bool = False) -> tuple[Array, Flags]:
        scale = self._scale(numbers)
        copies = min(_AT_ONCE, 1 << (len(numbers) - 1).bit_length())
        limits = np.full((copies, len(self.tails) + 1), 0, dtype=np.int64)
        whole = np.minimum(np.rint(numbers * scale[:, None]), _OPEN).astype(np.int64)
        edges = np.where(self.limit >= 0, np.append(whole, whole[:, :1], axis=1)[:, self.limit], 0)
        edges[:, self.limit < 0] = _OPEN
        limits[: len(numbers), :-1] = edges
        indices, indptr, edge, forward = self._side_by_side(copies)
        # An array of its own: another thread may be solving the same network.
        data = np.where(edge >= 0, limits[:, :-1].ravel()[edge], 0).astype(np.int32)
        size = len(indptr) - 1
        graph = csr_array((data, indices, indptr), shape=(size, size))
        solved = maximum_flow(graph, 0, 1)
        used = solved.flow.data[forward].reshape(copies, -1)[: len(numbers)]
        flows = used.sum(axis=1, dtype=np.int64) / scale
        if not cuts:
            return flows, np.zeros((0, 0), dtype=bool)
        reached = _reached(graph, solved.flow.data)[: len(numbers) * (self.nodes - 2) + 2]
        inner = reached[2:].reshape(len(numbers), -1)
        ends = np.zeros((len(numbers), 2), dtype=bool)
        ends[:, 0] = True
        side = np.concatenate([ends, inner], axis=1)
        crossing = side[:, self.tails] & ~side[:, self.heads]
        chosen = np.zeros(numbers.shape, dtype=bool)
        for at in np.flatnonzero(self.limit >= 0):
            chosen[:, self.limit[at]] |= crossing[:, at]
        return flows, chosen

    def _scale(self, numbers: Array) -> Array:
        starts = self.limit[self.tails == 0]
        largest = np.maximum(numbers[:, starts].sum(axis=1), numbers.max(axis=1, initial=0.0))
        scale: Array = 2.0 ** np.floor(np.log2(_MOST / np.maximum(largest, 1e-9)))
        return scale

    def _side_by_side(self, copies: int) -> tuple[Index, Index, Index, Index]:
        """The copies' matrix (columns, row ends), which edge stands where, and the first ones."""
        if copies not in self._ready:
            self._ready[copies] = self._made(copies)
        return self._ready[copies]

    @cached_property
    def _ready(self) -> dict[int, tuple[Index, Index, Index, Index]]:
        return {}

    def _made(self, copies: int) -> tuple[Index, Index, Index, Index]:
        inner, copy = self.nodes - 2, np.arange(copies)[:, None]
        tails, heads = (
            np.where(end > 1, end + copy * inner, end).ravel() for end in (self.tails, self.heads)
        )
        both = (np.concatenate([tails, heads]), np.concatenate([heads, tails]))
        size = 2 + copies * inner
        graph = csr_array((np.arange(1, 2 * len(tails) + 1), both), shape=(size, size))
        graph.sort_indices()
        order = graph.data - 1
        edge = np.where(order < len(tails), order, -1)
        place = np.empty(2 * len(tails), dtype=np.intp)
        place[order] = np.arange(len(order))
        first = np.tile(self.tails == 0, copies)
        return graph.indices, graph.indptr, edge, place[: len(tails)][first]


def _parts(numbers: Array) -> Iterator[Array]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


def _reached(graph: csr_array, flow: NDArray[np.int32]) -> Flags:
    """Nodes that more could still flow to, in all copies."""
    left = graph.data > flow
    ends = np.concatenate([[0], np.cumsum(left)])[graph.indptr].astype(np.int32)
    rest = csr_array((np.ones(ends[-1]), graph.indices[left], ends), shape=graph.shape)
    found = np.zeros(graph.shape[0], dtype=bool)
    found[breadth_first_order(rest, 0, return_predecessors=False)] = True
    return found
