"""A scenario in a future, played: every outcome by draw and year, before anybody looks at it.

Years are stages of the same people, not flows: by the end of year t so many of the seekers can be
in a lasting job. Who is placed stays counted; nobody is hired, dismissed and hired again.

    in need      = seekers - placed near home - placed after moving
    more placed  = placed, minus those placed in the same future without any of the money
    mean income  = income now + more placed against today * (wage - income in need) / seekers
                   + placed * (wage - wage today) / seekers
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.futures import Future
from analysis.instruments import discover
from analysis.parameters import Case, Values
from analysis.placing import Placed, place
from analysis.scenario import Scenario
from analysis.spending import Spent, money_by_year, spend
from analysis.yearly import Yearly, influence_of, yearly

OUTCOMES = (
    "seekers",
    "placed_near_home",
    "placed_after_moving",
    "still_in_need",
    "shortage",
    "spatial",
    "skills",
    "more_placed",
    "more_near_home",
    "lasting_jobs",
    "job_years",
    "households_relieved",
    "households_protected",
    "mean_income",
    "women_share",
    "usd_spent",
    "usd_unspent",
    "usd_per_placement",
)
"""All outcomes. `job_years` and `households_protected` are of the year, the others are by then."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Played:
    """Everything about one scenario in one future; `outcomes` are draw x year."""

    scenario: Scenario
    future: Future
    years: tuple[int, ...]
    spent: tuple[Spent, ...]
    late: tuple[tuple[str, str, float], ...]
    state: Yearly
    placed: Placed
    outcomes: Mapping[str, Array]


def run(
    baseline: Baseline,
    scenario: Scenario,
    future: Future,
    years: Sequence[int],
    *,
    draws: int | None = None,
    cases: Sequence[Case] = (),
    judged: Sequence[int] | None = None,
) -> Played:
    """Play `scenario` in `future`: centrally, or in `draws`, or in one draw a case.

    A case is central but for the parameters that it names. `judged`: the years that are looked at,
    all where it is None; outcomes are then of these only.
    """
    values = values_of(baseline, scenario, draws=draws, cases=cases)
    seekers, vacancies = people_and_jobs(baseline, draws)
    if cases:
        seekers, vacancies = (np.repeat(side, len(cases), axis=0) for side in (seekers, vacancies))
    at = range(len(years)) if judged is None else [years.index(year) for year in judged]
    money, late = money_by_year(scenario, baseline, years)
    spent = tuple(
        spend(discover()[key], table, baseline=baseline, values=values)
        for key, table in sorted(money.items())
        if table.any()
    )
    influence = influence_of(future, baseline=baseline, values=values, years=years)
    stages = partial(yearly, baseline, influence=influence, years=years, values=values)
    state = stages(spent=spent, seekers=seekers, vacancies=vacancies)
    state = state.only(at)
    nothing = state
    if spent:
        nothing = stages(spent=(), seekers=seekers, vacancies=vacancies).only(at)
    placed = place(state, baseline)
    before = place(nothing, baseline) if spent else placed
    today = before.in_all[:, :1] if future.key == "none" else _today(baseline, seekers, vacancies)
    wage = values.of("all")("wage_placed")[:, 0]
    paid = wage if influence.wage is None else wage * influence.wage[:, 0][:, at]
    more = placed.in_all - before.in_all
    whole = (len(more), len(years))
    cost, left = (part[:, at] for part in _money(spent, late, whole))
    total = np.maximum(placed.seekers, 1e-9)
    lift = (placed.in_all - today) * (wage - values.of("all")("income_in_need")[:, 0])
    jobs = state.jobs.sum(axis=(2, 3)) - nothing.jobs.sum(axis=(2, 3))
    outcomes = {
        "seekers": placed.seekers,
        "placed_near_home": placed.near_home,
        "placed_after_moving": placed.after_moving,
        "still_in_need": placed.in_need,
        "shortage": placed.shortage,
        "spatial": placed.spatial,
        "skills": placed.skills,
        "more_placed": more,
        "more_near_home": placed.near_home - before.near_home,
        "lasting_jobs": jobs,
        "job_years": _summed(spent, "job_years", whole)[:, at],
        "households_relieved": _summed(spent, "relieved", whole)[:, at],
        "households_protected": _summed(spent, "protected", whole)[:, at],
        "mean_income": baseline.income_now + (lift + placed.in_all * (paid - wage)) / total,
        "women_share": _women(spent, whole)[:, at],
        "usd_spent": cost,
        "usd_unspent": left,
        "usd_per_placement": np.divide(
            cost, more, out=np.full(more.shape, np.nan), where=more > 0.5
        ),
    }
    return Played(
        scenario=scenario,
        future=future,
        years=tuple(years[i] for i in at),
        spent=spent,
        late=tuple(late),
        state=state,
        placed=placed,
        outcomes=outcomes,
    )


