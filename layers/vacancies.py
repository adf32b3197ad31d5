"""Vacancies by province: an estimate, because only the national number has been published.

190,000 x [(1 - b) share of formal jobs + b share of newly approved projects], with noise
around the shares; see docs/methods/vacancies.en.md.
"""

from collections.abc import Mapping

import numpy as np

from geodata import Figure, Geodata, Text, joined
from layers import formal_jobs
from layers._counted import (
    anchored,
    counted_sources,
    latest,
    national_of,
    vacancies_counted,
)
from layers._declaration import FillLayer, Measure, Reading
from layers._estimation import DRAWS, Array, Estimate, generator, noisy_shares
from layers._lacking import all_counted, lacks, of_counts, told
from layers._people import by_code
from layers._rates import per_1000

_ASSUMPTIONS = ("project_weight", "share_spread")
_PATTERN = (
    "formal_jobs",
    "population",
    "national/formal_workers",
    "national/vacancies",
    "national/approved_projects",
)


def project_shares(formal: Array, *, projects: Array, total: float) -> Array:
    """Share of newly approved projects by province (draws x provinces, rows sum to one).

    `projects`: approved projects where reported, zero elsewhere; what is left of `total` is
    spread over the others like their `formal` jobs (draws x provinces).
    """
    known = projects > 0
    rest = np.where(known, 0.0, formal)
    spread = rest / rest.sum(axis=1, keepdims=True) * (total - projects.sum())
    shares: Array = (projects + spread) / total
    return shares


def pattern(formal: Array, *, projects: Array, projects_total: float, weight: Array) -> Array:
    """Shares of vacancies: (1 - b) of formal jobs + b of approved projects, a row a draw."""
    stock = formal / formal.sum(axis=1, keepdims=True)
    pipeline = project_shares(formal, projects=projects, total=projects_total)
    shares: Array = (1 - weight) * stock + weight * pipeline
    return shares


def estimate(
    *,
    formal: Estimate,
    projects: Array,
    projects_total: float,
    total: float,
    weights: tuple[float, float, float],
    spread: float,
) -> Estimate:
    """Vacancies by province; each draw and the central values sum to `total`.

    `formal`: formal jobs by province; `weights`: lowest, central and highest weight of
    approved projects; `spread`: see `noisy_shares`.
    """
    rng = generator("vacancies")
    weight = rng.uniform(weights[0], weights[2], size=(DRAWS, 1))
    shares = pattern(formal.draws, projects=projects, projects_total=projects_total, weight=weight)
    centre = pattern(
        formal.central[None, :],
        projects=projects,
        projects_total=projects_total,
        weight=np.array(weights[1]),
    )
    return Estimate(
        central=total * centre[0], draws=total * noisy_shares(shares, spread=spread, rng=rng)
    )


def from_tables(geodata: Geodata) -> tuple[Estimate, Figure, tuple[str, ...]]:
    """The numbers by province, the national figure and the sources of both.

    Raises:
        LackingError: areas of one's own have neither a count each nor what an estimate needs.
    """
    if lacks(geodata, *_PATTERN):
        found = vacancies_counted(geodata)
        known = all_counted(found, otherwise=("counted_vacancies",))
        return known, national_of(next(iter(found.values())), found), counted_sources(found)
    published, projects = (
        geodata.national(name)[-1] for name in ("vacancies", "approved_projects")
    )
    counts = vacancies_counted(geodata)
    count = estimate(
        formal=formal_jobs.from_tables(geodata)[0],
        projects=by_code(geodata.table("approved_projects")),
        projects_total=projects.value,
        total=published.value,
        weights=geodata.assumption(_ASSUMPTIONS[0]),
        spread=geodata.assumption(_ASSUMPTIONS[1])[1],
    )
    sources = joined(
        counted_sources(counts),
        published.source_ids,
        projects.source_ids,
        geodata.sources_of("approved_projects"),
        formal_jobs.sources(geodata),
        *(geodata.sources_of("assumptions", key=key) for key in _ASSUMPTIONS),
    )
    return anchored(count, counts), national_of(published, counts), sources


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Counts and per 1,000 people aged 15 to 59."""
    if lacks(geodata, *_PATTERN):
        return of_counts(geodata, vacancies_counted(geodata), table="counted_vacancies")
    count, total, sources = from_tables(geodata)
    counts = vacancies_counted(geodata)
    when = latest(counts, total.as_of)
    return {
        "count": Reading(
            values=count.figures(source_ids=sources, as_of=when, counted=counts),
            national=total,
            draws=count.draws,
        ),
        "per_1000": per_1000(
            geodata, count, counts=counts, national=total, sources=sources, as_of=when
        ),
    }


LAYER = FillLayer(
    title=Text(en="Job vacancies", km="ឱកាសការងារ"),
    about=told(
        Text(
            en="Open paid jobs announced in August 2025, mostly in manufacturing and services.",
            km="ឱកាសការងារមានប្រាក់ឈ្នួល ដែលបានប្រកាសក្នុងខែសីហា ឆ្នាំ2025 ភាគច្រើនក្នុងវិស័យកម្មន្តសាល និងសេវាកម្ម។",
        ),
        own=Text(en="Open paid jobs.", km="ឱកាសការងារមានប្រាក់ឈ្នួល។"),
    ),
    order=20,
    method="vacancies",
    read=read,
    measures=(
        Measure(
            key="count",
            title=Text(en="Job vacancies", km="ឱកាសការងារ"),
            short=Text(en="Number", km="ចំនួន"),
            unit=Text(en="vacancies", km="កន្លែង"),
            breaks=(1_000, 2_500, 5_000, 15_000),
            in_panel=True,
            hue="jobs",
            headline=Text(
                en="About {top3} of the {total} open jobs are in {first}, {second} and {third}.",
                km="ក្នុងចំណោមឱកាសការងារ {total} កន្លែង មានប្រហែល {top3} កន្លែង"
                " នៅ{first} {second} និង{third}។",
            ),
            companion=(
                "returnees",
                Text(
                    en="The same three provinces have about {top3} of the {total} returnees.",
                    km="រាជធានី-ខេត្តទាំងបីនេះមានពលករវិលត្រឡប់ប្រហែល {top3} នាក់ ក្នុងចំណោម {total} នាក់។",
                ),
            ),
        ),
        Measure(
            key="per_1000",
            title=Text(
                en="Vacancies per 1,000 people aged 15 to 59",
                km="ឱកាសការងារក្នុងប្រជាជន 1,000 នាក់ អាយុ 15 ដល់ 59 ឆ្នាំ",
            ),
            short=Text(en="Per 1,000 aged 15 to 59", km="ក្នុង 1,000 នាក់ អាយុ 15-59"),
            unit=Text(en="per 1,000", km="ក្នុង 1,000 នាក់"),
            breaks=(10, 20, 50),
            in_panel=True,
            hue="jobs",
            additive=False,
            decimals=1,
            headline=Text(
                en="{first} has about {first_value} open jobs for every 1,000 people of working"
                " age; the country as a whole, {total}.",
                km="{first}មានឱកាសការងារប្រហែល {first_value} កន្លែង សម្រាប់ប្រជាជនវ័យធ្វើការ 1,000 នាក់"
                " រីឯទូទាំងប្រទេសមាន {total} កន្លែង។",
            ),
        ),
    ),
)
