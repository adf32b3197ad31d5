"""People at work while something breaks: readers and writers, and an honest count of what failed.

A request failed where a person would have seen it fail: no whole answer within `PATIENCE` seconds,
or a status of 400 and more. A page or file that breaks off on a connection that had answered before
is asked for once more, as browsers do (RFC 9110, 9.2.2); a POST that breaks off has failed, though
some browsers send it again, too. A save that is refused in words has not failed: it was `told`.
"""

import asyncio
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from benchmarks.clients import BROKEN, Ask, Line
from tests.faults.asks import Asks, confirmed, in_list, said

READERS, WRITERS = 10, 4
PATIENCE = 30
_THINK = (0.1, 0.6)
Kind = Literal["read", "list", "save"]


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One thing that somebody tried, from `begun` to `ended` (monotonic seconds).

    `status`: 0 where no whole answer came; `told`: what a save or a list was answered in words;
    `name`: of what was to be saved; `made`: scenario and version that were confirmed.
    """

    kind: Kind
    path: str
    begun: float
    ended: float
    status: int
    told: str = ""
    name: str = ""
    made: tuple[str, int] | None = None

    @property
    def failed(self) -> bool:
        """Whether a person would have seen it fail."""
        return not 200 <= self.status < 400


@dataclass
class Load:
    """Everything that was tried until now. Other threads may look at any time."""

    address: str
    asks: Asks
    tried: list[Tried] = field(default_factory=list)
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def failed(self) -> list[Tried]:
        """What failed."""
        return [one for one in list(self.tried) if one.failed]

    @property
    def saved(self) -> list[Tried]:
        """What somebody was told is saved."""
        return [one for one in list(self.tried) if one.made]

    def since(self, moment: float, *kinds: Kind) -> list[Tried]:
        """What was begun from this moment on, of these kinds."""
        return [one for one in list(self.tried) if one.begun >= moment and one.kind in kinds]

    def until(self, count: int, *, since: float, seconds: float = 60) -> None:
        """Wait until so many more saves were confirmed than at a moment."""
        end = time.monotonic() + seconds
        while sum(one.ended >= since for one in self.saved) < count:
            if time.monotonic() > end:
                last = [one.told for one in self.since(since, "save")][-3:]
                raise AssertionError(f"no {count} saves within {seconds} s; last told: {last}")
            time.sleep(0.02)

    def goes_on(self, seconds: float) -> None:
        """Let people work for some time."""
        time.sleep(seconds)


@contextmanager
def load(address: str, *, readers: int = READERS, writers: int = WRITERS) -> Iterator[Load]:
    """People at work until the block ends, in a thread of their own."""
    here = Load(address=address, asks=Asks.of(address))
    thread = threading.Thread(target=lambda: asyncio.run(_work(here, readers, writers)))
    thread.start()
    try:
        yield here
    finally:
        here._ended.set()
        thread.join()


async def _work(here: Load, readers: int, writers: int) -> None:
    people = [_reader(here, number) for number in range(readers)]
    people += [_writer(here, number) for number in range(writers)]
    await asyncio.gather(*people)


async def _reader(here: Load, number: int) -> None:
    own, line, pages = random.Random(number), Line(here.address), here.asks.read()
    while not here._ended.is_set():
        await _try(here, line, own.choice(pages), kind="read")
        if own.random() < 0.1:
            await _try(here, line, here.asks.listed(), kind="list")
        await asyncio.sleep(own.uniform(*_THINK))
    line.close()


async def _writer(here: Load, number: int) -> None:
    own, line, count = random.Random(1000 + number), Line(here.address), 0
    while not here._ended.is_set():
        count += 1
        name = f"Plan {count} of writer {number} at {time.monotonic_ns()}"
        await _try(here, line, here.asks.save(name), kind="save", name=name)
        await asyncio.sleep(own.uniform(*_THINK))
    line.close()


async def _try(here: Load, line: Line, ask: Ask, *, kind: Kind, name: str = "") -> None:
    begun, answer = time.monotonic(), None
    for _ in range(2):
        again = line.used and not ask.body
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await line.ask(ask)
            break
        except (*BROKEN, TimeoutError):
            line.close()
            if not again:
                break
    found = answer if answer and answer.status == 200 and kind != "read" else None
    here.tried.append(
        Tried(
            kind=kind,
            path=ask.path,
            begun=begun,
            ended=time.monotonic(),
            status=answer.status if answer else 0,
            told="" if found is None else in_list(found) if kind == "list" else said(found),
            name=name,
            made=confirmed(found) if found and kind == "save" else None,
        )
    )
