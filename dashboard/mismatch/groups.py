"""Border provinces and the others, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.matching import PARTS
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case, Market, market
from dashboard.mismatch.parts import parts, parts_of_group
from dashboard.mismatch.ranges import ranged
from dashboard.world import world
from geodata import Figure
from geodata.provinces import CODES

WHOLE = "country"


@of_data(4)
def groups() -> Mapping[str, tuple[str, ...]]:
    """Codes of the whole country, of all border provinces, of those at Thailand, of the others."""
    borders = {code: one.borders for code, one in world().geodata.provinces.items()}
    return {
        WHOLE: tuple(CODES),
        "border": tuple(code for code in CODES if borders[code]),
        "thailand": tuple(code for code in CODES if "TH" in borders[code]),
        "inland": tuple(code for code in CODES if not borders[code]),
    }


@dataclass(frozen=True, kw_only=True)
class Split:
    """One group: figures by name, in the order they are told."""

    provinces: int
    figures: Mapping[str, Figure]


@of_data(16)
def split(case: Case) -> Mapping[str, Split]:
    """Both sides, the gap, seekers per vacancy and the four parts, by group."""
    here = market(case)
    return {
        name: Split(
            provinces=len(codes), figures={**_sides(here, codes), **_parts(case, name, codes)}
        )
        for name, codes in groups().items()
    }


def _parts(case: Case, name: str, codes: tuple[str, ...]) -> Mapping[str, Figure]:
    """The four parts of a group; those of the country are the ones of the headline."""
    return (
        {part: parts(case)[part] for part in PARTS}
        if name == WHOLE
        else parts_of_group(case, codes)
    )


def _sides(here: Market, codes: tuple[str, ...]) -> Mapping[str, Figure]:
    columns = [CODES.index(code) for code in codes]
    people, jobs = (
        (float(side.count.central[columns].sum()), side.count.draws[:, columns].sum(axis=1))
        for side in (here.seekers, here.vacancies)
    )
    evidence: dict[str, Any] = {"source_ids": here.source_ids, "as_of": here.as_of}
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio, ratios = np.divide(people[0], jobs[0]), people[1] / jobs[1]
    return {
        "seekers": ranged(*people, **evidence),
        "vacancies": ranged(*jobs, **evidence),
        "gap": ranged(people[0] - jobs[0], people[1] - jobs[1], **evidence),
        "seekers_per_vacancy": ranged(float(ratio), ratios, **evidence),
    }
