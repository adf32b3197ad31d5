"""Workshop rooms in the database: made, found, looked at. What changes one is in `room_work`."""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from dashboard.store.audit_chain import append
from dashboard.store.ids import new_id, now
from dashboard.store.records import Document
from dashboard.store.room_records import (
    Around,
    KeptAnswer,
    KeptObjection,
    LoggedEvent,
    RoomRow,
    Seen,
)
from dashboard.store.room_tables import (
    room_answers,
    room_events,
    room_objections,
    room_phones,
    rooms,
)
from dashboard.store.store import Store


def create(
    store: Store, *, code: str, secret_hash: str, ends_at: str, kind: str, content: Document,
    most: int,
    empty_since: str,
) -> RoomRow | None:  # fmt: skip
    """A new room with its first event; None where `most` rooms are open already.

    Of the rooms that are open, those made before `empty_since` that nobody has joined give way.
    """
    with store.writing() as connection:
        time = now()
        if _open(connection, time) >= most:
            _end_empty(connection, time, before=empty_since)
        if _open(connection, time) >= most:
            return None
        row = RoomRow(
            id=new_id(),
            code=code,
            secret_hash=secret_hash,
            created_at=time,
            ends_at=ends_at,
            ended_at=None,
            seq=1,
            pulse=0,
        )
        connection.execute(insert(rooms).values(**vars(row)))
        connection.execute(
            insert(room_events).values(
                room_id=row.id, seq=1, at=time, kind=kind, content=json.dumps(content)
            )
        )
        append(connection, act="room_open", what={"room": row.code})
        return row


def find(store: Store, *, code: str) -> RoomRow | None:
    """The room with this code, ended or not."""
    with store.reading() as connection:
        found = connection.execute(select(rooms).where(rooms.c.code == code)).one_or_none()
    return RoomRow(**found._mapping) if found else None


def look(
    store: Store,
    *,
    id: str,
    after: int,
    pulse: int,
    question: Callable[[tuple[LoggedEvent, ...]], str | None],
) -> Seen:
    """What is newer than `after` and `pulse`; of answers, those to the question that follows."""
    with store.reading() as connection:
        row = RoomRow(**connection.execute(select(rooms).where(rooms.c.id == id)).one()._mapping)
        newer = events_after(connection, id, after) if row.seq > after else ()
        around = None
        if row.pulse != pulse or newer:
            around = around_of(connection, id, question=question(newer))
        return Seen(row=row, events=newer, around=around)


def answers(store: Store, *, id: str, phone: str | None = None) -> tuple[KeptAnswer, ...]:
    """All answers of a room, or those of one phone."""
    with store.reading() as connection:
        return answers_of(connection, id, phone=phone)


def numbers(store: Store, *, ids: list[str]) -> dict[str, tuple[int, int]]:
    """`seq` and `pulse` of some rooms: what a worker that is told nothing asks for."""
    if not ids:
        return {}
    with store.reading() as connection:
        asked = select(rooms.c.id, rooms.c.seq, rooms.c.pulse).where(rooms.c.id.in_(ids))
        return {row.id: (row.seq, row.pulse) for row in connection.execute(asked)}


def group_of(store: Store, *, id: str, phone: str) -> tuple[bool, str | None]:
    """Whether a phone has joined, and its group."""
    with store.reading() as connection:
        found = phone_row(connection, id, phone)
    return (True, found.group_key) if found else (False, None)


def phone_row(connection: Connection, id: str, phone: str) -> Row[Any] | None:
    """The row of a phone that has joined."""
    asked = select(room_phones).where(room_phones.c.room_id == id, room_phones.c.phone == phone)
    return connection.execute(asked).one_or_none()


def events_after(connection: Connection, id: str, after: int) -> tuple[LoggedEvent, ...]:
    """The events of a room with higher numbers than `after`, in their order."""
    asked = (
        select(room_events)
        .where(room_events.c.room_id == id, room_events.c.seq > after)
        .order_by(room_events.c.seq)
    )
    return tuple(
        LoggedEvent(seq=row.seq, at=row.at, kind=row.kind, content=json.loads(row.content))
        for row in connection.execute(asked)
    )


def around_of(connection: Connection, id: str, *, question: str | None) -> Around:
    """Phones, the answers to one question, and objections."""
    phones = connection.execute(
        select(func.count()).select_from(room_phones).where(room_phones.c.room_id == id)
    ).scalar_one()
    asked = (
        select(room_objections)
        .where(room_objections.c.room_id == id)
        .order_by(room_objections.c.at, room_objections.c.id)
    )
    objections = tuple(
        KeptObjection(
            id=row.id,
            phone=row.phone,
            kind=row.kind,
            target=row.target,
            content=row.content,
            passed=row.passed,
        )
        for row in connection.execute(asked)
    )
    given = answers_of(connection, id, question=question) if question else ()
    return Around(phones=phones, answers=given, objections=objections)


def answers_of(
    connection: Connection, id: str, *, question: str | None = None, phone: str | None = None
) -> tuple[KeptAnswer, ...]:
    """Answers, each with the group that its phone is in now, the oldest first."""
    joined = room_answers.outerjoin(
        room_phones,
        (room_phones.c.room_id == room_answers.c.room_id)
        & (room_phones.c.phone == room_answers.c.phone),
    )
    asked = (
        select(room_answers, room_phones.c.group_key)
        .select_from(joined)
        .where(room_answers.c.room_id == id)
        .order_by(room_answers.c.at, room_answers.c.id)
    )
    if question is not None:
        asked = asked.where(room_answers.c.question == question)
    if phone is not None:
        asked = asked.where(room_answers.c.phone == phone)
    return tuple(
        KeptAnswer(
            id=row.id,
            question=row.question,
            phone=row.phone,
            turn=row.turn,
            content=json.loads(row.content),
            passed=row.passed,
            group=row.group_key,
        )
        for row in connection.execute(asked)
    )


def _open(connection: Connection, time: str) -> int:
    asked = (
        select(func.count())
        .select_from(rooms)
        .where(rooms.c.ended_at.is_(None), rooms.c.ends_at > time)
    )
    return int(connection.execute(asked).scalar_one())


def _end_empty(connection: Connection, time: str, *, before: str) -> None:
    """End the rooms that nobody has joined; they are told so when somebody comes."""
    joined = select(room_phones.c.room_id).distinct()
    connection.execute(
        update(rooms)
        .where(rooms.c.ended_at.is_(None), rooms.c.created_at < before, rooms.c.id.not_in(joined))
        .values(ends_at=time)
    )
