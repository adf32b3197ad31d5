"""Processes that set pages, each asked by one thread; none outlives the command that started it."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

_ROOT = Path(__file__).resolve().parents[3]
_MODULE = "dashboard.exports.profile.worker"
_ENDED = "The process that set it has ended."
_AHEAD = 2


@dataclass(frozen=True, kw_only=True)
class Task:
    """One file: where it goes, and what is set in it."""

    path: Path
    data: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Done:
    """A task that is over; `error` is empty where the file is there."""

    path: Path
    error: str


def set_all(tasks: Iterator[Task], *, jobs: int, tell: Callable[[Done], None]) -> None:
    """Set every task, `jobs` at a time, and tell of each from the thread that asks.

    However it ends, a task that was begun is finished, and no other is begun.
    """
    waiting: Queue[Task | None] = Queue(maxsize=_AHEAD)
    done: Queue[Done] = Queue()
    threads = [Thread(target=_work, args=(waiting, done)) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    try:
        for task in tasks:
            waiting.put(task)
            _tell(done, tell)
    except BaseException:
        _empty(waiting)
        raise
    finally:
        for _ in threads:
            waiting.put(None)
        for thread in threads:
            thread.join()
        _tell(done, tell)


def _tell(done: "Queue[Done]", tell: Callable[[Done], None]) -> None:
    while not done.empty():
        tell(done.get())


def _empty(waiting: "Queue[Task | None]") -> None:
    while not waiting.empty():
        waiting.get()


def _work(waiting: "Queue[Task | None]", done: "Queue[Done]") -> None:
    """Hand tasks to a process of its own; to a new one where it has ended."""
    process = _start()
    while (task := waiting.get()) is not None:
        answer = _ask(process, task)
        if answer is None:
            process.wait()
            process, answer = _start(), {"error": _ENDED}
        done.put(Done(path=task.path, error=answer.get("error", "")))
    process.communicate()


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", _MODULE],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        process_group=0,
    )


def _ask(process: "subprocess.Popen[bytes]", task: Task) -> dict[str, str] | None:
    """The answer of the process, or nothing where it has ended."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("A process without pipes sets nothing")
    line = json.dumps({"path": str(task.path.resolve()), "data": task.data}) + "\n"
    try:
        process.stdin.write(line.encode())
        process.stdin.flush()
    except OSError:
        return None
    answer: dict[str, str] | None = json.loads(process.stdout.readline() or "null")
    return answer
