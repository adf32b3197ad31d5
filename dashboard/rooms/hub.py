"""All rooms of one worker: loaded when asked for, kept up to date, told to those who listen.

What happens on this worker is known at once. What happens on others is told by PostgreSQL; an
SQLite file is asked twice a second, which makes several workers on it slower, not wrong.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from dashboard.rooms import keeper
from dashboard.rooms.keeper import Known
from dashboard.rooms.limits import Limits
from dashboard.rooms.live import Live
from dashboard.rooms.refused import Refused
from dashboard.store import Store, StoreError, room_news, rooms

Result = TypeVar("Result")
Given = ParamSpec("Given")

GAP_SECONDS = 0.1
ASKED_SECONDS = 0.5
CHECKED_SECONDS = 5.0
FORGOTTEN_SECONDS = 900
_BUSY_TRIES = 4
_JOIN_SECONDS = 3
_log = logging.getLogger("atlas.rooms")


class Hub:
    """The rooms that this worker knows. Everything but `close` belongs to the event loop."""

    def __init__(self, store: Store) -> None:
        """`store`: where rooms are kept; nothing is asked yet."""
        self.store = store
        self.limits = Limits()
        self.streams = 0
        self._lives: dict[str, Live] = {}
        self._ids: dict[str, str] = {}
        self._refreshing: dict[str, bool] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="rooms")
        self._stop = threading.Event()
        self._news: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closing = False

    async def do(
        self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Ask the database in a thread; while it is busy, try again for some seconds.

        Raises:
            Refused: it cannot be asked now; nothing was changed.
        """
        loop, here = asyncio.get_running_loop(), copy_context()
        asked = partial(work, *given, **named)
        for attempt in range(_BUSY_TRIES):
            try:
                return await loop.run_in_executor(self._pool, here.run, asked)
            except StoreError as problem:
                if problem.key != "store_locked" or attempt == _BUSY_TRIES - 1:
                    raise Refused("unsaved") from problem
                await asyncio.sleep(0.05 * 2**attempt)
        raise AssertionError

    async def live(self, code: str) -> Live:
        """The room with this code. Raises `Refused`: there is none."""
        self._begin()
        id = self._ids.get(code)
        if id is None or id not in self._lives:
            row = await self.do(rooms.find, self.store, code=code)
            if row is None:
                raise Refused("unknown")
            found = self._lives.setdefault(row.id, Live(row))
            found.touched = time.monotonic()  # it is not forgotten while it is read
            await self._read(found)
            self._ids[code] = id = row.id  # and nobody is given it before
        live = self._lives[id]
        live.touched = time.monotonic()
        return live

    def here(self, code: str) -> Live | None:
        """The room with this code if this worker knows it already."""
        return self._lives.get(self._ids.get(code, ""))

    def note(self, id: str) -> None:
        """Something has changed in a room; it is read at once, then ten times a second at most."""
        live = self._lives.get(id)
        if live is None:
            return
        if id in self._refreshing:
            self._refreshing[id] = True
            return
        self._refreshing[id] = False
        self._spawn(self._refresh(live))

    def known(self, live: Live) -> Known:
        """The room as it is known here, for `keeper`."""
        return Known(id=live.row.id, room=live.room, ends_at=live.row.ends_at)

    def close(self) -> None:
        """End all streams and threads; the rooms stay in the database. From any thread."""
        self._stop.set()
        self.end_streams()
        if self._news is not None:
            self._news.join(_JOIN_SECONDS)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def end_streams(self) -> None:
        """Let all who listen go: they come back to whatever is served then. From any thread."""
        self.closing = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake_all)

    def _wake_all(self) -> None:
        for live in self._lives.values():
            live.wake()

    async def _read(self, live: Live) -> None:
        seen = await self.do(keeper.look, self.store, self.known(live), pulse=live.pulse)
        live.take(seen)

    async def _refresh(self, live: Live) -> None:
        id = live.row.id
        try:
            again = True
            while again and not self.closing:
                self._refreshing[id] = False
                try:
                    await self._read(live)
                except Refused:
                    _log.warning("A room cannot be read for now; it is tried again.")
                    self._refreshing[id] = True
                await asyncio.sleep(GAP_SECONDS)
                again = self._refreshing[id]
        finally:
            del self._refreshing[id]

    def _begin(self) -> None:
        """Start to listen for other workers, once there is a loop to listen on."""
        if self._loop is not None:
            return
        self._loop = loop = asyncio.get_running_loop()
        tells = room_news.tells(self.store)
        self._spawn(self._ask(CHECKED_SECONDS if tells else ASKED_SECONDS))
        if tells:

            def heard(id: str | None) -> None:
                with suppress(RuntimeError):  # the loop has ended; nobody listens any more
                    loop.call_soon_threadsafe(self._heard, id)

            listening = partial(room_news.listen, self.store, heard=heard, stop=self._stop)
            self._news = threading.Thread(target=listening, name="room-news", daemon=True)
            self._news.start()

    def _heard(self, id: str | None) -> None:
        for one in [id] if id is not None else list(self._lives):
            self.note(one)

    async def _ask(self, seconds: float) -> None:
        """Ask for the newest numbers, and forget rooms that nobody is in any more."""
        while not self.closing:
            await asyncio.sleep(seconds)
            self._forget()
            try:
                found = await self.do(rooms.numbers, self.store, ids=list(self._lives))
            except Refused:
                continue
            for id, (seq, pulse) in found.items():
                live = self._lives.get(id)
                if live and (seq > live.mark.seq or pulse > live.pulse):
                    self.note(id)

    def _forget(self) -> None:
        old = time.monotonic() - FORGOTTEN_SECONDS
        for id, live in list(self._lives.items()):
            if not live.awaited and live.touched < old:
                del self._lives[id]
                self._ids.pop(live.row.code, None)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
