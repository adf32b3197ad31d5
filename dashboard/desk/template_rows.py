"""What a template of a kind holds: headings, the rows that are known, lists, explanations."""

from collections.abc import Mapping

from dashboard.desk import cells
from dashboard.desk.kind import DeskColumn, Kind, Values
from dashboard.exports.sheet import Cell, Row
from dashboard.words import Speaker
from geodata import Geodata, Text

_DATE = "2026-10-31"
_COUNT = "12500"


def choices_of(column: DeskColumn, geodata: Geodata) -> Mapping[str, Text]:
    """What a cell of a column may hold, by what the table keeps; empty where anything may."""
    if column.read is cells.province:
        return {
            code: Text(en=one.name_en, km=one.name_km) for code, one in geodata.provinces.items()
        }
    return column.choices or {}


def headings(kind: Kind, *, lang: str) -> tuple[str, ...]:
    """The headings of a template."""
    return tuple(column.title.in_(lang) for column in kind.columns)


def filled_rows(kind: Kind, geodata: Geodata, *, lang: str) -> tuple[Row, ...]:
    """Rows of the data that holds, as people read them: names for codes, numbers as numbers."""
    choices = {column.key: choices_of(column, geodata) for column in kind.columns}
    return tuple(
        tuple(
            _cell(column, values, choices=choices[column.key], lang=lang) for column in kind.columns
        )
        for values in kind.filled(geodata)
    )


def explained(kind: Kind, geodata: Geodata) -> tuple[Row, ...]:
    """A row a column: its heading and meaning in both languages, whether it is needed, an example.

    Both languages stand in it, whichever the headings are in: a file goes from hand to hand.
    """
    found: list[Row] = []
    known = list(kind.filled(geodata))
    for column in kind.columns:
        first = example(column, known, geodata)
        needed = [
            say("template_needed") if column.required else say("template_may_be_empty")
            for say in (Speaker(lang="en"), Speaker(lang="km"))
        ]
        found.append(
            (
                column.title.en,
                column.title.km,
                column.about.en,
                column.about.km,
                " · ".join(needed),
                first,
            )
        )
    return tuple(found)


def example(column: DeskColumn, known: list[Values], geodata: Geodata) -> str:
    """What a cell of this column may look like."""
    choices = choices_of(column, geodata)
    told = next((one[column.key] for one in known if one.get(column.key)), "")
    if choices:
        one = choices.get(told) or next(iter(choices.values()))
        return f"{one.en} · {one.km}"
    if column.read is cells.date:
        return told or _DATE
    return told or (_COUNT if isinstance(column.read, cells.Number) else "")


def _cell(column: DeskColumn, values: Values, *, choices: Mapping[str, Text], lang: str) -> Cell:
    given = values.get(column.key, "")
    if not given:
        return None
    if given in choices:
        return choices[given].in_(lang)
    return float(given) if isinstance(column.read, cells.Number) else given
