"""The rooms of one worker: loaded once somebody asks for them, and whole for whoever does."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from dashboard.rooms import hub as hubs
from dashboard.rooms import keeper
from dashboard.rooms.hub import Hub
from dashboard.store import Store


def with_hub(tmp_path: Path, work: Callable[[Hub, str], Awaitable[None]]) -> None:
    """Do something with a worker that knows no room yet, and the code of one that is kept."""
    store = Store.open(f"sqlite:///{tmp_path}/atlas.db")
    hub = Hub(store)

    async def all_of_it() -> None:
        row, _ = keeper.create(store, lang="en", device="laptop")
        await work(hub, row.code)

    try:
        asyncio.run(all_of_it())
    finally:
        hub.close()
        store.close()


async def seen(hub: Hub, code: str) -> int:
    """How far the room has been read when it is given."""
    return (await hub.live(code)).room.seq


def test_a_room_is_not_forgotten_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "FORGOTTEN_SECONDS", 5)

    async def work(hub: Hub, code: str) -> None:
        asked = asyncio.create_task(seen(hub, code))
        while not asked.done():
            hub._forget()
            await asyncio.sleep(0)
        assert await asked == 1

    with_hub(tmp_path, work)


def test_whoever_asks_while_a_room_is_read_sees_it_whole(tmp_path: Path) -> None:
    async def work(hub: Hub, code: str) -> None:
        asked = [asyncio.create_task(seen(hub, code))]
        while not asked[0].done():
            asked.append(asyncio.create_task(seen(hub, code)))
            await asyncio.sleep(0.001)
        assert set(await asyncio.gather(*asked)) == {1}

    with_hub(tmp_path, work)
