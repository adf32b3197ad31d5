"""What goes into the store and comes out of it: plain frozen records."""

from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a person saves."""

    name: str
    note: str
    author: str
    document: Document


@dataclass(frozen=True, kw_only=True)
class Attempt(Content):
    """What a person tried to save on top of a version that is no longer the newest."""

    id: str
    expected_version: int


@dataclass(frozen=True, kw_only=True)
class Saved(Content):
    """One version of a scenario, whole. Times are in UTC, as in 2026-03-01T08:30:00.000000Z."""

    id: str
    version: int
    latest: int
    digest: str
    created_at: str
    saved_at: str
    deleted_at: str | None = None
    restored_from: int | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A scenario in a list: its newest version without the document."""

    id: str
    version: int
    name: str
    note: str
    author: str
    created_at: str
    saved_at: str
    deleted_at: str | None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Part of a list, and how many there are in all."""

    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version in the history of a scenario, without the document."""

    id: str
    version: int
    name: str
    note: str
    author: str
    saved_at: str
    restored_from: int | None
