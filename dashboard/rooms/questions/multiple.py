"""Several of several, up to a number that the presenter may set."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._parts import counted, first_of, listed, percent, whole
from dashboard.rooms.refused import Refused
from dashboard.words import Speaker


def settings(question: Question) -> Mapping[str, Any]:
    """`most`: how many may be chosen; all of them unless set."""
    count = len(question.options)
    most = question.settings.get("most", count)
    return {"most": whole(most, low=1, high=count, field="most")}


def check(question: Question, given: Any) -> list[str]:
    """Keys of options, in the order of the question."""
    most = question.settings["most"]
    listed_ = given if isinstance(given, list) else []
    chosen = {key for key in listed_ if isinstance(key, str)}
    fits = len(chosen) == len(listed_) and chosen <= set(question.keys)
    if not fits or not 1 <= len(chosen) <= most:
        raise Refused("pick_some", most=most)
    return [key for key in question.keys if key in chosen]


def tally(question: Question, answers: Sequence[Sequence[str]]) -> Tally:
    """How many chose each option; the shares add up to more than one."""
    picked = [key for answer in answers for key in answer]
    return {"rows": counted(question, picked, answers=len(answers))}


def answered(question: Question, answer: Sequence[str], say: Speaker) -> str:
    """What the phone chose."""
    return say("room_you_chose", options=listed(question, answer, say))


def told(question: Question, found: Tally, say: Speaker) -> str:
    """What most chose."""
    rows = found["rows"]
    share = percent(max(row["share"] for row in rows))
    return say("room_most_chose", options=first_of(question, rows, say), share=share)


KIND = Kind(
    settings=settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(2, 12),
)
