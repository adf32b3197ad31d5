"""What a survey of returnees found, for the country or a province."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.desk.cells import number, one_of, province, words
from dashboard.desk.columns import DATE, PROVINCE
from dashboard.desk.headings import folded
from dashboard.desk.kind import DeskColumn, Kind, Misfit, TableRow, Values
from geodata import Geodata, Text, load
from geodata.provinces import NATIONAL

INDICATORS: Mapping[str, tuple[str, Text]] = {
    "income_before": (
        "usd_month",
        Text(en="Mean monthly income abroad, USD", km="ចំណូលប្រចាំខែមធ្យមនៅបរទេស ជាដុល្លារ"),
    ),
    "income_after": (
        "usd_month",
        Text(en="Mean monthly income after return, USD", km="ចំណូលប្រចាំខែមធ្យមក្រោយវិលត្រឡប់ ជាដុល្លារ"),
    ),
    "earning_210": (
        "percent",
        Text(
            en="Employed who earn USD 210 or more, per cent",
            km="អ្នកមានការងារដែលរកបានចាប់ពី 210 ដុល្លារ ជាភាគរយ",
        ),
    ),
    "without_work": ("percent", Text(en="Without work, per cent", km="គ្មានការងារធ្វើ ជាភាគរយ")),
    "indebted_households": (
        "percent",
        Text(en="Households in debt, per cent", km="គ្រួសារជាប់បំណុល ជាភាគរយ"),
    ),
    "repayment_difficulty": (
        "percent",
        Text(
            en="Indebted who find it hard to repay, per cent",
            km="អ្នកជាប់បំណុលដែលពិបាកសង ជាភាគរយ",
        ),
    ),
    "no_savings": (
        "percent",
        Text(en="Households without savings, per cent", km="គ្រួសារគ្មានប្រាក់សន្សំ ជាភាគរយ"),
    ),
    "idpoor_card": (
        "percent",
        Text(en="Households with an IDPoor card, per cent", km="គ្រួសារមានប័ណ្ណក្រីក្រ ជាភាគរយ"),
    ),
    "nssf_member": (
        "percent",
        Text(
            en="Members of the National Social Security Fund, per cent",
            km="សមាជិកបេឡាជាតិសន្តិសុខសង្គម (ប.ស.ស.) ជាភាគរយ",
        ),
    ),
    "identity_document": (
        "percent",
        Text(en="With a national identity card, per cent", km="មានអត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ ជាភាគរយ"),
    ),
    "travel_document": (
        "percent",
        Text(
            en="With a passport or another travel document, per cent",
            km="មានលិខិតឆ្លងដែន ឬឯកសារធ្វើដំណើរផ្សេង ជាភាគរយ",
        ),
    ),
    "certified": (
        "percent",
        Text(en="With a certificate of their skills, per cent", km="មានវិញ្ញាបនបត្រជំនាញ ជាភាគរយ"),
    ),
    "migrate_again": (
        "percent",
        Text(en="Plan to leave again, per cent", km="មានគម្រោងចេញទៅម្តងទៀត ជាភាគរយ"),
    ),
    "landholding": (
        "ha",
        Text(en="Land of a household, hectares", km="ដីក្នុងមួយគ្រួសារ ជាហិកតា"),
    ),
    "reintegration_index": (
        "index",
        Text(en="Reintegration Index, 0 to 1", km="សន្ទស្សន៍សមាហរណកម្មឡើងវិញ ពី 0 ដល់ 1"),
    ),
    "index_economic": (
        "index",
        Text(en="Reintegration Index: economic, 0 to 1", km="សន្ទស្សន៍សមាហរណកម្ម៖ សេដ្ឋកិច្ច ពី 0 ដល់ 1"),
    ),
    "index_social": (
        "index",
        Text(en="Reintegration Index: social, 0 to 1", km="សន្ទស្សន៍សមាហរណកម្ម៖ សង្គម ពី 0 ដល់ 1"),
    ),
    "index_psychosocial": (
        "index",
        Text(
            en="Reintegration Index: psychosocial, 0 to 1",
            km="សន្ទស្សន៍សមាហរណកម្ម៖ ចិត្តសង្គម ពី 0 ដល់ 1",
        ),
    ),
    "index_institutions": (
        "index",
        Text(
            en="Reintegration Index: access to training, protection and institutions, 0 to 1",
            km="សន្ទស្សន៍សមាហរណកម្ម៖ ការទទួលបានការបណ្តុះបណ្តាល កិច្ចគាំពារ និងស្ថាប័ន ពី 0 ដល់ 1",
        ),
    ),
}
"""What is asked, by key: its unit and its name."""

_MOST = {"percent": 100.0, "index": 1.0}
_SEXES = {
    "all": Text(en="All", km="ទាំងអស់"),
    "female": Text(en="Women", km="ស្ត្រី"),
    "male": Text(en="Men", km="បុរស"),
}
_COUNTRY = frozenset(
    map(folded, (NATIONAL, "0", "Cambodia", "whole country", "national", "កម្ពុជា", "ទូទាំងប្រទេស"))
)
# Provinces are a table that no load changes.
_PLACES = {
    NATIONAL: Text(en="Cambodia", km="កម្ពុជា"),
    **{code: Text(en=one.name_en, km=one.name_km) for code, one in load().provinces.items()},
}
_CHOICES = {key: name for key, (_, name) in INDICATORS.items()}


def place(cell: str) -> str:
    """A province, or the whole country."""
    return NATIONAL if folded(cell) in _COUNTRY else province(cell)


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """One finding."""
    yield (
        "survey",
        {
            "province_code": values.get("province", NATIONAL),
            "indicator": values["what"],
            "sex": values.get("sex", "all"),
            "value": values["value"],
            "unit": INDICATORS[values["what"]][0],
            "note": values.get("note", ""),
        },
    )


def filled(geodata: Geodata) -> Iterator[Values]:
    """Every finding there is, and the country's row of each that is missing."""
    known = [row for row in geodata.rows("survey") if row.indicator in INDICATORS]
    for row in known:
        yield {
            "what": row.indicator,
            "province": row.province_code,
            "sex": row.sex,
            "value": f"{row.value:g}",
            "date": row.as_of,
            "note": row.note,
        }
    for key in INDICATORS.keys() - {row.indicator for row in known}:
        yield {"what": key, "province": NATIONAL, "sex": "all"}


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """Shares are no more than the whole, and written as per cent."""
    for at, values in found.items():
        unit, value = INDICATORS[values["what"]][0], float(values["value"])
        if value > _MOST.get(unit, value):
            yield at, "value", lambda say, unit=unit: say("desk_share_above", most=_MOST[unit])  # type: ignore[misc]
        elif unit == "percent" and 0 < value < 1:
            yield at, "value", lambda say: say("desk_percent_small")


