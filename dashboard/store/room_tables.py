"""The tables of workshop rooms: what is known of a room, and nothing of who is in it."""

from sqlalchemy import BigInteger as Whole
from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.store.tables import METADATA

# `seq`: number of the newest event; `pulse`: goes up with everything else that changes.
rooms = Table(
    "rooms",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("secret_hash", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("seq", Integer, nullable=False),
    Column("pulse", Integer, nullable=False),
    UniqueConstraint("code", name="rooms_by_code"),
)

room_events = Table(
    "room_events",
    METADATA,
    Column("room_id", Text, ForeignKey("rooms.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("content", Text, nullable=False),
    PrimaryKeyConstraint("room_id", "seq"),
)

# A phone is the hash of a random token that it holds; no name, no address, no time.
room_phones = Table(
    "room_phones",
    METADATA,
    Column("room_id", Text, ForeignKey("rooms.id"), nullable=False),
    Column("phone", Text, nullable=False),
    Column("group_key", Text),
    PrimaryKeyConstraint("room_id", "phone"),
)

# `turn`: the phone's own count, so that an answer that was under way for long overwrites no newer
# one; `passed`: whether the facilitator has let a free text through, null where nobody has looked.
room_answers = Table(
    "room_answers",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("room_id", Text, ForeignKey("rooms.id"), nullable=False),
    Column("question", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("turn", Whole, nullable=False),
    Column("at", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("passed", Boolean),
    UniqueConstraint("room_id", "question", "phone", name="room_answers_once"),
)

room_objections = Table(
    "room_objections",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("room_id", Text, ForeignKey("rooms.id"), nullable=False),
    Column("phone", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("passed", Boolean),
    Index("room_objections_by_room", "room_id", "at"),
)
