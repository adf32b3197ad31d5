"""Killed in the middle of saving: what was acknowledged is there, whole, and nothing is half."""

import time
from typing import Any

import pytest

from dashboard.store import Store, scenarios
from tests.dashboard.store import postgres
from tests.dashboard.store.worker import Worker

pytestmark = pytest.mark.slow
KILLS = 4


def check(url: str, acknowledged: list[Any]) -> None:
    """Every acknowledged version is whole; of what was under way, there is all or nothing."""
    store = Store.open(url)
    assert store.problem is None
    for id, version, digest in acknowledged:
        assert scenarios.get(store, id=id, version=version).digest == digest
    heard = {id: version for id, version, _ in acknowledged}
    found = scenarios.listing(store, limit=200)
    unheard = 0
    for entry in found.entries:
        history = scenarios.history(store, id=entry.id)
        assert [one.version for one in history] == list(range(entry.version, 0, -1))
        for one in history:
            scenarios.get(store, id=entry.id, version=one.version)  # checks the fingerprint
        unheard += entry.version - heard.get(entry.id, 0)
    assert found.total == len(found.entries) < 200
    assert unheard <= KILLS, "no more than the one save that was under way each time"
    store.close()


def test_a_worker_that_is_killed_while_it_saves(url: str) -> None:
    acknowledged: list[Any] = []
    for kill in range(KILLS):
        worker = Worker("save", url)
        worker.go()
        acknowledged += [worker.hear() for _ in range(5)]
        time.sleep(0.013 * kill)
        acknowledged += worker.kill()
        check(url, acknowledged)


def test_a_worker_that_is_killed_while_it_starts(url: str) -> None:
    for kill in range(4):
        worker = Worker("open", url)
        worker.go()
        time.sleep(0.03 * kill)
        worker.kill()
    check(url, [])


def test_a_server_that_crashes_while_others_save(server: postgres.Server) -> None:
    with server.database() as name:
        url = server.plain_url(name)
        worker = Worker("save", url)
        worker.go()
        acknowledged = [worker.hear() for _ in range(12)]
        try:
            server.stop(mode="immediate")
            acknowledged += worker.kill()
        finally:
            server.start()
        check(url, acknowledged)


def test_several_killed_at_once(url: str) -> None:
    running = [Worker("save", url) for _ in range(3)]
    for worker in running:
        worker.go()
    acknowledged = [worker.hear() for worker in running for _ in range(4)]
    for worker in running:
        acknowledged += worker.kill()
    check(url, acknowledged)
