"""Rating an assumption: how far one believes it, from not at all to fully."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import mean, median
from typing import Any

from dashboard.numbers import number
from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._parts import whole
from dashboard.rooms.refused import Refused
from dashboard.rooms.texts import SHORT, cleaned
from dashboard.words import Speaker

_LOW, _HIGH = 1, 5


def settings(question: Question) -> Mapping[str, Any]:
    """`assumption`: the key of the one that is rated, or nothing; `high`: the best grade."""
    high = whole(question.settings.get("high", _HIGH), low=3, high=10, field="high")
    named = question.settings.get("assumption", "")
    return {"low": _LOW, "high": high, "assumption": cleaned(str(named))[:SHORT]}


def check(question: Question, given: Any) -> int:
    """A grade."""
    low, high = question.settings["low"], question.settings["high"]
    if isinstance(given, bool) or not isinstance(given, int) or not low <= given <= high:
        raise Refused("rate", low=low, high=high)
    return given


def tally(question: Question, answers: Sequence[int]) -> Tally:
    """How often each grade was given, and their mean and median."""
    counts = Counter(answers)
    grades = range(question.settings["low"], question.settings["high"] + 1)
    rows = [
        {
            "key": str(grade),
            "value": counts[grade],
            "share": counts[grade] / len(answers) if answers else 0.0,
        }
        for grade in grades
    ]
    if not answers:
        return {"rows": rows, "mean": None, "median": None}
    return {"rows": rows, "mean": round(mean(answers), 2), "median": median(answers)}


def answered(question: Question, answer: int, say: Speaker) -> str:
    """The grade of the phone."""
    return say("room_you_rated", grade=answer, high=question.settings["high"])


def told(question: Question, found: Tally, say: Speaker) -> str:
    """The mean grade."""
    grade = number(found["mean"], step=0.1)
    return say("room_mean_grade", grade=grade, high=question.settings["high"])


KIND = Kind(
    settings=settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(0, 0),
)
