"""Tables that ship empty: what only a ministry can count. A load fills them (`geodata.loaded`)."""

from collections.abc import Mapping

from geodata.figure import STATUSES
from geodata.schema import Column, Table, date, number, one_of, province_code, text, words

ALL_SECTORS = "all"
"""Stands for a sector where a province's vacancies are counted together."""

_EVIDENCE: Mapping[str, Column] = {
    "as_of": date,
    "status": one_of(*(status for status in STATUSES if status != "estimated")),
    "source_id": words,
}
_PEOPLE = Table(
    columns={
        "province_code": province_code,
        "value": number(0),
        "unit": one_of("persons"),
        **_EVIDENCE,
    },
    key=("province_code",),
)

LOADABLE: Mapping[str, Table] = {
    "counted_returnees": _PEOPLE,
    "counted_placed": _PEOPLE,
    "counted_vacancies": Table(
        columns={
            "province_code": province_code,
            "sector": text,
            "value": number(0),
            "unit": one_of("vacancies"),
            **_EVIDENCE,
        },
        key=("province_code", "sector"),
        together=("province_code",),
    ),
    "measured_distances": Table(
        columns={
            "from_code": province_code,
            "to_code": province_code,
            "value": number(1, 2_000),
            "unit": one_of("km"),
            **_EVIDENCE,
        },
        key=("from_code", "to_code"),
    ),
}
