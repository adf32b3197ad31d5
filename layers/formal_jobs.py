"""Formal jobs by province: reported where a figure was found, the rest spread by population."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from geodata import DataError, Figure, Geodata, Text, figure_of, joined
from geodata.own import OWN
from geodata.provinces import CODES
from layers._declaration import FillLayer, Measure, Reading
from layers._estimation import DRAWS, Array, Estimate, generator, noisy_shares
from layers._lacking import counted_reading, lacks, need, told
from layers._people import by_code, population, rate_sources, working_age

_CEILING = "08"
# The report that ranks provinces by workers: its rank of Takeo sets the ceiling, Kandal's workers.
_CEILING_SOURCE = ("AKP_TAKEO",)
_SPREAD = "share_spread"


def estimate(
    *, anchors: Array, residents: Array, total: float, ceiling: float, spread: float
) -> Estimate:
    """Formal jobs by province, in workers; each draw and the central values sum to `total`.

    `anchors`: reported workers, zero where none was found; there the rest of `total` is
    spread by `residents`, none above `ceiling`; `spread`: see `noisy_shares`.
    """
    open_ = anchors == 0
    if not residents[open_].any():
        return Estimate(central=anchors.copy(), draws=np.tile(anchors, (DRAWS, 1)))
    rest = total - anchors.sum()
    shares = residents[open_] / residents[open_].sum()
    noisy = noisy_shares(np.tile(shares, (DRAWS, 1)), spread=spread, rng=generator("formal_jobs"))
    central, draws = anchors.copy(), np.tile(anchors, (DRAWS, 1))
    central[open_] = capped(shares[None, :] * rest, ceiling=ceiling)[0]
    draws[:, open_] = capped(noisy * rest, ceiling=ceiling)
    return Estimate(central=central, draws=draws)


def capped(amounts: Array, *, ceiling: float) -> Array:
    """Rows of `amounts` with no element above `ceiling`, what is cut spread over the rest."""
    result = amounts.copy()
    sums = amounts.sum(axis=1, keepdims=True)
    for _ in range(amounts.shape[1]):
        full: NDArray[np.bool_] = result >= ceiling
        if not (result > ceiling).any():
            break
        free = np.where(full, 0.0, result)
        left = sums - full.sum(axis=1, keepdims=True) * ceiling
        result = np.where(full, ceiling, free * left / free.sum(axis=1, keepdims=True))
    return result


def from_tables(geodata: Geodata) -> tuple[Estimate, Figure, Mapping[str, Figure]]:
    """The estimate, the national total, and the reported figures by code."""
    reported = {row.province_code: figure_of(row) for row in geodata.rows("formal_jobs")}
    need(geodata, "formal_jobs", "population", "national/formal_workers")
    if not OWN and _CEILING not in reported:
        raise DataError(
            file="formal_jobs.csv",
            column="province_code",
            problem=f"{_CEILING}, whose workers are the ceiling of all estimates, is missing",
            remedy=f"Add a row for {_CEILING}.",
        )
    total = geodata.national("formal_workers")[-1]
    result = estimate(
        anchors=by_code(geodata.table("formal_jobs")),
        residents=population(geodata),
        total=total.value,
        ceiling=np.inf if OWN else reported[_CEILING].value,
        spread=geodata.assumption(_SPREAD)[1],
    )
    return result, total, reported


def sources(geodata: Geodata) -> tuple[str, ...]:
    """Sources that every estimated province rests on, the reported ones among them."""
    return joined(
        geodata.national("formal_workers")[-1].source_ids,
        geodata.sources_of("population"),
        geodata.sources_of("formal_jobs"),
        () if OWN else _CEILING_SOURCE,
        geodata.sources_of("assumptions", key=_SPREAD),
    )


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Counts and per 1,000 people aged 15 to 59."""
    if lacks(geodata, "population", "national/formal_workers"):
        need(geodata, "formal_jobs")
        alone = {row.province_code: figure_of(row) for row in geodata.rows("formal_jobs")}
        return {"count": counted_reading(alone)}
    count, total, reported = from_tables(geodata)
    counts = Reading(
        values={
            **count.figures(source_ids=sources(geodata), as_of=total.as_of),
            **reported,
        },
        national=total,
        draws=count.draws,
    )
    if lacks(geodata, "national/aged_15_59"):
        return {"count": counts}
    adults, adults_sources = working_age(geodata), rate_sources(geodata)
    named = sources(geodata)
    rate = count.scaled(1000 / adults)
    rates = {
        code: figure
        if code not in reported
        else _rate(reported[code], 1000 / adults[CODES.index(code)], sources=adults_sources)
        for code, figure in rate.figures(
            source_ids=joined(named, adults_sources), as_of=total.as_of
        ).items()
    }
    return {
        "count": counts,
        "per_1000": Reading(
            values=rates,
            national=_rate(total, 1000 / float(adults.sum()), sources=adults_sources),
            draws=rate.draws,
        ),
    }


