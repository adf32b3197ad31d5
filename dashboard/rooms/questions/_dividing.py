"""Dividing a sum over options: each gets a whole part, and nothing is left over."""

from collections.abc import Mapping, Sequence
from statistics import mean, median
from typing import Any

from dashboard.rooms.question import Question
from dashboard.rooms.questions._declaration import Tally
from dashboard.rooms.questions._parts import whole
from dashboard.rooms.refused import Refused

_STEP = 10


def divided(question: Question, *, usual: int, low: int, high: int) -> Mapping[str, Any]:
    """The sum, `usual` unless set, and what one tap moves of it."""
    total = whole(question.settings.get("total", usual), low=low, high=high, field="total")
    step = whole(question.settings.get("step", min(_STEP, total)), low=1, high=total, field="step")
    return {"total": total, "step": step}


def check(question: Question, given: Any) -> dict[str, int]:
    """What each option gets; options that get nothing may be left out."""
    total = question.settings["total"]
    if not isinstance(given, dict) or not set(given) <= set(question.keys):
        raise Refused("answer")
    parts = {key: given.get(key, 0) for key in question.keys}
    for part in parts.values():
        if isinstance(part, bool) or not isinstance(part, int) or not 0 <= part <= total:
            raise Refused("answer")
    if sum(parts.values()) != total:
        raise Refused("sum", total=total, given=sum(parts.values()))
    return parts


def tally(question: Question, answers: Sequence[dict[str, int]]) -> Tally:
    """What each option gets on average; the means add up to the whole sum."""
    total = question.settings["total"]
    rows = []
    for key in question.keys:
        parts = [answer[key] for answer in answers] or [0]
        rows.append(
            {
                "key": key,
                "value": round(mean(parts), 2),
                "share": mean(parts) / total,
                "median": median(parts),
                "low": min(parts),
                "high": max(parts),
            }
        )
    return {"rows": rows, "total": total}


def largest(parts: dict[str, int]) -> list[tuple[str, int]]:
    """What got something, the most first."""
    given = [(key, part) for key, part in parts.items() if part]
    return sorted(given, key=lambda one: -one[1])
