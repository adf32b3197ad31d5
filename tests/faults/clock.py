"""The app with a clock of its own, which a test sets while it runs: `python -m ... FILE`.

FILE holds the seconds by which the clock is ahead. It is the clock of the wall alone: as when
somebody sets it, seconds go by as before. The two ways in which the atlas and its signatures ask
for it are given the other time. (faketime, which does it for a whole program, stands still in the
locks of threads here, even with a clock that is right.)
"""

import datetime
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from benchmarks import harness
from benchmarks.harness import Served

_TRUE = datetime.datetime


@dataclass(frozen=True, kw_only=True)
class Clock:
    """How far the server's clock is from the true one."""

    file: Path

    def set(self, seconds: int) -> None:
        """So many seconds ahead; 0 is right."""
        other = self.file.with_name("next")
        other.write_text(str(seconds), encoding="ascii")
        other.rename(self.file)


@contextmanager
def served_with_clock(folder: Path, *, url: str, secret: str) -> Iterator[tuple[Served, Clock]]:
    """The app with a clock that is right at first."""
    clock = Clock(file=folder / "shift")
    clock.set(0)
    with harness.server(
        log=folder / "log",
        program=("-m", "tests.faults.clock", str(clock.file)),
        ATLAS_DATABASE_URL=url,
        ATLAS_SECRET=secret,
    ) as served:
        yield served, clock


def put(file: Path) -> None:
    """Give the atlas in this process, all of it imported, the other clock."""
    true = time.time

    def shifted() -> float:
        return true() + int(file.read_text(encoding="ascii"))

    class _AnyDatetime(type):
        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, _TRUE)

    class Shifted(_TRUE, metaclass=_AnyDatetime):
        @classmethod
        def now(cls, tz: Any = None) -> Self:
            return cls.fromtimestamp(shifted(), tz)

    time.time = shifted
    for name, module in list(sys.modules.items()):
        if name.startswith("dashboard") and getattr(module, "datetime", None) is _TRUE:
            module.datetime = Shifted  # type: ignore[attr-defined]


if __name__ == "__main__":
    import dashboard.interfaces  # noqa: F401  # the app would import it later
    from app import main

    put(Path(sys.argv[1]))
    sys.exit(main())
