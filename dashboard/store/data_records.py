"""What the store keeps of loaded data: plain frozen records."""

from dataclasses import dataclass

from dashboard.store.records import Document


@dataclass(frozen=True, kw_only=True)
class NewLoad:
    """What a person loads: rows by table and their source, as one document."""

    kind: str
    file_name: str
    file_hash: str
    document: Document


@dataclass(frozen=True, kw_only=True)
class Load(NewLoad):
    """One load, as it is kept. `digest`: of all that was loaded, whatever the file was called."""

    id: str
    loaded_at: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class LoadHead:
    """What a load is called, without what it holds."""

    id: str
    kind: str
    loaded_at: str
    file_name: str
    file_hash: str


@dataclass(frozen=True, kw_only=True)
class DataVersion:
    """One version of the data: the loads that hold in it, the oldest first.

    `number`: 0 is what ships. `digest`: the same where the same loads hold in the same order.
    """

    number: int
    made_at: str
    author: str
    note: str
    loads: tuple[str, ...]
    digest: str
    restored_from: int | None = None


SHIPPED = DataVersion(number=0, made_at="", author="", note="", loads=(), digest="")
"""What ships with the atlas: never in the database, and never lost."""
