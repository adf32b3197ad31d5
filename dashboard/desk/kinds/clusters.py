"""Agro-processing clusters: parks, plants, mills and modern agricultural communities."""

from collections.abc import Iterator, Mapping

from dashboard.desk.cells import khmer_words, number, one_of, words
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

_KINDS = {
    "park": Text(en="Agro-industrial park", km="សួនកសិឧស្សាហកម្ម"),
    "plant": Text(en="Processing plant", km="រោងចក្រកែច្នៃ"),
    "mills": Text(en="Mills", km="រោងម៉ាស៊ីន"),
    "mac": Text(en="Modern agricultural community", km="សហគមន៍កសិកម្មទំនើប"),
}
_CROPS = {
    "cashew": Text(en="Cashew", km="ស្វាយចន្ទី"),
    "cassava": Text(en="Cassava", km="ដំឡូងមី"),
    "rice": Text(en="Rice", km="ស្រូវ"),
    "vegetables": Text(en="Vegetables", km="បន្លែ"),
    "fruit": Text(en="Fruit", km="ផ្លែឈើ"),
    "mixed": Text(en="Several", km="ចម្រុះ"),
}
_STAGES = {
    "planned": Text(en="Planned", km="គ្រោង"),
    "approved": Text(en="Approved", km="បានអនុម័ត"),
    "operating": Text(en="Operating", km="កំពុងដំណើរការ"),
}
_UNITS = {
    "ha": Text(en="ha", km="ហ.ត"),
    "workers": Text(en="workers", km="កម្មករ"),
    "mills": Text(en="mills", km="រោងម៉ាស៊ីន"),
    "families": Text(en="families", km="គ្រួសារ"),
    "jobs": Text(en="jobs", km="ការងារ"),
}


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """One cluster."""
    named = {row.name_en.casefold(): row.site_id for row in geodata.rows("agro_sites")}
    known = set(named.values())
    given = values.get("id", "")
    site = given if given in known else named.get(values["name_en"].casefold())
    yield (
        "agro_sites",
        {
            "site_id": site or slug("site", given or values["name_en"]),
            "kind": values["kind"],
            "name_en": values["name_en"],
            "name_km": values["name_km"],
            "province_code": values["province"],
            "crop": values["crop"],
            "stage": values["stage"],
            **site_cells(values),
            "value": values.get("size", ""),
            "unit": values.get("unit", ""),
            "note": values.get("note", ""),
        },
    )


def filled(geodata: Geodata) -> Iterator[Values]:
    """All clusters, as they are."""
    for row in geodata.rows("agro_sites"):
        yield {
            "id": row.site_id,
            "name_en": row.name_en,
            "name_km": row.name_km,
            "province": row.province_code,
            "kind": row.kind,
            "crop": row.crop,
            "stage": row.stage,
            **site_of(row),
            **({"size": f"{row.value:g}", "unit": row.unit} if row.value == row.value else {}),
            "note": row.note,
            "date": row.as_of,
        }


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """A place has both its coordinates, a size its unit."""
    yield from half_places(found)
    for at, values in found.items():
        if "size" in values and "unit" not in values:
            yield at, "unit", lambda say: say("desk_unit_missing")


def _listed(
    key: str, title: Text, choices: dict[str, Text], *, required: bool = True
) -> DeskColumn:
    return DeskColumn(
        key=key,
        title=title,
        about=Text(en="One of the list", km="មួយក្នុងបញ្ជី"),
        read=one_of(choices),
        required=required,
        choices=choices,
    )


KIND = Kind(
    order=50,
    title=Text(en="Agro-processing clusters", km="ចង្កោមកែច្នៃកសិផល"),
    about=Text(
        en="A cluster with a known id or name is brought up to date; any other is added.",
        km="ចង្កោមដែលមានលេខសម្គាល់ ឬឈ្មោះស្គាល់រួចហើយ ត្រូវធ្វើបច្ចុប្បន្នភាព។ ចង្កោមផ្សេងទៀតត្រូវបន្ថែម។",
    ),
    columns=(
        DeskColumn(
            key="id",
            title=Text(en="Cluster id", km="លេខសម្គាល់ចង្កោម"),
            about=Text(
                en="As in the template; empty for a new cluster", km="ដូចក្នុងគំរូ។ ទុកទទេសម្រាប់ចង្កោមថ្មី"
            ),
            read=words,
            required=False,
            also=("site_id", "id"),
        ),
        DeskColumn(
            key="name_en",
            title=Text(en="Name in English", km="ឈ្មោះជាភាសាអង់គ្លេស"),
            about=Text(en="As it is known", km="ដូចដែលគេស្គាល់"),
            read=words,
            also=("name", "cluster"),
        ),
        DeskColumn(
            key="name_km",
            title=Text(en="Name in Khmer", km="ឈ្មោះជាភាសាខ្មែរ"),
            about=Text(en="In Khmer letters", km="ជាអក្សរខ្មែរ"),
            read=khmer_words,
            also=("ឈ្មោះ", "khmer name"),
        ),
        PROVINCE,
        _listed("kind", Text(en="Kind", km="ប្រភេទ"), _KINDS),
        _listed("crop", Text(en="Crop", km="ដំណាំ"), _CROPS),
        _listed("stage", Text(en="Stage", km="ដំណាក់កាល"), _STAGES),
        *site_columns(district=False),
        DeskColumn(
            key="size",
            title=Text(en="Size", km="ទំហំ"),
            about=Text(en="A number, with its unit beside it", km="ជាលេខ ដោយមានឯកតានៅក្បែរ"),
            read=number(0, 10_000_000),
            required=False,
        ),
        _listed("unit", Text(en="Unit of the size", km="ឯកតានៃទំហំ"), _UNITS, required=False),
        DATE,
    ),
    identity=("name_en",),
    rows=rows,
    filled=filled,
    fits=fits,
    layer="",
)
