"""Counts that were loaded, in the place of estimates; the rest shares what is left of the total."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from geodata import Figure, Geodata, figure_of, joined, weakest
from geodata.loadable import ALL_SECTORS
from geodata.own import OWN
from geodata.provinces import CODES
from layers._estimation import Array, Estimate

Counts = Mapping[str, Figure]
"""Counted provinces by code; all others are estimated."""


def counts_of(geodata: Geodata, table: str) -> Counts:
    """The counts of a table with one row a province."""
    return {row.province_code: figure_of(row) for row in geodata.rows(table)}


def vacancies_counted(geodata: Geodata) -> Counts:
    """Counted vacancies by province, those of all sectors together."""
    found: dict[str, list[Figure]] = {}
    for row in geodata.rows("counted_vacancies"):
        found.setdefault(row.province_code, []).append(figure_of(row))
    return {code: summed(figures) for code, figures in found.items()}


def trades_counted(geodata: Geodata, sectors: tuple[str, ...]) -> Mapping[str, Array]:
    """Shares of `sectors` by province code, where vacancies were counted by sector."""
    found: dict[str, dict[str, float]] = {}
    for row in geodata.rows("counted_vacancies"):
        if row.sector != ALL_SECTORS:
            found.setdefault(row.province_code, {})[row.sector] = row.value
    shares = {}
    for code, values in found.items():
        by_sector = np.array([values.get(sector, 0.0) for sector in sectors])
        if by_sector.sum() > 0:
            shares[code] = by_sector / by_sector.sum()
    return shares


def anchored(estimate: Estimate, counts: Counts) -> Estimate:
    """`estimate` with counted provinces as counted, the others scaled to what is left.

    The total stays, of the central values and of each draw, unless the counts alone are more;
    with every province counted it is the sum of the counts.
    """
    if not counts:
        return estimate
    known = np.array([code in counts for code in CODES])
    values = np.array([counts[code].value if code in counts else 0.0 for code in CODES])
    return Estimate(
        central=_filled(estimate.central[None, :], known=known, values=values)[0],
        draws=_filled(estimate.draws, known=known, values=values),
    )


def _filled(rows: Array, *, known: NDArray[np.bool_], values: Array) -> Array:
    totals = rows.sum(axis=1, keepdims=True)
    open_rows = np.where(known, 0.0, rows)
    open_totals = open_rows.sum(axis=1, keepdims=True)
    left = np.maximum(totals - values.sum(), 0.0)
    scale = np.divide(left, open_totals, out=np.zeros_like(left), where=open_totals > 0)
    filled: Array = open_rows * scale + values
    return filled


def national_of(total: Figure, counts: Counts) -> Figure:
    """The country's figure: that of `total`, or the sum of the counts where all are counted."""
    return summed(list(counts.values())) if len(counts) == len(CODES) else total


def rate_of(figure: Figure, factor: float, *, sources: tuple[str, ...]) -> Figure:
    """A counted figure times `factor`, which rests on `sources`."""
    return Figure(
        value=figure.value * factor,
        low=None if figure.low is None else figure.low * factor,
        high=None if figure.high is None else figure.high * factor,
        status=weakest([figure.status]),
        source_ids=joined(figure.source_ids, sources),
        as_of=figure.as_of,
    )


def counted_sources(counts: Counts) -> tuple[str, ...]:
    """Sources of the counts, which what is left of the total rests on as well."""
    return joined(*(figure.source_ids for figure in counts.values()))


def latest(counts: Counts, otherwise: str) -> str:
    """The latest date of counts and `otherwise`."""
    return max([otherwise, *(figure.as_of for figure in counts.values())])


def summed(figures: list[Figure]) -> Figure:
    """The sum of counts, with the evidence of all of them."""
    if len(figures) == 1:
        return figures[0]
    return Figure(
        value=sum(figure.value for figure in figures),
        status=weakest(figure.status for figure in figures),
        source_ids=joined(*(figure.source_ids for figure in figures)),
        as_of=max(figure.as_of for figure in figures),
    )


def national_range(geodata: Geodata) -> tuple[Figure, Figure, Figure] | None:
    """The national counts that bound the estimate; None where areas of one's own have others."""
    dates = ("2025-09-03", "2026-02", "2025-10")
    known = {figure.as_of for figure in geodata.national("returnees")}
    if OWN and not known.issuperset(dates):
        return None
    low, centre, high = (geodata.national_at("returnees", as_of) for as_of in dates)
    return low, centre, high
