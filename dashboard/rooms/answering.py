"""Answers of many phones, written together: each is accepted or refused by itself.

Of one phone the last answer counts, by the phone's own count (`turn`): what was under way for
long overwrites nothing newer. The same answer once more is the same answer, also when the question
has been closed meanwhile: it is counted already, and the phone is told so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.rooms.keeper import Known, newest
from dashboard.rooms.questions import kind_of
from dashboard.rooms.refused import Refused
from dashboard.rooms.state import Room
from dashboard.store import KeptAnswer, LoggedEvent, Store
from dashboard.store.ids import new_id
from dashboard.store.room_work import HeldRoom, holding, put_answers, touch


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What one phone wants to answer."""

    phone: str
    question: str
    answer: Any
    turn: int | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a wish: the answer that counts now, or why there is none."""

    counted: Any = None
    question: str = ""
    changed: bool = False
    refused: Refused | None = None


def answer_all(
    store: Store, known: Known, wishes: Sequence[Wish]
) -> tuple[list[Outcome], tuple[LoggedEvent, ...]]:
    """Write all answers that can be accepted in one transaction, in the order of their coming.

    Returns what became of each, and the events that `known` lacked.
    """
    with holding(store, id=known.id) as held:
        newer, room = newest(held, known)
        phones = sorted({wish.phone for wish in wishes})
        joined = held.joined(phones)
        stored = held.answers(phones)
        now = dict(stored)
        outcomes = []
        for wish in wishes:
            try:
                outcomes.append(_answered(room, wish, now, joined=joined))
            except Refused as refused:
                outcomes.append(Outcome(question=wish.question, refused=refused))
        _write(held, stored, now)
        return outcomes, newer


def _answered(
    room: Room,
    wish: Wish,
    now: dict[tuple[str, str], KeptAnswer],
    *,
    joined: frozenset[str],
) -> Outcome:
    """Put one wish into `now`, which holds what is kept by question and phone."""
    if wish.phone not in joined:
        raise Refused("not_joined")
    standing = room.questions.get(wish.question)
    if standing is None:
        raise Refused("question")
    kind = kind_of(standing.question)
    content = kind.check(standing.question, wish.answer)
    old = now.get((wish.question, wish.phone))
    turn = wish.turn if wish.turn is not None else (old.turn + 1 if old else 1)
    if old is not None and (old.content == content or old.turn > turn):
        return Outcome(counted=old.content, question=wish.question)
    if room.ended:
        raise Refused("ended")
    if standing.phase != "open":
        raise Refused("late" if standing.phase == "closed" else "early")
    now[wish.question, wish.phone] = (
        replace(old, turn=turn, content=content, passed=None)
        if old
        else KeptAnswer(
            id=new_id(), question=wish.question, phone=wish.phone, turn=turn, content=content
        )
    )
    return Outcome(counted=content, question=wish.question, changed=True)


def _write(
    held: HeldRoom,
    stored: dict[tuple[str, str], KeptAnswer],
    now: dict[tuple[str, str], KeptAnswer],
) -> None:
    new = [one for key, one in now.items() if key not in stored]
    changed = [one for key, one in now.items() if key in stored and one != stored[key]]
    if new or changed:
        put_answers(held, new=new, changed=changed)
        touch(held)
