"""What the store keeps of rooms: plain frozen records."""

from dataclasses import dataclass
from typing import Any

from dashboard.store.records import Document


@dataclass(frozen=True, kw_only=True)
class RoomRow:
    """A room. Times are in UTC; `seq`: its newest event; `pulse`: of everything else."""

    id: str
    code: str
    secret_hash: str
    created_at: str
    ends_at: str
    ended_at: str | None
    seq: int
    pulse: int


@dataclass(frozen=True, kw_only=True)
class LoggedEvent:
    """One entry of a room's log."""

    seq: int
    at: str
    kind: str
    content: Document


@dataclass(frozen=True, kw_only=True)
class KeptAnswer:
    """The answer of one phone to one question, the last that it gave."""

    id: str
    question: str
    phone: str
    turn: int
    content: Any
    passed: bool | None = None
    group: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeptObjection:
    """An objection pinned to a province or an assumption."""

    id: str
    phone: str
    kind: str
    target: str
    content: str
    passed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Around:
    """What is in a room beside its events: how many phones, and what they said."""

    phones: int
    answers: tuple[KeptAnswer, ...]
    objections: tuple[KeptObjection, ...]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What has changed in a room; `around` is None where nothing beside the events has."""

    row: RoomRow
    events: tuple[LoggedEvent, ...]
    around: Around | None
