"""Answers wait for each other for a moment: what comes together is written together.

A hundred phones that answer at once cost a few transactions instead of a hundred.
"""

import asyncio
import logging
from dataclasses import dataclass

from dashboard.rooms.answering import Outcome, Wish, answer_all
from dashboard.rooms.hub import Hub
from dashboard.rooms.live import Live
from dashboard.rooms.refused import Refused

_MOST_TOGETHER = 200
_MOST_WAITING = 2_000
_log = logging.getLogger("atlas.rooms")


@dataclass(frozen=True, kw_only=True)
class _Waiting:
    wish: Wish
    done: "asyncio.Future[Outcome]"


class Writer:
    """The answers of one worker on their way to the database."""

    def __init__(self, hub: Hub) -> None:
        """`hub`: knows the rooms."""
        self._hub = hub
        self._waiting: dict[str, list[_Waiting]] = {}
        self._writing: dict[str, asyncio.Task[None]] = {}

    async def write(self, live: Live, wish: Wish) -> Outcome:
        """Write an answer; when this returns it is in the database. Raises `Refused`."""
        id = live.row.id
        waiting = self._waiting.setdefault(id, [])
        if len(waiting) >= _MOST_WAITING:
            raise Refused("busy")
        mine = _Waiting(wish=wish, done=asyncio.get_running_loop().create_future())
        waiting.append(mine)
        if id not in self._writing:
            self._writing[id] = asyncio.create_task(self._write(live))
        outcome = await mine.done
        if outcome.refused is not None:
            raise outcome.refused
        return outcome

    async def _write(self, live: Live) -> None:
        id = live.row.id
        try:
            while self._waiting.get(id):
                now = self._waiting[id][:_MOST_TOGETHER]
                del self._waiting[id][:_MOST_TOGETHER]
                await self._together(live, now)
        finally:
            del self._writing[id]
            if not self._waiting.get(id):
                self._waiting.pop(id, None)

    async def _together(self, live: Live, now: list[_Waiting]) -> None:
        wishes = [one.wish for one in now]
        hub = self._hub
        try:
            outcomes, newer = await hub.do(answer_all, hub.store, hub.known(live), wishes)
        except Refused as refused:
            outcomes, newer = [Outcome(refused=refused) for _ in now], ()
        except Exception:
            _log.exception("Answers could not be written")
            outcomes, newer = [Outcome(refused=Refused("unsaved")) for _ in now], ()
        _tell(now, outcomes)
        if newer or any(outcome.changed for outcome in outcomes):
            hub.note(live.row.id)


def _tell(waiting: list[_Waiting], outcomes: list[Outcome]) -> None:
    for one, outcome in zip(waiting, outcomes, strict=True):
        if not one.done.done():
            one.done.set_result(outcome)
