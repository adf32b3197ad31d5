"""One allocation judged in many worlds at once: futures times draws, placements near home."""

from collections.abc import Sequence

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.columns import Plan, job_factors, judged_year
from analysis.futures import Future
from analysis.instruments import discover
from analysis.limits import MILLION
from analysis.moving import ways
from analysis.outcomes import people_and_jobs, values_of
from analysis.scenario import Allocation, Scenario
from analysis.spending import spend, steps
from analysis.yearly import influence_of

STEP = 1e-6
"""Millions by which money is moved to see what a further million would do: one dollar."""


class Worlds:
    """All worlds, and what money (millions by use: instrument x province) does in them."""

    def __init__(
        self, baseline: Baseline, chosen: Sequence[Future], draws: int, plan: Plan
    ) -> None:
        self.baseline, self.plan, self.draws = baseline, plan, draws
        self.values = values_of(baseline, Scenario(name="robust"), draws=draws)
        seekers, vacancies = people_and_jobs(baseline, draws)
        self.count = len(chosen) * draws
        units = baseline.seekers.size
        people, jobs, factors = [], [], []
        for future in chosen:
            influence = influence_of(
                future, baseline=baseline, values=self.values, years=plan.years
            )
            state = judged_year(
                plan,
                baseline=baseline,
                values=self.values,
                influence=influence,
                seekers=seekers,
                vacancies=vacancies,
            )
            shape = (draws, *baseline.seekers.shape)
            people.append(np.broadcast_to(state.seekers[:, 0], shape))
            jobs.append(np.broadcast_to(state.jobs[:, 0], shape))
            at = plan.judged - plan.years[0]
            factors.append([job_factors(influence, baseline, at, draw=d) for d in range(draws)])
        self.people, self.jobs = (np.concatenate(side) for side in (people, jobs))
        self.factors = np.reshape(factors, self.people.shape)
        total = self.people.sum(axis=2, keepdims=True)
        self.trades = np.divide(self.people, total, out=np.zeros_like(self.people), where=total > 0)
        self.keys = [key for key in plan.usable if self._places_near_home(key)]
        self.uses = [(key, code) for key in self.keys for code in baseline.provinces]
        gained = baseline.open_to.copy()
        for key in self.keys:
            gained[:, [baseline.sectors.index(name) for name in discover()[key].opens]] = True
        found = ways(near=baseline.near, open_to=baseline.open_to, gained=gained, opens=[])
        self.network, self.units = found.network, units
        self.most = np.concatenate([self._most(key) for key in self.keys])

    def judge(self, money: Array) -> tuple[Array, Array]:
        """Placed near home in each world, and by how much a further million of each use adds."""
        jobs, gains = self.jobs.copy(), np.zeros_like(self.people)
        steps_of: list[tuple[Array, Array]] = []
        for key, amounts in zip(self.keys, money.reshape(len(self.keys), -1), strict=True):
            now, more = self._does(key, amounts), self._does(key, amounts + STEP)
            jobs += now[0]
            gains += now[1]
            steps_of.append(((more[0] - now[0]) / STEP, (more[1] - now[1]) / STEP))
        none = np.zeros_like(gains)
        flat = [part.reshape(self.count, -1) for part in (self.people, gains, none, jobs)]
        placed, chosen = self.network.cuts(np.concatenate(flat, axis=1))
        cut_gains, cut_jobs = (
            chosen[:, kind * self.units : (kind + 1) * self.units].reshape(self.people.shape)
            for kind in (1, 3)
        )
        slopes = [
            (cut_jobs * jobs_more + cut_gains * gains_more).sum(axis=2)
            for jobs_more, gains_more in steps_of
        ]
        return placed, np.concatenate(slopes, axis=1)

    def scenario(self, money: Array, name: str) -> Scenario:
        """The money as a scenario that can be played."""
        return Scenario(
            name=name,
            allocations=tuple(
                Allocation(
                    instrument=key,
                    place=code,
                    usd=float(usd) * MILLION,
                    first_year=self.plan.start_of(key),
                    years=self.plan.spend_years,
                )
                for (key, code), usd in zip(self.uses, money, strict=True)
                if usd > STEP
            ),
        )

    def _does(self, key: str, millions: Array) -> tuple[Array, Array]:
        """Jobs and people with a trade gained, world x province x sector."""
        baseline, plan = self.baseline, self.plan
        start, at = plan.start_of(key) - plan.years[0], plan.judged - plan.years[0]
        money = np.zeros((len(baseline.provinces), len(plan.years)))
        each = millions[:, None] * MILLION / plan.spend_years
        money[:, start : start + plan.spend_years] = each
        change = spend(discover()[key], money, baseline=baseline, values=self.values).change
        repeat = self.count // self.draws
        jobs = np.zeros((self.draws, *baseline.seekers.shape))
        for sector, lasting in change.lasting_jobs.items():
            jobs[:, :, baseline.sectors.index(sector)] += lasting[:, :, at]
        gains = np.zeros(self.people.shape)
        if change.gain_trade is not None:
            gains = np.tile(change.gain_trade[:, :, at], (repeat, 1))[:, :, None] * self.trades
        return np.tile(jobs, (repeat, 1, 1)) * self.factors, gains

    def _most(self, key: str) -> Array:
        """Millions beyond which nothing is left to buy in any draw."""
        price, ends, _ = steps(
            discover()[key], baseline=self.baseline, values=self.values, years=len(self.plan.years)
        )
        most: Array = (ends[-1] * price)[:, :, 0].max(axis=0) / MILLION
        return most

    def _places_near_home(self, key: str) -> bool:
        if discover()[key].on == "corridor":
            return False
        jobs, gains = self._does(key, np.ones(len(self.baseline.provinces)))
        return bool(jobs.any() or gains.any())
