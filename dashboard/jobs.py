"""Work of many seconds: begun on demand, few at once, told while it runs, ended when nobody waits.

Readers who ask for the same share one piece of work. A reader who asks for something else, stops,
or is not heard of any more leaves; when the last one has left, the work is told to end. What was
found is remembered for a while.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import RLock
from typing import Generic, Literal, TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Result = TypeVar("Result")
Progress = TypeVar("Progress")

Phase = Literal["idle", "waiting", "running", "done", "failed"]
_log = logging.getLogger("atlas")


@dataclass(frozen=True, kw_only=True)
class State(Generic[Progress, Result]):
    """How far work is. `ahead`: pieces of work before it; `progress`: what it told last."""

    phase: Phase
    ahead: int = 0
    progress: Progress | None = None
    result: Result | None = None


@dataclass(kw_only=True, eq=False)
class _Job(Generic[Progress]):
    readers: dict[str, float] = field(default_factory=dict)
    begun: float | None = None
    progress: Progress | None = None
    ended: bool = False


class Jobs(Generic[Asked, Progress, Result]):
    """All pieces of one kind of work.

    `work` is given what is asked, a function to tell its progress to, and one that says whether to
    end; when told to end it may return what it has. `patience_s`: seconds after which a reader who
    was not heard of has left; `most_s`: seconds after which work is told to end.
    """

    def __init__(
        self,
        work: Callable[[Asked, Callable[[Progress], None], Callable[[], bool]], Result],
        *,
        at_once: int = 2,
        patience_s: float = 20.0,
        most_s: float = 60.0,
        kept: int = 24,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`kept`: ends that are remembered; `now`: the clock."""
        self._work = work
        self._patience_s, self._most_s, self._kept, self._now = patience_s, most_s, kept, now
        self._jobs: OrderedDict[Asked, _Job[Progress]] = OrderedDict()
        self._ended: OrderedDict[Asked, State[Progress, Result]] = OrderedDict()
        self._closed = False
        self._lock = RLock()
        self._pool = ThreadPoolExecutor(max_workers=at_once, thread_name_prefix="job")

    def ask(self, reader: str, asked: Asked) -> None:
        """Begin the work for a reader, or wait with those who asked for the same."""
        with self._lock:
            self.leave(reader, unless=asked)
            if asked in self._ended and self._ended[asked].phase == "done":
                return
            if self._closed:
                self._end(asked, State(phase="failed"))
                return
            self._ended.pop(asked, None)
            if asked not in self._jobs:
                self._jobs[asked] = _Job()
                self._pool.submit(self._run, asked, self._jobs[asked])
            self._jobs[asked].readers[reader] = self._now()

    def state(self, reader: str, asked: Asked) -> State[Progress, Result]:
        """How far the work is; a reader who looks is waiting for it, and for nothing else."""
        with self._lock:
            self.leave(reader, unless=asked)
            self._forget()
            if asked in self._ended:
                self._ended.move_to_end(asked)
                return self._ended[asked]
            job = self._jobs.get(asked)
            if job is None:
                return State(phase="idle")
            job.readers[reader] = self._now()
            if job.begun is not None:
                return State(phase="running", progress=job.progress)
            running = sum(other.begun is not None for other in self._jobs.values())
            waiting = [one for one, other in self._jobs.items() if other.begun is None]
            return State(phase="waiting", ahead=running + waiting.index(asked))

    def leave(self, reader: str, *, unless: Asked | None = None) -> None:
        """A reader does not wait any more, or only for `unless`."""
        with self._lock:
            for asked, job in list(self._jobs.items()):
                if asked != unless and job.readers.pop(reader, None) is not None:
                    self._end_if_alone(asked, job)

    def close(self) -> None:
        """End all work; nothing is begun any more."""
        with self._lock:
            self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _run(self, asked: Asked, job: _Job[Progress]) -> None:
        with self._lock:
            self._forget()
            if job.ended:
                return
            job.begun = self._now()

        def tell(progress: Progress) -> None:
            job.progress = progress

        try:
            result = self._work(asked, tell, lambda: self._over(job))
        except Exception:
            _log.exception("A piece of work failed")
            with self._lock:
                if self._jobs.get(asked) is job:
                    self._end(asked, State(phase="failed"))
            return
        with self._lock:
            if self._jobs.get(asked) is job:
                self._end(asked, State(phase="done", result=result))

    def _end(self, asked: Asked, state: State[Progress, Result]) -> None:
        """Remember how work ended; what ended longest ago is forgotten."""
        self._jobs.pop(asked, None)
        self._ended[asked] = state
        if len(self._ended) > self._kept:
            self._ended.popitem(last=False)

    def _over(self, job: _Job[Progress]) -> bool:
        """Whether work is to end: nobody waits for it, or it has taken too long."""
        with self._lock:
            self._forget()
            begun = self._now() if job.begun is None else job.begun
            return self._closed or job.ended or self._now() - begun > self._most_s

    def _forget(self) -> None:
        """Let go of readers who were not heard of."""
        now = self._now()
        for asked, job in list(self._jobs.items()):
            for reader, heard in list(job.readers.items()):
                if now - heard > self._patience_s:
                    del job.readers[reader]
            self._end_if_alone(asked, job)

    def _end_if_alone(self, asked: Asked, job: _Job[Progress]) -> None:
        if not job.readers:
            job.ended = True
            del self._jobs[asked]
