"""One database of saved scenarios: opened once, asked in transactions, patient when it is away."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from sqlite3 import Error as SqliteError
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from dashboard.store.address import Address, read_address
from dashboard.store.database import TURN_MS, engine_of, look_at_encoding, prepare_file, prepared
from dashboard.store.failures import problem_of, said
from dashboard.store.migrate import bring_up, is_current, revision_of
from dashboard.store.problems import StoreError, StoreUnavailable
from dashboard.store.tables import REVISION

RETRY_SECONDS = 1.0
# After these the database is looked at anew before it is used again, not more often than that.
_CLOSING = ("store_unreachable", "store_gone")
_log = logging.getLogger("atlas.store")


class Store:
    """Where scenarios are kept. Whatever fails raises a `StoreError`, within about two seconds."""

    def __init__(self, address: Address) -> None:
        """Use `Store.open`."""
        self._address = address
        self._engine = engine_of(address)
        self._preparing = threading.Lock()
        self._writing = threading.Lock()
        self._ready = threading.Event()
        self._was_ready = False
        self._retry_at = 0.0
        self.problem: StoreError | None = None
        self.full_at: float | None = None

    @classmethod
    def open(cls, url: str) -> Self:
        """The store at this address; one that cannot be reached now is tried again later.

        Raises:
            AddressError: this is no address of a database.
        """
        store = cls(read_address(url))
        with suppress(StoreError):
            store._make_ready()
        return store

    @property
    def address(self) -> Address:
        """Where the database is, its secrets apart."""
        return self._address

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        with self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def unmoved(self) -> Iterator[Connection]:
        """As `reading`, for as long as it takes: however many questions see one state."""
        with self._transaction(writes=False, long=True) as connection:
            yield connection

    @contextmanager
    def writing(self, *, long: bool = False) -> Iterator[Connection]:
        """A transaction: when the block ends all of it is kept, when it raises nothing is.

        `long`: a statement may take as long as it needs.
        """
        with self._turn(), self._transaction(writes=True, long=long) as connection:
            yield connection
        self.full_at = None

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """SQLite has one writer at a time, and lets those who wait overtake each other for long."""
        if self._address.file is None:
            yield
            return
        if not self._writing.acquire(timeout=TURN_MS / 1000):
            raise StoreUnavailable("store_locked")
        try:
            yield
        finally:
            self._writing.release()

    @contextmanager
    def _transaction(self, *, writes: bool, long: bool = False) -> Iterator[Connection]:
        for _ in range(2):
            self._make_ready()
            with self._telling(), self._begun(writes=writes, long=long) as connection:
                if is_current(connection):
                    yield connection
                    return
            # Another atlas has migrated it, or an older copy was put in its place: look again.
            self._ready.clear()
        raise StoreUnavailable("store_locked")

    @contextmanager
    def _begun(self, *, writes: bool, long: bool = False) -> Iterator[Connection]:
        opened = prepared(self._engine.connect(), writes=writes, long=long)
        with opened as connection, connection.begin():
            yield connection

    def _make_ready(self) -> None:
        """Have tables that this code knows, or raise why not; others do not wait for the answer."""
        if self._ready.is_set():
            return
        first = self.problem is None
        if not self._preparing.acquire(blocking=first):
            raise self._again()
        try:
            if self._ready.is_set():
                return
            if self.problem is not None and time.monotonic() < self._retry_at:
                raise self._again()
            with self._telling(closing=True):
                self._prepare()
            if self.problem is not None:
                _log.warning("The database of saved scenarios is back.")
            self.problem, self._was_ready = None, True
            self._ready.set()
        finally:
            self._preparing.release()

    def _prepare(self) -> None:
        if self._address.file is not None:
            prepare_file(self._address.file, create=not self._was_ready)
        with self._begun(writes=False) as connection:
            look_at_encoding(connection)
            found = revision_of(connection)
        if found == REVISION:
            return
        if found is None and self._was_ready:  # what was in it is gone: nobody begins anew unasked
            raise StoreUnavailable("store_damaged")
        with self._begun(writes=True) as connection:
            bring_up(connection)

    def _again(self) -> StoreError:
        """The problem that is known already, to be raised once more."""
        known = self.problem
        return type(known)(known.key, **known.fields) if known else StoreUnavailable("store_locked")

    @contextmanager
    def _telling(self, *, closing: bool = False) -> Iterator[None]:
        """Turn what the database says into a problem, log it and remember it."""
        try:
            yield
        except StoreUnavailable as told:
            self._remember(told, closing=closing)
            raise
        except (SQLAlchemyError, SqliteError, OSError) as error:
            problem = problem_of(error, address=self._address)
            _log.warning("%s (%s)", problem, said(error, address=self._address))
            self._remember(problem, closing=closing)
            raise problem from None

    def _remember(self, problem: StoreError, *, closing: bool) -> None:
        if problem.key == "store_full":
            self.full_at = time.monotonic()
        if closing or problem.key in _CLOSING:
            self._ready.clear()
            self._retry_at = time.monotonic() + RETRY_SECONDS
            self.problem = problem
