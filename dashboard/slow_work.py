"""Work that takes long, away from the event loop and from other readers, and only while awaited.

A reader who drags a slider asks for one case after another. What is not awaited any more is not
begun; what is awaited waits in a small pool of its own, so that other pages answer meanwhile.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex
from typing import TypeVar

Result = TypeVar("Result")

_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="slow")
_READERS = 2_000
_NAME, _LONGEST = 32, 4_000


class Latest:
    """What each reader asked for last; the oldest readers are forgotten."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, str] = OrderedDict()

    @staticmethod
    def reader() -> str:
        """A name for a page that has just been opened."""
        return token_hex(8)

    def asks(self, reader: str, what: str) -> None:
        """Note what a reader asks for now."""
        reader, what = _short(reader, what)
        self._asked[reader] = what
        self._asked.move_to_end(reader)
        if len(self._asked) > _READERS:
            self._asked.popitem(last=False)

    def awaits(self, reader: str, what: str) -> bool:
        """Whether a reader still waits for this; one who is not known does."""
        reader, what = _short(reader, what)
        return self._asked.get(reader, what) == what


def _short(reader: object, what: object) -> tuple[str, str]:
    """Both as texts that are worth keeping, whatever a request held."""
    return str(reader)[:_NAME], str(what)[:_LONGEST]


async def slowly(
    work: Callable[[], Result], *, awaited: Callable[[], bool], otherwise: Result
) -> Result:
    """The result of `work`, or `otherwise` if it is not awaited any more when its turn comes."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_POOL, lambda: work() if awaited() else otherwise)
