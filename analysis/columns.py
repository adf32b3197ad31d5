"""What a dollar does: each instrument in each place as columns of a linear programme.

A column is a step of an instrument's returns in one place, begun in one year: so many dollars wide,
and per dollar so many jobs, people with a trade gained, with support to move, or connected, in the
year that is judged. Returns fall from step to step, so an optimiser takes the steps in order
by itself, and the whole stays linear. Steps of equal return are one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.futures import Influence
from analysis.instruments import Instrument, discover
from analysis.parameters import Values
from analysis.scenario import YEARS
from analysis.spending import Spent, places_of, spend, steps
from analysis.yearly import Yearly, share_along, yearly

KINDS = ("jobs", "gain_trade", "move")


@dataclass(frozen=True, kw_only=True, eq=False)
class Column:
    """One step of an instrument's returns in one place, begun in one year.

    `usd`: its width. `per_usd`: by kind (or corridor), province x sector. `gains`, `women`: per
    dollar, people who gain a lasting job, a trade or a move, and the women among them.
    """

    instrument: str
    place: str
    first_year: int
    usd: float
    per_usd: Mapping[str, Array]
    gains: float
    women: float


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How money is spent in a programme: over `spend_years` years, from `first_year` on.

    `judged`: the year whose placements count. `starts`: instruments that may begin only in another
    year. `instruments`: those that may be used; all where empty. A programme does not choose
    years: with no limit by year it would always begin at once.
    """

    years: tuple[int, ...] = YEARS
    judged: int = YEARS[-1]
    first_year: int = YEARS[0]
    starts: Mapping[str, int] = field(default_factory=dict)
    spend_years: int = 3
    instruments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse years that do not fit together."""
        if self.judged not in self.years:
            raise ValueError(f"judged: {self.judged} is not one of the years played. Choose one")
        for key in (*self.instruments, *self.starts):
            if key not in discover():
                raise ValueError(
                    f"instruments: there is no {key!r}. Use some of: {', '.join(discover())}"
                )
        for year in (self.first_year, *self.starts.values()):
            if not self.years[0] <= year <= self.years[-1] + 1 - self.spend_years:
                raise ValueError(
                    f"first_year: money from {year} over {self.spend_years} years is not spent"
                    f" within {self.years[0]} to {self.years[-1]}. Begin earlier, or spend faster"
                )

    @property
    def usable(self) -> tuple[str, ...]:
        """The instruments that may be used."""
        return self.instruments or tuple(discover())

    def start_of(self, key: str) -> int:
        """The year in which money for an instrument begins."""
        return self.starts.get(key, self.first_year)


def columns(
    plan: Plan, *, baseline: Baseline, values: Values, influence: Influence, today: Yearly
) -> list[Column]:
    """All columns of a plan; `today` is the judged year without any money (one draw)."""
    made: list[Column] = []
    for key in plan.usable:
        instrument, first = discover()[key], plan.start_of(key)
        made += _of_instrument(instrument, first, plan, baseline, values, influence, today)
    return made


def _of_instrument(
    instrument: Instrument,
    first: int,
    plan: Plan,
    baseline: Baseline,
    values: Values,
    influence: Influence,
    today: Yearly,
) -> list[Column]:
    price, ends, _ = steps(instrument, baseline=baseline, values=values, years=len(plan.years))
    last = (ends[-1] * price)[0, :, 0]
    # While a ramp is not over, a step begins to show in the year in which spending reaches it.
    stops = [
        np.minimum((end * price)[0, :, 0] * plan.spend_years / year, last)
        for end in ends
        for year in range(1, plan.spend_years + 1)
    ]
    table = np.sort(np.array(stops), axis=0)
    places = places_of(instrument, baseline)
    before = _effects(instrument, 0 * last, first, plan, baseline, values, influence, today)
    found: list[list[Column]] = [[] for _ in places]
    usd_before = np.zeros(len(places))
    for usd in table:
        after = _effects(instrument, usd, first, plan, baseline, values, influence, today)
        for i, place in enumerate(places):
            width = usd[i] - usd_before[i]
            if width > 1e-6 * max(last[i], 1.0):
                per_usd = {
                    kind: (effect[i] - before.kinds[kind][i]) / width
                    for kind, effect in after.kinds.items()
                }
                gains, women = (
                    float((now[i] - then[i]) / width)
                    for now, then in ((after.gains, before.gains), (after.women, before.women))
                )
                column = Column(
                    instrument=instrument.key,
                    place=place,
                    first_year=first,
                    usd=float(width),
                    per_usd=per_usd,
                    gains=gains,
                    women=women,
                )
                _join(found[i], column)
        before, usd_before = after, usd
    return [column for of_place in found for column in of_place]


@dataclass(frozen=True, kw_only=True, eq=False)
class _Effects:
    """By kind, place x province x sector; people who gain, and women, by place."""

    kinds: Mapping[str, Array]
    gains: Array
    women: Array


def _effects(
    instrument: Instrument,
    usd: Array,
    first: int,
    plan: Plan,
    baseline: Baseline,
    values: Values,
    influence: Influence,
    today: Yearly,
) -> _Effects:
    """What `usd` in each place does by the judged year, each place on its own."""
    start, at = first - plan.years[0], plan.judged - plan.years[0]
    money = np.zeros((len(usd), len(plan.years)))
    money[:, start : start + plan.spend_years] = usd[:, None] / plan.spend_years
    spent = spend(instrument, money, baseline=baseline, values=values)
    people = today.seekers[0, 0]
    total = people.sum(axis=1, keepdims=True)
    trades = np.divide(people, total, out=np.zeros_like(people), where=total > 0)
    kinds: dict[str, Array] = {}
    jobs = np.zeros((len(usd), *people.shape))
    for sector, lasting in spent.change.lasting_jobs.items():
        where = share_of(spent, baseline)
        jobs[:, :, baseline.sectors.index(sector)] += where * lasting[0, :, at, None]
    gains = jobs.sum(axis=(1, 2))
    kinds["jobs"] = jobs * job_factors(influence, baseline, at)
    for kind in ("gain_trade", "move"):
        given = getattr(spent.change, kind)
        if given is not None:
            kinds[kind] = np.eye(len(usd))[:, :, None] * (given[0, :, at, None, None] * trades)
            gains = gains + given[0, :, at]
    if spent.change.connected is not None:
        for c, corridor in enumerate(spent.places):
            along = np.zeros((len(people), 1))
            along[baseline.passes[corridor]] = 1.0
            kinds[corridor] = np.zeros((len(usd), *people.shape))
            kinds[corridor][c] = spent.change.connected[0, c, at] * along * people
    women = gains * values.of(instrument.key)("women_share")[0, 0, 0]
    return _Effects(kinds=kinds, gains=gains, women=women)


def share_of(spent: Spent, baseline: Baseline) -> Array:
    """Place x province: which provinces the jobs of a place are in."""
    if spent.instrument.on == "corridor":
        return share_along(spent.places, baseline)
    return np.eye(len(spent.places))


def job_factors(influence: Influence, baseline: Baseline, at: int, *, draw: int = 0) -> Array:
    """The future's factor on jobs in the year at `at`, province x sector, in one draw."""
    factors = np.ones((len(baseline.provinces), len(baseline.sectors)))
    for sector, factor in influence.jobs.items():
        if sector in baseline.sectors:
            of_draw = factor[draw if len(factor) > 1 else 0]
            factors[:, baseline.sectors.index(sector)] = of_draw[:, at]
    return factors


def judged_year(
    plan: Plan,
    *,
    baseline: Baseline,
    values: Values,
    influence: Influence,
    seekers: Array,
    vacancies: Array,
) -> Yearly:
    """The judged year without any money: draw x 1 x province x sector."""
    state = yearly(
        baseline,
        spent=(),
        influence=influence,
        seekers=seekers,
        vacancies=vacancies,
        years=plan.years,
        values=values,
    )
    at = plan.judged - plan.years[0]
    cut = np.s_[:, at : at + 1]
    return Yearly(seekers=state.seekers[cut], jobs=state.jobs[cut], connections={})


def _join(of_place: list[Column], column: Column) -> None:
    """Add a step; make it one with the step before where their returns are the same."""
    if of_place and _alike(of_place[-1], column):
        last = of_place.pop()
        column = Column(**{**vars(column), "usd": last.usd + column.usd})
    of_place.append(column)


def _alike(one: Column, other: Column) -> bool:
    pairs: Sequence[tuple[Array, Array]] = [
        (one.per_usd[kind], other.per_usd[kind]) for kind in one.per_usd
    ]
    return all(np.allclose(a, b, rtol=1e-7, atol=1e-18) for a, b in pairs)
