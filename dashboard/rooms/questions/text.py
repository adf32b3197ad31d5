"""A short text in one's own words; others see it once the facilitator has let it through."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Kind, Tally
from dashboard.rooms.questions._parts import whole
from dashboard.rooms.refused import Refused
from dashboard.rooms.texts import cleaned
from dashboard.words import Speaker

_MOST = 280


def settings(question: Question) -> Mapping[str, Any]:
    """`most`: characters of the text."""
    most = question.settings.get("most", _MOST)
    return {"most": whole(most, low=20, high=600, field="most")}


def check(question: Question, given: Any) -> str:
    """The text, on one line; what looks like a script stays what it is, a text."""
    text = cleaned(given) if isinstance(given, str) else ""
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        raise Refused("words_missing")
    if len(text) > question.settings["most"]:
        raise Refused("words_long", length=len(text), most=question.settings["most"])
    return text


def tally(question: Question, answers: Sequence[str]) -> Tally:
    """Texts are not counted but read: which ones may be, is added by `tallies.py`."""
    return {"rows": []}


def answered(question: Question, answer: str, say: Speaker) -> str:
    """What the phone wrote, and that it is read before it is shown."""
    return say("room_you_wrote", text=answer)


def told(question: Question, found: Tally, say: Speaker) -> str:
    """How many texts there are, and how many of them can be read."""
    return say("room_texts", answers=found["answers"], shown=len(found["texts"]))


KIND = Kind(
    settings=settings,
    check=check,
    tally=tally,
    answered=answered,
    told=told,
    options=(0, 0),
    moderated=True,
)
