"""The best use of a budget when nobody knows which future comes: over futures and draws at once.

One allocation is judged in many worlds (futures x draws). `mean` makes the mean number of
placements near home as large as can be; `worst_tenth` the mean over the tenth of worlds where it
places fewest (conditional value at risk, Rockafellar and Uryasev 2000).

In every world placements are concave in the money, so the plane through an answer, with the slopes
of the smallest cut there, lies nowhere below them. A programme over the money with the planes so
far bounds the optimum from above, and playing its answer bounds it from below, until the two are
within `gap` of each other (Kelley 1960). Nothing in between is sampled or smoothed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.columns import Plan, job_factors, judged_year
from analysis.futures import Future
from analysis.futures import discover as futures
from analysis.instruments import discover
from analysis.limits import MILLION, Limits, money_rows
from analysis.moving import ways
from analysis.outcomes import people_and_jobs, values_of
from analysis.play import known_future
from analysis.scenario import YEARS, Allocation, Scenario
from analysis.spending import spend, steps
from analysis.yearly import influence_of

Aim = Literal["mean", "worst_tenth"]
WORST = 0.1
"""Share of worlds that `worst_tenth` looks at."""

_STEP = 1e-6
_ROUNDS = 400
_INWARD = 0.3
_PATIENCE = 6


@dataclass(frozen=True, kw_only=True, eq=False)
class RobustOptimum:
    """The allocation and how sure it is the best.

    `value`: what the aim reaches (people placed near home); `bound`: no allocation reaches more;
    `placed`: by world, in the order of `worlds` (future, draw). `finished`: False where it was
    cancelled; value and bound then say how much could still be gained.
    """

    scenario: Scenario
    aim: Aim
    value: float
    bound: float
    placed: Array
    worlds: tuple[tuple[str, int], ...]
    finished: bool


def robust(
    baseline: Baseline,
    usd: float,
    *,
    aim: Aim = "mean",
    scenarios_in: Sequence[str | Future] = (),
    draws: int = 10,
    plan: Plan | None = None,
    limits: Limits | None = None,
    gap: float = 2e-3,
    progress: Callable[[int, float, float], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    name: str = "Best in many futures",
) -> RobustOptimum:
    """The best use of `usd` over `scenarios_in` (all futures where empty) times `draws`.

    Only instruments that make jobs or open trades near home take part, and no share of women can be
    asked for. `gap`: how far below the best it may stay, as a share of what the money gains.
    `progress` is told the round and both bounds; `cancelled` is asked after each round.
    """
    if aim not in get_args(Aim):
        raise ValueError(f"aim: there is no {aim!r}. Use one of: {', '.join(get_args(Aim))}")
    if not (np.isfinite(usd) and usd >= 0):
        raise ValueError(f"usd: {usd} is no budget. Write dollars of zero or more")
    if draws < 1:
        raise ValueError(f"draws: {draws} is fewer than one")
    chosen = [known_future(one) for one in (scenarios_in or tuple(futures()))]
    worlds = _Worlds(baseline, chosen, draws, plan or _default_plan())
    rows_of = money_rows(
        usd,
        limits or Limits(),
        uses=worlds.uses,
        baseline=baseline,
        width=len(worlds.uses) + worlds.count + 1,
    )
    master = _Master(aim, worlds, rows_of.upper())
    nothing, _ = worlds.judge(np.zeros(len(worlds.uses)))
    base = master.worth(nothing)
    best: Array = np.zeros(len(worlds.uses))
    value, placed, finished = -np.inf, nothing, False
    bound = np.inf
    for turn in range(1, _ROUNDS + 1):
        answer, roof = master.solve()
        bound = min(bound, roof)
        # Half-way back to the best so far: far answers say little, they swing from side to side.
        money = answer if turn == 1 else best + _INWARD * (answer - best)
        there, slopes = worlds.judge(money)
        master.add(money, there, slopes)
        if master.worth(there) > value:
            best, value, placed = money, master.worth(there), there
        if progress:
            progress(turn, value, bound)
        if bound - value <= gap * max(bound - base, 1.0):
            finished = True
            break
        if cancelled():
            break
    return RobustOptimum(
        scenario=worlds.scenario(best, name),
        aim=aim,
        value=value,
        bound=bound,
        placed=placed,
        worlds=tuple((future.key, draw) for future in chosen for draw in range(draws)),
        finished=finished,
    )


def _default_plan() -> Plan:
    return Plan(years=YEARS, judged=YEARS[-1], first_years=YEARS[:1])


class _Worlds:
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
            now, more = self._does(key, amounts), self._does(key, amounts + _STEP)
            jobs += now[0]
            gains += now[1]
            steps_of.append(((more[0] - now[0]) / _STEP, (more[1] - now[1]) / _STEP))
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
                    first_year=self.plan.first_years[0],
                    years=self.plan.spend_years,
                )
                for (key, code), usd in zip(self.uses, money, strict=True)
                if usd > _STEP
            ),
        )

    def _does(self, key: str, millions: Array) -> tuple[Array, Array]:
        """Jobs and people with a trade gained, world x province x sector."""
        baseline, plan = self.baseline, self.plan
        start, at = plan.first_years[0] - plan.years[0], plan.judged - plan.years[0]
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


class _Master:
    """The programme over the money, one bound by world, and the planes found so far."""

    def __init__(self, aim: Aim, worlds: _Worlds, rows: tuple[object, Array]) -> None:
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
        if self._aim == "mean":
            return float(placed.mean())
        worst, weight = np.sort(placed), WORST * len(placed)
        shares = np.clip(weight - np.arange(len(placed)), 0.0, 1.0)
        return float(worst @ shares / weight)

    def solve(self) -> tuple[Array, float]:
        """The best money as far as the planes tell, and its worth: an upper bound."""
        from scipy.optimize import linprog
        from scipy.sparse import csr_array, eye_array, hstack, vstack

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
