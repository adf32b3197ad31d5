"""What changes a room in the database: decided on the newest state, while nobody else changes it.

Each function asks the database and is called in a thread. `known` is the room as the caller's
worker knows it, so that only newer events have to be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dashboard.rooms import acts, codes, limits
from dashboard.rooms.events import Made, Moderated, written
from dashboard.rooms.live import folded
from dashboard.rooms.pictures import has_picture, picture_of
from dashboard.rooms.refused import Refused
from dashboard.rooms.state import Room
from dashboard.rooms.targets import target_of
from dashboard.rooms.texts import cleaned
from dashboard.store import LoggedEvent, RoomRow, Seen, Store, rooms
from dashboard.store.ids import now
from dashboard.store.room_work import (
    HeldRoom,
    append,
    holding,
    join,
    moderate,
    objections_of,
    put_objection,
    touch,
)
from dashboard.store.rooms import around_of, phone_row

OBJECTION_MOST = 280
_TRIES = 5


@dataclass(frozen=True, kw_only=True)
class Known:
    """A room, and its state as one worker knows it."""

    id: str
    room: Room
    ends_at: str


def create(store: Store, *, lang: str, device: str) -> tuple[RoomRow, str]:
    """A new room, and the secret of its presenter. Raises `Refused`: there are too many."""
    secret, at = codes.new_secret(), datetime.now(UTC)
    kind, content = written(Made(lang=lang, device=device))
    for _ in range(_TRIES):
        code = codes.new_code()
        if rooms.find(store, code=code) is None:
            break
    row = rooms.create(
        store,
        code=code,
        secret_hash=codes.secret_hash(secret, code=code),
        ends_at=_iso(at + timedelta(hours=limits.LIFE_HOURS)),
        kind=kind,
        content=content,
        most=limits.MOST_ROOMS,
        empty_since=_iso(at - timedelta(minutes=limits.EMPTY_MINUTES)),
    )
    if row is None:
        raise Refused("rooms_full", most=limits.MOST_ROOMS)
    return row, secret


def look(store: Store, known: Known, *, pulse: int) -> Seen:
    """What is new in a room; the picture of its scene is drawn here, not on the event loop."""

    def current(newer: tuple[LoggedEvent, ...]) -> str | None:
        return folded(known.room, newer).current

    seen = rooms.look(store, id=known.id, after=known.room.seq, pulse=pulse, question=current)
    scene = folded(known.room, seen.events).scene
    if scene is not None and has_picture(scene.view):
        picture_of(scene.view)
    return seen


def act(
    store: Store, known: Known, *, name: str, given: Mapping[str, Any], device: str
) -> tuple[Seen, int]:
    """Do what the presenter asks for; what is new since `known`, and how many events it made."""
    with holding(store, id=known.id) as held:
        newer, room = newest(held, known)
        events = acts.decided(room, act=name, given=given, device=device)
        moderated = [one for one in events if isinstance(one, Moderated)]
        for one in moderated:
            if not moderate(held, what=one.what, id=one.id, passed=one.passed):
                raise Refused("field", field="id")
        logged = append(held, [written(one) for one in events], ended=name == "end")
        seen = _seen(held, known, (*newer, *logged), touched=bool(moderated))
        return seen, len(logged)


def join_room(store: Store, known: Known, *, phone: str, group: str | None) -> Seen:
    """Let a phone in, or put it into a group; once more changes nothing."""
    with holding(store, id=known.id) as held:
        newer, room = newest(held, known)
        if room.ended:
            raise Refused("ended")
        if group is not None and group not in {one.key for one in room.groups}:
            raise Refused("group")
        old = phone_row(held.connection, held.row.id, phone)
        if old is None:
            if not room.door_open:
                raise Refused("closed")
            if held.phones() >= limits.MOST_PHONES:
                raise Refused("full", most=limits.MOST_PHONES)
        changed = old is None or (group is not None and group != old.group_key)
        if changed:
            join(held, phone=phone, group=group)
        return _seen(held, known, newer, touched=changed)


def object_to(
    store: Store, known: Known, *, phone: str, kind: object, target: object, text: object
) -> Seen:
    """Pin an objection; the same one a second time changes nothing."""
    kind_, target_ = target_of(kind, target)
    words = cleaned(text) if isinstance(text, str) else ""
    if not words:
        raise Refused("words_missing")
    if len(words) > OBJECTION_MOST:
        raise Refused("words_long", length=len(words), most=OBJECTION_MOST)
    with holding(store, id=known.id) as held:
        newer, room = newest(held, known)
        if room.ended:
            raise Refused("ended")
        if phone not in held.joined([phone]):
            raise Refused("not_joined")
        before = objections_of(held, phone=phone)
        if (kind_, target_, words) in before:
            return _seen(held, known, newer)
        if len(before) >= limits.MOST_OBJECTIONS:
            raise Refused("objections", most=limits.MOST_OBJECTIONS)
        put_objection(held, phone=phone, kind=kind_, target=target_, content=words)
        return _seen(held, known, newer, touched=True)


def newest(held: HeldRoom, known: Known) -> tuple[tuple[LoggedEvent, ...], Room]:
    """The events that `known` lacks, and the state with them; a room whose time is up is over."""
    newer = held.newer(known.room.seq)
    room = folded(known.room, newer)
    if held.row.ended_at is not None or now() >= held.row.ends_at:
        room = replace(room, ended=True)
    return newer, room


def _seen(
    held: HeldRoom, known: Known, events: Sequence[LoggedEvent], *, touched: bool = False
) -> Seen:
    """What the caller's worker does not know yet, its own change included."""
    pulse = touch(held) if touched else held.row.pulse
    seq = events[-1].seq if events else held.row.seq
    current = folded(known.room, events).current
    around = around_of(held.connection, held.row.id, question=current)
    row = RoomRow(**{**vars(held.row), "seq": seq, "pulse": pulse})
    return Seen(row=row, events=tuple(events), around=around)


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")
