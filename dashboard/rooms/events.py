"""What happens in a room, as it stands in its log: never changed, only added to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from dashboard.rooms.question import Option, Question, read_question
from dashboard.rooms.scene import Scene, read_scene
from dashboard.rooms.texts import Both

Content = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. What it holds are plain values, unless it says otherwise."""

    def as_json(self) -> dict[str, Any]:
        """What stands in the log."""
        return dict(vars(self))

    @classmethod
    def read(cls, content: Content) -> Self:
        """The event as it was written."""
        return cls(**content)


@dataclass(frozen=True, kw_only=True)
class Made(Event):
    """The room was opened by a device of the presenter's."""

    lang: str
    device: str


@dataclass(frozen=True, kw_only=True)
class Grouped(Event):
    """The tables or groups that phones may say they sit at."""

    groups: tuple[Option, ...]

    def as_json(self) -> dict[str, Any]:
        """What stands in the log."""
        return {"groups": [one.as_json() for one in self.groups]}

    @classmethod
    def read(cls, content: Content) -> Self:
        """The event as it was written."""
        return cls(
            groups=tuple(
                Option(key=one["key"], text=Both(en=one["en"], km=one["km"]))
                for one in content["groups"]
            )
        )


@dataclass(frozen=True, kw_only=True)
class SceneSet(Event):
    """The presenter went to another scene."""

    scene: Scene

    def as_json(self) -> dict[str, Any]:
        """What stands in the log."""
        return self.scene.as_json()

    @classmethod
    def read(cls, content: Content) -> Self:
        """The event as it was written."""
        return cls(scene=read_scene(content))


@dataclass(frozen=True, kw_only=True)
class Asked(Event):
    """A question was put into the room; nobody can answer it yet."""

    question: Question

    def as_json(self) -> dict[str, Any]:
        """What stands in the log."""
        return self.question.as_json()

    @classmethod
    def read(cls, content: Content) -> Self:
        """The event as it was written."""
        return cls(question=read_question(content))


@dataclass(frozen=True, kw_only=True)
class Opened(Event):
    """A question can be answered from now on."""

    question: str


@dataclass(frozen=True, kw_only=True)
class Closed(Event):
    """A question cannot be answered any more."""

    question: str


@dataclass(frozen=True, kw_only=True)
class Shown(Event):
    """The results of a question are shown; `by_group`: each group's apart."""

    question: str
    by_group: bool = False


@dataclass(frozen=True, kw_only=True)
class Hidden(Event):
    """The results of a question are hidden again."""

    question: str


@dataclass(frozen=True, kw_only=True)
class DoorSet(Event):
    """Newcomers are let in, or not."""

    open: bool


@dataclass(frozen=True, kw_only=True)
class Presented(Event):
    """A device with the presenter's secret took the room over."""

    device: str


@dataclass(frozen=True, kw_only=True)
class Moderated(Event):
    """A free text or an objection was let through, or not."""

    what: Literal["answer", "objection"]
    id: str
    passed: bool


@dataclass(frozen=True, kw_only=True)
class Ended(Event):
    """The presenter ended the room."""


KINDS: Mapping[str, type[Event]] = {
    "made": Made,
    "groups": Grouped,
    "scene": SceneSet,
    "asked": Asked,
    "opened": Opened,
    "closed": Closed,
    "shown": Shown,
    "hidden": Hidden,
    "door": DoorSet,
    "presented": Presented,
    "moderated": Moderated,
    "ended": Ended,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def name_of(event: Event) -> str:
    """The name of an event's kind in the log."""
    return _NAMES[type(event)]


def written(event: Event) -> tuple[str, dict[str, Any]]:
    """Kind and content, as the store keeps them."""
    return name_of(event), event.as_json()


def read(kind: str, content: Content) -> Event:
    """The event of a row of the log."""
    return KINDS[kind].read(content)
