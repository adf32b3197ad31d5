"""One of several: the usual vote."""

from collections.abc import Sequence
from typing import Any

from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._parts import counted, first_of, no_settings, percent
from dashboard.rooms.refused import Refused
from dashboard.words import Speaker


def check(question: Question, given: Any) -> str:
    """The key of an option."""
    if not isinstance(given, str) or given not in question.keys:
        raise Refused("pick_one")
    return given


def tally(question: Question, answers: Sequence[str]) -> Tally:
    """Votes and shares."""
    return {"rows": counted(question, answers, answers=len(answers))}


def answered(question: Question, answer: str, say: Speaker) -> str:
    """What the phone chose."""
    return say("room_you_chose", options=question.option(answer).text.in_(say.lang))


def told(question: Question, found: Tally, say: Speaker) -> str:
    """Who is ahead."""
    rows = found["rows"]
    share = percent(max(row["share"] for row in rows))
    return say("room_most_chose", options=first_of(question, rows, say), share=share)


KIND = Kind(
    settings=no_settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(2, 12),
)
