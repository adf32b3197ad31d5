"""Files as people fill them in, for the tests of the data desk."""

from collections.abc import Sequence

from dashboard.desk.checked import Checked, check
from dashboard.desk.file_problem import Row
from dashboard.desk.kind import Kind, kinds
from dashboard.words import Speaker
from geodata import load


def numbered(*rows: Sequence[str]) -> list[Row]:
    return [(at, list(row)) for at, row in enumerate(rows, start=1)]


def template_rows(kind: Kind, *, lang: str = "en") -> list[Row]:
    """The headings of a kind and the rows that its template comes with."""
    heads = [column.title.in_(lang) for column in kind.columns]
    keys = [column.key for column in kind.columns]
    rows = [[values.get(key, "") for key in keys] for values in kind.filled(load())]
    return numbered(heads, *rows)


def checked(key: str, *rows: Sequence[str]) -> Checked:
    return check(kinds()[key], numbered(*rows))


def told(found: Checked, *, lang: str = "en") -> list[str]:
    say = Speaker(lang=lang)
    return [f"{one.row}: {one.told(say)}" for one in found.problems]


def noted(found: Checked, *, lang: str = "en") -> list[str]:
    return [note(Speaker(lang=lang)) for note in found.notes]
