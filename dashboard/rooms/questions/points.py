"""Dividing 100 points over options."""

from collections.abc import Mapping
from typing import Any

from dashboard.numbers import number
from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._dividing import check, divided, largest, tally
from dashboard.rooms.questions._parts import first_of
from dashboard.words import Speaker


def settings(question: Question) -> Mapping[str, Any]:
    """`total`: the points there are; `step`: what one tap moves."""
    return divided(question, usual=100, low=10, high=1000)


def answered(question: Question, answer: dict[str, int], say: Speaker) -> str:
    """What got the points of the phone."""
    parts = [
        say("room_part_points", option=question.option(key).text.in_(say.lang), points=part)
        for key, part in largest(answer)
    ]
    return say("room_you_divided", parts=say("list_separator").join(parts))


def told(question: Question, found: Tally, say: Speaker) -> str:
    """What gets most on average."""
    rows = found["rows"]
    points = number(max(row["value"] for row in rows))
    return say("room_most_points", options=first_of(question, rows, say), points=points)


KIND = Kind(
    settings=settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(2, 10),
)
