"""Two people at the same time: one saves, the other is told, nothing is lost."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.store import Conflict, Saved, Store, scenarios
from dashboard.store.audit_chain import append
from dashboard.store.database import WAIT_MS
from tests.dashboard.store.worker import Worker

PEOPLE = 8


def test_threads_that_save_on_the_same_version(store: Store) -> None:
    first = scenarios.create(store, name="A", note="", author="", document={})
    together = threading.Barrier(PEOPLE)

    def save(n: int) -> Saved | Conflict:
        together.wait()
        try:
            return scenarios.update(
                store,
                id=first.id,
                expected_version=1,
                document={"by": n},
                name=f"P{n}",
                note="",
                author="",
            )
        except Conflict as conflict:
            return conflict

    with ThreadPoolExecutor(PEOPLE) as pool:
        results = list(pool.map(save, range(PEOPLE)))
    winners = [result for result in results if isinstance(result, Saved)]
    assert len(winners) == 1
    assert scenarios.get(store, id=first.id) == winners[0]
    for n, result in enumerate(results):
        if isinstance(result, Conflict):
            assert result.current == winners[0]
            assert (result.attempted.name, result.attempted.document) == (f"P{n}", {"by": n})
    assert len(scenarios.history(store, id=first.id)) == 2


@pytest.mark.slow
def test_processes_that_save_on_the_same_version(store: Store, url: str) -> None:
    first = scenarios.create(store, name="A", note="", author="", document={})
    workers = [Worker("update", url, first.id, f"P{n}") for n in range(4)]
    for worker in workers:
        worker.go()
    told = [worker.end()[0] for worker in workers]
    winner = scenarios.get(store, id=first.id)
    assert [one["label"] for one in told if "saved" in one] == [winner.name]
    for n, one in enumerate(told):
        if "saved" not in one:
            assert one == {"attempted": f"P{n}", "current": winner.name}
    assert winner.version == 2


def test_threads_that_save_different_scenarios_all_succeed(store: Store) -> None:
    together = threading.Barrier(PEOPLE)

    def save(n: int) -> list[Saved]:
        together.wait()
        first = scenarios.create(store, name=f"P{n}", note="", author="", document={"n": n})
        return [first, scenarios.restore_version(store, id=first.id, version=1)]

    with ThreadPoolExecutor(PEOPLE) as pool:
        saved = [one for both in pool.map(save, range(PEOPLE)) for one in both]
    for one in saved:
        kept = scenarios.get(store, id=one.id, version=one.version)
        assert (kept.digest, kept.document) == (one.digest, one.document)
    assert scenarios.listing(store).total == PEOPLE


def test_who_comes_second_waits_for_a_turn(store: Store) -> None:
    begun = threading.Event()

    def take_long() -> None:
        with store.writing() as connection:
            append(connection, act="scenario_create", what={})
            begun.set()
            time.sleep(1.5 * WAIT_MS / 1000)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(take_long)
        assert begun.wait(10)
        saved = scenarios.create(store, name="P", note="", author="", document={})
        first.result()
    assert scenarios.get(store, id=saved.id) == saved


def test_restoring_and_deleting_while_others_save_leaves_a_history_without_gaps(
    store: Store,
) -> None:
    first = scenarios.create(store, name="A", note="", author="", document={})
    together = threading.Barrier(PEOPLE)

    def work(n: int) -> None:
        together.wait()
        for _ in range(3):
            if n % 4 == 0:
                scenarios.recover(store, id=first.id)
            else:
                scenarios.restore_version(store, id=first.id, version=1)

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(work, range(PEOPLE)))
    numbers = [version.version for version in scenarios.history(store, id=first.id)]
    assert numbers == list(range(1 + 3 * PEOPLE * 3 // 4, 0, -1))
    assert scenarios.get(store, id=first.id).latest == numbers[0]
