"""The network of those who may take a job beyond today's reach, with support or a shorter way.

From each group of seekers (province and trade) lead: today's jobs in reach and trade; with a trade
gained, more trades in reach; with relocation support, any province; along an upgraded corridor, the
provinces that it brings within reach. Each of these ways lets through as many as have the option.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.checks import Array
from analysis.network import Flags, Index, Network


@dataclass(frozen=True, kw_only=True, eq=False)
class Ways:
    """The network and where its numbers come from.

    Numbers of a case, in this order: seekers, those who gain a trade, those who may move, jobs
    (each place x trade, flattened), then for each corridor those connected (place x trade), then
    for each corridor and pair of places it may open, how many may pass.
    """

    network: Network
    pairs: tuple[tuple[tuple[int, int], ...], ...]


def ways(*, near: Flags, open_to: Flags, gained: Flags, opens: Sequence[Flags]) -> Ways:
    """The network for places `near` each other and trades `open_to` each other.

    `gained`: trades open to those who gain one; `opens`: per corridor, the pairs it may open.
    Networks are remembered: a slider asks for the same one again and again.

    >>> own = np.eye(2, dtype=bool)
    >>> two = ways(near=own, open_to=own[:1, :1], gained=own[:1, :1], opens=[])
    >>> stay, go = [5.0, 1, 0, 0, 0, 0, 2, 3], [5.0, 1, 0, 0, 2, 0, 2, 3]
    >>> two.network.most(np.array([stay, go])).tolist()
    [3.0, 5.0]
    """
    flags = tuple(one.tobytes() for one in (near, open_to, gained, *opens))
    return _remembered(len(near), len(open_to), flags)


@lru_cache(maxsize=32)
def _remembered(places: int, trades: int, flags: tuple[bytes, ...]) -> Ways:
    sizes = [places, trades, trades, *[places] * (len(flags) - 3)]
    near, open_to, gained, *opens = (
        np.frombuffer(one, dtype=bool).reshape(size, size)
        for one, size in zip(flags, sizes, strict=True)
    )
    return _made(near=near, open_to=open_to, gained=gained, opens=opens)


def _made(*, near: Flags, open_to: Flags, gained: Flags, opens: Sequence[Flags]) -> Ways:
    places, trades = len(near), len(open_to)
    units = places * trades
    unit = np.arange(units).reshape(places, trades)
    worker, gainer, job = (2 + kind * units + unit for kind in range(3))
    pool, anywhere = (2 + 3 * units + side * trades + np.arange(trades) for side in range(2))
    here, there = np.nonzero(near)
    edges = _Edges(fresh=2 + 3 * units + 2 * trades)
    edges.add(0, worker, limit=unit)
    edges.join(worker, job, here, there, *np.nonzero(open_to))
    more = np.nonzero(gained & ~open_to)
    if len(more[0]):
        edges.add(worker, gainer, limit=units + unit)
        edges.join(gainer, job, here, there, *more)
    edges.add(worker, np.broadcast_to(pool, unit.shape), limit=2 * units + unit)
    own, other = np.nonzero(open_to)
    edges.add(pool[own], anywhere[other])
    edges.add(np.broadcast_to(anywhere, unit.shape), job)
    edges.add(job, 1, limit=3 * units + unit)
    pairs = []
    limit = 4 * units + len(opens) * units
    for at, flags in enumerate(opens):
        connected = edges.nodes(unit.shape)
        edges.add(worker, connected, limit=(4 + at) * units + unit)
        pairs.append(tuple(zip(*(ends.tolist() for ends in np.nonzero(flags)), strict=True)))
        for home, away in pairs[-1]:
            edges.add(connected[home, own], job[away, other], limit=limit)
            limit += 1
    return Ways(network=edges.network(), pairs=tuple(pairs))


def numbers(
    *,
    seekers: Array,
    gaining: Array,
    moving: Array,
    jobs: Array,
    connected: Sequence[Array],
    opens: Sequence[Flags],
    pairs: Sequence[Sequence[tuple[int, int]]],
) -> Array:
    """The numbers of many cases (case x place x trade) in the order that `Ways` expects.

    `opens`: per corridor, case x place x place: whether the pair is open in the case.
    """
    cases = len(seekers)
    flat = [part.reshape(cases, -1) for part in (seekers, gaining, moving, jobs, *connected)]
    home = seekers.sum(axis=2)
    passing = [
        np.where(flags[:, here, there], home[:, here], 0.0)[:, None]
        for flags, of_corridor in zip(opens, pairs, strict=True)
        for here, there in of_corridor
    ]
    return np.concatenate([*flat, *passing], axis=1)


class _Edges:
    def __init__(self, *, fresh: int) -> None:
        self._fresh = fresh
        self._parts: list[tuple[Index, Index, Index]] = []

    def nodes(self, shape: tuple[int, ...]) -> Index:
        count = int(np.prod(shape))
        made: Index = self._fresh + np.arange(count, dtype=np.intp).reshape(shape)
        self._fresh += count
        return made

    def add(self, tails: Index | int, heads: Index | int, *, limit: Index | int = -1) -> None:
        parts = np.broadcast_arrays(*(np.asarray(end) for end in (tails, heads, limit)))
        self._parts.append((parts[0].ravel(), parts[1].ravel(), parts[2].ravel()))

    def join(
        self, tails: Index, heads: Index, here: Index, there: Index, own: Index, other: Index
    ) -> None:
        """From the trades `own` of the places `here` to the trades `other` of `there`."""
        self.add(tails[here][:, own], heads[there][:, other])

    def network(self) -> Network:
        tails, heads, limit = (
            np.concatenate(ends).astype(np.intp) for ends in zip(*self._parts, strict=True)
        )
        return Network(nodes=self._fresh, tails=tails, heads=heads, limit=limit)
