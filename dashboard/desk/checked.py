"""A filled-in table held against its kind: rows that can be used, and what is wrong with others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.desk.cells import CellProblem, is_empty
from dashboard.desk.file_problem import Row, Told
from dashboard.desk.headings import Headings, find_headings, is_total
from dashboard.desk.kind import DeskColumn, Kind, Values
from geodata import Geodata
from geodata.digits import read_number

_SLACK = 0.5


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong in one place, in words; `row` 0 is the whole file.

    `proposals`: province codes that may be meant, best first.
    """

    row: int
    column: DeskColumn | None
    cell: str
    told: Told
    proposals: tuple[str, ...] = ()


@dataclass(kw_only=True)
class Checked:
    """What a file holds. `good`: rows by their number; `notes`: what was done without asking."""

    kind: Kind
    good: dict[int, Values] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Told] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """Whether it can be accepted: rows, and nothing wrong with any."""
        return bool(self.good) and not self.problems


def check(
    kind: Kind,
    rows: Sequence[Row],
    *,
    meant: Mapping[str, str] | None = None,
    geodata: Geodata | None = None,
) -> Checked:
    """Every row of a file, read by the columns of its kind.

    `meant`: province codes by cell, where a person has said which is meant. `geodata`: the data
    that the rows must fit; without it they are read alone.
    """
    found = Checked(kind=kind)
    headings = find_headings(kind, rows)
    if headings is None:
        wanted = [column for column in kind.columns if column.required]
        found.problems.append(
            _whole(
                lambda say: say(
                    "desk_no_headings",
                    headings=say("list_separator").join(
                        column.title.in_(say.lang) for column in wanted
                    ),
                )
            )
        )
        return found
    _tell_headings(found, headings)
    if not found.problems:
        for row in rows:
            if row[0] > headings.row:
                _read_row(found, headings, row, meant=meant or {})
        _check_repeated(found)
        if not found.good and not found.problems:
            found.problems.append(_whole(lambda say: say("desk_no_rows")))
        if geodata is not None:
            _check_fit(found, geodata)
    return found


def _check_fit(found: Checked, geodata: Geodata) -> None:
    """Rows that can be read, and yet cannot be."""
    for row, key, told in found.kind.fits(found.good, geodata):
        column = found.kind.column(key)
        cell = found.good[row].get(key, "") if row else ""
        found.problems.append(Problem(row=row, column=column, cell=cell, told=told))
    found.problems.sort(key=lambda problem: problem.row)


def _tell_headings(found: Checked, headings: Headings) -> None:
    for column in headings.missing:
        found.problems.append(
            Problem(
                row=headings.row,
                column=column,
                cell="",
                told=lambda say: say("desk_column_missing"),
            )
        )
    if headings.unknown:
        found.notes.append(
            lambda say: say(
                "desk_columns_ignored", names=say("list_separator").join(headings.unknown)
            )
        )
    for title in headings.twice:
        found.problems.append(
            Problem(
                row=headings.row,
                column=None,
                cell=title,
                told=lambda say: say("desk_column_twice"),
            )
        )


def _read_row(found: Checked, headings: Headings, row: Row, *, meant: Mapping[str, str]) -> None:
    number, cells = row
    given = {key: cells[at] for key, at in headings.at.items() if at < len(cells)}
    if all(is_empty(cell) for cell in cells):
        return
    if found.kind.sums and is_total(given, found.kind):
        _leave_out_total(found, number, given)
        return
    values, wrong = {}, False
    for column in found.kind.columns:
        cell = given.get(column.key, "")
        if is_empty(cell):
            if column.required:
                wrong = True
                found.problems.append(
                    Problem(
                        row=number, column=column, cell="", told=lambda say: say("desk_cell_empty")
                    )
                )
            continue
        try:
            values[column.key] = column.read(meant.get(cell, cell))
        except CellProblem as problem:
            wrong = True
            found.problems.append(
                Problem(
                    row=number,
                    column=column,
                    cell=cell,
                    told=problem.told,
                    proposals=problem.proposals,
                )
            )
    # A template comes with provinces whose numbers nobody has to fill in.
    if (
        wrong
        and not any(key not in found.kind.identity for key in values)
        and _only_empty(found, number)
    ):
        found.problems = [one for one in found.problems if one.row != number]
        return
    if not wrong:
        found.good[number] = values


def _only_empty(found: Checked, number: int) -> bool:
    """Whether nothing but missing cells is wrong with a row."""
    return all(not one.cell for one in found.problems if one.row == number)


def _leave_out_total(found: Checked, number: int, given: Mapping[str, str]) -> None:
    """Leave a row of totals out; say so where it is not the sum of the rows above it."""
    found.notes.append(lambda say: say("desk_total_left_out", row=number))
    if found.problems:
        return  # rows that cannot be read yet are no part of the sum
    for column in found.kind.columns:
        told = read_number(given.get(column.key, "")).value
        if told is None or column.key in (*found.kind.identity, "date", "km"):
            continue
        above = sum(float(row[column.key]) for row in found.good.values() if column.key in row)
        if abs(told - above) > _SLACK:
            found.notes.append(
                lambda say, told=told, above=above: say(  # type: ignore[misc]
                    "desk_total_differs", row=number, told=f"{told:,.0f}", sum=f"{above:,.0f}"
                )
            )


def _check_repeated(found: Checked) -> None:
    """A row that says again what another says is left out; one that says otherwise is wrong."""
    first: dict[tuple[str, ...], int] = {}
    for number, values in list(found.good.items()):
        name = tuple(values.get(key, "").casefold() for key in found.kind.identity)
        if name not in first:
            first[name] = number
            continue
        before = first[name]
        if found.good[before] == values:
            found.notes.append(
                lambda say, number=number, before=before: say(  # type: ignore[misc]
                    "desk_row_again", row=number, first=before
                )
            )
        else:
            column = found.kind.column(found.kind.identity[0])
            found.problems.append(
                Problem(
                    row=number,
                    column=column,
                    cell=values[column.key],
                    told=lambda say, before=before: say(  # type: ignore[misc]
                        "desk_row_differs", first=before
                    ),
                )
            )
        del found.good[number]


def _whole(told: Told) -> Problem:
    return Problem(row=0, column=None, cell="", told=told)
