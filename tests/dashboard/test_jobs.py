"""Long work: few pieces at once, shared, told while it runs, ended when nobody waits."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from dashboard.jobs import Jobs

SOON = 10


class Bench:
    """Work that goes on until it is let go or told to end; a clock that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.go: dict[str, Event] = {}
        self.came = Event()
        self.jobs: Jobs[str, int, str] = Jobs(
            self.work, at_once=2, patience_s=20, most_s=60, kept=3, now=lambda: self.at
        )

    def work(self, asked: str, tell: Callable[[int], None], over: Callable[[], bool]) -> str:
        self.begun.append(asked)
        tell(len(self.begun))
        self.came.set()
        if asked.startswith("bad"):
            raise ArithmeticError(asked)
        while not self.go.setdefault(asked, Event()).wait(0.005):
            if over():
                self.ended.append(asked)
                return f"part of {asked}"
        return f"all of {asked}"

    def let_go(self, *asked: str) -> None:
        for one in asked:
            self.go.setdefault(one, Event()).set()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; fail if it never does."""
        pause = Event()
        for _ in range(SOON * 200):
            if holds():
                return
            pause.wait(0.005)
        raise AssertionError("it never came to that")

    def phase(self, reader: str, asked: str) -> str:
        return self.jobs.state(reader, asked).phase


@pytest.fixture
def bench() -> Iterator[Bench]:
    one = Bench()
    yield one
    one.jobs.close()
    one.let_go(*one.begun)


def test_work_is_begun_on_demand_told_while_it_runs_and_remembered(bench: Bench) -> None:
    assert bench.phase("ann", "x") == "idle" and bench.begun == []
    bench.jobs.ask("ann", "x")
    bench.until(lambda: bench.phase("ann", "x") == "running")
    bench.until(lambda: bench.jobs.state("ann", "x").progress == 1)
    bench.let_go("x")
    bench.until(lambda: bench.phase("ann", "x") == "done")
    assert bench.jobs.state("bob", "x").result == "all of x"
    bench.jobs.ask("bob", "x")
    assert bench.begun == ["x"], "what is remembered is not done again"


def test_who_asks_for_the_same_shares_it_and_one_who_leaves_ends_nothing(bench: Bench) -> None:
    bench.jobs.ask("ann", "x")
    bench.jobs.ask("bob", "x")
    bench.until(lambda: bench.begun == ["x"])
    bench.jobs.leave("ann")
    assert bench.phase("bob", "x") == "running"
    bench.let_go("x")
    bench.until(lambda: bench.phase("bob", "x") == "done")
    assert bench.begun == ["x"] and bench.ended == []


def test_two_run_at_once_and_the_others_are_told_how_many_come_first(bench: Bench) -> None:
    for reader in ("a", "b", "c", "d"):
        bench.jobs.ask(reader, reader)
    bench.until(lambda: len(bench.begun) == 2)
    bench.until(lambda: bench.phase("a", "a") == bench.phase("b", "b") == "running")
    assert bench.jobs.state("c", "c").ahead == 2 and bench.jobs.state("d", "d").ahead == 3
    bench.jobs.leave("c")
    assert bench.jobs.state("d", "d").ahead == 2
    bench.let_go("a", "d")
    bench.until(lambda: bench.phase("d", "d") == "done")
    assert "c" not in bench.begun, "what nobody waits for is not begun"


def test_work_that_is_stopped_ends_and_is_not_remembered(bench: Bench) -> None:
    bench.jobs.ask("ann", "x")
    bench.until(lambda: bench.begun == ["x"])
    bench.jobs.leave("ann")
    bench.until(lambda: bench.ended == ["x"])
    assert bench.phase("ann", "x") == "idle"


def test_a_reader_who_asks_for_something_else_leaves_the_first(bench: Bench) -> None:
    bench.jobs.ask("ann", "x")
    bench.until(lambda: bench.begun == ["x"])
    assert bench.phase("ann", "y") == "idle"
    bench.until(lambda: bench.ended == ["x"])


def test_a_reader_who_is_not_heard_of_has_left(bench: Bench) -> None:
    bench.jobs.ask("ann", "x")
    bench.until(lambda: bench.begun == ["x"])
    bench.at = 19
    assert bench.phase("ann", "x") == "running"
    bench.at = 38
    assert bench.phase("ann", "x") == "running", "who looks is heard of"
    bench.at = 59
    bench.until(lambda: bench.ended == ["x"])


def test_work_that_takes_too_long_gives_what_it_has(bench: Bench) -> None:
    bench.jobs.ask("ann", "x")
    bench.until(lambda: bench.phase("ann", "x") == "running")
    for bench.at in range(10, 71, 10):
        bench.jobs.state("ann", "x")
    bench.until(lambda: bench.phase("ann", "x") == "done")
    assert bench.jobs.state("ann", "x").result == "part of x"


def test_work_that_fails_is_told_and_can_be_asked_for_again(bench: Bench) -> None:
    bench.jobs.ask("ann", "bad")
    bench.until(lambda: bench.phase("ann", "bad") == "failed")
    bench.jobs.ask("ann", "bad")
    bench.until(lambda: len(bench.begun) == 2)


def test_only_the_last_results_are_remembered(bench: Bench) -> None:
    names = ["a", "b", "c", "d"]
    bench.let_go(*names)
    for name in names:
        bench.jobs.ask("ann", name)
        bench.until(lambda name=name: bench.phase("ann", name) == "done")  # type: ignore[misc]
    assert bench.phase("ann", "a") == "idle"
    assert bench.phase("ann", "d") == "done"


def test_only_the_last_failures_are_remembered(bench: Bench) -> None:
    for name in ["bad a", "bad b", "bad c", "bad d"]:
        bench.jobs.ask("ann", name)
        bench.until(lambda name=name: bench.phase("ann", name) == "failed")  # type: ignore[misc]
    assert bench.phase("ann", "bad a") == "idle"
    assert bench.phase("ann", "bad d") == "failed"


def test_when_the_server_closes_all_work_ends(bench: Bench) -> None:
    bench.jobs.ask("ann", "x")
    bench.until(lambda: bench.begun == ["x"])
    bench.jobs.close()
    bench.until(lambda: bench.ended == ["x"])


def test_what_is_asked_after_that_is_told_to_have_failed(bench: Bench) -> None:
    bench.jobs.close()
    bench.jobs.ask("ann", "x")
    assert bench.phase("ann", "x") == "failed"
    assert bench.begun == []
