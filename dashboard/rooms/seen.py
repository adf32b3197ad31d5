"""What may be seen of a room: by phones, and by whoever presents."""

from collections.abc import Sequence
from typing import Any

from dashboard.rooms.events import KINDS
from dashboard.rooms.pictures import has_picture, picture_of
from dashboard.rooms.question import Question
from dashboard.rooms.questions import kind_of
from dashboard.rooms.scene import WORDS_ALONE, Scene
from dashboard.rooms.state import Room, Standing
from dashboard.rooms.tallies import by_group, tally_of, waiting_texts
from dashboard.rooms.targets import name_of
from dashboard.store import Around, KeptAnswer, KeptObjection, LoggedEvent

_MOST_OBJECTIONS = 60
_MOST_EVENTS = 100
# What phones are not told: what is being prepared, who presents, and what was moderated.
_HIDDEN = frozenset({"made", "asked", "presented", "moderated"})
FOR_PHONES = frozenset(KINDS) - _HIDDEN


def phones_see(room: Room, around: Around, *, code: str) -> dict[str, Any]:
    """What every phone may see; a tally only while the facilitator shows it."""
    asked = room.asked
    shown = asked is not None and asked.shown
    return {
        **_common(room, code=code),
        "question": _asked(room, around.answers, tally=shown) if asked else None,
        "objections": [_objection(one) for one in around.objections if one.passed][
            -_MOST_OBJECTIONS:
        ],
    }


def presenter_sees(room: Room, around: Around, *, code: str) -> dict[str, Any]:
    """All of it: every question, the tally of the current one, texts that wait."""
    asked = room.asked
    question = _asked(room, around.answers, tally=True) if asked else None
    if asked and question and kind_of(asked.question).moderated:
        question["waiting"] = waiting_texts(around.answers)
    return {
        **_common(room, code=code),
        "phones": around.phones,
        "device": room.device,
        "question": question,
        "questions": [
            {**one.question.as_json(), "phase": one.phase, "shown": one.shown}
            for one in room.questions.values()
        ],
        "objections": [{**_objection(one), "passed": one.passed} for one in around.objections],
    }


def outcome(
    room: Room, standing: Standing, answers: Sequence[KeptAnswer], *, groups: bool
) -> dict[str, Any]:
    """One question with its tally."""
    tally = tally_of(standing.question, answers)
    if groups:
        tally["groups"] = by_group(standing.question, answers, room.groups)
    return {**_question(standing.question), **_stands(standing), "tally": tally}


def events_seen(events: Sequence[LoggedEvent], *, all_kinds: bool) -> list[dict[str, Any]]:
    """Entries of the log, the newest hundred at most."""
    return [
        {"seq": one.seq, "kind": one.kind, "content": dict(one.content)}
        for one in events[-_MOST_EVENTS:]
        if all_kinds or one.kind in FOR_PHONES
    ]


def _common(room: Room, *, code: str) -> dict[str, Any]:
    return {
        "code": code,
        "lang": room.lang,
        "door_open": room.door_open,
        "ended": room.ended,
        "scene": _scene(room.scene) if room.scene else None,
        "groups": [group.as_json() for group in room.groups],
    }


def _scene(scene: Scene) -> dict[str, Any]:
    drawn = scene.shown_by != WORDS_ALONE and has_picture(scene.view)
    picture = picture_of(scene.view) if drawn else None
    return {**scene.as_json(), "picture": picture}


def _asked(room: Room, answers: Sequence[KeptAnswer], *, tally: bool) -> dict[str, Any] | None:
    standing = room.asked
    if standing is None:
        return None
    if tally:
        return outcome(room, standing, answers, groups=standing.by_group)
    return {**_question(standing.question), **_stands(standing)}


def _question(question: Question) -> dict[str, Any]:
    return question.as_json()


def _stands(standing: Standing) -> dict[str, Any]:
    return {"phase": standing.phase, "shown": standing.shown, "by_group": standing.by_group}


def _objection(one: KeptObjection) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "target": one.target,
        "name": name_of(one.kind, one.target).as_json(),
        "text": one.content,
    }
