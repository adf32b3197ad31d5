"""Returnees by province: an estimate, because no count by province has been published.

N x [(1 - w) m + w p] with m the 2011 pattern of adults abroad and p the population of 2019,
noise around the shares; see docs/methods/returnees.en.md.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from geodata import Figure, Geodata, Text, joined
from layers._counted import (
    Counts,
    anchored,
    counted_sources,
    counts_of,
    latest,
    national_of,
    national_range,
    rate_of,
)
from layers._declaration import FillLayer, Measure, Reading
from layers._estimation import DRAWS, Array, Estimate, generator, noisy_shares
from layers._lacking import all_counted, lacks, of_counts, told
from layers._people import by_code, population
from layers._rates import per_1000
from layers._women import women_share

_ASSUMPTIONS = ("population_weight", "share_spread")
_PATTERN = ("adults_abroad", "population", "national/returnees")


def pattern(*, migrants: Array, residents: Array, weight: Array) -> Array:
    """Shares of returnees: (1 - w) m + w p, a row per `weight` (column vector)."""
    shares: Array = (1 - weight) * migrants / migrants.sum() + weight * residents / residents.sum()
    return shares


def estimate(
    *,
    migrants: Array,
    residents: Array,
    totals: tuple[float, float, float],
    weights: tuple[float, float, float],
    spread: float,
) -> Estimate:
    """Returnees by province, in persons; central values sum to the central total.

    `migrants`: adults abroad in 2011; `residents`: population 2019; `totals`: lowest,
    central and highest national count; `weights`: the same of the weight of population;
    `spread`: see `noisy_shares`.
    """
    rng = generator("returnees")
    national = rng.triangular(*totals, size=(DRAWS, 1)) if totals[0] < totals[2] else totals[1]
    weight = rng.uniform(weights[0], weights[2], size=(DRAWS, 1))
    shares = pattern(migrants=migrants, residents=residents, weight=weight)
    centre = pattern(migrants=migrants, residents=residents, weight=np.array(weights[1]))
    return Estimate(
        central=totals[1] * centre,
        draws=national * noisy_shares(shares, spread=spread, rng=rng),
    )


def counted(geodata: Geodata) -> Counts:
    """Provinces whose returnees were counted and loaded."""
    return counts_of(geodata, "counted_returnees")


def from_tables(geodata: Geodata) -> tuple[Estimate, Figure, tuple[str, ...]]:
    """The numbers by province, the national count and the sources of both.

    Raises:
        LackingError: areas of one's own have neither a count each nor what an estimate needs.
    """
    counts = counted(geodata)
    if lacks(geodata, *_PATTERN):
        known = all_counted(counts, otherwise=("counted_returnees",))
        return known, national_of(next(iter(counts.values())), counts), counted_sources(counts)
    abroad = geodata.table("adults_abroad")
    newest = geodata.national("returnees")[-1]
    low, centre, high = national_range(geodata) or (newest, newest, newest)
    if newest.as_of > centre.as_of:
        low = centre = high = newest
    count = estimate(
        migrants=by_code(abroad[abroad["sex"] == "male"])
        + by_code(abroad[abroad["sex"] == "female"]),
        residents=population(geodata),
        totals=(low.value, centre.value, high.value),
        weights=geodata.assumption(_ASSUMPTIONS[0]),
        spread=geodata.assumption(_ASSUMPTIONS[1])[1],
    )
    total = Figure(
        value=centre.value,
        low=low.value if low is not high else None,
        high=high.value if low is not high else None,
        status="reported",
        source_ids=centre.source_ids + high.source_ids + low.source_ids,
        as_of=centre.as_of,
    )
    total = national_of(total, counts)
    sources = joined(
        counted_sources(counts),
        geodata.sources_of("adults_abroad"),
        geodata.sources_of("population"),
        *(figure.source_ids for figure in (centre, low, high)),
        *(geodata.sources_of("assumptions", key=key) for key in _ASSUMPTIONS),
    )
    return anchored(count, counts), total, sources


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Counts, per 1,000 people aged 15 to 59, and women."""
    if lacks(geodata, *_PATTERN):
        return of_counts(geodata, counted(geodata), table="counted_returnees")
    count, total, sources = from_tables(geodata)
    counts = counted(geodata)
    abroad = geodata.table("adults_abroad")
    male = by_code(abroad[abroad["sex"] == "male"])
    female = by_code(abroad[abroad["sex"] == "female"])
    when = latest(counts, total.as_of)
    national = total if total.low is None else replace(total, status="estimated")
    women_part = geodata.national("returnees_women")[-1]
    women_of = geodata.national_at("returnees", women_part.as_of)
    ratio = women_part.value / women_of.value
    women = count.scaled(
        women_share(female=female, male=male, returnees=count.central, national=ratio)
    )
    return {
        "count": Reading(
            values=count.figures(source_ids=sources, as_of=when, counted=counts),
            national=total,
            draws=count.draws,
        ),
        "per_1000": per_1000(
            geodata, count, counts=counts, national=national, sources=sources, as_of=when
        ),
        "women": Reading(
            values=women.figures(source_ids=joined(sources, women_part.source_ids), as_of=when),
            national=rate_of(national, ratio, sources=women_part.source_ids),
            draws=women.draws,
        ),
    }


