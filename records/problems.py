"""What is wrong with a file of records: where, what, what to do; capped, and counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from records.problem_words import WORDS
from records.told import in_words

Grade = Literal["refused", "left_out", "not_known", "note"]
"""The file is refused; rows are left out; values are counted as not known; good to know."""

_SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One problem. `row`: as a spreadsheet counts; `column`: its heading; `count`: how often."""

    key: str
    grade: Grade
    row: int | None = None
    column: str | None = None
    count: int = 1
    fields: tuple[tuple[str, str | int], ...] = ()

    def told(self, lang: str) -> dict[str, str]:
        """What the words for `key` are filled with, in a language."""
        return {"column": self.column or "", **in_words(dict(self.fields), lang=lang)}

    @property
    def message(self) -> str:
        """What is wrong, in English. A page says it by `key`, with what is `told`."""
        return WORDS[self.key][0].format(**self._english())

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return WORDS[self.key][1].format(**self._english())

    def _english(self) -> dict[str, str]:
        told = self.told("en")
        return {**told, "what": told.get("what", "").replace("_", " ")}

    def __str__(self) -> str:
        place = [f"row {self.row:,}"] if self.row else []
        place += [f"column {self.column}"] if self.column else []
        where = f"{', '.join(place)}: ".capitalize() if place else ""
        often = f" ({self.count:,} times)" if self.count > 1 else ""
        return f"{where}{self.message}{often} {self.remedy}"


@dataclass(kw_only=True, eq=False)
class Report:
    """All problems of a file: the first of each kind and column, the rest counted."""

    problems: list[Problem] = field(default_factory=list)
    counts: dict[tuple[str, str | None], int] = field(default_factory=dict)

    def tell(
        self,
        key: str,
        grade: Grade,
        *,
        row: int | None = None,
        column: str | None = None,
        count: int = 1,
        **fields: str | int,
    ) -> None:
        """Add a problem; beyond the first of its kind in its column it is only counted."""
        place = (key, column)
        told = sum(1 for one in self.problems if (one.key, one.column) == place)
        self.counts[place] = self.counts.get(place, 0) + count
        if told < _SHOWN:
            self.problems.append(
                Problem(
                    key=key,
                    grade=grade,
                    row=row,
                    column=column,
                    count=count,
                    fields=tuple(fields.items()),
                )
            )

    @property
    def refused(self) -> bool:
        """Whether the file cannot be counted as it is."""
        return any(problem.grade == "refused" for problem in self.problems)

    def of(self, key: str) -> Sequence[Problem]:
        """The problems of one kind."""
        return [problem for problem in self.problems if problem.key == key]

    def to_json(self) -> list[dict[str, Any]]:
        """The problems as plain JSON, with their messages."""
        return [
            {
                "key": one.key,
                "grade": one.grade,
                "row": one.row,
                "column": one.column,
                "count": one.count,
                "fields": dict(one.fields),
                "message": one.message,
                "remedy": one.remedy,
            }
            for one in self.problems
        ]


class Refused(Exception):
    """A file that cannot be counted; `report` says why."""

    def __init__(self, report: Report) -> None:
        self.report = report
        first = next((str(one) for one in report.problems if one.grade == "refused"), "")
        super().__init__(first)
