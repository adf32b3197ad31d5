"""Putting in order, the most important first: all of them, or the first few.

A place counts as in Borda's method: with n options the first place gives n points, the next one
point less; what was not ranked gives none.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._parts import first_of, listed, percent, whole
from dashboard.rooms.refused import Refused
from dashboard.words import Speaker


def settings(question: Question) -> Mapping[str, Any]:
    """`most`: how many places there are; as many as options unless set."""
    count = len(question.options)
    most = question.settings.get("most", count)
    return {"most": whole(most, low=1, high=count, field="most")}


def check(question: Question, given: Any) -> list[str]:
    """Keys of options, the first place first; every place taken once."""
    most = question.settings["most"]
    fits = isinstance(given, list) and len(given) == most
    if not fits or not all(isinstance(key, str) and key in question.keys for key in given):
        raise Refused("rank", most=most)
    if len(set(given)) < len(given):
        raise Refused("rank", most=most)
    return list(given)


def tally(question: Question, answers: Sequence[Sequence[str]]) -> Tally:
    """Mean points, their share of the most there can be, and how often an option came first."""
    count = len(question.options)
    points = dict.fromkeys(question.keys, 0)
    firsts = dict.fromkeys(question.keys, 0)
    for answer in answers:
        firsts[answer[0]] += 1
        for place, key in enumerate(answer):
            points[key] += count - place
    most = count * len(answers)
    rows = [
        {
            "key": key,
            "value": round(points[key] / len(answers), 2) if answers else 0.0,
            "share": points[key] / most if most else 0.0,
            "firsts": firsts[key],
        }
        for key in question.keys
    ]
    return {"rows": rows, "unit": "points"}


def answered(question: Question, answer: Sequence[str], say: Speaker) -> str:
    """The order of the phone."""
    return say("room_you_ranked", options=listed(question, answer, say))


def told(question: Question, found: Tally, say: Speaker) -> str:
    """What came out first, and for what share it was the first."""
    rows = found["rows"]
    best = max(rows, key=lambda row: row["value"])
    share = percent(best["firsts"] / found["answers"])
    return say("room_ranked_first", options=first_of(question, rows, say), share=share)


KIND = Kind(
    settings=settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(2, 10),
)
