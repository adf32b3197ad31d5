"""Numbers of the whole country: how many came back, found work, are wanted."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.desk.cells import number, one_of
from dashboard.desk.columns import DATE
from dashboard.desk.file_problem import Told
from dashboard.desk.kind import DeskColumn, Kind, Misfit, TableRow, Values
from geodata import Geodata, Text

_WHAT = {
    "returnees": Text(en="Returnees", km="ពលករវិលត្រឡប់"),
    "placed": Text(en="People placed in a job", km="អ្នកបានទទួលការងារ"),
    "vacancies": Text(en="Vacancies", km="ឱកាសការងារ"),
    "returnees_women": Text(en="Women among returnees", km="ស្ត្រីក្នុងចំណោមពលករវិលត្រឡប់"),
    "formal_workers": Text(en="Workers in registered enterprises", km="កម្មករក្នុងសហគ្រាសដែលបានចុះបញ្ជី"),
    "earning_210": Text(
        en="Share of the employed who earn USD 210 or more, per cent",
        km="ភាគរយអ្នកមានការងារដែលរកបានចាប់ពី 210 ដុល្លារឡើងទៅ",
    ),
}
_ALL = "returnees"
_LIMITS = {
    "returnees": (1_000, 5_000_000),
    "vacancies": (100, 5_000_000),
    "formal_workers": (500_000, 10_000_000),
    "earning_210": (1, 100),
}
_UNITS = {"vacancies": "vacancies", "formal_workers": "workers", "earning_210": "percent"}


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """One number of one day."""
    yield (
        "national",
        {
            "indicator": values["what"],
            "value": values["value"],
            "unit": _UNITS.get(values["what"], "persons"),
            "note": "",
        },
    )


def filled(geodata: Geodata) -> Iterator[Values]:
    """The newest number of each."""
    for key in _WHAT:
        if not geodata.has(f"national/{key}"):
            continue
        newest = geodata.national(key)[-1]
        yield {"what": key, "value": f"{newest.value:g}", "date": newest.as_of}


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """Totals that can be shared out; whoever is placed, or a woman, is one of the returnees."""
    known = {row.as_of: row.value for row in geodata.rows("national") if row.indicator == _ALL}
    known |= {one["date"]: float(one["value"]) for one in found.values() if one["what"] == _ALL}
    newest = known[max(known)] if known else math.inf
    for at, values in found.items():
        what, value = values["what"], float(values["value"])
        low, high = _LIMITS.get(what, (0, value))
        if not low <= value <= high:
            yield at, "value", _outside(value, low, high)
        elif what == "returnees_women" and values["date"] not in known:
            yield at, "date", _no_returnees(values["date"])
        elif value > {"placed": newest, "returnees_women": known.get(values["date"], value)}.get(
            what, value
        ):
            yield at, "value", _above(newest)


def _outside(value: float, low: float, high: float) -> Told:
    return lambda say: say(
        "desk_between", value=f"{value:,.10g}", low=f"{low:,.10g}", high=f"{high:,.10g}"
    )


def _no_returnees(date: str) -> Told:
    return lambda say: say("desk_women_date", date=date)


def _above(returnees: float) -> Told:
    return lambda say: say("desk_above_returnees", returnees=f"{returnees:,.0f}")


KIND = Kind(
    order=5,
    title=Text(en="Numbers of the whole country", km="តួលេខទូទាំងប្រទេស"),
    about=Text(
        en="Totals that the estimates by province are shared from. The newest date counts.",
        km="ចំនួនសរុបដែលការប៉ាន់ស្មានតាមខេត្តបែងចែកចេញពីនោះ។ កាលបរិច្ឆេទថ្មីបំផុតជាតួលេខដែលត្រូវយក។",
    ),
    columns=(
        DeskColumn(
            key="what",
            title=Text(en="What", km="អ្វី"),
            about=Text(en="One of the numbers of the list", km="តួលេខមួយក្នុងបញ្ជី"),
            read=one_of(_WHAT),
            also=("indicator", "number of", "សូចនាករ"),
            choices=_WHAT,
        ),
        DeskColumn(
            key="value",
            title=Text(en="Number", km="តួលេខ"),
            about=Text(en="People, jobs, or per cent", km="នាក់ កន្លែង ឬភាគរយ"),
            read=number(0, 20_000_000),
            also=("value", "count", "total", "ចំនួន", "ចំនួនសរុប"),
        ),
        replace(DATE, required=True),
    ),
    identity=("what", "date"),
    rows=rows,
    filled=filled,
    fits=fits,
    layer="returnees",
    measure="count",
)
