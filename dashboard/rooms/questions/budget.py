"""Dividing a budget in million USD over corridors and instruments."""

from collections.abc import Mapping
from typing import Any

from dashboard.numbers import number
from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._dividing import check, divided, largest, tally
from dashboard.rooms.questions._parts import first_of
from dashboard.words import Speaker


def settings(question: Question) -> Mapping[str, Any]:
    """`total`: the budget in million USD; `step`: what one tap moves."""
    return divided(question, usual=200, low=1, high=2000)


def answered(question: Question, answer: dict[str, int], say: Speaker) -> str:
    """What got the money of the phone."""
    parts = [
        say("room_part_money", option=question.option(key).text.in_(say.lang), million=part)
        for key, part in largest(answer)
    ]
    return say("room_you_divided", parts=say("list_separator").join(parts))


def told(question: Question, found: Tally, say: Speaker) -> str:
    """What gets most on average."""
    rows = found["rows"]
    million = number(max(row["value"] for row in rows))
    total = number(found["total"])
    named = first_of(question, rows, say)
    return say("room_most_money", options=named, million=million, total=total)


KIND = Kind(
    settings=settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(2, 30),
)
