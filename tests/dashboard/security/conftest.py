"""One app for the tests of a file."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app import create_app
from dashboard.settings import Settings
from tests.dashboard.security.asking import HOST, Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    database = tmp_path_factory.mktemp("store") / "atlas.db"
    dash = create_app(Settings(database_url=f"sqlite:///{database}"))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")

        def ask(method: str, path: str, **more: Any) -> httpx.Response:
            return runner.run(client.request(method, path, **more))

        yield Site(dash=dash, ask=ask)
        runner.run(client.aclose())
