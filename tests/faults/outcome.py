"""What a fault did to the people at work: counted the same way for every fault."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.request import urlopen

from dashboard.store import Store, StoreError, scenarios
from tests.faults.load import Load, Tried

MOST_FAILED = 0.01


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`recovered`: seconds; `lost`: confirmed saves that are not there; `told`: words of refusals.

    `failed`: requests that failed, of all `requests` over the whole run.
    """

    fault: str
    requests: int
    failed: tuple[Tried, ...]
    recovered: float
    saved: int
    lost: tuple[Tried, ...]
    told: frozenset[str]
    note: str = ""

    @property
    def share(self) -> float:
        """The share of requests that failed."""
        return len(self.failed) / self.requests


def outcome(fault: str, here: Load, *, recovered: float, url: str, note: str = "") -> Outcome:
    """What all of it came to, once nobody works any more."""
    return Outcome(
        fault=fault,
        requests=len(here.tried),
        failed=tuple(here.failed),
        recovered=recovered,
        saved=len(here.saved),
        lost=lost(here.saved, url=url),
        told=frozenset(
            one.told for one in here.tried if one.kind == "save" and one.told and not one.made
        ),
        note=note,
    )


def lost(saved: Iterable[Tried], *, url: str) -> tuple[Tried, ...]:
    """Which of these are not in the database as they were confirmed."""
    store = Store.open(url)
    try:
        return tuple(one for one in saved if not _is_kept(store, one))
    finally:
        store.close()


def last_refusal(here: Load, *, since: float) -> float:
    """Seconds from a moment to the end of the last save that failed or was refused after it."""
    late = [
        one.ended - since
        for one in here.tried
        if one.kind == "save" and not one.made and one.ended > since
    ]
    return max(late, default=0.0)


def wait_for(true: Callable[[], bool], *, seconds: float = 60) -> float:
    """Wait until something holds; the seconds that took."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < seconds, "that never came"
        time.sleep(0.01)
    return time.monotonic() - begun


def _is_kept(store: Store, one: Tried) -> bool:
    if one.made is None:
        return False
    try:
        return scenarios.get(store, id=one.made[0], version=one.made[1]).name == one.name
    except StoreError:
        return False


def store_of(address: str) -> str:
    """How the store is, as `/health` tells it."""
    with urlopen(f"{address}/health", timeout=30) as answer:
        return str(json.load(answer)["store"])
