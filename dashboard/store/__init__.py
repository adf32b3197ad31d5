"""Saved scenarios with every version kept, on SQLite or PostgreSQL.

`Store.open(url)` once; then the functions of `scenarios`. What goes wrong is a `StoreError`.
"""

from dashboard.store import scenarios
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
from dashboard.store.store import Store

__all__ = [
    "Attempt",
    "Conflict",
    "Damaged",
    "Deleted",
    "Document",
    "Entry",
    "Health",
    "Invalid",
    "Listing",
    "NotFound",
    "Saved",
    "Store",
    "StoreError",
    "StoreReadOnly",
    "StoreUnavailable",
    "Version",
    "scenarios",
]