def values_of(
    baseline: Baseline, scenario: Scenario, *, draws: int | None = None, cases: Sequence[Case] = ()
) -> Values:
    """The parameters of the table with the scenario's own in their place."""
    for key in scenario.overrides:
        if key not in baseline.parameters:
            raise ValueError(
                f"overrides: {scenario.name} sets {key}, which is no parameter. Use a key of the"
                " table, such as sez_upgrade.usd_per_job"
            )
    parameters = {**baseline.parameters, **scenario.overrides}
    return Values(parameters, draws=draws, seed=baseline.seed, cases=cases)


def people_and_jobs(baseline: Baseline, draws: int | None) -> tuple[Array, Array]:
    """Seekers and vacancies draw x province x sector; central where `draws` is None."""
    central = (baseline.seekers.to_numpy()[None], baseline.vacancies.to_numpy()[None])
    if draws is None:
        return central
    if baseline.seekers_draws is None or baseline.vacancies_draws is None:
        people, jobs = (np.repeat(side, draws, axis=0) for side in central)
        return people, jobs
    if draws > len(baseline.seekers_draws):
        raise ValueError(
            f"draws: {draws} asked for, but the baseline has {len(baseline.seekers_draws)}."
            " Ask for fewer"
        )
    return baseline.seekers_draws[:draws], baseline.vacancies_draws[:draws]


def _today(baseline: Baseline, seekers: Array, vacancies: Array) -> Array:
    """Placed in all with the seekers and vacancies of today, draw x 1."""
    state = Yearly(seekers=seekers[:, None], jobs=vacancies[:, None], connections={})
    return place(state, baseline).in_all


def _money(
    spent: Sequence[Spent], late: Sequence[tuple[str, str, float]], shape: tuple[int, int]
) -> tuple[Array, Array]:
    """Dollars spent by each year, and all dollars left over, draw x year."""
    cost = np.zeros(shape)
    left = np.full(shape, sum((usd for *_, usd in late), 0.0))
    for one in spent:
        cost += np.cumsum(one.work.spent.sum(axis=1), axis=1)
        left += one.left.sum(axis=1)[:, None]
    return cost, left


def _summed(spent: Sequence[Spent], name: str, shape: tuple[int, ...]) -> Array:
    total = np.zeros(shape)
    for one in spent:
        values = getattr(one.change, name)
        if values is not None:
            total += values.sum(axis=1)
    return total


def _women(spent: Sequence[Spent], shape: tuple[int, ...]) -> Array:
    """Women among those who gain a lasting job, a trade or a move; nan where nobody does."""
    gained, women = np.zeros(shape), np.zeros(shape)
    for one in spent:
        change = one.change
        parts = [*change.lasting_jobs.values(), change.gain_trade, change.move]
        people = sum((part.sum(axis=1) for part in parts if part is not None), np.zeros(shape))
        gained += people
        women += people * one.work.get("women_share")[:, 0]
    share: Array = np.divide(women, gained, out=np.full(shape, np.nan), where=gained > 0)
    return share
