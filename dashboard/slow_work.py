"""Work that takes long, away from the event loop and from other readers, and only while awaited.

A reader who drags a slider asks for one case after another. What is not awaited any more is not
begun; what is awaited waits in a small pool of its own, so that other pages answer meanwhile.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from secrets import token_hex
from typing import Any, TypeVar

Result = TypeVar("Result")

_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="slow")
_READERS = 2_000
_NAME = 32


class Latest:
    """The last turn of each reader; the oldest readers are forgotten.

    A turn is what the browser sends with a question: `{"name": ..., "turn": 3}`, one more for each
    question. Questions may arrive in another order than they were asked in.
    """

    def __init__(self) -> None:
        self._turns: OrderedDict[str, int] = OrderedDict()

    @staticmethod
    def reader() -> dict[str, Any]:
        """A reader whose page has just been opened."""
        return {"name": token_hex(8), "turn": 0}

    def asks(self, turn: object) -> None:
        """Note that a reader has come to this turn."""
        name, count = _read(turn)
        self._turns[name] = max(count, self._turns.get(name, 0))
        self._turns.move_to_end(name)
        if len(self._turns) > _READERS:
            self._turns.popitem(last=False)

    def awaits(self, turn: object) -> bool:
        """Whether the answer to this turn is still awaited; of an unknown reader it is."""
        name, count = _read(turn)
        return count >= self._turns.get(name, 0)


def count_of(turn: object) -> int:
    """The number of a turn, whatever a request held."""
    return _read(turn)[1]


def _read(turn: object) -> tuple[str, int]:
    """Name and number of a turn, whatever a request held."""
    if not isinstance(turn, dict):
        return "", 0
    count = turn.get("turn")
    return str(turn.get("name"))[:_NAME], count if isinstance(count, int) else 0


async def slowly(
    work: Callable[[], Result], *, awaited: Callable[[], bool], otherwise: Result
) -> Result:
    """The result of `work`, or `otherwise` if it is not awaited any more.

    That is asked when its turn comes and when it is done: what a reader has left would stand
    beside the newer answer. It is done in the context of its request, as `asyncio.to_thread` would.
    """
    loop, context = asyncio.get_running_loop(), copy_context()
    done = await loop.run_in_executor(_POOL, lambda: context.run(work) if awaited() else otherwise)
    return done if awaited() else otherwise
