"""The stream: one message for what is new, none for what is not, and an end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.rooms import keeper, stream
from dashboard.rooms.answering import Wish
from dashboard.rooms.hub import Hub
from dashboard.rooms.live import Live
from dashboard.rooms.pictures import drawing, picture_of, sentence_of
from dashboard.rooms.refused import Refused
from dashboard.rooms.stream import admit, messages
from dashboard.rooms.writer import Writer
from dashboard.store import Store
from tests.dashboard.rooms.asking import question

ELSEWHERE = {"en": "elsewhere", "km": "កន្លែងផ្សេង"}


def in_a_room(tmp_path: Path, work: Callable[[Hub, Live], Awaitable[None]]) -> None:
    """Do something in a new room whose presenter's device is `laptop`."""
    store = Store.open(f"sqlite:///{tmp_path}/atlas.db")
    hub = Hub(store)

    async def all_of_it() -> None:
        row, _ = keeper.create(store, lang="en", device="laptop")
        await work(hub, await hub.live(row.code))

    try:
        asyncio.run(all_of_it())
    finally:
        hub.close()
        store.close()


async def act(hub: Hub, live: Live, name: str, *, device: str = "laptop", **given: Any) -> None:
    seen, _ = await hub.do(
        keeper.act, hub.store, hub.known(live), name=name, given=given, device=device
    )
    live.take(seen)


async def heard(told: AsyncIterator[bytes]) -> str:
    async with asyncio.timeout(20):
        return (await anext(told)).decode()


def test_a_message_comes_for_what_is_new_and_the_stream_ends_with_the_room(tmp_path: Path) -> None:
    async def work(hub: Hub, live: Live) -> None:
        told = messages(hub, live, role="phone", who="p", since=0)
        assert await heard(told) == "retry: 2000\n\n"
        assert (await heard(told)).startswith("id: 1\nevent: room\ndata: {")
        await act(hub, live, "scene", text="One")
        await act(hub, live, "scene", text="Two")
        message = await heard(told)
        assert message.startswith("id: 3\n") and "One" in message and "Two" in message
        await act(hub, live, "end")
        assert '"ended":true' in await heard(told)
        with pytest.raises(StopAsyncIteration):
            await heard(told)
        assert not live.awaited and hub.streams == 0 and not +live.streams

    in_a_room(tmp_path, work)


def test_phones_are_not_told_of_answers_that_are_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "BEAT_SECONDS", 0.2)

    async def work(hub: Hub, live: Live) -> None:
        await act(hub, live, "ask", question=question(), open=True)
        known = hub.known(live)
        live.take(await hub.do(keeper.join_room, hub.store, known, phone="p", group=None))
        phone = messages(hub, live, role="phone", who="p", since=0)
        presenter = messages(hub, live, role="presenter", who="laptop", since=0)
        for told in (phone, presenter):
            await heard(told)
            await heard(told)
        await Writer(hub).write(live, Wish(phone="p", question="q1", answer="zone"))
        while '"answers":1' not in (message := await heard(presenter)):
            assert message.startswith("event: beat")
        assert await heard(phone) == f"event: beat\ndata: {live.mark.seq}\n\n"

    in_a_room(tmp_path, work)


def test_two_presenters_are_told_on_their_streams(tmp_path: Path) -> None:
    async def work(hub: Hub, live: Live) -> None:
        told = messages(hub, live, role="presenter", who="laptop", since=0, elsewhere=ELSEWHERE)
        await heard(told)
        await heard(told)
        await act(hub, live, "present", device="tablet")
        both = await heard(told) + await heard(told)
        assert '"device":"tablet"' in both and "event: presenter" in both
        assert '"elsewhere": true' in both and ELSEWHERE["km"] in both
        await act(hub, live, "present", device="laptop")
        assert '"elsewhere": false' in await heard(told) + await heard(told)

    in_a_room(tmp_path, work)


def test_one_phone_holds_few_streams(tmp_path: Path) -> None:
    async def work(hub: Hub, live: Live) -> None:
        held = []
        for _ in range(2):
            admit(hub, live, who="p", most=2)
            held.append(messages(hub, live, role="phone", who="p", since=0))
            await heard(held[-1])
        with pytest.raises(Refused, match="busy"):
            admit(hub, live, who="p", most=2)
        admit(hub, live, who="other", most=2)

    in_a_room(tmp_path, work)


def test_who_listens_is_let_go_when_the_server_stops(tmp_path: Path) -> None:
    async def work(hub: Hub, live: Live) -> None:
        told = messages(hub, live, role="phone", who="p", since=0)
        await heard(told)
        await heard(told)
        waiting = asyncio.ensure_future(anext(told))
        await asyncio.sleep(0)
        hub.end_streams()
        with pytest.raises(StopAsyncIteration):
            async with asyncio.timeout(20):
                await waiting
        with pytest.raises(Refused, match="busy"):
            admit(hub, live, who="p", most=2)

    in_a_room(tmp_path, work)


def test_a_scene_of_the_map_page_has_its_picture_and_its_headline() -> None:
    view = "/?layer=vacancies&province=02&lang=km&evil=%3Cscript%3E"
    found = picture_of(view)
    assert found["src"] == "/join/picture.svg?layer=vacancies&province=02"
    assert len(found["legend"]) == 5 and found["title"]["en"] == "Job vacancies"
    assert "190,000" in sentence_of(view).en
    drawn = drawing("layer=vacancies&province=02&show=zzz%22%3E%3Cscript%3E")
    assert drawn.startswith("<svg xmlns=") and "<script" not in drawn and "var(" not in drawn
