"""Vacancies counted by province and sector."""

from collections.abc import Iterator

from dashboard.desk.cells import one_of
from dashboard.desk.columns import DATE, PROVINCE, people, sector_choices
from dashboard.desk.fits import vacancies_fit
from dashboard.desk.kind import DeskColumn, Kind, TableRow, Values
from geodata import Geodata, Text, load


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """The count of one province in one sector."""
    yield (
        "counted_vacancies",
        {
            "province_code": values["province"],
            "sector": values["sector"],
            "value": values["vacancies"],
            "unit": "vacancies",
        },
    )


def filled(geodata: Geodata) -> Iterator[Values]:
    """Every province and sector, with its count where there is one."""
    known = {(row.province_code, row.sector): row for row in geodata.rows("counted_vacancies")}
    for code in geodata.provinces:
        together = {sector for place, sector in known if place == code} or _CHOICES.keys() - {"all"}
        for sector in (key for key in _CHOICES if key in together):
            row = known.get((code, sector))
            counted = {"vacancies": f"{row.value:.0f}", "date": row.as_of} if row else {}
            yield {"province": code, "sector": sector} | counted


# Sectors are a table that no load changes.
_CHOICES = sector_choices(load())

KIND = Kind(
    order=30,
    title=Text(en="Vacancies by province and sector", km="ឱកាសការងារតាមខេត្ត និងវិស័យ"),
    about=Text(
        en="Open paid jobs. A province is counted in every sector, 0 where there is none, or in"
        " one row for all sectors together.",
        km="ការងារមានប្រាក់ឈ្នួលដែលកំពុងទំនេរ។ ខេត្តមួយត្រូវរាប់គ្រប់វិស័យ ដោយដាក់ 0 បើគ្មាន"
        " ឬរាប់ក្នុងជួរតែមួយសម្រាប់គ្រប់វិស័យរួមគ្នា។",
    ),
    columns=(
        PROVINCE,
        DeskColumn(
            key="sector",
            title=Text(en="Sector", km="វិស័យ"),
            about=Text(en="One of the sectors of the list", km="វិស័យមួយក្នុងបញ្ជី"),
            read=one_of(_CHOICES),
            also=("industry", "branch", "trade", "ផ្នែក", "ឧស្សាហកម្ម"),
            choices=_CHOICES,
        ),
        people(
            Text(en="Vacancies", km="ឱកាសការងារ"),
            Text(en="Open paid jobs", km="ចំនួនការងារដែលកំពុងទំនេរ"),
            *("jobs", "open jobs", "count", "number", "number of vacancies"),
            *("ចំនួន", "ចំនួនឱកាសការងារ", "កន្លែង"),
            key="vacancies",
        ),
        DATE,
    ),
    identity=("province", "sector"),
    rows=rows,
    filled=filled,
    fits=vacancies_fit,
    layer="vacancies",
    measure="count",
)
