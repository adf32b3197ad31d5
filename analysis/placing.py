"""Who can be placed, in every year and every draw: near home, and with support to move.

For states draw x year x province x sector, the most who can be matched

- near home: within today's reach and in an open trade (a trade gained counts as open);
- in all: near home, or where relocation support or a shortened corridor lets them go;
- by place only (with the options to move), by trade only (with trades gained), and free of both.

All five are exact (floating point; 1e-9 where a network is solved). Provinces near no other are
solved by trying all cuts at once, islands of several as networks. A year that is like the one
before is not solved again, island by island: most of the country does not change in most years.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import connected_components

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.cuts import Island
from analysis.moving import numbers, ways
from analysis.network import Flags
from analysis.yearly import Yearly


@dataclass(frozen=True, kw_only=True, eq=False)
class Placed:
    """The five best matches, each draw x year, with the total of seekers.

    `spatial`, `skills`, `shortage`: what those still in need lack, as in `analysis.matching`, with
    the options to move counted in, so that with near_home and after_moving they sum to seekers.
    """

    seekers: Array
    near_home: Array
    in_all: Array
    by_place: Array
    by_trade: Array
    free: Array

    @property
    def after_moving(self) -> Array:
        """How many more are placed when they may move than near home at best."""
        return self.in_all - self.near_home

    @property
    def in_need(self) -> Array:
        """Those without a job in the best of matches."""
        return self.seekers - self.in_all

    @property
    def shortage(self) -> Array:
        """There is no job for them anywhere."""
        return self.seekers - self.free

    @property
    def spatial(self) -> Array:
        """A job stands open too far away: mean over both orders of lifting the limits."""
        return ((self.free - self.by_place) + (self.by_trade - self.in_all)) / 2

    @property
    def skills(self) -> Array:
        """A job stands open in another trade: mean over both orders of lifting the limits."""
        return ((self.free - self.by_trade) + (self.by_place - self.in_all)) / 2


def place(state: Yearly, baseline: Baseline) -> Placed:
    """The five best matches in each year of each draw."""
    open_to = baseline.open_to
    gained = open_to.copy()
    gained[:, list(state.opened)] = True
    gaining = state.gain_trade if state.gain_trade is not None else np.zeros_like(state.seekers)
    near_home = _near_home(state.seekers, gaining, state.jobs, baseline.near, open_to, gained)
    everybody, offered = state.seekers.sum(axis=(2, 3)), state.jobs.sum(axis=(2, 3))
    free = np.minimum(everybody, offered)
    by_trade = _steady(
        Island(open=open_to, gained=gained),
        *(part.sum(axis=2) for part in (state.seekers, gaining, state.jobs)),
    )
    by_trade = np.minimum(by_trade, free)
    if state.move is None and not state.connections:
        people, jobs = (part.sum(axis=3)[..., None] for part in (state.seekers, state.jobs))
        one = np.ones((1, 1), dtype=bool)
        by_place = _near_home(people, np.zeros_like(people), jobs, baseline.near, one, one)
        in_all = near_home
    else:
        in_all = _with_moving(state, baseline.near, open_to, gained, gaining)
        by_place = _with_moving(_places_only(state), baseline.near, None, None, None)
    # Rounding must not let one more option place a hair fewer.
    by_place = np.minimum(np.maximum(by_place, near_home), free)
    in_all = np.minimum(np.maximum(in_all, near_home), np.minimum(by_place, by_trade))
    return Placed(
        seekers=everybody,
        near_home=np.minimum(near_home, in_all),
        in_all=in_all,
        by_place=by_place,
        by_trade=by_trade,
        free=free,
    )


def _near_home(
    people: Array, gaining: Array, jobs: Array, near: Flags, open_to: Flags, gained: Flags
) -> Array:
    """Most matches within islands of places that are near each other, summed over islands."""
    count, label = connected_components(near)
    total = np.zeros(people.shape[:2])
    alone = [
        int(np.flatnonzero(label == one)[0]) for one in range(count) if (label == one).sum() == 1
    ]
    if alone:
        # One of a kind: their provinces go through as if they were so many draws.
        draws, years, _, sectors = people.shape
        rows = (
            np.moveaxis(part[:, :, alone], 2, 0).reshape(len(alone) * draws, years, sectors)
            for part in (people, gaining, jobs)
        )
        found = _steady(Island(open=open_to, gained=gained), *rows)
        total += found.reshape(len(alone), draws, years).sum(axis=0)
    for one in range(count):
        at = np.flatnonzero(label == one)
        if len(at) > 1:
            island = Island(
                open=np.kron(near[np.ix_(at, at)], open_to).astype(bool),
                gained=np.kron(near[np.ix_(at, at)], gained).astype(bool),
            )
            total += _steady(island, *(_flat(part[:, :, at]) for part in (people, gaining, jobs)))
    return total


def _flat(part: Array) -> Array:
    """Draw x year x all the rest."""
    return part.reshape(*part.shape[:2], -1)


def _steady(island: Island, people: Array, gaining: Array, jobs: Array) -> Array:
    """Most matches per draw and year; years like the one before are not solved again."""
    fresh = _fresh(people, gaining, jobs)
    most = island.most(people[fresh], gaining[fresh], jobs[fresh])
    filled: Array = most[np.cumsum(fresh.ravel()) - 1].reshape(fresh.shape)
    return filled


def _fresh(*parts: Array) -> Flags:
    """Which years (draw x year) differ from the year before; the first one always does."""
    fresh: Flags = np.ones(parts[0].shape[:2], dtype=bool)
    if parts[0].shape[1] > 1:
        fresh[:, 1:] = False
        for part in parts:
            differs = part[:, 1:] != part[:, :-1]
            fresh[:, 1:] |= differs.reshape(*differs.shape[:2], -1).any(axis=2)
    return fresh


def _with_moving(
    state: Yearly, near: Flags, open_to: Flags | None, gained: Flags | None, gaining: Array | None
) -> Array:
    one = np.ones((1, 1), dtype=bool)
    opens: list[Flags] = [link.opens for link in state.connections.values()]
    found = ways(
        near=near,
        open_to=one if open_to is None else open_to,
        gained=one if gained is None else gained,
        opens=[np.logical_or.reduce(flags) for flags in opens],
    )
    none = np.zeros_like(state.seekers)
    gaining = none if gaining is None else gaining
    moving = none if state.move is None else state.move
    connected = [link.connected for link in state.connections.values()]
    parts = [state.seekers, gaining, moving, state.jobs, *connected]
    fresh = _fresh(*parts)
    draw = np.nonzero(fresh)[0]
    cases = numbers(
        seekers=state.seekers[fresh],
        gaining=gaining[fresh],
        moving=moving[fresh],
        jobs=state.jobs[fresh],
        connected=[part[fresh] for part in connected],
        opens=[flags[draw if len(flags) > 1 else np.zeros_like(draw)] for flags in opens],
        pairs=found.pairs,
    )
    filled: Array = found.network.most(cases)[np.cumsum(fresh.ravel()) - 1].reshape(fresh.shape)
    return filled


def _places_only(state: Yearly) -> Yearly:
    """The same years with all trades as one."""

    def summed(part: Array) -> Array:
        together: Array = part.sum(axis=3)[..., None]
        return together

    return Yearly(
        seekers=summed(state.seekers),
        jobs=summed(state.jobs),
        move=None if state.move is None else summed(state.move),
        connections={
            name: type(link)(connected=summed(link.connected), opens=link.opens)
            for name, link in state.connections.items()
        },
    )
