"""Rooms on each kind of database, asked in this process."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest

from dashboard.framing import Framing
from dashboard.rooms.app import rooms_app
from dashboard.security import Guard
from dashboard.settings import Settings
from dashboard.store import Store
from tests.dashboard.rooms.asking import Site, signed_in

NOT_FRAMED = Framing(script_hashes=(), hosts=(), embeds=lambda scope: False)


@pytest.fixture
def site(url: str) -> Iterator[Site]:
    """Rooms behind the guard, in this process, on each kind of database."""
    settings = Settings(database_url=url, room_address="http://192.168.8.10:8050")
    store = Store.open(url)
    rooms = rooms_app(store, settings=settings)
    guarded = Guard(rooms, framing=NOT_FRAMED, body_limit=1024 * 1024, outputs={})
    transport = httpx.ASGITransport(app=signed_in(guarded), raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://atlas.test", timeout=30)
        yield Site(client=client, runner=runner)
        runner.run(client.aclose())
        rooms.state.hub.close()
        store.close()
