"""Saved scenarios and loaded data with every version kept, on SQLite or PostgreSQL.

`Store.open(url)` once; then the functions of `scenarios`, `data` and `releases`. What goes
wrong is a `StoreError`.
"""

from dashboard.store import data, releases, scenarios
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
from dashboard.store.release_records import NewRelease, ReleaseHead, SavedMapping
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
    "NewRelease",
    "NotFound",
    "Overtaken",
    "ReleaseHead",
    "Saved",
    "SavedMapping",
    "Store",
    "StoreError",
    "StoreReadOnly",
    "StoreUnavailable",
    "Version",
    "data",
    "releases",
    "scenarios",
]
