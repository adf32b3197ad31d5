"""Who can be placed, in every year and every draw: near home, and with support to move.

For states draw x year x province x sector, the most who can be matched

- near home: within today's reach and in an open trade (a trade gained counts as open);
- in all: near home, or where relocation support or a shortened corridor lets them go;
- by place only (with the options to move), by trade only (with trades gained), and free of both.

All five are exact: floating point, or 1e-9 where a network is solved.
"""

from dataclasses import dataclass

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.cuts import Island
from analysis.islands import near_home, steady
from analysis.moved import most_in_all, places_only
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
    at_home = near_home(state.seekers, gaining, state.jobs, baseline.near, open_to, gained)
    everybody, offered = state.seekers.sum(axis=(2, 3)), state.jobs.sum(axis=(2, 3))
    free = np.minimum(everybody, offered)
    by_trade = steady(
        Island(open=open_to, gained=gained),
        *(part.sum(axis=2) for part in (state.seekers, gaining, state.jobs)),
    )
    by_trade = np.minimum(by_trade, free)
    one = np.ones((1, 1), dtype=bool)
    if state.move is None and not state.connections:
        people, jobs = (part.sum(axis=3)[..., None] for part in (state.seekers, state.jobs))
        by_place = near_home(people, np.zeros_like(people), jobs, baseline.near, one, one)
        in_all = at_home
    else:
        in_all = most_in_all(state, gaining, near=baseline.near, open_to=open_to, gained=gained)
        merged = places_only(state)
        none = np.zeros_like(merged.seekers)
        by_place = most_in_all(merged, none, near=baseline.near, open_to=one, gained=one)
    # Rounding must not let one more option place a hair fewer.
    by_place = np.minimum(np.maximum(by_place, at_home), free)
    in_all = np.minimum(np.maximum(in_all, at_home), np.minimum(by_place, by_trade))
    return Placed(
        seekers=everybody,
        near_home=np.minimum(at_home, in_all),
        in_all=in_all,
        by_place=by_place,
        by_trade=by_trade,
        free=free,
    )
