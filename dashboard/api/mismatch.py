"""Why people and jobs do not meet: assumptions, measures and the decomposition, for any case."""

import inspect
from collections.abc import Sequence
from typing import Any

from analysis.matching import PARTS
from analysis.measures import Measure, discover
from dashboard.api.asked import case_asked, case_told
from dashboard.api.mismatch_models import (
    AssumptionOut,
    ByProvince,
    Cluster,
    Decomposition,
    Flow,
    MeasureFound,
    MeasureOut,
    National,
    Part,
    PartHere,
)
from dashboard.api.values import Told, Words, figure, finite, words
from dashboard.assumptions import Assumption
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import parts, parts_by_province
from dashboard.mismatch.pictures import CLUSTERS
from dashboard.mismatch.readings import clusters, national, readings
from dashboard.world import world
from geodata.provinces import CODES

SIDES = ("seekers", "vacancies")
_MOVEMENT = "least_movement"
_PEOPLE, _KM = Words(en="people", km="នាក់"), Words(en="km", km="គ.ម")
_BY_MARKET = {"": "between provinces", "_sector": "between trades", "_both": "both together"}


def assumption_rows(_: object) -> list[AssumptionOut]:
    """Every assumption that a request may set."""
    return [_assumption(one) for one in world().assumptions.values()]


def measure_keys() -> tuple[str, ...]:
    """Both sides, then every measure."""
    return (*SIDES, *discover())


def measures(_: object) -> list[MeasureOut]:
    """Both sides of the market, then every measure."""
    return [MeasureOut(**_measure(key)) for key in measure_keys()]


def measure(asked: Any, key: str) -> MeasureFound:
    """One measure in the case that is asked for."""
    case = case_asked(asked)
    told = _measure(key)
    found: dict[str, Any] = {"national": (), "provinces": (), "clusters": (), "flows": ()}
    if key == _MOVEMENT:
        found |= _movement(case)
    elif key == CLUSTERS:
        found["clusters"] = _clusters(case)
    elif told["scope"] == "national":
        found["national"] = tuple(
            _national(key, f"{key}{end}", one, title=title, unit=told["unit"])
            for end, title in _BY_MARKET.items()
            if (one := national(case).get(f"{key}{end}"))
        )
    else:
        reading = readings(case)[key]
        found["provinces"] = _provinces(key, reading.values)
        if reading.national:
            found["national"] = (
                _national(key, key, reading.national, title="Country", unit=told["unit"]),
            )
    return MeasureFound(**told, case=case_told(case), **found)


def measure_rows(found: MeasureFound) -> Sequence[Told]:
    """A measure as a table: by province where it has provinces, else for the country."""
    return found.clusters or found.provinces or found.national


def decomposition(asked: Any) -> Decomposition:
    """The parts of the country in the case that is asked for."""
    case = case_asked(asked)
    found = parts(case).figures
    return Decomposition(
        case=case_told(case),
        unit=_PEOPLE,
        parts=tuple(Part(part=part, **figure(one)) for part, one in found.items()),
    )


def decomposition_by_province(asked: Any) -> list[PartHere]:
    """The parts by province in the case that is asked for."""
    found = parts_by_province(case_asked(asked))
    return [
        PartHere(province=code, part=part, **figure(found[part][code]))
        for code in CODES
        for part in PARTS
    ]


def _assumption(one: Assumption) -> AssumptionOut:
    return AssumptionOut(
        key=one.key,
        title=words(one.text),
        unit=one.unit,
        usual=one.first,
        low=one.low,
        high=one.high,
        step=one.step,
        status=one.status,
        sources=one.source_ids,
    )


def _measure(key: str) -> dict[str, Any]:
    if key in SIDES:
        layer = world().fills[key]
        return {
            "key": key,
            "title": words(layer.title),
            "says": words(layer.about),
            "unit": words(layer.measures[0].unit),
            "scope": "province",
            "low": 0.0,
            "high": None,
            "parameters": (),
        }
    one = discover()[key]
    return {
        "key": key,
        "title": words(one.title),
        "says": words(one.says),
        "unit": words(one.unit),
        "scope": one.scope,
        "low": finite(one.factor * one.range[0]),
        "high": finite(one.factor * one.range[1]),
        "parameters": tuple(_assumption(each) for each in _used(one)),
    }


def _used(one: Measure) -> list[Assumption]:
    """The assumptions that a measure hangs on."""
    names = set(inspect.signature(one.compute).parameters)
    groups = {"skills", "jobs"} if one.by_market else set()
    if "distance_km" in names:
        names |= {"road_factor"}
    return [
        each for key, each in world().assumptions.items() if key in names or each.group in groups
    ]


def _provinces(key: str, values: Any) -> tuple[ByProvince, ...]:
    return tuple(
        ByProvince(measure=key, province=code, **figure(values.get(code), why="not_defined"))
        for code in CODES
    )


def _national(measure: str, key: str, one: Any, *, title: str, unit: Words) -> National:
    return National(measure=measure, key=key, title=title, unit=unit, **figure(one))


def _clusters(case: Case) -> tuple[Cluster, ...]:
    rows: list[Any] = list(clusters(case).itertuples())
    return tuple(
        Cluster(
            province=row.Index,
            statistic=finite(row.statistic),
            p=finite(row.p),
            p_adjusted=finite(row.p_adjusted),
            seekers=row.seekers,
            around=row.around,
            stands_out=bool(row.stands_out),
            category=row.category,
        )
        for row in rows
    )


def _movement(case: Case) -> dict[str, Any]:
    found = movement(case)
    told = {
        "mean_km": ("Mean way to work of all who are matched", found.mean_km, _KM),
        "staying": ("Matched in their own province", found.staying, _PEOPLE),
        "moving": ("Would go to another province", found.moving, _PEOPLE),
        "unmatched": ("Left without a job", found.unmatched, _PEOPLE),
        "out": ("From border provinces to others", found.ways["out"], _PEOPLE),
        "within": ("From one border province to another", found.ways["within"], _PEOPLE),
        "others": ("From provinces without a border", found.ways["others"], _PEOPLE),
    }
    told |= {
        f"along {route}": (f"Both ends on corridor {route}", one, _PEOPLE)
        for route, one in found.along.items()
    }
    return {
        "national": tuple(
            _national(_MOVEMENT, key, one, title=title, unit=unit)
            for key, (title, one, unit) in told.items()
        ),
        "provinces": (
            *_provinces("value_of_job_km", found.value),
            *_provinces("net_leaving", found.net),
        ),
        "flows": tuple(
            Flow(home=one.home, job=one.job, km=one.km, **figure(one.people)) for one in found.flows
        ),
    }
