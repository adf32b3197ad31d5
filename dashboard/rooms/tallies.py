"""What all answers to a question come to: rows to draw, a sentence, and each group apart."""

from collections.abc import Sequence
from typing import Any

from dashboard.rooms.question import Option, Question
from dashboard.rooms.questions import kind_of
from dashboard.store import KeptAnswer
from dashboard.words import Speaker

FEWEST_OF_A_GROUP = 3
_MOST_TEXTS = 60
_ENGLISH, _KHMER = Speaker(lang="en"), Speaker(lang="km")


def tally_of(question: Question, answers: Sequence[KeptAnswer]) -> dict[str, Any]:
    """Number of answers, rows, a sentence in both languages; texts that were let through."""
    kind = kind_of(question)
    found: dict[str, Any] = {
        "answers": len(answers),
        **kind.tally(question, [one.content for one in answers]),
    }
    if kind.moderated:
        passed = [one for one in answers if one.passed]
        found["texts"] = [{"id": one.id, "text": one.content} for one in passed[-_MOST_TEXTS:]]
    if answers:
        said = {
            "en": kind.told(question, found, _ENGLISH),
            "km": kind.told(question, found, _KHMER),
        }
        found["said"] = said
    return found


def by_group(
    question: Question, answers: Sequence[KeptAnswer], groups: Sequence[Option]
) -> list[dict[str, Any]]:
    """The tally of each group; one of fewer than three answers would tell who gave which."""
    found: list[dict[str, Any]] = []
    for group in groups:
        own = [one for one in answers if one.group == group.key]
        head: dict[str, Any] = {"group": group.as_json()}
        if len(own) < FEWEST_OF_A_GROUP:
            found.append({**head, "answers": len(own), "few": True})
        else:
            found.append({**head, **tally_of(question, own)})
    return found


def waiting_texts(answers: Sequence[KeptAnswer]) -> list[dict[str, Any]]:
    """Texts that the facilitator has let through, refused or not looked at, the newest last."""
    return [{"id": one.id, "text": one.content, "passed": one.passed} for one in answers]
