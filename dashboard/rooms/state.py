"""The state of a room: a fold over its events, the same on every worker and after every restart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from dashboard.rooms.events import (
    Asked,
    Closed,
    DoorSet,
    Ended,
    Event,
    Grouped,
    Hidden,
    Made,
    Opened,
    Presented,
    SceneSet,
    Shown,
)
from dashboard.rooms.question import Option, Question
from dashboard.rooms.scene import Scene


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A question and how it stands: `ready`, `open` or `closed`, its results shown or not."""

    question: Question
    phase: str = "ready"
    shown: bool = False
    by_group: bool = False


@dataclass(frozen=True, kw_only=True)
class Room:
    """A room after its event number `seq`.

    `device`: the presenter's device that conducts it; `current`: the question that phones see.
    """

    seq: int = 0
    lang: str = "km"
    device: str = ""
    door_open: bool = True
    ended: bool = False
    scene: Scene | None = None
    groups: tuple[Option, ...] = ()
    questions: Mapping[str, Standing] = field(default_factory=dict)
    current: str | None = None

    @property
    def asked(self) -> Standing | None:
        """The question that phones see."""
        return self.questions[self.current] if self.current else None

    @property
    def open_question(self) -> str | None:
        """The question that can be answered now; never more than one."""
        return next((id for id, one in self.questions.items() if one.phase == "open"), None)


def after(room: Room, event: Event) -> Room:
    """The room once this event, the next one, has happened."""
    return replace(_changed(room, event), seq=room.seq + 1)


def replayed(events: Iterable[Event]) -> Room:
    """The room after all its events."""
    return reduce(after, events, Room())


def _changed(room: Room, event: Event) -> Room:
    match event:
        case Made():
            return replace(room, lang=event.lang, device=event.device)
        case Grouped():
            return replace(room, groups=event.groups)
        case SceneSet():
            asked = room.asked
            keeps = asked is not None and asked.phase == "open"
            return replace(room, scene=event.scene, current=room.current if keeps else None)
        case Asked():
            new = Standing(question=event.question)
            return replace(room, questions={**room.questions, event.question.id: new})
        case Opened():
            return _standing(room, event.question, phase="open", current=event.question)
        case Closed():
            return _standing(room, event.question, phase="closed")
        case Shown():
            return _standing(
                room, event.question, shown=True, by_group=event.by_group, current=event.question
            )
        case Hidden():
            return _standing(room, event.question, shown=False)
        case DoorSet():
            return replace(room, door_open=event.open)
        case Presented():
            return replace(room, device=event.device)
        case Ended():
            return replace(room, ended=True)
    return room


def _standing(
    room: Room,
    id: str,
    *,
    phase: str | None = None,
    shown: bool | None = None,
    by_group: bool | None = None,
    current: str | None = None,
) -> Room:
    old = room.questions[id]
    new = replace(
        old,
        phase=old.phase if phase is None else phase,
        shown=old.shown if shown is None else shown,
        by_group=old.by_group if by_group is None else by_group,
    )
    return replace(
        room,
        questions={**room.questions, id: new},
        current=room.current if current is None else current,
    )