KIND = Kind(
    order=80,
    title=Text(en="Survey of returnees", km="ការស្ទង់មតិពលករវិលត្រឡប់"),
    about=Text(
        en="What a survey found: income, debt, work, certificates, the Reintegration Index and its"
        " parts, for the country or a province, for all or by sex.",
        km="អ្វីដែលការស្ទង់មតិរកឃើញ៖ ចំណូល បំណុល ការងារ វិញ្ញាបនបត្រ សន្ទស្សន៍សមាហរណកម្មឡើងវិញ"
        " និងផ្នែករបស់វា សម្រាប់ប្រទេស ឬខេត្ត សម្រាប់ទាំងអស់ ឬតាមភេទ។",
    ),
    columns=(
        DeskColumn(
            key="what",
            title=Text(en="What", km="អ្វី"),
            about=Text(en="One of the findings of the list", km="មួយក្នុងបញ្ជី"),
            read=one_of(_CHOICES),
            also=("indicator", "question", "សូចនាករ"),
            choices=_CHOICES,
        ),
        replace(
            PROVINCE,
            about=Text(
                en="A province, by code or name; empty or Cambodia: the whole country",
                km="ខេត្តមួយ តាមលេខកូដ ឬឈ្មោះ។ ទុកទទេ ឬសរសេរ កម្ពុជា៖ ប្រទេសទាំងមូល",
            ),
            read=place,
            required=False,
            choices=_PLACES,
        ),
        DeskColumn(
            key="sex",
            title=Text(en="Sex", km="ភេទ"),
            about=Text(en="Women, men, or all; empty: all", km="ស្ត្រី បុរស ឬទាំងអស់។ ទុកទទេ៖ ទាំងអស់"),
            read=one_of(_SEXES),
            required=False,
            also=("gender",),
            choices=_SEXES,
        ),
        DeskColumn(
            key="value",
            title=Text(en="Value", km="តម្លៃ"),
            about=Text(
                en="Per cent as 43, not 0.43; an index from 0 to 1",
                km="ភាគរយសរសេរ 43 មិនមែន 0.43 ទេ។ សន្ទស្សន៍ពី 0 ដល់ 1",
            ),
            read=number(0, 100_000),
            also=("number", "result", "ចំនួន", "លទ្ធផល"),
        ),
        DATE,
        DeskColumn(
            key="note",
            title=Text(en="Note", km="កំណត់សម្គាល់"),
            about=Text(en="How many were asked, and where", km="សួរមនុស្សប៉ុន្មាននាក់ និងនៅទីណា"),
            read=words,
            required=False,
            also=("remark", "remarks", "comment"),
        ),
    ),
    identity=("what", "province", "sex", "date"),
    rows=rows,
    filled=filled,
    fits=fits,
    sums=False,
)
