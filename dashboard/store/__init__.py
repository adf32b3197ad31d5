"""Saved scenarios, loaded data and accounts with every version kept, on SQLite or PostgreSQL.

`Store.open(url)` once; then the functions of `scenarios`, `data`, `releases`, `accounts`,
`attempts` and `audit`. What goes wrong is a `StoreError`.
"""

from dashboard.store import accounts, attempts, audit, data, releases, scenarios
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
from dashboard.store.store import Store

__all__ = [
    "ROLES",
    "SHIPPED",
    "Account",
    "AccountProblem",
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
    "Listing",
    "Load",
    "LoadHead",
    "NewLoad",
    "NewRelease",
    "NotFound",
    "Overtaken",
    "ReleaseHead",
    "Role",
    "Saved",
    "SavedMapping",
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
    "scenarios",
]
