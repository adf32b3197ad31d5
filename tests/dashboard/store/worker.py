"""Another process that uses the store: `python -m tests.dashboard.store.worker TASK ...`.

It says "ready" when everything is imported, and begins when it is told to.
"""

import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import alembic.command
import psycopg  # noqa: F401  # imported ahead, so that all workers begin at the same moment

from dashboard.store import Conflict, Store, StoreError, StoreUnavailable, scenarios
from dashboard.store.backup import back_up
from dashboard.store.backup_file import BackupError
from dashboard.store.restore import restore

ROOT = Path(__file__).resolve().parents[3]
assert alembic.command


class Worker:
    """A worker that is ready to begin, as the tests hold it."""

    def __init__(self, *task: str, before: tuple[str, ...] = ()) -> None:
        self.process = subprocess.Popen(
            [*before, sys.executable, "-m", "tests.dashboard.store.worker", *task],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.hear() == "ready"

    def go(self) -> None:
        """Let it begin, or go on."""
        assert self.process.stdin
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def hear(self) -> Any:
        """The next thing it says."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def end(self) -> list[Any]:
        """Everything else it says, until it ends by itself."""
        told = [json.loads(line) for line in self._rest()]
        assert self.process.returncode == 0
        return told

    def kill(self) -> list[Any]:
        """Kill it as the kernel would, and return what it had said until then."""
        self.process.kill()
        # What it was saying when it was killed was not heard.
        return [json.loads(line) for line in self._rest() if line.endswith("\n")]

    def _rest(self) -> list[str]:
        assert self.process.stdin and self.process.stdout
        with self.process.stdin, self.process.stdout as said:
            lines = said.readlines()
        self.process.wait(60)
        return lines


def say(what: Any) -> None:
    """Tell the test, at once."""
    print(json.dumps(what), flush=True)


def main() -> None:
    """Do one task."""
    task, address, *more = sys.argv[1:]
    say("ready")
    sys.stdin.readline()
    TASKS[task](address, *more)


def open_store(url: str) -> None:
    """Open the store, which migrates it where that is needed."""
    problem = Store.open(url).problem
    say(problem.key if problem else "ok")


def save_on(url: str) -> None:
    """Save until killed; tell every version that was acknowledged, try again what was refused."""
    store = Store.open(url)
    pad = "x" * 60_000
    id, version = "", 0
    while True:
        more: Any = {"name": f"S {version}", "note": "", "author": "", "document": {"pad": pad}}
        try:
            if version in (0, 4):
                saved = scenarios.create(store, **more)
            else:
                saved = scenarios.update(store, id=id, expected_version=version, **more)
        except StoreUnavailable:  # others save, too, or the database has been stopped
            time.sleep(0.01)
            continue
        id, version = saved.id, saved.version
        say([id, version, saved.digest])


def update_once(url: str, id: str, label: str) -> None:
    """Save on top of version 1, as others do at the same moment."""
    store = Store.open(url)
    try:
        saved = scenarios.update(
            store, id=id, expected_version=1, name=label, note="", author="", document={"by": label}
        )
        say({"saved": saved.version, "label": label})
    except Conflict as conflict:
        assert conflict.current
        say({"attempted": conflict.attempted.name, "current": conflict.current.name})


def hold(file: str) -> None:
    """Keep an SQLite file to itself until told to go on."""
    held = sqlite3.connect(file, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    say("held")
    sys.stdin.readline()
    held.execute("ROLLBACK")
    say("let go")


def fill_up(url: str) -> None:
    """Save until files may not grow any more, then be allowed to again."""
    store = Store.open(url)
    size = sum(path.stat().st_size for path in Path(url[10:]).parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 400_000, resource.RLIM_INFINITY))
    told: dict[str, Any] = {"saved": [], "problem": None}
    for n in range(100):
        try:
            saved = scenarios.create(
                store, name=f"S {n}", note="", author="", document={"pad": "x" * 20_000}
            )
        except StoreError as problem:
            told["problem"] = [type(problem).__name__, problem.key]
            break
        told["saved"].append([saved.id, saved.digest])
    told["listed"] = scenarios.listing(store).total
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    told["after"] = scenarios.create(store, name="After", note="", author="", document={}).version
    say(told)


def read_and_save(url: str) -> None:
    """Read what is there, then try to save."""
    from dashboard.store.health import look

    store = Store.open(url)
    told: dict[str, Any] = {"opened": store.problem.key if store.problem else "ok"}
    try:
        told["names"] = [entry.name for entry in scenarios.listing(store).entries]
        scenarios.create(store, name="More", note="", author="", document={})
    except StoreError as problem:
        told["problem"] = [type(problem).__name__, problem.key]
    told["state"] = look(store)
    say(told)


def back_up_full(url: str, file: str) -> None:
    """Back up where files may not grow."""
    store = Store.open(url)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    try:
        back_up(store, Path(file))
    except BackupError as problem:
        say(str(problem))


def restore_full(url: str, file: str) -> None:
    """Restore where files may grow by less than it takes."""
    size = sum(path.stat().st_size for path in Path(url[10:]).parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, resource.RLIM_INFINITY))
    try:
        restore(url, Path(file), replace=True)
    except StoreError as problem:
        say(str(problem))


TASKS: dict[str, Callable[..., None]] = {
    "open": open_store,
    "save": save_on,
    "update": update_once,
    "hold": hold,
    "fill": fill_up,
    "read": read_and_save,
    "back-up-full": back_up_full,
    "restore-full": restore_full,
}

if __name__ == "__main__":
    main()
