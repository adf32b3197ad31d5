"""How a worker hears of what other workers did: PostgreSQL tells it, SQLite has to be asked."""

import logging
import threading
from collections.abc import Callable, Generator
from contextlib import closing

from dashboard.store.database import CONNECT_SECONDS
from dashboard.store.room_work import CHANNEL
from dashboard.store.store import Store

_BEAT_SECONDS = 0.5
_RETRY_SECONDS = 2.0
_log = logging.getLogger("atlas.store")


def tells(store: Store) -> bool:
    """Whether this database tells its workers of changes."""
    return store.address.url is not None


def listen(store: Store, *, heard: Callable[[str | None], None], stop: threading.Event) -> None:
    """Call `heard` with the id of each room that changes, until `stop`; for a thread of its own.

    After a connection was lost, `heard(None)` says that any room may have changed meanwhile.
    """
    import psycopg  # not where SQLite is used

    while not stop.is_set():
        try:
            with closing(_told(store, stop)) as told:
                for id in told:
                    heard(id)
        except psycopg.Error as error:
            if stop.is_set():
                return
            name = type(error).__name__
            _log.warning("News of rooms are not heard for now (%s).", name)
            stop.wait(_RETRY_SECONDS)


def _told(store: Store, stop: threading.Event) -> Generator[str | None]:
    import psycopg
    from psycopg.conninfo import make_conninfo

    url = store.address.url
    assert url is not None
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(
        make_conninfo(plain, connect_timeout=CONNECT_SECONDS, **store.address.secrets),
        autocommit=True,
    ) as connection:
        connection.execute(f"LISTEN {CHANNEL}")
        yield None
        while not stop.is_set():
            for one in connection.notifies(timeout=_BEAT_SECONDS):
                yield one.payload
                if stop.is_set():
                    return
