"""Saved scenarios and loaded data with every version kept, on SQLite or PostgreSQL.

`Store.open(url)` once; then the functions of `scenarios` and `data`. What goes wrong is a
`StoreError`.
"""

from dashboard.store import data, scenarios
from dashboard.store.data_records import SHIPPED, DataVersion, Load, LoadHead, NewLoad
from dashboard.store.health import Health
from dashboard.store.problems import (
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
from dashboard.store.store import Store

__all__ = [
    "SHIPPED",
    "Attempt",
    "Conflict",
    "Damaged",
    "DataVersion",
    "Deleted",
    "Document",
    "Entry",
    "Health",
    "Invalid",
    "Listing",
    "Load",
    "LoadHead",
    "NewLoad",
    "NotFound",
    "Overtaken",
    "Saved",
    "Store",
    "StoreError",
    "StoreReadOnly",
    "StoreUnavailable",
    "Version",
    "data",
    "scenarios",
]
