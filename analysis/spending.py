"""From allocations to what the money does: who gets how much when, what it buys, what is left over.

Money is spent in its year. What it buys comes `lag` years later, over `ramp` years. In each place
the first units come at full return; beyond the capacity returns fall in two steps, concave and
piecewise linear; beyond the last step the money stays unspent. Where a corridor's money goes to
provinces, each gets its share by the scenario's rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.instruments import Change, Instrument, Work, discover
from analysis.parameters import Getter, Values
from analysis.scenario import Allocation, Scenario

HORIZON, CAPACITY = "horizon", "capacity"
"""Why money is unspent: its year comes after the last one played; or nothing is left to buy."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Spent:
    """One instrument's money and what it changes; arrays are draw x place x year.

    `places`: province codes or corridor ids. `left`: dollars without anything to buy, draw x place.
    """

    instrument: Instrument
    places: tuple[str, ...]
    work: Work
    change: Change
    left: Array


def money_by_year(
    scenario: Scenario, baseline: Baseline, years: Sequence[int]
) -> tuple[dict[str, Array], list[tuple[str, str, float]]]:
    """Dollars place x year by instrument, and a list of (instrument, place, dollars) that are late.

    Late is what an allocation would spend after the last of `years`.
    """
    money: dict[str, Array] = {}
    late: list[tuple[str, str, float]] = []
    for allocation in scenario.allocations:
        instrument = discover()[allocation.instrument]
        places = places_of(instrument, baseline)
        table = money.setdefault(allocation.instrument, np.zeros((len(places), len(years))))
        if allocation.first_year < years[0]:
            raise ValueError(
                f"first_year: {allocation.first_year} for {allocation.instrument} in"
                f" {allocation.place} is before {years[0]}, the first year played"
            )
        each = allocation.usd / allocation.years
        start = allocation.first_year - years[0]
        for place, share in _shares(allocation, instrument, baseline, scenario).items():
            table[places.index(place), start : start + allocation.years] += each * share
            over = start + allocation.years - max(len(years), start)
            if over > 0 and allocation.usd > 0:
                late.append((allocation.instrument, place, each * share * over))
    return money, late


def spend(instrument: Instrument, money: Array, *, baseline: Baseline, values: Values) -> Spent:
    """What `money` (place x year) for one instrument does, in every draw of `values`."""
    get = values.of(instrument.key)
    price, ends, slopes = steps(instrument, baseline=baseline, values=values, years=money.shape[1])
    asked = np.cumsum(money, axis=1)[None] / price
    bought = np.minimum(asked, ends[-1])
    gained = returns(bought, ends, slopes)
    spent = np.diff(bought, axis=2, prepend=0.0) * price
    done = np.diff(gained, axis=2, prepend=0.0) @ arrival(get, money.shape[1])
    places = _quantities(instrument, baseline, money.shape[1])
    work = Work(
        get=get,
        places=places,
        sectors=baseline.sectors,
        trades=_trades(baseline),
        done=done,
        begun=np.diff(done, axis=2, prepend=0.0),
        spent=spent,
    )
    return Spent(
        instrument=instrument,
        places=places_of(instrument, baseline),
        work=work,
        change=instrument.effect(work),
        left=(asked - bought)[:, :, -1] * price[:, :, 0],
    )


def steps(
    instrument: Instrument, *, baseline: Baseline, values: Values, years: int
) -> tuple[Array, list[Array], list[Array]]:
    """Dollars per unit, the units at which each step ends, and what a unit gives within it."""
    get = values.of(instrument.key)
    price = np.asarray(instrument.usd_per_unit(get), dtype=float)
    capacity = np.asarray(instrument.capacity(get, _quantities(instrument, baseline, years)))
    if not instrument.falls:
        return price, [capacity], [np.ones_like(price)]
    second = capacity * (1 + get("second_step"))
    third = second + capacity * get("third_step")
    falling = get("falling_return")
    return price, [capacity, second, third], [np.ones_like(falling), falling, falling**2]


