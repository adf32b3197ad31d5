"""Scenarios side by side: outcomes with ranges, paths over years, and who is ahead how often.

Ranges and differences come from the draws that all scenarios share; the values themselves are the
central results, so that a difference is always what two values of the table are apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.checks import Array
from analysis.compare import FEWER_IS_BETTER, better
from analysis.drawn import HIGH, LOW
from analysis.scenario import YEARS
from dashboard.mismatch.market import market
from dashboard.mismatch.ranges import within
from dashboard.scenarios.asked import STATUS_QUO, Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import sources_of
from dashboard.scenarios.played import Played, central, drawn
from dashboard.world import world
from geodata import Figure, joined

NEAR_HOME = "more_near_home"
AFTER_MOVING = "more_after_moving"
_SUMMED = frozenset({"job_years", "households_protected"})
_NOT_JUDGED = frozenset({"usd_spent", AFTER_MOVING})
_SURE = 0.9
_DIGITS = 6


@dataclass(frozen=True, kw_only=True)
class Told:
    """How an outcome is told: times `factor`, with so many `decimals` at most."""

    factor: float = 1.0
    decimals: int = 0


OUTCOMES: Mapping[str, Told] = {
    NEAR_HOME: Told(),
    AFTER_MOVING: Told(),
    "still_in_need": Told(),
    "shortage": Told(),
    "spatial": Told(),
    "skills": Told(),
    "mean_income": Told(decimals=1),
    "women_share": Told(factor=100.0),
    "lasting_jobs": Told(),
    "job_years": Told(),
    "households_relieved": Told(),
    "households_protected": Told(),
    "usd_spent": Told(factor=1e-6, decimals=1),
    "usd_unspent": Told(factor=1e-6, decimals=1),
    "usd_per_placement": Told(),
}
"""Outcomes of the table. Job-years and years of protected households are summed up to the year."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Path:
    """One outcome of a scenario over the years; None where it is not defined."""

    chosen: Chosen
    figures: Mapping[int, Figure | None]


@dataclass(frozen=True, kw_only=True)
class Lead:
    """By how much one scenario is ahead of another, and in which share of the draws."""

    ahead: Chosen
    behind: Chosen
    figure: Figure
    share: float

    @property
    def sure(self) -> bool:
        """Whether the order holds in nine of ten draws or more."""
        return self.share >= _SURE


def path(asked: Asked, chosen: Chosen, outcome: str) -> Path:
    """`outcome` of one scenario in every year, with its range."""
    played = chosen.played(asked)
    return Path(chosen=chosen, figures={year: _figure(played, outcome, year) for year in YEARS})


def central_path(played: Played, outcome: str) -> Mapping[int, float]:
    """`outcome` of one scenario in every year without ranges, told as in `OUTCOMES`."""
    values = _worked_out(central(played).played.outcomes, outcome)[0]
    factor = OUTCOMES[outcome].factor
    return {year: factor * float(value) for year, value in zip(YEARS, values, strict=True)}


def outcomes(asked: Asked, chosen: Chosen) -> Mapping[str, Figure | None]:
    """Every outcome of one scenario in the year that is asked for; None where not defined."""
    played = chosen.played(asked)
    return {outcome: _figure(played, outcome, asked.year) for outcome in OUTCOMES}


def near_home(asked: Asked, chosen: Chosen) -> Figure:
    """More people placed near home in the year that is asked for; always defined."""
    figure = _figure(chosen.played(asked), NEAR_HOME, asked.year)
    if figure is None:
        raise ValueError(f"{chosen.key}: nobody can say how many are placed near home")
    return figure


def best_in_row(figures: Mapping[str, Figure | None], outcome: str) -> frozenset[str]:
    """Keys of the best; none where all are alike, or where more is neither better nor worse."""
    values = {key: figure.value for key, figure in figures.items() if figure is not None}
    if outcome in _NOT_JUDGED or len(values) < 2 or len(set(values.values())) == 1:
        return frozenset()
    best = (min if outcome in FEWER_IS_BETTER else max)(values.values())
    return frozenset(key for key, value in values.items() if value == best)


def lead(asked: Asked, ahead: Chosen, behind: Chosen, outcome: str = NEAR_HOME) -> Lead:
    """`ahead` against `behind` over the common draws; the value is the central difference."""
    first, second = ahead.played(asked), behind.played(asked)
    found = better(drawn(first), drawn(second), outcome, asked.year)
    values = [float(central(one).by_year[outcome].loc[asked.year]) for one in (first, second)]
    return Lead(
        ahead=ahead,
        behind=behind,
        figure=within(
            values[0] - values[1],
            found.low,
            found.high,
            source_ids=joined(sources(first), sources(second)),
            as_of=market(asked.case).as_of,
        ),
        share=found.share,
    )


def best_against_others(asked: Asked, chosen: Sequence[Chosen]) -> tuple[Lead, ...]:
    """The one that places most near home against each other one, the nearest rival first."""
    at_year = {
        one.key: float(central(one.played(asked)).by_year[NEAR_HOME].loc[asked.year])
        for one in chosen
    }
    order = sorted(chosen, key=lambda one: -at_year[one.key])
    return tuple(lead(asked, order[0], other) for other in order[1:])


def usd(chosen: Chosen) -> float:
    """Dollars of a scenario, spent or not."""
    return float(sum(one.usd for one in chosen.plan))


def usd_by_instrument(chosen: Chosen) -> Mapping[str, float]:
    """Dollars of a scenario by instrument."""
    found: dict[str, float] = {}
    for one in chosen.plan:
        found[one.instrument] = found.get(one.instrument, 0.0) + one.usd
    return found


def sources(played: Played) -> tuple[str, ...]:
    """Sources of the market, of the instruments in the plan, and of the future it is played in."""
    if played.future == STATUS_QUO:
        return sources_of(played)
    rows = world().geodata.rows("futures")
    mine = (row.source_id for row in rows if row.future == played.future)
    return joined(sources_of(played), *mine)


def _figure(played: Played, outcome: str, year: int) -> Figure | None:
    at = YEARS.index(year)
    values, draws = _values(played, outcome)
    known = draws[~np.isnan(draws[:, at]), at]
    if np.isnan(values[at]) or not len(known):
        return None
    low, high = np.percentile(known, [LOW, HIGH]).tolist()
    return within(
        float(values[at]),
        low,
        high,
        factor=OUTCOMES[outcome].factor,
        source_ids=sources(played),
        as_of=market(played.case).as_of,
    )


def _values(played: Played, outcome: str) -> tuple[Array, Array]:
    """An outcome by year: the central result, and each draw."""
    values = _worked_out(central(played).played.outcomes, outcome)
    draws = _worked_out(drawn(played).outcomes, outcome)
    return values[0], draws


def _worked_out(found: Mapping[str, Array], outcome: str) -> Array:
    """Draw x year, without the noise of the last digits."""
    values = found["more_placed"] - found[NEAR_HOME] if outcome == AFTER_MOVING else found[outcome]
    rounded: Array = np.round(values.cumsum(axis=1) if outcome in _SUMMED else values, _DIGITS)
    return rounded
