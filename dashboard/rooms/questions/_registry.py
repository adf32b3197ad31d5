"""Find the kinds of questions."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from analysis.registry import declared_in
from dashboard.rooms.question import Question, read_question
from dashboard.rooms.questions._declaration import Kind
from dashboard.rooms.refused import Refused


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by key. A module without one fails by name."""
    return declared_in("dashboard.rooms.questions", name="KIND", kind=Kind)


def kind_of(question: Question) -> Kind:
    """The kind of a question that was checked."""
    return kinds()[question.kind]


def checked(given: Any) -> Question:
    """The question in JSON, ready to be asked.

    Raises:
        Refused: it is not one, or not as its kind wants it.
    """
    question = read_question(given)
    kind = kinds().get(question.kind)
    if kind is None:
        raise Refused("question_kind", known=", ".join(kinds()))
    low, high = kind.options
    if not low <= len(question.options) <= high:
        raise Refused("question_options", low=low, high=high)
    return replace(question, settings=kind.settings(question))
