"""Slow work for programs: one at a time, so that readers of pages never wait for all of them."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from dashboard.slow_work import slowly

Result = TypeVar("Result")

MOST_WAITING = 8
"""Requests that may wait; the next one is told to come back."""


class Busy(Exception):
    """Too many requests wait already."""


class Turns:
    """The queue of one app; one of the threads for slow work always stays free for pages."""

    def __init__(self) -> None:
        self._one = asyncio.Semaphore(1)
        self._waiting = 0

    async def do(self, work: Callable[[], Result]) -> Result:
        """The result of `work`. Raises Busy where too many wait."""
        if self._waiting >= MOST_WAITING:
            raise Busy
        self._waiting += 1
        try:
            async with self._one:
                found: list[Result] = []
                await slowly(lambda: found.append(work()), awaited=lambda: True, otherwise=None)
                return found[0]
        finally:
            self._waiting -= 1