def _rate(figure: Figure, factor: float, *, sources: tuple[str, ...]) -> Figure:
    return Figure(
        value=figure.value * factor,
        status="computed",
        source_ids=joined(figure.source_ids, sources),
        as_of=figure.as_of,
    )


LAYER = FillLayer(
    title=Text(en="Formal jobs", km="ការងារផ្លូវការ"),
    about=told(
        Text(
            en="Workers in registered enterprises. Six provinces are reported;"
            " the rest is spread by population.",
            km="កម្មករនិយោជិតក្នុងសហគ្រាសដែលបានចុះបញ្ជី។ ខេត្តចំនួនប្រាំមួយមានតួលេខរាយការណ៍"
            " ចំនួននៅសល់ត្រូវបានបែងចែកតាមចំនួនប្រជាជន។",
        ),
        own=Text(
            en="Workers in registered enterprises. Where no figure is loaded and the country's"
            " total is known, the rest is spread by population.",
            km="កម្មករនិយោជិតក្នុងសហគ្រាសដែលបានចុះបញ្ជី។ កន្លែងដែលគ្មានតួលេខ តែមានចំនួនសរុបរបស់ប្រទេស"
            " ចំនួននៅសល់ត្រូវបានបែងចែកតាមចំនួនប្រជាជន។",
        ),
    ),
    order=30,
    method="formal-jobs",
    read=read,
    measures=(
        Measure(
            key="count",
            title=Text(en="Formal jobs", km="ការងារផ្លូវការ"),
            short=Text(en="Number", km="ចំនួន"),
            unit=Text(en="workers", km="នាក់"),
            breaks=(20_000, 50_000, 100_000, 200_000),
            in_panel=True,
            hue="jobs",
            headline=Text(
                en="Of about {total} formal jobs, {top3} are in {first}, {second} and {third}.",
                km="ក្នុងចំណោមការងារផ្លូវការប្រហែល {total} កន្លែង មាន {top3} កន្លែង"
                " នៅ{first} {second} និង{third}។",
            ),
        ),
        Measure(
            key="per_1000",
            title=Text(
                en="Formal jobs per 1,000 people aged 15 to 59",
                km="ការងារផ្លូវការក្នុងប្រជាជន 1,000 នាក់ អាយុ 15 ដល់ 59 ឆ្នាំ",
            ),
            short=Text(en="Per 1,000 aged 15 to 59", km="ក្នុង 1,000 នាក់ អាយុ 15-59"),
            unit=Text(en="per 1,000", km="ក្នុង 1,000 នាក់"),
            breaks=(100, 200, 400),
            in_panel=True,
            hue="jobs",
            additive=False,
            headline=Text(
                en="{first} has about {first_value} formal jobs for every 1,000 people of"
                " working age; the country as a whole, {total}.",
                km="{first}មានការងារផ្លូវការប្រហែល {first_value} កន្លែង សម្រាប់ប្រជាជនវ័យធ្វើការ"
                " 1,000 នាក់ រីឯទូទាំងប្រទេសមាន {total} កន្លែង។",
            ),
        ),
    ),
)
