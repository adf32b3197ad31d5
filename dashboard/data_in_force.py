"""Which version of the data holds now: asked of the database, kept, never waited for.

A request gets what is known at once. What is older than a moment is looked up again beside it, so
that several workers come to the same version within about a second, and a database that is away
takes nothing from anybody: the last version that was known goes on.
"""

import asyncio
import logging
import time
from collections.abc import Callable

from dashboard.data_here import SHIPPED, Data, holding
from dashboard.store import Load, Store, StoreError, data
from dashboard.world import world
from geodata import DataError
from geodata.loaded import Loaded

LOOK_AGAIN_SECONDS = 1.0
_log = logging.getLogger("atlas")


class InForce:
    """The version that holds, for one app.

    `problem`: why the newest version could not be taken, or nothing.
    """

    def __init__(
        self,
        store: Store,
        read: Callable[[Load], Loaded],
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`read`: what a load holds, as tables; `now`: the clock."""
        self._store, self._read, self._now = store, read, now
        self._known, self._looked_at = SHIPPED, float("-inf")
        self._looking: asyncio.Task[None] | None = None
        self.problem: StoreError | DataError | None = None

    @property
    def known(self) -> Data:
        """What was known last."""
        return self._known

    async def here(self) -> Data:
        """What is known, at once; what is old is looked up beside it."""
        busy = self._looking is not None and not self._looking.done()
        if not busy and self._now() - self._looked_at >= LOOK_AGAIN_SECONDS:
            self._looking = asyncio.create_task(asyncio.to_thread(self.look))
        return self._known

    def look(self) -> None:
        """Ask the database now; a version that cannot be taken leaves the one before."""
        self._looked_at = self._now()
        try:
            newest = data.newest(self._store)
            if newest.number != self._known.number or newest.digest != self._known.key:
                loads = data.loads(self._store, number=newest.number)
                found = SHIPPED
                if newest.number:
                    read = tuple(self._read(load) for load in loads)
                    found = Data(number=newest.number, key=newest.digest, loads=read)
                with holding(found):
                    world()
                self._known = found
            self.problem = None
        except (StoreError, DataError) as problem:
            self._cannot(problem)
        except (ArithmeticError, LookupError, ValueError) as problem:
            # Data that was sound by the rules of an earlier version of the program.
            self._cannot(
                DataError(
                    file="the newest version of the data",
                    problem=f"no estimate can be made of it ({type(problem).__name__})",
                    remedy="Bring an earlier version back, or load the numbers again.",
                )
            )

    def _cannot(self, problem: StoreError | DataError) -> None:
        """Keep why the newest version could not be taken; say it once in the log."""
        if str(problem) != str(self.problem):
            _log.warning("The newest data cannot be used: %s", problem)
        self.problem = problem
