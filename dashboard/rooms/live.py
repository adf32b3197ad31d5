"""A room as one worker knows it: its state, who listens, and the messages that are sent to them."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dashboard.rooms.events import read
from dashboard.rooms.seen import events_seen, phones_see, presenter_sees
from dashboard.rooms.state import Room, after
from dashboard.store import Around, LoggedEvent, RoomRow, Seen
from dashboard.store.ids import now

Role = Literal["phone", "presenter"]
EMPTY = Around(phones=0, answers=(), objections=())


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How far somebody has seen: the newest event, the pulse of all else, and whether it ended."""

    seq: int = 0
    pulse: int = -1
    over: bool = False


@dataclass(frozen=True, kw_only=True)
class View:
    """What one role sees at a mark, as JSON."""

    mark: Mark
    number: int
    body: bytes


def folded(room: Room, events: Sequence[LoggedEvent]) -> Room:
    """The room after these entries of its log; those it has seen already change nothing.

    >>> made = LoggedEvent(seq=1, at="", kind="made", content={"lang": "en", "device": "a"})
    >>> folded(folded(Room(), [made]), [made]).seq
    1
    """
    for one in events:
        if one.seq == room.seq + 1:
            room = after(room, read(one.kind, one.content))
    return room


class Live:
    """One room on one worker; only the event loop touches it."""

    def __init__(self, row: RoomRow) -> None:
        """A room of which nothing but its row is known yet."""
        self.row = row
        self.log: list[LoggedEvent] = []
        self.around = EMPTY
        self.pulse = -1
        self.awaited: set[asyncio.Event] = set()
        self.streams: Counter[str] = Counter()
        self.joined: set[str] = set()
        self.touched = 0.0
        self._room = Room()
        self._views: dict[Role, View] = {}
        self._kept: dict[tuple[Role, int], bytes] = {}
        self._kept_for = Mark()

    @property
    def room(self) -> Room:
        """The state; a room whose time is up has ended, though no event says so."""
        over = self._room.ended or self.row.ended_at is not None or now() >= self.row.ends_at
        return replace(self._room, ended=True) if over and not self._room.ended else self._room

    @property
    def mark(self) -> Mark:
        """How far this worker has seen."""
        return Mark(seq=self._room.seq, pulse=self.pulse, over=self.room.ended)

    def take(self, seen: Seen) -> None:
        """Take in what was read; what is older than what is known changes nothing."""
        before = self.mark
        newer = [one for one in seen.events if one.seq > self._room.seq]
        self._room = folded(self._room, newer)
        self.log += [one for one in newer if one.seq <= self._room.seq]
        current = seen.row.seq >= self._room.seq and seen.row.pulse >= self.pulse
        if current:
            self.row = seen.row
        if current and seen.around is not None:
            self.around = seen.around
            self.pulse = seen.row.pulse
        if self.mark != before:
            self.wake()

    def wake(self) -> None:
        """Let all who listen look whether there is something new."""
        for one in self.awaited:
            one.set()

    def view(self, role: Role) -> View:
        """The room as `role` may see it; its number goes up only where that is different."""
        mark, old = self.mark, self._views.get(role)
        if old is not None and old.mark == mark:
            return old
        sees = presenter_sees if role == "presenter" else phones_see
        body = _json(sees(self.room, self.around, code=self.row.code))
        number = (old.number if old.body == body else old.number + 1) if old else 1
        self._views[role] = new = View(mark=mark, number=number, body=body)
        return new

    def message(self, role: Role, *, since: int) -> bytes:
        """What is sent: the newest number, the events after `since`, the room as it is now."""
        view = self.view(role)
        if self._kept_for != view.mark:
            self._kept, self._kept_for = {}, view.mark
        key = (role, min(max(since, 0), view.mark.seq))
        if key not in self._kept:
            newer = [one for one in self.log if one.seq > since]
            events = _json(events_seen(newer, all_kinds=role == "presenter"))
            self._kept[key] = b'{"seq":%d,"events":%b,"room":%b}' % (
                view.mark.seq,
                events,
                view.body,
            )
        return self._kept[key]

    def seen(self, role: Role) -> Any:
        """The room as `role` may see it, as it is written into other answers."""
        return json.loads(self.view(role).body)


def _json(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
