"""What counts records in the app that is asked, and whether it keeps them: the installation's own.

By default DuckDB counts, inside the process, and nothing but counts is kept.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.types import ASGIApp, Receive, Scope, Send

from records import ENGINES

if TYPE_CHECKING:
    from records.engine import Engine
    from records.reading import Reading

CLEAN = "clean.parquet"


@dataclass(frozen=True, kw_only=True)
class Counting:
    """`engine`: one of `ENGINES`; `kept_in`: where clean records of a release are kept, or None."""

    engine: str = ENGINES[0]
    kept_in: Path | None = None


_USUAL = Counting()
_COUNTING: ContextVar[Counting] = ContextVar("counting", default=_USUAL)


def counting_here() -> Counting:
    """How the app that is asked counts."""
    return _COUNTING.get()


class WithCounting:
    """ASGI middleware: whatever a request leads to knows how its app counts."""

    def __init__(self, app: ASGIApp, counting: Counting) -> None:
        """`app`: what answers."""
        self.app = app
        self.counting = counting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        token = _COUNTING.set(self.counting)
        try:
            await self.app(scope, receive, send)
        finally:
            _COUNTING.reset(token)


def engine_missing(engine: str) -> str:
    """What an engine needs and this machine does not have; nothing where all is there."""
    if engine == ENGINES[0]:
        return ""
    if find_spec("pyspark") is None:
        return "PySpark"
    return "" if shutil.which("java") else "Java 17 or newer"


@contextmanager
def engine_over(reading: "Reading", *, folder: Path) -> Iterator["Engine"]:
    """The engine that counts these records. Spark reads them from `folder`, gone with the answer.

    Raises:
        EngineMissing: Spark is wanted and not there.
    """
    if counting_here().engine == ENGINES[0]:
        yield reading.engine
        return
    from records.keeping import keep
    from records.spark import spark_over

    spark = spark_over(keep(reading, folder / CLEAN, opted_in=True))
    try:
        yield spark
    finally:
        spark.close()


def set_aside(reading: "Reading", *, folder: Path) -> None:
    """Write clean records into `folder`, where this installation keeps them."""
    from records.keeping import keep

    if counting_here().kept_in is not None and not (folder / CLEAN).exists():
        keep(reading, folder / CLEAN, opted_in=True)


@contextmanager
def kept_beside(number: int, *, synthetic: bool, folder: Path) -> Iterator[None]:
    """Keep the clean records of `folder` for a release that is accepted within the block.

    Space is taken before it, so that a full disk changes nothing; what fails leaves nothing.
    """
    kept_in = counting_here().kept_in
    if kept_in is None:
        yield
        return
    kept_in.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"synthetic-release-{number}.parquet" if synthetic else f"release-{number}.parquet"
    partial = kept_in / f".{folder.name}"
    try:
        shutil.copyfile(folder / CLEAN, partial)
        partial.chmod(0o600)
        yield
        partial.replace(kept_in / name)
    finally:
        partial.unlink(missing_ok=True)
