"""The whole server, asked in this process."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from app import create_app
from dashboard.settings import Settings

HOST = "atlas.test"


@dataclass(frozen=True)
class Site:
    """The real server; `get` and `post` ask it."""

    server: FastAPI
    _runner: asyncio.Runner
    _client: httpx.AsyncClient

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, body: Any, **more: Any) -> httpx.Response:
        return self.ask("POST", path, json=body, **more)


@contextmanager
def site_in(folder: Path) -> Iterator[Site]:
    """A server with a store of its own in `folder`."""
    dash = create_app(Settings(database_url=f"sqlite:///{folder / 'atlas.db'}"))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")
        yield Site(server=dash.server, _runner=runner, _client=client)
        runner.run(client.aclose())
