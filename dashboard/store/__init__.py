"""Saved scenarios and stories with every version, workshop rooms; on SQLite or PostgreSQL.

`Store.open(url)` once; then the functions of `scenarios` and others. What goes wrong is a
`StoreError`.
"""

from dashboard.store import room_news, room_work, rooms, scenarios, stories
from dashboard.store.health import Health
from dashboard.store.problems import (
    Conflict,
    Damaged,
    Deleted,
    Invalid,
    NotFound,
    StoreError,
    StoreReadOnly,
    StoreUnavailable,
)
from dashboard.store.records import Attempt, Document, Entry, Listing, Saved, Version
from dashboard.store.room_records import (
    Around,
    KeptAnswer,
    KeptObjection,
    LoggedEvent,
    RoomRow,
    Seen,
)
from dashboard.store.store import Store

__all__ = [
    "Around",
    "Attempt",
    "Conflict",
    "Damaged",
    "Deleted",
    "Document",
    "Entry",
    "Health",
    "Invalid",
    "KeptAnswer",
    "KeptObjection",
    "Listing",
    "LoggedEvent",
    "NotFound",
    "RoomRow",
    "Saved",
    "Seen",
    "Store",
    "StoreError",
    "StoreReadOnly",
    "StoreUnavailable",
    "Version",
    "room_news",
    "room_work",
    "rooms",
    "scenarios",
    "stories",
]
