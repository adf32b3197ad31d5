"""Changing one room: whoever holds it is alone with it until the transaction ends."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, text, update

from dashboard.store.ids import new_id, now
from dashboard.store.records import Document
from dashboard.store.room_records import KeptAnswer, LoggedEvent, RoomRow
from dashboard.store.room_tables import (
    room_answers,
    room_events,
    room_objections,
    room_phones,
    rooms,
)
from dashboard.store.rooms import events_after, phone_row
from dashboard.store.store import Store

CHANNEL = "atlas_rooms"


@dataclass(frozen=True, kw_only=True)
class HeldRoom:
    """A room that nobody else can change meanwhile, on any worker."""

    connection: Connection
    row: RoomRow

    def newer(self, after: int) -> tuple[LoggedEvent, ...]:
        """The events that whoever knows `after` has not seen."""
        return events_after(self.connection, self.row.id, after) if self.row.seq > after else ()

    def phones(self) -> int:
        """How many have joined."""
        return int(
            self.connection.execute(
                select(func.count())
                .select_from(room_phones)
                .where(room_phones.c.room_id == self.row.id)
            ).scalar_one()
        )

    def joined(self, phones: Sequence[str]) -> frozenset[str]:
        """Which of these phones have joined."""
        asked = select(room_phones.c.phone).where(
            room_phones.c.room_id == self.row.id, room_phones.c.phone.in_(phones)
        )
        return frozenset(self.connection.execute(asked).scalars())

    def answers(self, phones: Sequence[str]) -> dict[tuple[str, str], KeptAnswer]:
        """What these phones have answered until now, by question and phone."""
        asked = select(room_answers).where(
            room_answers.c.room_id == self.row.id, room_answers.c.phone.in_(phones)
        )
        return {
            (row.question, row.phone): KeptAnswer(
                id=row.id,
                question=row.question,
                phone=row.phone,
                turn=row.turn,
                content=json.loads(row.content),
                passed=row.passed,
            )
            for row in self.connection.execute(asked)
        }


@contextmanager
def holding(store: Store, *, id: str) -> Iterator[HeldRoom]:
    """Hold a room; what is done in the block is kept and told to all workers, or not at all."""
    with store.writing() as connection:
        asked = select(rooms).where(rooms.c.id == id).with_for_update()
        row = RoomRow(**connection.execute(asked).one()._mapping)
        yield HeldRoom(connection=connection, row=row)
        if connection.dialect.name == "postgresql":
            connection.execute(
                text("SELECT pg_notify(:channel, :id)"), {"channel": CHANNEL, "id": id}
            )


def append(
    held: HeldRoom, events: Sequence[tuple[str, Document]], *, ended: bool = False
) -> tuple[LoggedEvent, ...]:
    """Write events at the end of the log; `ended`: the room is over with them."""
    time = now()
    logged = tuple(
        LoggedEvent(seq=held.row.seq + n, at=time, kind=kind, content=content)
        for n, (kind, content) in enumerate(events, start=1)
    )
    if logged:
        rows = [
            {**vars(one), "room_id": held.row.id, "content": json.dumps(one.content)}
            for one in logged
        ]
        held.connection.execute(insert(room_events), rows)
        values: dict[str, Any] = {"seq": logged[-1].seq}
        if ended:
            values["ended_at"] = time
        held.connection.execute(update(rooms).where(rooms.c.id == held.row.id).values(**values))
    return logged


def touch(held: HeldRoom) -> int:
    """Say that something beside the events has changed."""
    pulse = held.row.pulse + 1
    held.connection.execute(update(rooms).where(rooms.c.id == held.row.id).values(pulse=pulse))
    return pulse


def put_answers(
    held: HeldRoom, *, new: Sequence[KeptAnswer], changed: Sequence[KeptAnswer]
) -> None:
    """Write answers: those of phones that had given none, and those that replace another."""
    time = now()
    if new:
        rows = [
            {
                "id": one.id,
                "room_id": held.row.id,
                "question": one.question,
                "phone": one.phone,
                "turn": one.turn,
                "at": time,
                "content": json.dumps(one.content),
                "passed": one.passed,
            }
            for one in new
        ]
        held.connection.execute(insert(room_answers), rows)
    for one in changed:
        held.connection.execute(
            update(room_answers)
            .where(room_answers.c.id == one.id)
            .values(turn=one.turn, at=time, content=json.dumps(one.content), passed=one.passed)
        )


def join(held: HeldRoom, *, phone: str, group: str | None) -> None:
    """Let a phone in, or put it into another group."""
    known = phone_row(held.connection, held.row.id, phone)
    if known is None:
        held.connection.execute(
            insert(room_phones).values(room_id=held.row.id, phone=phone, group_key=group)
        )
    elif group is not None and group != known.group_key:
        held.connection.execute(
            update(room_phones)
            .where(room_phones.c.room_id == held.row.id, room_phones.c.phone == phone)
            .values(group_key=group)
        )


def objections_of(held: HeldRoom, *, phone: str) -> list[tuple[str, str, str]]:
    """Kind, target and text of what one phone has objected to."""
    asked = select(
        room_objections.c.kind, room_objections.c.target, room_objections.c.content
    ).where(room_objections.c.room_id == held.row.id, room_objections.c.phone == phone)
    return [(row.kind, row.target, row.content) for row in held.connection.execute(asked)]


def put_objection(held: HeldRoom, *, phone: str, kind: str, target: str, content: str) -> str:
    """Write an objection; its id."""
    id = new_id()
    held.connection.execute(
        insert(room_objections).values(
            id=id, room_id=held.row.id, phone=phone, at=now(), kind=kind, target=target,
            content=content, passed=None,
        )
    )  # fmt: skip
    return id


def moderate(held: HeldRoom, *, what: str, id: str, passed: bool) -> bool:
    """Let a text be shown, or not; whether there is such a text in this room."""
    table = {"answer": room_answers, "objection": room_objections}[what]
    done = held.connection.execute(
        update(table).where(table.c.id == id, table.c.room_id == held.row.id).values(passed=passed)
    )
    return bool(done.rowcount)
