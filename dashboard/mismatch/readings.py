"""Every measure of a case: by province as a reading, for the country as a figure."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.certainty import RankCertainty, rank_certainty, sign_certainty
from analysis.checks import Array
from analysis.measures import Measure, discover, local_clusters
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case, Market, Side, market
from dashboard.mismatch.ranges import ranged, ranges, within
from dashboard.mismatch.remembered import remembered
from geodata import Figure
from geodata.provinces import CODES, fewer
from layers import Reading

DRAWS_OF_BOTH = fewer(500)
"""Draws of what takes provinces and sectors together."""

SURE = 0.9
"""A sign is certain where it is the same in this share of draws; else the map hatches it."""


def province_measures() -> Mapping[str, Measure]:
    """The measures that give each province a number with a range."""
    return {
        key: one
        for key, one in discover().items()
        if one.scope == "province" and one.categories is None
    }


@remembered(8)
def readings(case: Case) -> Mapping[str, Reading]:
    """Both sides, then the measures of provinces, by key."""
    here = market(case)
    found = {"seekers": _side_reading(here.seekers), "vacancies": _side_reading(here.vacancies)}
    for key, measure in province_measures().items():
        values = measure.compute(**here.arguments(measure))
        found[key] = _reading(values, _drawn(measure, here), measure=measure, here=here)
    return found


def _drawn(measure: Measure, here: Market) -> Array:
    if measure.draws is None:
        raise TypeError(f"analysis/measures/{measure.key}.py: a measure of provinces has draws")
    others = {
        name: value.to_numpy() if isinstance(value, pd.DataFrame) else value
        for name, value in here.others(measure).items()
    }
    return measure.draws(here.seekers.count.draws, here.vacancies.count.draws, **others)


def _reading(
    values: "pd.Series[float]", draws: Array, *, measure: Measure, here: Market
) -> Reading:
    low, high = ranges(draws)
    figures = {
        code: within(
            float(values[code]),
            float(low[i]),
            float(high[i]),
            factor=measure.factor,
            source_ids=here.source_ids,
            as_of=here.as_of,
        )
        for i, code in enumerate(CODES)
        if not np.isnan(values[code])
    }
    return Reading(values=figures, national=None, draws=measure.factor * draws)


def _side_reading(side: Side) -> Reading:
    return Reading(
        values=side.count.figures(source_ids=side.source_ids, as_of=side.as_of, counted=side.known),
        national=ranged(
            float(side.count.central.sum()),
            side.count.draws.sum(axis=1),
            source_ids=side.source_ids,
            as_of=side.as_of,
        ),
        draws=side.count.draws,
    )


@remembered(16)
def national(case: Case) -> Mapping[str, Figure]:
    """The measures of the whole country that draws can follow, by key.

    One that takes sectors comes three times: by province, by sector and by both.
    """
    here = market(case)
    found = {}
    for measure in discover().values():
        if measure.scope != "national" or measure.draws is None:
            continue
        others = here.others(measure)
        for name, (central, drawn) in _levels(measure, here).items():
            found[name] = ranged(
                measure.compute(*central, **others),
                measure.draws(*drawn, **others),
                factor=measure.factor,
                source_ids=here.source_ids,
                as_of=here.as_of,
            )
    return found


def _levels(measure: Measure, here: Market) -> Mapping[str, Any]:
    """Seekers and vacancies, central and drawn: by province, by sector and by both."""
    sides = (here.seekers, here.vacancies)
    levels: dict[str, Any] = {
        measure.key: ([side.series for side in sides], [side.count.draws for side in sides])
    }
    if measure.by_market:
        trades = [pd.Series(side.trades_of_all.central, index=list(side.sectors)) for side in sides]
        levels[f"{measure.key}_sector"] = (trades, [side.trades_of_all.draws for side in sides])
        flat = [side.table_draws(DRAWS_OF_BOTH).reshape(DRAWS_OF_BOTH, -1) for side in sides]
        levels[f"{measure.key}_both"] = ([side.table for side in sides], flat)
    return levels


@remembered(16)
def clusters(case: Case) -> pd.DataFrame:
    """Local clusters, from rates per 1,000 people of working age."""
    measure = discover()["local_clusters"]
    return local_clusters(**market(case).arguments(measure))


@of_data(64)
def unsure(case: Case, key: str) -> frozenset[str]:
    """Provinces in which the sign of a signed measure is not certain."""
    certainty = sign_certainty(_draws_of(case, key))["certainty"]
    return frozenset(certainty.index[certainty < SURE])


@of_data(64)
def ranks(case: Case, key: str) -> RankCertainty:
    """How sure the first three places of a measure are."""
    return rank_certainty(_draws_of(case, key))


def _draws_of(case: Case, key: str) -> pd.DataFrame:
    return pd.DataFrame(readings(case)[key].draws, columns=list(CODES))
