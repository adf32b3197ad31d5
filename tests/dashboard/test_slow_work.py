"""Slow work: done for who waits, not begun for who has gone on."""

import asyncio

from dashboard.slow_work import Latest, slowly


def test_only_what_was_asked_for_last_is_awaited() -> None:
    latest = Latest()
    latest.asks("a", "?reach_km=80")
    latest.asks("b", "?reach_km=100")
    latest.asks("a", "?reach_km=85")
    assert not latest.awaits("a", "?reach_km=80")
    assert latest.awaits("a", "?reach_km=85") and latest.awaits("b", "?reach_km=100")
    assert latest.awaits("nobody", "?reach_km=80"), "a reader of another worker waits"


def test_old_readers_are_forgotten_and_then_wait() -> None:
    latest = Latest()
    for i in range(2_001):
        latest.asks(f"reader {i}", "first")
    assert latest.awaits("reader 0", "second")
    assert not latest.awaits("reader 2000", "second")


def test_what_a_request_holds_is_kept_short_and_never_fails() -> None:
    latest = Latest()
    latest.asks({"a": []}, "x" * 1_000_000)  # type: ignore[arg-type]
    assert latest.awaits({"a": []}, "x" * 1_000_000)  # type: ignore[arg-type]
    assert max(map(len, latest._asked.values())) <= 4_000


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
