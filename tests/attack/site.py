"""The real app, asked in this process as somebody at the machine, or as a stranger far away."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from dash import Dash

from app import create_app
from dashboard.security import CALLBACK_PATH
from dashboard.settings import Settings
from dashboard.store import Store

HERE, STRANGER = ("127.0.0.1", "127.0.0.1"), ("192.0.2.7", "atlas.test")
SECRET = "r5Vq0pXzT8nLw2KdYb7MfJ4uHs9GcA1e"
_PATIENCE_SECONDS = 1.0
TRACES = ("Traceback (most recent", 'File "', "site-packages", "sqlalchemy", "psycopg")


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers with small names, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


@dataclass(frozen=True)
class Site:
    """One running app, its store, and somebody who asks it. `who`: address, and name asked for."""

    dash: Dash
    runner: asyncio.Runner
    store: Store
    who: tuple[str, str]

    @property
    def origin(self) -> str:
        return f"http://{self.who[1]}"

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """A request as a client tidies it up."""
        transport = httpx.ASGITransport(
            app=self.dash.server, client=(self.who[0], 40_000), raise_app_exceptions=False
        )

        async def once() -> httpx.Response:
            async with httpx.AsyncClient(transport=transport, base_url=self.origin) as client:
                return await client.request(method, path, **more)

        return self.runner.run(once())

    def call(self, body: Any) -> httpx.Response:
        """A callback; `body` as it is where it is bytes."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        return self.ask("POST", CALLBACK_PATH, content=content, headers=headers)

    def raw(self, method: str, path: str, *, query: bytes = b"", body: bytes = b"") -> Answer:
        """A request whose path nobody has tidied up."""
        told: list[dict[str, Any]] = []
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": quote(path, errors="surrogatepass").encode(),
            "query_string": query,
            "root_path": "",
            "headers": [(b"host", self.who[1].encode())],
            "client": (self.who[0], 1),
            "server": (self.who[1], 80),
        }

        asked = 0

        async def receive() -> dict[str, Any]:
            nonlocal asked
            asked += 1
            if asked == 1:
                return {"type": "http.request", "body": body, "more_body": False}
            await asyncio.sleep(_PATIENCE_SECONDS)  # who answers without end is left
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            told.append(dict(message))

        async def once() -> None:
            await self.dash.server(scope, receive, send)

        self.runner.run(once())
        headers = {name.decode().lower(): value.decode() for name, value in told[0]["headers"]}
        whole = b"".join(message.get("body", b"") for message in told)
        return Answer(told[0]["status"], headers, whole)


@contextmanager
def served(folder: Path, *, who: tuple[str, str], **more: Any) -> Iterator[Site]:
    """An app with a database of its own in `folder`."""
    url = f"sqlite:///{folder}/atlas.db"
    dash = create_app(Settings(database_url=url, log_level="critical", **more))
    store = Store.open(url)
    with asyncio.Runner() as runner:
        yield Site(dash, runner, store, who)
    store.close()
    for close in dash.server.state.closing:
        close()


def is_orderly(status: int, text: str) -> None:
    """Never an error inside, never a trace of one."""
    assert status < 500 or status == 503, f"{status}: {text[:500]}"
    assert not any(trace in text for trace in TRACES), text[:500]
