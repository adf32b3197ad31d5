"""Server-sent events: the room as it is, and again whenever it is different.

Each message carries the number of the newest event as its id. A browser that comes back names the
last one it has seen; what it gets is everything since, and the room as it is now. `beat` says that
the line is alive, which a phone that slept cannot know otherwise.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from dashboard.rooms.hub import Hub
from dashboard.rooms.limits import MOST_STREAMS
from dashboard.rooms.live import Live, Role
from dashboard.rooms.refused import Refused

BEAT_SECONDS = 15.0
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def admit(hub: Hub, live: Live, *, who: str, most: int) -> None:
    """Whether one more may listen. Raises `Refused`: too many do, here or on this phone."""
    if hub.closing or hub.streams >= MOST_STREAMS or live.streams[who] >= most:
        raise Refused("busy")


async def messages(
    hub: Hub, live: Live, *, role: Role, who: str, since: int, elsewhere: Any = None
) -> AsyncIterator[bytes]:
    """Messages until the room or the worker ends; `who` is the phone's hash, or the device.

    `elsewhere`: what a presenter is told while another device presents.
    """
    awaited = asyncio.Event()
    live.awaited.add(awaited)
    live.streams[who] += 1
    hub.streams += 1
    seen = (-1, -1)
    told_elsewhere = False
    try:
        yield b"retry: 2000\n\n"
        while not hub.closing:
            awaited.clear()
            view = live.view(role)
            if (view.mark.seq, view.number) != seen:
                seen = (view.mark.seq, view.number)
                yield _event("room", live.message(role, since=since), id=view.mark.seq)
                since = view.mark.seq
            if elsewhere is not None and (live.room.device != who) != told_elsewhere:
                told_elsewhere = not told_elsewhere
                yield _event("presenter", _json({"elsewhere": told_elsewhere, "said": elsewhere}))
            if view.mark.over:
                return
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await awaited.wait()
            except TimeoutError:
                yield _event("beat", b"%d" % live.mark.seq)
    finally:
        live.awaited.discard(awaited)
        live.streams[who] -= 1
        hub.streams -= 1


def _event(name: str, data: bytes, *, id: int | None = None) -> bytes:
    head = b"" if id is None else b"id: %d\n" % id
    return b"%bevent: %b\ndata: %b\n\n" % (head, name.encode(), data)


def _json(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False).encode()
