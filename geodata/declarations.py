"""The tables that ship, each with its columns. A table that is not declared is not read."""

from collections.abc import Mapping

from geodata.figure import STATUSES
from geodata.own import OWN
from geodata.schema import (
    Column,
    Table,
    date,
    khmer,
    number,
    one_of,
    optional,
    optional_text,
    province_code,
    some_of,
    some_provinces,
    text,
    words,
)

_LON = number(-180, 180) if OWN else number(102, 108)
_LAT = number(-85, 85) if OWN else number(9.5, 15)
_COUNTRIES = ("TH", "VN", "LA", "KH") if OWN else ("TH", "VN", "LA")
# An estimate carries a range and is made by code; a table holds what was published or judged.
_EVIDENCE: Mapping[str, Column] = {
    "as_of": date,
    "status": one_of(*(status for status in STATUSES if status != "estimated")),
    "source_id": words,
}

# A parameter with its range. What its unit is decides nothing in the code; it is shown.
_PARAMETER: Mapping[str, Column] = {
    "parameter": text,
    "low": number(0),
    "central": number(0),
    "high": number(0),
    "unit": one_of(
        "usd_per_job",
        "usd_per_job_year",
        "usd_per_person",
        "usd_per_household",
        "usd_per_household_year",
        "usd_per_km",
        "usd_month",
        "job_years_per_musd",
        "jobs_per_job",
        "jobs_per_ha",
        "jobs_per_1000_ha",
        "ratio",
        "number",
        "years",
        "year",
    ),
    **_EVIDENCE,
    "text_en": text,
    "text_km": khmer,
}


def _values(unit: str, *units: str, **more: Column) -> Mapping[str, Column]:
    """Columns of a tidy table of values."""
    return {**more, "value": number(0), "unit": one_of(unit, *units), **_EVIDENCE}


PROVINCES = Table(
    columns={
        "province_code": province_code,
        "name_en": text,
        "name_km": khmer,
        "kind": one_of("province", "capital"),
        "capital_en": text,
        "capital_km": khmer,
        "capital_lon": _LON,
        "capital_lat": _LAT,
        "borders": some_of(*_COUNTRIES),
        "source_id": words,
    },
    key=("province_code",),
    complete=True,
)

SOURCES = Table(
    columns={
        "source_id": text,
        "short": text,
        "short_km": optional_text,
        "title": text,
        "publisher": text,
        "year": number(1990, 2100),
        "url": optional_text,
        "licence": text,
        "how_read": text,
    },
    key=("source_id",),
)

