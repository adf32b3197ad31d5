"""What a cell of a filled-in file may hold: text of a table, or what is wrong and what to write.

A reader of cells takes the text that a person wrote and gives the text that a table wants.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.desk.file_problem import Told
from geodata import Text
from geodata.digits import EMPTY, latin_digits, read_number, tidy
from geodata.province_names import which_province
from geodata.schema import date as table_date
from geodata.schema import shown

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]((?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-]((?:19|20)\d\d)")
_TEXT_MOST = 300


class CellProblem(Exception):
    """What is wrong with a cell. `told`: in words; `proposals`: what may be meant, best first."""

    def __init__(self, told: Told, *, proposals: tuple[str, ...] = ()) -> None:
        super().__init__("a cell is wrong")
        self.told = told
        self.proposals = proposals


Reader = Callable[[str], str]


def province(cell: str) -> str:
    """The code of the province that is surely meant."""
    meant = which_province(cell)
    if meant.code:
        return meant.code
    if meant.proposals:
        raise CellProblem(
            lambda say: say("desk_province_unsure", cell=shown(cell)), proposals=meant.proposals
        )
    raise CellProblem(lambda say: say("desk_province_unknown", cell=shown(cell)))


@dataclass(frozen=True)
class Number:
    """Reads a number from `low` to `high`; `whole`: without a fraction."""

    low: float
    high: float
    whole: bool = False

    def __call__(self, cell: str) -> str:
        """The number as a table writes it."""
        found = read_number(cell)
        value = found.value
        if value is None:
            if found.reason == "formula":
                raise CellProblem(lambda say: say("desk_formula", cell=shown(cell)))
            raise CellProblem(lambda say: say("desk_not_number", cell=shown(cell)))
        if found.doubt and (self.whole or self.low <= value * 1000 <= self.high):
            raise CellProblem(lambda say: say("desk_number_doubt", cell=shown(cell)))
        if not self.low <= value <= self.high:
            low, high = _plain(self.low), _plain(self.high)
            raise CellProblem(
                lambda say: say("desk_number_range", cell=shown(cell), low=low, high=high)
            )
        if self.whole and value != round(value):
            raise CellProblem(lambda say: say("desk_number_whole", cell=shown(cell)))
        return f"{value:.12g}"


def number(low: float, high: float, *, whole: bool = False) -> Number:
    """A number from `low` to `high`; `whole`: without a fraction, as people are."""
    return Number(low, high, whole)


def date(cell: str) -> str:
    """A date as 2026, 2026-10 or 2026-10-31, however it was written; not in the future."""
    said = latin_digits(tidy(cell)).removesuffix(" 00:00:00")
    if found := _DAY_FIRST.fullmatch(said):
        said = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    elif found := _YEAR_FIRST.fullmatch(said):
        said = "-".join([found[1], *(f"{int(part):02d}" for part in found.groups()[1:] if part)])
    elif found := _MONTH_YEAR.fullmatch(said):
        said = f"{found[2]}-{int(found[1]):02d}"
    try:
        checked = str(table_date(said))
    except ValueError:
        raise CellProblem(lambda say: say("desk_not_date", cell=shown(cell))) from None
    today = datetime.date.today().isoformat()
    if checked > today[: len(checked)]:
        raise CellProblem(lambda say: say("desk_date_future", cell=shown(cell)))
    return checked


def one_of(choices: Mapping[str, Text]) -> Reader:
    """One of several things, by its key or by its name in either language."""
    known = {
        _folded(word): key
        for key, text in choices.items()
        for word in (key, key.replace("_", " "), text.en, text.km)
    }

    def read(cell: str) -> str:
        if key := known.get(_folded(cell)):
            return key
        raise CellProblem(
            lambda say: say(
                "desk_not_choice",
                cell=shown(cell),
                choices=say("list_separator").join(one.in_(say.lang) for one in choices.values()),
            )
        )

    return read


def words(cell: str) -> str:
    """A short text on one line."""
    said = tidy(cell)
    if len(said) > _TEXT_MOST:
        raise CellProblem(lambda say: say("desk_text_long", most=_TEXT_MOST))
    if any(not sign.isprintable() for sign in said):
        raise CellProblem(lambda say: say("desk_text_signs"))
    return said


def khmer_words(cell: str) -> str:
    """A short text in Khmer letters."""
    if not re.search("[\u1780-\u17b3]", cell):
        raise CellProblem(lambda say: say("desk_not_khmer", cell=shown(cell)))
    return words(cell)


def is_empty(cell: str) -> bool:
    """Whether a person left it empty, or wrote a dash or n/a."""
    return tidy(cell).lower() in EMPTY


def _folded(word: str) -> str:
    return re.sub(r"[\s_\-–,]+", " ", tidy(word)).strip().casefold()


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:g}"
