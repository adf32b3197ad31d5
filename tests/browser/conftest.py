"""The real app, a real browser, and a page that is watched while it is open."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.error import URLError
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route

from tests.browser import chromium

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
START_SECONDS = 30
STOP_SECONDS = 10
READY_MS = 45_000


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the real app on a free port for the whole session; its address."""
    with serving(tmp_path_factory.mktemp("server")) as address:
        yield address


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[str]:
    """The real app on a free port of 127.0.0.1, its database and log in `folder`; its address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    log = folder / "server.log"
    environment = {
        **os.environ,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        "ATLAS_DATABASE_URL": f"sqlite:///{folder / 'atlas.db'}",
        "DASH_DISABLE_VERSION_CHECK": "true",
        **settings,
    }
    with log.open("wb") as written:
        app = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for_health(address, app, log)
            yield address
        finally:
            _stop(app, log)


@pytest.fixture(scope="session")
def base_url(server: str) -> str:
    """Where pytest-playwright resolves relative addresses."""
    return server


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own browser."""
    try:
        path = chromium.find()
    except chromium.NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    return {
        **browser_type_launch_args,
        "executable_path": str(path),
        "args": list(chromium.FLAGS),
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Keep service workers out, whose requests no route would see."""
    return {**browser_context_args, "service_workers": "block"}


@dataclass
class Opened:
    """A page and everything that went wrong on it since it was opened."""

    page: Page
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[str]:
        """All of it, for `assert not opened.problems`."""
        return [
            *(f"console: {words}" for words in self.console_errors),
            *(f"page: {words}" for words in self.page_errors),
            *(f"asked another host: {address}" for address in self.outside_requests),
        ]

    def wait_until_ready(self) -> None:
        """Wait until everything on the page is drawn."""
        self.page.wait_for_selector('#page[data-ready="true"]', timeout=READY_MS)


class OpenPage(Protocol):
    """How a test opens a page; called again, it goes on in the same tab and watch."""

    def __call__(
        self, path: str = "/", width: int = 1280, height: int = 800, lang: str | None = None
    ) -> Opened:
        """Go to `path` and wait until the page is drawn."""


@pytest.fixture
def open_page(page: Page, server: str) -> OpenPage:
    """Open an address of the app in a watched page; other hosts are blocked and recorded."""
    opened = Opened(page)
    page.on("console", _console_listener(opened))
    page.on("pageerror", lambda error: opened.page_errors.append(str(error)))
    page.on("websocket", lambda socket: _note_if_outside(opened, socket.url, server))
    page.route("**/*", lambda route: _pass_or_block(opened, route, server))

    def open_(
        path: str = "/", width: int = 1280, height: int = 800, lang: str | None = None
    ) -> Opened:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(server + _with_lang(path, lang))
        opened.wait_until_ready()
        return opened

    return open_


def _console_listener(opened: Opened) -> Callable[[ConsoleMessage], None]:
    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            opened.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    return listen


def _is_outside(address: str, server: str) -> bool:
    return urlsplit(address).netloc != urlsplit(server).netloc


def _note_if_outside(opened: Opened, address: str, server: str) -> None:
    if _is_outside(address, server):
        opened.outside_requests.append(address)


def _pass_or_block(opened: Opened, route: Route, server: str) -> None:
    _note_if_outside(opened, route.request.url, server)
    if _is_outside(route.request.url, server):
        route.abort()
    else:
        route.continue_()


def _with_lang(path: str, lang: str | None) -> str:
    if lang is None:
        return path
    parts = urlsplit(path)
    query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), ("lang", lang)])
    return parts._replace(query=query).geturl()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_health(address: str, app: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if app.poll() is not None:
            _fail(f"app.py ended with {app.returncode} before it answered", log)
        try:
            with urlopen(f"{address}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            pass
        time.sleep(0.1)
    _fail(f"app.py did not answer /health with 200 within {START_SECONDS} s", log)


def _stop(app: subprocess.Popen[bytes], log: Path) -> None:
    if app.poll() is not None:
        if app.returncode:
            _fail(f"app.py ended by itself with {app.returncode}", log)
        return
    app.terminate()
    try:
        app.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait(STOP_SECONDS)
        _fail(f"app.py did not stop within {STOP_SECONDS} s of being asked", log)
    # uvicorn closes down in order, then lets the signal end it as it would have.
    if app.returncode not in (0, -signal.SIGTERM):
        _fail(f"app.py stopped with {app.returncode}", log)


def _fail(words: str, log: Path) -> None:
    said = log.read_text(encoding="utf-8", errors="replace")
    pytest.fail(f"{words}. It said:\n{said}", pytrace=False)
