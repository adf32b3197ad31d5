"""What a presenter does, and the events that follow from it: pure, decided on the newest state.

An act that changes nothing gives no event, so that a double tap is one.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.rooms.events import (
    Asked,
    Closed,
    DoorSet,
    Ended,
    Event,
    Grouped,
    Hidden,
    Moderated,
    Opened,
    Presented,
    SceneSet,
    Shown,
)
from dashboard.rooms.question import Option, key_of
from dashboard.rooms.questions import checked
from dashboard.rooms.refused import Refused
from dashboard.rooms.scene import read_scene
from dashboard.rooms.state import Room, Standing
from dashboard.rooms.texts import SHORT, both

MOST_GROUPS = 20
MOST_QUESTIONS = 60
MOST_EVENTS = 5_000
Given = Mapping[str, Any]
Act = Callable[[Room, Given], list[Event]]


def decided(room: Room, *, act: str, given: Given, device: str) -> list[Event]:
    """The events of an act of the presenter's, on this device.

    Raises:
        Refused: the room is over, another device conducts it, or the act does not fit.
    """
    if act not in ACTS:
        raise Refused("act")
    if room.ended:
        if act == "end":
            return []
        raise Refused("ended")
    if act == "present":
        return [Presented(device=device)] if device != room.device else []
    if device != room.device:
        raise Refused("elsewhere")
    if room.seq >= MOST_EVENTS and act != "end":
        raise Refused("log_full", most=MOST_EVENTS)
    return ACTS[act](room, given)


def _scene(room: Room, given: Given) -> list[Event]:
    scene, asked = read_scene(given), room.asked
    leaves = asked is not None and asked.phase != "open"  # it stands in the scene's place
    return [SceneSet(scene=scene)] if leaves or scene != room.scene else []


def _groups(room: Room, given: Given) -> list[Event]:
    listed = given.get("groups")
    if not isinstance(listed, list) or len(listed) > MOST_GROUPS:
        raise Refused("question_options", low=0, high=MOST_GROUPS)
    groups = tuple(
        Option(
            key=key_of(one.get("key") if isinstance(one, dict) else None, field="groups"),
            text=both(one, field="groups", most=SHORT),
        )
        for one in listed
    )
    if len({one.key for one in groups}) < len(groups):
        raise Refused("field", field="groups")
    return [Grouped(groups=groups)] if groups != room.groups else []


def _ask(room: Room, given: Given) -> list[Event]:
    """Put a question in; with `open`, it can be answered at once."""
    question = checked(given.get("question"))
    known = room.questions.get(question.id)
    if known and known.question != question:
        raise Refused("question_twice", id=question.id)
    if known is None and len(room.questions) >= MOST_QUESTIONS:
        raise Refused("log_full", most=MOST_QUESTIONS)
    events: list[Event] = [] if known else [Asked(question=question)]
    if given.get("open") is True and (known is None or known.phase != "open"):
        events += _opening(room, question.id)
    return events


def _open(room: Room, given: Given) -> list[Event]:
    standing = _question(room, given)
    return [] if standing.phase == "open" else _opening(room, standing.question.id)


def _opening(room: Room, id: str) -> list[Event]:
    before = room.open_question
    closing: list[Event] = [Closed(question=before)] if before else []
    return [*closing, Opened(question=id)]


def _close(room: Room, given: Given) -> list[Event]:
    standing = _question(room, given)
    return [Closed(question=standing.question.id)] if standing.phase == "open" else []


def _show(room: Room, given: Given) -> list[Event]:
    standing = _question(room, given)
    id, by_group = standing.question.id, given.get("by_group") is True
    if standing.shown and standing.by_group == by_group and room.current == id:
        return []
    other = room.open_question
    closing: list[Event] = [Closed(question=other)] if other and other != id else []
    return [*closing, Shown(question=id, by_group=by_group)]


def _hide(room: Room, given: Given) -> list[Event]:
    standing = _question(room, given)
    return [Hidden(question=standing.question.id)] if standing.shown else []


def _door(room: Room, given: Given) -> list[Event]:
    wanted = given.get("open")
    if not isinstance(wanted, bool):
        raise Refused("field", field="open")
    return [DoorSet(open=wanted)] if wanted != room.door_open else []


def _moderate(_: Room, given: Given) -> list[Event]:
    what, id, passed = given.get("what"), given.get("id"), given.get("passed")
    if what not in ("answer", "objection"):
        raise Refused("field", field="what")
    if not isinstance(passed, bool):
        raise Refused("field", field="passed")
    return [Moderated(what=what, id=key_of(id, field="id"), passed=passed)]


def _end(room: Room, _: Given) -> list[Event]:
    before = room.open_question
    closing: list[Event] = [Closed(question=before)] if before else []
    return [*closing, Ended()]


def _question(room: Room, given: Given) -> Standing:
    id = given.get("question")
    if not isinstance(id, str) or id not in room.questions:
        raise Refused("question")
    return room.questions[id]


ACTS: Mapping[str, Act] = {
    "present": lambda room, given: [],
    "scene": _scene,
    "groups": _groups,
    "ask": _ask,
    "open": _open,
    "close": _close,
    "show": _show,
    "hide": _hide,
    "door": _door,
    "moderate": _moderate,
    "end": _end,
}
