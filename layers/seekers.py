"""People in need of work by province: returnees of working age, less those placed.

R x w - k P with R the returnees of a province, w the share of working age, P the people placed
there, and k which of the placed no longer seek: none of them, all, or those who earn USD 210 a
month or more. Where nobody has counted the placed by province, those of the country are taken to
be placed in proportion to returnees; see docs/methods/seekers.en.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from geodata import Figure, Geodata, Text, joined
from geodata.own import OWN
from layers import returnees
from layers._counted import Counts, anchored, counted_sources, counts_of, latest
from layers._declaration import FillLayer, Measure, Reading
from layers._estimation import DRAWS, Array, Estimate, generator
from layers._lacking import lacks, need

Basis = Literal["durable", "unplaced", "working_age"]
Ages = Literal["all", "up_to_45"]
_LOW, _HIGH = 0.1, 0.9
_AGES_DAY = "2025-08-14"


@dataclass(frozen=True, kw_only=True, eq=False)
class Seekers:
    """The estimate by province, the national figure and the evidence of both."""

    count: Estimate
    national: Figure
    source_ids: tuple[str, ...]
    as_of: str


def placed_people(*, count: Estimate, national: float, placed: float, counts: Counts) -> Estimate:
    """People placed in a job by province: as counted, the others in proportion to returnees.

    `count`: returnees; `national`: their central total; `placed`: people placed in the country.
    """
    totals = count.draws.sum(axis=1, keepdims=True)
    everywhere = Estimate(
        central=count.central * (placed / national), draws=count.draws * (placed / totals)
    )
    return anchored(everywhere, counts)


def in_need(
    *,
    count: Estimate,
    working_age: tuple[float, float],
    placed: Estimate,
    leaving: float,
    under: float,
) -> Estimate:
    """People in need of work by province; never below nobody.

    `count`: returnees; `working_age`: lowest and highest share of working age; `placed`: people
    placed; `leaving`: share of them who no longer seek; `under`: share of people of working age
    who are counted at all (1: every age).
    """
    share = generator("working age").uniform(*working_age, size=(DRAWS, 1))
    central: Array = count.central * (sum(working_age) / 2) - leaving * placed.central
    draws: Array = count.draws * share - leaving * placed.draws
    return Estimate(central=np.maximum(central, 0.0) * under, draws=np.maximum(draws, 0.0) * under)


def from_tables(geodata: Geodata, *, basis: Basis, ages: Ages = "all") -> Seekers:
    """People in need of work on one of three bases, of every age or of those under 45."""
    need(
        geodata,
        *("national/returnees", "national/returnees_working_age"),
        *("national/returnees_working_age_upper", "national/placed", "national/earning_210"),
    )
    count, total, sources = returnees.from_tables(geodata)
    low, high = (
        geodata.national(name)[-1]
        for name in ("returnees_working_age", "returnees_working_age_upper")
    )
    same_day = geodata.national_at("returnees", low.as_of)
    placed, earning = geodata.national("placed")[-1], geodata.national("earning_210")[-1]
    of_age = (low.value / same_day.value, high.value / same_day.value)
    leaving = {"working_age": 0.0, "unplaced": 1.0, "durable": earning.value / 100}[basis]
    under, age_sources = _up_to_45(geodata, of_age=sum(of_age) / 2)
    counts = counts_of(geodata, "counted_placed") if leaving else {}
    estimate = in_need(
        count=count,
        working_age=of_age,
        placed=placed_people(
            count=count,
            national=total.value,
            placed=placed.value * _part_of_country(geodata, total),
            counts=counts,
        ),
        leaving=leaving,
        under=under if ages == "up_to_45" else 1.0,
    )
    used = joined(
        sources,
        low.source_ids,
        placed.source_ids if leaving else (),
        counted_sources(counts),
        earning.source_ids if basis == "durable" else (),
        age_sources if ages == "up_to_45" else (),
    )
    sums = estimate.draws.sum(axis=1)
    as_of = latest({**returnees.counted(geodata), **counts}, total.as_of)
    return Seekers(
        count=estimate,
        national=Figure(
            value=float(estimate.central.sum()),
            low=float(np.quantile(sums, _LOW)),
            high=float(np.quantile(sums, _HIGH)),
            status="estimated",
            source_ids=used,
            as_of=as_of,
        ),
        source_ids=used,
        as_of=as_of,
    )


def _part_of_country(geodata: Geodata, total: Figure) -> float:
    """Returnees of areas of one's own against those of the country, for which the placed are told.

    Their counts may be of another day, or of a part: then so many are placed as in the country.
    """
    return total.value / geodata.national("returnees")[-1].value if OWN else 1.0


def _up_to_45(geodata: Geodata, *, of_age: float) -> tuple[float, tuple[str, ...]]:
    """Share of people of working age who are 45 or younger: neither children nor older."""
    if lacks(geodata, "national/returnees_over_45", "national/returnees_children"):
        return 1.0, ()
    older = geodata.national("returnees_over_45")[-1]
    children = geodata.national_at("returnees_children", older.as_of)
    everybody = _everybody(geodata)
    share = 1 - (older.value + children.value) / everybody.value
    return min(share / of_age, 1.0), joined(older.source_ids, everybody.source_ids)


def _everybody(geodata: Geodata) -> Figure:
    """Returnees of the day whose ages are known; areas of one's own may have another day."""
    days = {figure.as_of: figure for figure in geodata.national("returnees")}
    if OWN and _AGES_DAY not in days:
        return geodata.national("returnees")[-1]
    return geodata.national_at("returnees", _AGES_DAY)


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Counts on each basis."""
    readings: dict[str, Reading] = {}
    for basis in get_args(Basis):
        found = from_tables(geodata, basis=basis)
        readings[basis] = Reading(
            values=found.count.figures(source_ids=found.source_ids, as_of=found.as_of),
            national=found.national,
            draws=found.count.draws,
        )
    return readings


_HEADLINE = Text(
    en="About {top3} of the {total} people in need of work are in {first}, {second} and {third}.",
    km="ក្នុងចំណោមអ្នកត្រូវការការងារ {total} នាក់ មានប្រហែល {top3} នាក់ នៅ{first} {second} និង{third}។",
)

LAYER = FillLayer(
    title=Text(en="People in need of work", km="អ្នកត្រូវការការងារ"),
    about=Text(
        en="Returnees of working age who have no job, or none that lasts.",
        km="ពលករវិលត្រឡប់ក្នុងវ័យធ្វើការ ដែលគ្មានការងារ ឬមានការងារមិនស្ថិតស្ថេរ។",
    ),
    order=15,
    method="seekers",
    read=read,
    measures=(
        Measure(
            key="durable",
            title=Text(
                en="Not placed, or placed below USD 210 a month",
                km="មិនទាន់បានទទួលការងារ ឬរកបានក្រោម 210 ដុល្លារក្នុងមួយខែ",
            ),
            short=Text(en="No job, or below USD 210", km="គ្មានការងារ ឬក្រោម 210 ដុល្លារ"),
            unit=Text(en="people", km="នាក់"),
            breaks=(2_500, 10_000, 25_000, 50_000),
            in_panel=True,
            hue="people",
            headline=_HEADLINE,
        ),
        Measure(
            key="unplaced",
            title=Text(en="Not yet placed in a job", km="មិនទាន់បានទទួលការងារ"),
            short=Text(en="Not yet placed", km="មិនទាន់បានទទួលការងារ"),
            unit=Text(en="people", km="នាក់"),
            breaks=(1_000, 2_500, 5_000, 10_000),
            hue="people",
            headline=_HEADLINE,
        ),
        Measure(
            key="working_age",
            title=Text(en="All returnees of working age", km="ពលករវិលត្រឡប់ទាំងអស់ក្នុងវ័យធ្វើការ"),
            short=Text(en="All of working age", km="គ្រប់គ្នាក្នុងវ័យធ្វើការ"),
            unit=Text(en="people", km="នាក់"),
            breaks=(5_000, 20_000, 50_000, 100_000),
            hue="people",
            headline=_HEADLINE,
        ),
    ),
)