LAYER = FillLayer(
    title=Text(en="Returnees", km="ពលករវិលត្រឡប់"),
    about=told(
        Text(
            en="Cambodian workers who came back from Thailand in 2025 and 2026, by home province.",
            km="ពលករខ្មែរដែលវិលត្រឡប់ពីប្រទេសថៃ ក្នុងឆ្នាំ2025 និងឆ្នាំ2026 តាមខេត្តកំណើត។",
        ),
        own=Text(
            en="Workers who came back, by the area they live in.",
            km="ពលករដែលវិលត្រឡប់ តាមតំបន់ដែលពួកគេរស់នៅ។",
        ),
    ),
    order=10,
    method="returnees",
    read=read,
    measures=(
        Measure(
            key="count",
            title=Text(en="Returnees", km="ពលករវិលត្រឡប់"),
            short=Text(en="Number", km="ចំនួន"),
            unit=Text(en="people", km="នាក់"),
            breaks=(5_000, 20_000, 50_000, 100_000),
            in_panel=True,
            hue="people",
            headline=told(
                Text(
                    en="About {top3} of the {total} people who came back from Thailand"
                    " are in {first}, {second} and {third}.",
                    km="ក្នុងចំណោមពលករវិលត្រឡប់ពីប្រទេសថៃ {total} នាក់ មានប្រហែល {top3} នាក់"
                    " នៅ{first} {second} និង{third}។",
                ),
                own=Text(
                    en="About {top3} of the {total} people who came back are in {first}, {second}"
                    " and {third}.",
                    km="ក្នុងចំណោមពលករវិលត្រឡប់ {total} នាក់ មានប្រហែល {top3} នាក់"
                    " នៅ{first} {second} និង{third}។",
                ),
            ),
            companion=(
                "vacancies",
                Text(
                    en="The same three provinces have about {top3} of the {total} open jobs.",
                    km="ខេត្តទាំងបីនេះមានឱកាសការងារប្រហែល {top3} កន្លែង ក្នុងចំណោម {total} កន្លែង។",
                ),
            ),
        ),
        Measure(
            key="per_1000",
            title=Text(
                en="Returnees per 1,000 people aged 15 to 59",
                km="ពលករវិលត្រឡប់ក្នុងប្រជាជន 1,000 នាក់ អាយុ 15 ដល់ 59 ឆ្នាំ",
            ),
            short=Text(en="Per 1,000 aged 15 to 59", km="ក្នុង 1,000 នាក់ អាយុ 15-59"),
            unit=Text(en="per 1,000", km="ក្នុង 1,000 នាក់"),
            breaks=(50, 125, 250),
            in_panel=True,
            hue="people",
            additive=False,
            headline=Text(
                en="In {first}, about {first_value} of every 1,000 people of working age"
                " are returnees; in the country as a whole, {total}.",
                km="នៅ{first} ក្នុងប្រជាជនវ័យធ្វើការ 1,000 នាក់ មានពលករវិលត្រឡប់ប្រហែល"
                " {first_value} នាក់ រីឯទូទាំងប្រទេសមាន {total} នាក់។",
            ),
        ),
        Measure(
            key="women",
            title=Text(en="Women among returnees", km="ស្ត្រីក្នុងចំណោមពលករវិលត្រឡប់"),
            short=Text(en="Women", km="ស្ត្រី"),
            unit=Text(en="women", km="នាក់"),
            breaks=(2_500, 10_000, 25_000, 50_000),
            hue="people",
            headline=Text(
                en="About {total} of those who came back are women; {top3} of them are in"
                " {first}, {second} and {third}.",
                km="ក្នុងចំណោមពលករវិលត្រឡប់ មានស្ត្រីប្រហែល {total} នាក់ ក្នុងនោះ {top3} នាក់"
                " នៅ{first} {second} និង{third}។",
            ),
        ),
    ),
)
