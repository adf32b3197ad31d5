"""The addresses where a registry is loaded: the file goes to disk, and is gone with the answer.

How far the work is comes as it goes, a line of JSON at a time; the last line is the answer. Once
the reader has left, the work ends.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack
from contextvars import copy_context
from threading import Lock
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from starlette.requests import ClientDisconnect

from dashboard.desk.refusal import reader_of, refusal
from dashboard.registry.folder import Folder
from dashboard.registry.route_paths import ACCEPT, CHECK, LOOK
from dashboard.registry.upload import RefusedBody, Upload, received
from dashboard.registry.work import Answer, accepted, checked, looked

LARGEST_MB = 200
BODY_LIMIT = LARGEST_MB * 1_000_000 + 128 * 1024
_STREAM = "text/event-stream"
_WRONG, _LEFT = 422, 400
_log = logging.getLogger("atlas")
_one_at_a_time = Lock()
_WORK: dict[str, Callable[..., Answer]] = {LOOK: looked, CHECK: checked, ACCEPT: accepted}


def register(server: FastAPI) -> None:
    """Answer at all addresses. The folder of files is made now, and removed when the app ends."""
    folder = Folder()
    server.state.closing.append(folder.close)
    for path, work in _WORK.items():
        server.add_api_route(
            path, _answering(work, folder), methods=["POST"], include_in_schema=False
        )


def _answering(work: Callable[..., Answer], folder: Folder) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        stream = request.stream()
        try:
            first = await anext(stream, b"")
            if refused := await refusal("registry_load", first):
                return refused
            with ExitStack() as room:
                path = room.enter_context(folder.room())
                upload = await received(_again(first, stream), path)
                told = _Telling(work, upload, until_done=room.pop_all())
        except RefusedBody as problem:
            return JSONResponse({"error": str(problem)}, status_code=_WRONG)
        except ClientDisconnect:
            return Response(status_code=_LEFT)  # nobody reads it
        except OSError as problem:
            _log.error("A registry could not be written down: %s", problem.strerror)
            return JSONResponse({"problem": reader_of(first)("registry_no_room")})
        return StreamingResponse(told.lines(), media_type=_STREAM)

    return answer


async def _again(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in rest:
        yield piece


class _Telling:
    """Work on a file in a thread of its own, which removes the file when it ends."""

    def __init__(
        self, work: Callable[..., Answer], upload: Upload, *, until_done: ExitStack
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue = asyncio.Queue[Answer | None]()
        self._left = False

        def run() -> Answer:
            with until_done:
                try:
                    return _done(
                        work, upload, progress=self._progress, awaited=lambda: not self._left
                    )
                finally:
                    self._loop.call_soon_threadsafe(self._queue.put_nowait, None)

        context = copy_context()
        self._task = self._loop.run_in_executor(None, lambda: context.run(run))

    async def lines(self) -> AsyncIterator[bytes]:
        """How far the work is, then its answer; it ends soon after nobody reads on."""
        try:
            while (line := await self._queue.get()) is not None:
                yield _written(line)
            yield _written(await asyncio.shield(self._task))
        finally:
            self._left = True

    def _progress(self, step: str, done: float) -> None:
        told = {"step": step, "done": round(done, 2)}
        self._loop.call_soon_threadsafe(self._queue.put_nowait, told)


def _written(line: Answer) -> bytes:
    return json.dumps(line).encode() + b"\n"


def _done(
    work: Callable[..., Answer],
    upload: Upload,
    *,
    progress: Callable[[str, float], None],
    awaited: Callable[[], bool],
) -> Answer:
    """The answer of `work`; what goes wrong is told in words, one file at a time."""
    from records.engine import Ended
    from records.room import is_out_of_room

    say = upload.asked.say
    if not _one_at_a_time.acquire(blocking=False):
        return {"problem": say("registry_busy")}
    try:
        return work(upload, progress=progress, awaited=awaited)
    except Ended:
        return {"problem": say("desk_cancelled")}
    except Exception as wrong:
        if is_out_of_room(wrong):
            _log.error("No room for a registry: %s", type(wrong).__name__)
            return {"problem": say("registry_no_room")}
        _log.exception("A registry failed")
        return {"problem": say("desk_failed")}
    finally:
        _one_at_a_time.release()