def returns(bought: Array, ends: Sequence[Array], slopes: Sequence[Array]) -> Array:
    """Units that money's units give, with returns that fall step by step.

    >>> ends, slopes = [np.array(10.0), np.array(20.0)], [np.array(1.0), np.array(0.5)]
    >>> returns(np.array([5.0, 15.0, 20.0]), ends, slopes).tolist()
    [5.0, 12.5, 15.0]
    """
    starts = [np.zeros_like(ends[0]), *ends[:-1]]
    parts = [
        slope * np.clip(bought - start, 0.0, end - start)
        for start, end, slope in zip(starts, ends, slopes, strict=True)
    ]
    gained: Array = np.sum(parts, axis=0)
    return gained


def arrival(get: Getter, years: int) -> Array:
    """Share of a year's money (rows) that has taken effect by each year (columns), per draw.

    With a lag of one year and a ramp of two: nothing, half, all.

    >>> get = {"lag": np.array([[[1.0]]]), "ramp": np.array([[[2.0]]])}.__getitem__
    >>> arrival(get, 3)[0].tolist()
    [[0.0, 0.5, 1.0], [0.0, 0.0, 0.5], [0.0, 0.0, 0.0]]
    """
    since = np.arange(years)[None, :] - np.arange(years)[:, None]
    share = np.clip((since + 1 - get("lag")) / np.maximum(get("ramp"), 1.0), 0.0, 1.0)
    arrived: Array = np.where(since >= 0, share, 0.0)
    return arrived


def _shares(
    allocation: Allocation, instrument: Instrument, baseline: Baseline, scenario: Scenario
) -> Mapping[str, float]:
    """Places of an allocation, and the share of its money that each gets."""
    place = allocation.place
    known = place in baseline.corridors or place in baseline.provinces
    if not known:
        raise ValueError(
            f"place: {place!r} of {instrument.key} is neither a province nor a corridor. Use one"
            f" of: {', '.join([*baseline.corridors, *baseline.provinces])}"
        )
    if instrument.on == "corridor" or place in baseline.provinces:
        if instrument.on == "corridor" and place not in baseline.corridors:
            raise ValueError(
                f"place: {instrument.key} works along a corridor, and {place} is a province. Use"
                f" one of: {', '.join(baseline.corridors)}"
            )
        return {place: 1.0}
    codes = [baseline.provinces[i] for i in baseline.passes[place]]
    weights = {
        "seekers": baseline.seekers.sum(axis=1),
        "population": baseline.places["population"],
        "equally": pd.Series(1.0, index=baseline.seekers.index),
    }[scenario.split].loc[codes]
    if weights.sum() <= 0:
        weights = weights + 1.0
    return dict(zip(codes, (weights / weights.sum()).tolist(), strict=True))


def places_of(instrument: Instrument, baseline: Baseline) -> tuple[str, ...]:
    """The places that an instrument's money can go to, in the order of its arrays."""
    return tuple(baseline.corridors) if instrument.on == "corridor" else baseline.provinces


def _trades(baseline: Baseline) -> Array:
    """The share of each sector among the seekers of a province; none where there are none."""
    people = baseline.seekers.to_numpy()
    total = people.sum(axis=1, keepdims=True)
    shares: Array = np.divide(people, total, out=np.zeros_like(people), where=total > 0)
    return shares


def _quantities(instrument: Instrument, baseline: Baseline, years: int) -> Mapping[str, Array]:
    if instrument.on == "corridor":
        return {"length_km": np.array(list(baseline.length_km.values()))}
    places = {name: column.to_numpy() for name, column in baseline.places.items()}
    return {
        **{str(name): values for name, values in places.items()},
        "seekers": baseline.seekers.to_numpy().sum(axis=1),
        "vacancies": baseline.vacancies.to_numpy().sum(axis=1),
        "household_years": places["households"] * years,
    }
