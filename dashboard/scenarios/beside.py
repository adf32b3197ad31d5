"""Saved scenarios that a link sets side by side, each read from the store by its key.

A key names one version, which never changes: the link shows the same tomorrow, as long as nobody
deletes it. What this atlas does not have is left out, and the page tells why.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.scenario_view import read
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.saved_key import read_key
from dashboard.scenarios.saved_read import FileError, read_document
from dashboard.state import Unreadable, View
from dashboard.store import Saved, StoreError, scenarios
from dashboard.store_here import store_here


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A version that can be played: its plan, and what else it was saved with.

    `left_out`: parts that could not be used.
    """

    key: str
    id: str
    version: int
    name: str
    saved_at: str
    asked: Asked
    left_out: tuple[Unreadable, ...]


@dataclass(frozen=True, kw_only=True)
class Lost:
    """A version that cannot be played: the key of the problem, and what is known of it.

    `name` is empty where only the key of the link is known.
    """

    key: str
    problem: str
    version: int
    name: str = ""


Named = Kept | Lost


def named(view: View) -> tuple[Named, ...]:
    """What the link names among saved scenarios, in its order."""
    wanted = {key: at for key in view.scenarios if (at := read_key(key))}
    if not wanted:
        return ()
    try:
        found = scenarios.several(store_here(), wanted=tuple(wanted.values()))
    except StoreError as error:
        return tuple(
            Lost(key=key, problem=error.key, version=version)
            for key, (_, version) in wanted.items()
        )
    return tuple(_one(key, one) for key, one in zip(wanted, found, strict=True))


def kept(some: Sequence[Named]) -> tuple[Kept, ...]:
    """Those that can be played."""
    return tuple(one for one in some if isinstance(one, Kept))


def _one(key: str, found: Saved | StoreError) -> Named:
    _, version = read_key(key) or ("", 0)
    if isinstance(found, StoreError):
        name = str(found.fields.get("name", ""))
        return Lost(key=key, problem=found.key, version=version, name=name)
    if found.deleted_at is not None:
        return Lost(key=key, problem="scenario_deleted", version=version, name=found.name)
    # Numbers kept with it are not played again: nobody is shown them here.
    document = {part: value for part, value in found.document.items() if part != "numbers"}
    try:
        opened = read_document(document, page_view=read)
    except FileError as error:
        return Lost(key=key, problem=error.key, version=version, name=found.name)
    return Kept(
        key=key,
        id=found.id,
        version=found.version,
        name=found.name,
        saved_at=found.saved_at,
        asked=opened.asked,
        left_out=opened.left_out,
    )
