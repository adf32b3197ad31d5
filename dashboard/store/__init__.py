"""Saved scenarios, stories, loaded data, rooms and accounts, on SQLite or PostgreSQL.

`Store.open(url)` once; then the functions of `scenarios`, `stories`, `data`, `releases`, `rooms`,
`room_work`, `room_news`, `accounts`, `attempts` and `audit`. What goes wrong is a `StoreError`.
"""

from dashboard.store import (
    accounts,
    attempts,
    audit,
    data,
    releases,
    room_news,
    room_work,
    rooms,
    scenarios,
    stories,
)
from dashboard.store.account_records import ROLES, Account, AuditEntry, Role
from dashboard.store.data_records import SHIPPED, DataVersion, Load, LoadHead, NewLoad
from dashboard.store.health import Health
from dashboard.store.problems import (
    AccountProblem,
    Conflict,
    Damaged,
    Deleted,
    Invalid,
    NotFound,
    Overtaken,
    StoreError,
    StoreReadOnly,
    StoreUnavailable,
)
from dashboard.store.records import Attempt, Document, Entry, Listing, Saved, Version
from dashboard.store.release_records import NewRelease, ReleaseHead, SavedMapping
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
    "ROLES",
    "SHIPPED",
    "Account",
    "AccountProblem",
    "Around",
    "Attempt",
    "AuditEntry",
    "Conflict",
    "Damaged",
    "DataVersion",
    "Deleted",
    "Document",
    "Entry",
    "Health",
    "Invalid",
    "KeptAnswer",
    "KeptObjection",
    "Listing",
    "Load",
    "LoadHead",
    "LoggedEvent",
    "NewLoad",
    "NewRelease",
    "NotFound",
    "Overtaken",
    "ReleaseHead",
    "Role",
    "RoomRow",
    "Saved",
    "SavedMapping",
    "Seen",
    "Store",
    "StoreError",
    "StoreReadOnly",
    "StoreUnavailable",
    "Version",
    "accounts",
    "attempts",
    "audit",
    "data",
    "releases",
    "room_news",
    "room_work",
    "rooms",
    "scenarios",
    "stories",
]
