"""The workshop and its rooms behind the guard, in this process."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from dashboard.framing import Framing
from dashboard.rooms.app import rooms_app
from dashboard.security import Guard
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.workshop import routes
from tests.dashboard.rooms.asking import Site, signed_in


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    url = f"sqlite:///{tmp_path}/var/atlas.db"
    store = Store.open(url)
    rooms = rooms_app(store, settings=Settings(database_url=url))
    routes.register(rooms)
    framing = Framing(script_hashes=(), hosts=(), embeds=lambda scope: False)
    guarded = Guard(rooms, framing=framing, body_limit=1024 * 1024, outputs={})
    transport = httpx.ASGITransport(app=signed_in(guarded), raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://atlas.test", timeout=60)
        yield Site(client=client, runner=runner)
        runner.run(client.aclose())
        rooms.state.hub.close()
        store.close()
