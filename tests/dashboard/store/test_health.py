"""The app starts without its database and says how it is."""

import asyncio
import threading
import time
from pathlib import Path

import httpx
import pytest
from dash import Dash

from app import create_app
from dashboard.settings import Settings
from dashboard.store import Health, Store, scenarios
from dashboard.store.health import KEPT_SECONDS
from dashboard.store.problems import KEYS, StoreError, StoreUnavailable


def ask(dash: Dash, path: str) -> httpx.Response:
    async def get() -> httpx.Response:
        transport = httpx.ASGITransport(app=dash.server)
        async with httpx.AsyncClient(transport=transport, base_url="http://atlas.test") as client:
            return await client.get(path)

    return asyncio.run(get())


def test_the_app_keeps_one_store_and_says_how_it_is(tmp_path: Path) -> None:
    dash = create_app(Settings(database_url=f"sqlite:///{tmp_path}/var/atlas.db"))
    assert ask(dash, "/health").json()["store"] == "ok"
    store = dash.server.state.store
    assert scenarios.create(store, name="A", note="", author="", document={}).version == 1


@pytest.mark.parametrize(
    "url", ["postgresql://atlas:hunter2@127.0.0.1:1/atlas", "sqlite:////proc/atlas/atlas.db"]
)
def test_the_app_works_without_its_database(url: str, caplog: pytest.LogCaptureFixture) -> None:
    dash = create_app(Settings(database_url=url))
    answer = ask(dash, "/health")
    assert (answer.status_code, answer.json()["store"]) == (200, "unavailable")
    assert ask(dash, "/").status_code == 200
    assert isinstance(dash.server.state.store.problem, StoreUnavailable)
    assert "cannot be reached" in caplog.text or "is gone" in caplog.text
    assert "hunter2" not in caplog.text


def test_many_may_ask_at_once(on_file: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Store] = []

    def look(store: Store) -> str:
        looked.append(store)
        time.sleep(0.2)
        return "read-only"

    monkeypatch.setattr("dashboard.store.health.look", look)
    health = Health(on_file)
    threads = [threading.Thread(target=health.state) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (health.state(), len(looked)) == ("read-only", 1)
    time.sleep(KEPT_SECONDS)
    health.state()
    assert len(looked) == 2


def every_kind() -> list[type[StoreError]]:
    return StoreError.__subclasses__()


def test_every_problem_has_one_kind_and_words() -> None:
    keys = [key for kind in every_kind() for key in kind.keys]
    assert sorted(keys) == sorted(KEYS)
    problem = StoreUnavailable("store_newer", revision="9999")
    assert str(problem) == f"{problem.message} {problem.remedy}"
    with pytest.raises(ValueError, match="no problem called"):
        StoreUnavailable("text_long")
