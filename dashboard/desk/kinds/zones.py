"""Special economic zones: where they are, how far they have come, firms and workers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.desk.cells import number, one_of, words
from dashboard.desk.columns import (
    DATE,
    PROVINCE,
    half_places,
    site_cells,
    site_columns,
    site_of,
    slug,
)
from dashboard.desk.kind import DeskColumn, Kind, Misfit, TableRow, Values
from geodata import Geodata, Text

_STAGES = {
    "operating": Text(en="With firms", km="មានក្រុមហ៊ុន"),
    "developing": Text(en="Under construction", km="កំពុងសាងសង់"),
    "announced": Text(en="Announced", km="បានប្រកាស"),
}
_FIGURES = {
    "hectares": ("ha", Text(en="Hectares", km="ហិកតា")),
    "firms": ("firms", Text(en="Firms", km="ក្រុមហ៊ុន")),
    "workers": ("workers", Text(en="Workers", km="កម្មករ")),
}


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """The zone, and each of its figures that is new."""
    newest = _newest(geodata)
    named = {row.name.casefold(): row.zone_id for row in geodata.rows("sezs")}
    known = {row.zone_id for row in geodata.rows("sezs")}
    given = values.get("id", "")
    zone = given if given in known else named.get(values["name"].casefold())
    zone = zone or slug("zone", given or values["name"])
    yield (
        "sezs",
        {
            "zone_id": zone,
            "name": values["name"],
            "province_code": values["province"],
            "district": values.get("district", ""),
            **site_cells(values),
            "stage": values["stage"],
            "note": values.get("note", ""),
        },
    )
    for indicator, (unit, _) in _FIGURES.items():
        if indicator in values and values[indicator] != newest.get((zone, indicator)):
            yield (
                "sez_figures",
                {
                    "zone_id": zone,
                    "indicator": indicator,
                    "value": values[indicator],
                    "unit": unit,
                },
            )


def filled(geodata: Geodata) -> Iterator[Values]:
    """All zones, each with its newest figures."""
    newest = _newest(geodata)
    for row in geodata.rows("sezs"):
        yield {
            "id": row.zone_id,
            "name": row.name,
            "province": row.province_code,
            "district": row.district,
            "stage": row.stage,
            **site_of(row),
            **{
                indicator: newest[row.zone_id, indicator]
                for indicator in _FIGURES
                if (row.zone_id, indicator) in newest
            },
            "note": row.note,
            "date": row.as_of,
        }


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """A place has both its coordinates."""
    yield from half_places(found)


def _newest(geodata: Geodata) -> dict[tuple[str, str], str]:
    """The newest figure of each zone, as text."""
    rows = sorted(geodata.rows("sez_figures"), key=lambda one: one.as_of)
    return {(row.zone_id, row.indicator): f"{row.value:.12g}" for row in rows}


def _figure(key: str, title: Text) -> DeskColumn:
    return DeskColumn(
        key=key,
        title=title,
        about=Text(en="Empty where it is not known", km="ទុកទទេ បើមិនដឹង"),
        read=number(0, 10_000_000),
        required=False,
    )


KIND = Kind(
    order=40,
    title=Text(en="Special economic zones", km="តំបន់សេដ្ឋកិច្ចពិសេស"),
    about=Text(
        en="A zone with a known id or name is brought up to date; any other is added.",
        km="តំបន់ដែលមានលេខសម្គាល់ ឬឈ្មោះស្គាល់រួចហើយ ត្រូវធ្វើបច្ចុប្បន្នភាព។ តំបន់ផ្សេងទៀតត្រូវបន្ថែម។",
    ),
    columns=(
        DeskColumn(
            key="id",
            title=Text(en="Zone id", km="លេខសម្គាល់តំបន់"),
            about=Text(
                en="As in the template; empty for a new zone", km="ដូចក្នុងគំរូ។ ទុកទទេសម្រាប់តំបន់ថ្មី"
            ),
            read=words,
            required=False,
            also=("zone_id", "id"),
        ),
        DeskColumn(
            key="name",
            title=Text(en="Name", km="ឈ្មោះ"),
            about=Text(en="As it is registered", km="ដូចដែលបានចុះបញ្ជី"),
            read=words,
            also=("zone", "zone name", "sez", "ឈ្មោះតំបន់"),
        ),
        PROVINCE,
        *site_columns(),
        DeskColumn(
            key="stage",
            title=Text(en="Stage", km="ដំណាក់កាល"),
            about=Text(en="One of the list", km="មួយក្នុងបញ្ជី"),
            read=one_of(_STAGES),
            also=("status", "ស្ថានភាព"),
            choices=_STAGES,
        ),
        *(_figure(key, title) for key, (_, title) in _FIGURES.items()),
        replace(DATE, required=False),
    ),
    identity=("name",),
    rows=rows,
    filled=filled,
    fits=fits,
    layer="",
)
