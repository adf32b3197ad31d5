"""A PostgreSQL that is stopped, read-only, locked, full, silent or not ours to use."""

import logging
import socket
import time
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from dashboard.store import Saved, Store, StoreError, scenarios
from dashboard.store.health import look
from dashboard.store.store import RETRY_SECONDS
from tests.dashboard.store import postgres

PATIENCE = 3.0
FULL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON scenario_versions EXECUTE FUNCTION full_disk();
"""


@pytest.fixture
def name(server: postgres.Server) -> Iterator[str]:
    """A new database."""
    with server.database() as made:
        yield made


@pytest.fixture
def store(server: postgres.Server, name: str) -> Iterator[Store]:
    """A store on it."""
    opened = Store.open(server.plain_url(name))
    assert opened.problem is None
    yield opened
    opened.close()


def create(store: Store) -> Saved:
    return scenarios.create(store, name="A", note="", author="", document={"a": 1})


def refusal(ask: Any) -> str:
    """The key of the problem, which is told within about two seconds."""
    begin = time.monotonic()
    with pytest.raises(StoreError) as refused:
        ask()
    assert time.monotonic() - begin < PATIENCE
    return refused.value.key


def test_stopped_and_started_again(server: postgres.Server, store: Store, name: str) -> None:
    saved = create(store)
    server.stop()
    try:
        for _ in range(2):
            assert refusal(lambda: scenarios.get(store, id=saved.id)) == "store_unreachable"
            assert refusal(lambda: create(store)) == "store_unreachable"
        late = Store.open(server.plain_url(name))
        assert late.problem and late.problem.key == "store_unreachable"
        assert look(store) == look(late) == "unavailable"
    finally:
        server.start()
    time.sleep(RETRY_SECONDS)
    for one in (store, late):
        assert scenarios.get(one, id=saved.id) == saved
        assert create(one).version == 1
        assert (look(one), one.problem) == ("ok", None)
    late.close()


def test_connections_that_were_cut_are_replaced_unnoticed(
    server: postgres.Server, store: Store, name: str
) -> None:
    saved = create(store)
    server.execute(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    )
    assert scenarios.get(store, id=saved.id) == saved


def test_locked_by_somebody_else(server: postgres.Server, store: Store, name: str) -> None:
    saved = create(store)
    with server.connected(database=name) as other, other.transaction():
        other.execute("LOCK TABLE scenarios IN EXCLUSIVE MODE")
        assert refusal(lambda: create(store)) == "store_locked"
        assert scenarios.get(store, id=saved.id) == saved, "reading goes on"
        assert look(store) == "read-only"
    assert create(store).version == 1


def test_read_only(server: postgres.Server, store: Store, name: str) -> None:
    saved = create(store)
    server.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    reader = Store.open(server.plain_url(name))
    assert scenarios.get(reader, id=saved.id) == saved
    assert refusal(lambda: create(reader)) == "store_read_only"
    assert look(reader) == "read-only"
    reader.close()


def test_full(server: postgres.Server, store: Store, name: str) -> None:
    """The server's own error for a full disk, raised by a trigger."""
    saved = create(store)
    server.execute(FULL, database=name)
    assert refusal(lambda: create(store)) == "store_full"
    assert look(store) == "read-only"
    assert scenarios.listing(store).total == 1, "not the half of it either"
    server.execute("DROP TRIGGER full_disk ON scenario_versions", database=name)
    assert create(store).version == saved.version == 1
    assert look(store) == "ok"


def test_an_encoding_without_khmer(server: postgres.Server) -> None:
    with server.database("ENCODING 'LATIN1' TEMPLATE template0") as name:
        store = Store.open(server.plain_url(name))
        assert refusal(lambda: create(store)) == "store_encoding"
        store.close()


def test_a_host_that_never_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begin = time.monotonic()
        store = Store.open(f"postgresql://a:b@127.0.0.1:{silent.getsockname()[1]}/atlas")
        assert time.monotonic() - begin < PATIENCE
        begin = time.monotonic()
        for _ in range(20):
            assert refusal(lambda: scenarios.listing(store)) == "store_unreachable"
        assert time.monotonic() - begin < 0.5, "it is not asked again each time"


def test_a_password_opens_the_database(server: postgres.Server, name: str) -> None:
    address = (
        f"postgresql://atlas:{quote(postgres.PASSWORD, safe='')}@127.0.0.1:{server.port}/{name}"
    )
    store = Store.open(address)
    assert create(store).version == 1
    store.close()


@pytest.mark.parametrize("secret", ["wrong-hunter2", "s p/a@ce:%"])
@pytest.mark.parametrize("where", ["user", "query"])
def test_a_wrong_password_is_written_nowhere(
    server: postgres.Server, caplog: pytest.LogCaptureFixture, secret: str, where: str
) -> None:
    caplog.set_level(logging.DEBUG)
    hidden = quote(secret, safe="")
    address = {
        "user": f"postgresql://atlas:{hidden}@127.0.0.1:{server.port}/atlas",
        "query": f"postgresql://atlas@127.0.0.1:{server.port}/atlas?password={hidden}",
    }[where]
    store = Store.open(address)
    with pytest.raises(StoreError) as refused:
        scenarios.listing(store)
    assert refused.value.key == "store_unreachable"
    told = "".join(traceback.format_exception(refused.value)) + caplog.text + repr(vars(store))
    assert "password authentication failed" in caplog.text
    assert secret not in told and hidden not in told
