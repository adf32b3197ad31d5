"""The matching network as linear constraints, its edges widened by money."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from scipy.sparse import coo_array, csr_array, hstack, vstack

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.columns import Column
from analysis.limits import MILLION, Rows
from analysis.moving import Ways, numbers, ways
from analysis.network import Flags, Index, Network
from analysis.yearly import Yearly


class Matching:
    """A matching network whose limits are widened by money, ready for HiGHS."""

    def __init__(
        self,
        baseline: Baseline,
        *,
        today: Yearly,
        columns: Sequence[Column],
        opens_trades: Sequence[str],
        shortening: float,
        moving: bool,
    ) -> None:
        """`today`: the judged year without money. `moving`: whether options to move count."""
        gained = baseline.open_to.copy()
        gained[:, [baseline.sectors.index(name) for name in opens_trades]] = True
        corridors = [
            corridor
            for corridor in baseline.corridors
            if moving and any(corridor in column.per_usd for column in columns)
        ]
        opens = [_opened(corridor, baseline, shortening) for corridor in corridors]
        found = ways(near=baseline.near, open_to=baseline.open_to, gained=gained, opens=opens)
        self.numbers = _numbers(found, today, opens)
        self.widened = _widened(
            columns, corridors, moving=moving, units=baseline.seekers.size, size=len(self.numbers)
        )
        alive = self.numbers > 0
        alive[np.unique(self.widened.nonzero()[0])] = True
        self.network = _pruned(found.network, alive)
        self.starts = self.network.tails == 0
        self.km = _km(self.network, baseline)
        self.usd = np.array([column.usd for column in columns]) / MILLION

    def solve(self, cost: Array, rows: Rows) -> tuple[Array, Array]:
        """The cheapest dollars (in millions) and flows within the rows, and the rows' prices."""
        # Imported here: a page that optimises nothing must not wait for SciPy's solvers.
        from scipy.optimize import linprog

        upper, limits = self.edges
        more, most = rows.upper()
        top = np.where(self.network.limit >= 0, self.fixed, np.inf)
        bounds = np.column_stack([np.zeros(len(cost)), np.concatenate([self.usd, top])])
        solved = linprog(
            cost,
            A_ub=vstack([upper, more], format="csr"),
            b_ub=np.concatenate([limits, most]),
            A_eq=self.kept,
            b_eq=np.zeros(self.kept.shape[0]),
            bounds=bounds,
            method="highs",
        )
        if solved.status == 2:
            raise ValueError(
                "limits: no allocation keeps to all of them. Loosen one of:"
                f" {', '.join(rows.names)}"
            )
        if solved.status != 0:
            raise ArithmeticError(f"The programme was not solved: {solved.message}")
        return solved.x, solved.ineqlin.marginals[len(limits) :]

    @cached_property
    def kept(self) -> csr_array:
        """Who arrives at a node leaves it."""
        network, size = self.network, len(self.network.tails)
        at = np.arange(size)
        ends = np.concatenate([network.heads, network.tails])
        signs = np.concatenate([np.ones(size), -np.ones(size)])
        inner = ends > 1
        flow = coo_array(
            (signs[inner], (ends[inner] - 2, np.concatenate([at, at])[inner])),
            shape=(network.nodes - 2, size),
        ).tocsr()
        used = np.unique(flow.nonzero()[0])
        flow = flow[used]
        return hstack([csr_array((flow.shape[0], len(self.usd))), flow], format="csr")

    @cached_property
    def edges(self) -> tuple[csr_array, Array]:
        """Edges that money widens: flow minus what money adds is at most what is there today."""
        size = len(self.network.tails)
        at = np.flatnonzero(self._can_widen)
        own = coo_array((np.ones(len(at)), (np.arange(len(at)), at)), shape=(len(at), size))
        widen = self.widened[self.network.limit[at]] * -1.0
        return hstack([widen, own], format="csr"), self.numbers[self.network.limit[at]]

    @cached_property
    def fixed(self) -> Array:
        """Upper bounds of edges that money does not widen."""
        return np.where(self._can_widen, np.inf, self.numbers[self.network.limit])

    @cached_property
    def _can_widen(self) -> Flags:
        rows = np.zeros(len(self.numbers), dtype=bool)
        rows[np.unique(self.widened.nonzero()[0])] = True
        can: Flags = (self.network.limit >= 0) & rows[self.network.limit]
        return can


def _opened(corridor: str, baseline: Baseline, shortening: float) -> Flags:
    along = np.zeros(len(baseline.provinces), dtype=bool)
    along[baseline.passes[corridor]] = True
    opened: Flags = baseline.distance_km.to_numpy() * (1 - shortening) <= baseline.reach_km
    opened &= ~baseline.near & np.outer(along, along)
    return opened


def _numbers(found: Ways, today: Yearly, opens: list[Flags]) -> Array:
    people, jobs = today.seekers[:, 0], today.jobs[:, 0]
    none = np.zeros_like(people)
    first: Array = numbers(
        seekers=people,
        gaining=none,
        moving=none,
        jobs=jobs,
        connected=[none] * len(opens),
        opens=[flags[None] for flags in opens],
        pairs=found.pairs,
    )[0]
    return first


def _widened(
    columns: Sequence[Column], corridors: list[str], *, moving: bool, units: int, size: int
) -> csr_array:
    """Number of the network x column: how much a million dollars adds."""
    at = {"gain_trade": 1, "move": 2, "jobs": 3, **{c: 4 + i for i, c in enumerate(corridors)}}
    rows: list[Index] = []
    places: list[Index] = []
    values: list[Array] = []
    for k, column in enumerate(columns):
        for kind, per_usd in column.per_usd.items():
            if kind in at and (moving or kind != "move"):
                flat = per_usd.ravel() * MILLION
                used = np.flatnonzero(flat)
                rows.append(at[kind] * units + used)
                places.append(np.full(len(used), k))
                values.append(flat[used])
    if not rows:
        return csr_array((size, len(columns)))
    ends = (np.concatenate(rows), np.concatenate(places))
    return coo_array((np.concatenate(values), ends), shape=(size, len(columns))).tocsr()


def _km(network: Network, baseline: Baseline) -> Array:
    """Km of the edges from people to jobs; none on the others."""
    units, trades = baseline.seekers.size, len(baseline.sectors)
    job = 2 + 2 * units
    direct = (network.heads >= job) & (network.heads < job + units)
    direct &= (network.tails >= 2) & (network.tails < job)
    home, away = (network.tails[direct] - 2) % units, network.heads[direct] - job
    km = np.zeros(len(direct))
    km[direct] = baseline.distance_km.to_numpy()[home // trades, away // trades]
    return km


def _pruned(network: Network, alive: Flags) -> Network:
    """Without edges that nobody could ever use, and edges that nobody could reach."""
    keep = np.append(alive, True)[network.limit]
    while True:
        reached = np.zeros(network.nodes, dtype=bool)
        reached[0] = True
        reached[network.heads[keep]] = True
        more = keep & reached[network.tails]
        if (more == keep).all():
            break
        keep = more
    return Network(
        nodes=network.nodes,
        tails=network.tails[keep],
        heads=network.heads[keep],
        limit=network.limit[keep],
    )
