"""What the store keeps of releases of a registry: plain frozen records."""

from dataclasses import dataclass

from dashboard.store.records import Document


@dataclass(frozen=True, kw_only=True)
class NewRelease:
    """Counts that a person accepts.

    `document`: the release with what only the next one may know; `as_of`: the day it speaks of.
    """

    number: int
    synthetic: bool
    author: str
    note: str
    file_name: str
    file_hash: str
    as_of: str
    document: Document


@dataclass(frozen=True, kw_only=True)
class ReleaseHead:
    """One release without its counts. `digest`: of everything that it holds."""

    number: int
    synthetic: bool
    made_at: str
    author: str
    note: str
    file_name: str
    file_hash: str
    as_of: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class SavedMapping:
    """Which column holds which field, under a name."""

    name: str
    saved_at: str
    author: str
    document: Document
