"""Whether scenarios can be read and saved now, for those who watch over the server."""

import threading
import time
from contextlib import suppress
from typing import Literal

from sqlalchemy import update

from dashboard.store.problems import StoreError
from dashboard.store.store import Store
from dashboard.store.tables import scenarios

State = Literal["ok", "read-only", "unavailable"]
KEPT_SECONDS = 1.0
FULL_SECONDS = 60.0


class _Enough(Exception):
    """Takes back what was written to see whether it can be."""


class Health:
    """The state of a store. Many may ask at once: it is looked at once a second, by one of them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looking = threading.Lock()
        self._seen: State = "unavailable" if store.problem else "ok"
        self._seen_at = float("-inf")

    def state(self) -> State:
        """The state, at most a second old, or two where the database answers slowly."""
        if self._looking.acquire(blocking=False):
            try:
                if time.monotonic() - self._seen_at > KEPT_SECONDS:
                    self._seen = look(self._store)
                    self._seen_at = time.monotonic()
            finally:
                self._looking.release()
        return self._seen


def look(store: Store) -> State:
    """Read, then write nothing in a way that needs every right to write."""
    try:
        with store.reading():
            pass
    except StoreError:
        return "unavailable"
    try:
        with suppress(_Enough), store.writing() as connection:
            connection.execute(update(scenarios).where(scenarios.c.id == "").values(version=1))
            raise _Enough
    except StoreError:
        return "read-only"
    full = store.full_at is not None and time.monotonic() - store.full_at < FULL_SECONDS
    return "read-only" if full else "ok"
