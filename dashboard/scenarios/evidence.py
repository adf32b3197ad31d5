"""Outcomes of scenarios as figures: their range from the common draws, and what they rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from dashboard.data_here import of_data
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.ranges import ranged
from dashboard.scenarios.played import Played, central, drawn
from dashboard.world import world
from geodata import Figure, joined


def ranged_outcome(asked: Played, *, outcome: str, year: int) -> Figure:
    """One outcome of a scenario in a year; nan counts as zero people."""
    value = float(central(asked).by_year[outcome].loc[year])
    draws = np.nan_to_num(drawn(asked).of(outcome, year))
    return ranged(
        0.0 if np.isnan(value) else value,
        draws,
        source_ids=sources_of(asked),
        as_of=market(asked.case).as_of,
    )


def resting_on(case: Case, figures: Iterable[Figure]) -> Mapping[str, Figure]:
    """The figures for a line of evidence; it says `assumed` too where the reader has set something.

    What a reader has set has no source: date and sources stay those of the figures.
    """
    found = list(figures)
    own = [replace(found[0], status="assumed")] if case.settings and found else []
    return {str(at): figure for at, figure in enumerate([*found, *own])}


def sources_of(asked: Played) -> tuple[str, ...]:
    """Sources of the market and of the parameters of the instruments in the plan."""
    used = frozenset(one.instrument for one in asked.plan)
    return _sources(asked.case, used)


@of_data(128)
def _sources(case: Case, instruments: frozenset[str]) -> tuple[str, ...]:
    rows = world().geodata.rows("instruments")
    return joined(
        *(row.source_id for row in rows if row.instrument in {*instruments, "all"}),
        market(case).source_ids,
    )