TABLES: Mapping[str, Table] = {
    "areas": Table(
        columns=_values("km2", province_code=province_code),
        key=("province_code",),
        complete=True,
    ),
    "population": Table(
        columns=_values(
            "persons", province_code=province_code, sex=one_of("all", "male", "female")
        ),
        key=("province_code", "sex"),
        complete=True,
        national=True,
    ),
    "adults_abroad": Table(
        columns=_values("persons", province_code=province_code, sex=one_of("male", "female")),
        key=("province_code", "sex"),
        complete=True,
    ),
    "national": Table(
        columns={
            **_values(
                "persons",
                "vacancies",
                "workers",
                "projects",
                "firms",
                "zones",
                "percent",
                "usd_month",
                indicator=text,
            ),
            "note": optional_text,
        },
        key=("indicator", "as_of"),
    ),
    "survey": Table(
        columns={
            **_values(
                "usd_month",
                "percent",
                "index",
                "ha",
                province_code=province_code,
                indicator=text,
                sex=one_of("all", "male", "female"),
            ),
            "note": optional_text,
        },
        key=("province_code", "indicator", "sex", "as_of"),
        national=True,
    ),
    "index_weights": Table(
        columns={
            **_values(
                "percent",
                part=one_of("economic", "social", "psychosocial", "institutions"),
            ),
            "note": optional_text,
        },
        key=("part",),
    ),
    "monitor_thresholds": Table(
        columns={
            **_values(
                "percent",
                indicator=one_of(
                    "placement_up", "pay_down", "in_work", "at_least", "recovery", "arrears"
                ),
            ),
            "note": optional_text,
        },
        key=("indicator",),
    ),
    "formal_jobs": Table(
        columns={**_values("workers", province_code=province_code), "note": optional_text},
        key=("province_code",),
    ),
    "approved_projects": Table(
        columns={**_values("projects", province_code=province_code), "note": optional_text},
        key=("province_code",),
    ),
    "crops": Table(
        columns=_values(
            "ha",
            province_code=province_code,
            crop=one_of("rice", "maize", "cassava", "cashew", "mango"),
        ),
        key=("province_code", "crop"),
        complete=True,
    ),
    "poverty_cards": Table(
        columns={
            **_values(
                "households",
                province_code=province_code,
                indicator=one_of("poor_households", "households"),
            ),
            "note": optional_text,
        },
        key=("province_code", "indicator"),
    ),
    "sezs": Table(
        columns={
            "zone_id": text,
            "name": text,
            "province_code": province_code,
            "district": optional_text,
            "lon": optional(_LON),
            "lat": optional(_LAT),
            "position": one_of("site", "province"),
            "stage": one_of("operating", "developing", "announced"),
            "note": optional_text,
            **_EVIDENCE,
        },
        key=("zone_id",),
    ),
    "sez_figures": Table(
        columns={
            **_values(
                "ha",
                "firms",
                "workers",
                zone_id=text,
                indicator=one_of("hectares", "firms", "workers"),
            ),
        },
        key=("zone_id", "indicator", "as_of"),
    ),
    "agro_sites": Table(
        columns={
            "site_id": text,
            "kind": one_of("park", "plant", "mills", "mac"),
            "name_en": text,
            "name_km": khmer,
            "province_code": province_code,
            "crop": one_of("cashew", "cassava", "rice", "vegetables", "fruit", "mixed"),
            "stage": one_of("planned", "approved", "operating"),
            "lon": optional(_LON),
            "lat": optional(_LAT),
            "position": one_of("site", "province"),
            "value": optional(number(0)),
            "unit": one_of("ha", "workers", "mills", "families", "jobs", ""),
            "note": optional_text,
            **_EVIDENCE,
        },
        key=("site_id",),
    ),
    "crossings": Table(
        columns={
            "crossing_id": text,
            "name_en": text,
            "name_km": khmer,
            "other_side": optional_text,
            "province_code": province_code,
            "neighbour": one_of(*_COUNTRIES),
            "lon": _LON,
            "lat": _LAT,
            "position": one_of("village", "approximate"),
            "grade": one_of("international", "permanent"),
            "note": optional_text,
            **_EVIDENCE,
        },
        key=("crossing_id",),
    ),
    "corridors": Table(
        columns={
            "corridor_id": text,
            "grade": one_of("gms", "idp", "spur"),
            "name_en": text,
            "name_km": khmer,
            "roads": words,
            "provinces": words,
            "line": words,
            "note": optional_text,
            **_EVIDENCE,
        },
        key=("corridor_id",),
    ),
    "conflicts": Table(
        columns={
            "conflict_id": text,
            "topic_en": text,
            "topic_km": khmer,
            "unit": one_of("persons", "ha", "workers", "vacancies"),
            "value_a": number(0),
            "as_of_a": date,
            "source_a": words,
            "value_b": number(0),
            "as_of_b": date,
            "source_b": words,
            "choice_en": text,
            "choice_km": khmer,
        },
        key=("conflict_id",),
    ),
    "sectors": Table(
        columns={
            "sector": text,
            "name_en": text,
            "name_km": khmer,
            "isic": words,
            "source_id": words,
        },
        key=("sector",),
    ),
    "sector_shares": Table(
        columns=_values("percent", side=one_of("returnees", "vacancies"), sector=text),
        key=("side", "sector"),
    ),
    "sector_transfer": Table(
        columns=_values("ratio", from_sector=text, to_sector=text),
        key=("from_sector", "to_sector"),
    ),
    "assumptions": Table(
        columns={
            "key": text,
            "low": optional(number()),
            "central": number(),
            "high": optional(number()),
            "step": optional(number(0)),
            "unit": one_of("ratio", "number", "km", "per_km"),
            "distribution": one_of("uniform", "fixed", "choice"),
            "status": one_of(*STATUSES),
            "source_id": words,
            "used_by": words,
            "text_en": text,
            "text_km": khmer,
        },
        key=("key",),
    ),
    "instruments": Table(
        columns={"instrument": text, **_PARAMETER},
        key=("instrument", "parameter"),
    ),
    "futures": Table(
        columns={"future": text, **_PARAMETER},
        key=("future", "parameter"),
    ),
    "library": Table(
        columns={
            "scenario": text,
            "kind": one_of("fixed", "optimised"),
            "name_en": text,
            "name_km": khmer,
            "says_en": text,
            "says_km": khmer,
            **_EVIDENCE,
        },
        key=("scenario",),
    ),
    "library_money": Table(
        columns={
            "scenario": text,
            "instrument": text,
            "place": text,
            "usd": number(0, 1e12),
            "first_year": number(2026, 2035),
            "years": number(1, 10),
            **_EVIDENCE,
        },
        key=("scenario", "instrument", "place", "first_year"),
    ),
    "projects": Table(
        columns={
            "project_id": text,
            "name_en": text,
            "name_km": khmer,
            "kind": one_of("road", "expressway", "railway", "canal", "park", "programme"),
            "length_km": optional(number(0)),
            "usd_low": optional(number(0)),
            "usd_central": optional(number(0)),
            "usd_high": optional(number(0)),
            "provinces": some_provinces,
            "stage": one_of("planned", "feasibility", "under_construction", "built"),
            **_EVIDENCE,
            "note": optional_text,
        },
        key=("project_id",),
    ),
}
