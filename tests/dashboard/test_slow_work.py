"""Slow work: done for who waits, not begun for who has gone on."""

import asyncio
from contextvars import ContextVar

from dashboard.slow_work import Latest, slowly


def turn(name: str, count: int) -> dict[str, object]:
    return {"name": name, "turn": count}


def test_only_the_last_turn_of_a_reader_is_awaited_in_whatever_order_they_come() -> None:
    latest = Latest()
    for asked in (turn("a", 2), turn("b", 1), turn("a", 1)):
        latest.asks(asked)
    assert not latest.awaits(turn("a", 1))
    assert latest.awaits(turn("a", 2)) and latest.awaits(turn("b", 1))
    assert latest.awaits(turn("nobody", 0)), "a reader of another worker waits"


def test_old_readers_are_forgotten_and_then_wait() -> None:
    latest = Latest()
    for i in range(2_001):
        latest.asks(turn(f"reader {i}", 5))
    assert latest.awaits(turn("reader 0", 1))
    assert not latest.awaits(turn("reader 2000", 1))


def test_whatever_a_request_holds_is_kept_short_and_never_fails() -> None:
    latest = Latest()
    odd: list[object] = [
        None,
        3,
        "x" * 10**6,
        [],
        {"name": [1], "turn": "a"},
        {"name": "x" * 10**6},
    ]
    for asked in odd:
        latest.asks(asked)
        assert latest.awaits(asked)
    assert max(map(len, latest._turns)) <= 32


def test_work_is_begun_for_who_waits_only() -> None:
    done: list[str] = []

    def work(name: str) -> str:
        done.append(name)
        return name

    async def both() -> tuple[str, str]:
        return await asyncio.gather(
            slowly(lambda: work("awaited"), awaited=lambda: True, otherwise="left"),
            slowly(lambda: work("gone"), awaited=lambda: False, otherwise="left"),
        )

    assert tuple(asyncio.run(both())) == ("awaited", "left")
    assert done == ["awaited"]


def test_a_result_that_its_reader_has_left_meanwhile_is_not_handed_out() -> None:
    latest = Latest()
    latest.asks(turn("a", 1))

    def work() -> str:
        latest.asks(turn("a", 2))
        return "of the old view"

    def old() -> bool:
        return latest.awaits(turn("a", 1))

    assert asyncio.run(slowly(work, awaited=old, otherwise="left")) == "left"


def test_slow_work_is_done_in_the_context_of_its_request() -> None:
    here: ContextVar[str] = ContextVar("here", default="nowhere")

    async def asked(name: str) -> str:
        here.set(name)
        return await slowly(here.get, awaited=lambda: True, otherwise="")

    async def both() -> list[str]:
        return list(await asyncio.gather(asked("first"), asked("second")))

    assert asyncio.run(both()) == ["first", "second"]
