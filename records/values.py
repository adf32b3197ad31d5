"""What a cell of a field means: a code, an amount, a day, or a problem."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geodata.digits import EMPTY, latin_digits, read_number, tidy
from geodata.province_names import which_province
from records.codes import codes
from records.fields import FIELDS
from records.personal import is_personal
from records.spellings import NO, TOTALS, YES, split
from records.told import UNSEEN

_SHOWN = 40
_AGES = ((18, "under_18"), (25, "18_24"), (35, "25_34"), (45, "35_44"), (121, "45_over"))


@dataclass(frozen=True, kw_only=True)
class Value:
    """A cell that was read. `code`: 0 for not known; `problem`: its key, with what it names."""

    code: int = 0
    problem: str | None = None
    fields: tuple[tuple[str, str | int], ...] = ()
    total: bool = False


def shown(cell: object) -> str:
    """A cell as a report may repeat it: cut; `UNSEEN` where it looks personal."""
    said = tidy(str(cell))
    return UNSEEN if is_personal(said) else said[:_SHOWN]


def is_total(cell: str) -> bool:
    """Whether a cell begins a row of totals."""
    return _key(cell) in _totals()


def read_code(field: str, cell: str) -> Value:
    """The code of a cell of a field with listed values.

    >>> read_code("sex", "ស្រី").code, read_code("age_group", "២៧").code
    (1, 3)
    """
    key = _key(cell)
    if key in _known(field):
        return Value(code=_known(field)[key])
    if key in EMPTY:
        return Value()
    if FIELDS[field].kind == "province":
        return _province(cell)
    if field == "age_group" and (age := read_number(cell).value) is not None and 0 <= age <= 120:
        return Value(code=codes(field)[next(group for most, group in _AGES if age < most)])
    return _unknown(field, cell)


def read_amount(cell: str) -> tuple[float | None, str | None]:
    """The dollars in a cell, and the key of the problem where there are none."""
    read = read_number(cell)
    if read.value is not None:
        return (None, "value_number") if read.percent else (read.value, None)
    if read.reason == "empty":
        return None, None
    by_reason = {"formula": "value_formula", "other_currency": "value_currency"}
    return None, by_reason.get(str(read.reason), "value_number")


def _province(cell: str) -> Value:
    if is_total(cell):
        return Value(total=True)
    meant = which_province(cell)
    if meant.code is not None:
        return Value(code=codes("province")[meant.code])
    if meant.proposals:
        return Value(
            problem="value_proposed",
            fields=(
                ("value", shown(cell)),
                ("field", "province"),
                ("proposals", " ".join(meant.proposals)),
            ),
        )
    return _unknown("province", cell)


def _unknown(field: str, cell: str) -> Value:
    return Value(problem="value_unknown", fields=(("value", shown(cell)), ("field", field)))


@cache
def _known(field: str) -> Mapping[str, int]:
    """The code of each spelling."""
    declared = FIELDS[field]
    if declared.kind == "province":
        return {}
    spelled = {"no": NO, "yes": YES} if declared.kind == "yes_no" else declared.choices or {}
    return {
        _key(spelling): code
        for value, code in codes(field).items()
        for spelling in (value, *split(spelled[value]))
    }


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(_key, split(TOTALS)))


def _key(cell: str) -> str:
    said = latin_digits(tidy(cell[:200])).lower().replace("_", " ").strip(" .:")
    return said.replace("–", "-").replace("—", "-").replace(" - ", "-")
