"""What several kinds have in common."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.numbers import number
from dashboard.rooms.question import Question
from dashboard.rooms.refused import Refused
from dashboard.words import Speaker


def no_settings(question: Question) -> Mapping[str, Any]:
    """For a kind that lets nothing be set."""
    return {}


def whole(given: Any, *, low: int, high: int, field: str) -> int:
    """A whole number within limits. Raises `Refused`."""
    if isinstance(given, bool) or not isinstance(given, int) or not low <= given <= high:
        raise Refused("field", field=field)
    return given


def counted(question: Question, picked: Sequence[str], *, answers: int) -> list[dict[str, Any]]:
    """How often each option was picked, and by what share of those who answered."""
    counts = Counter(picked)
    return [
        {"key": key, "value": counts[key], "share": counts[key] / answers if answers else 0.0}
        for key in question.keys
    ]


def listed(question: Question, keys: Sequence[str], say: Speaker) -> str:
    """Options by name, as a list."""
    names = [question.option(key).text.in_(say.lang) for key in keys]
    return say("list_separator").join(names)


def first_of(question: Question, rows: Sequence[Mapping[str, Any]], say: Speaker) -> str:
    """The names of the options with the highest value; several where they are even."""
    highest = max(row["value"] for row in rows)
    return listed(question, [row["key"] for row in rows if row["value"] == highest], say)


def percent(share: float) -> str:
    """A share in per cent, rounded."""
    return number(100 * share)
