"""The disk of the SQLite file fills up while people save, and is given room again."""

import os
import time
from pathlib import Path

from benchmarks import harness
from tests.faults.load import load
from tests.faults.mounts import small_disk
from tests.faults.outcome import Outcome, last_refusal, outcome, store_of

BEFORE_SECONDS, FULL_SECONDS, SAVES_AFTER = 5, 6, 40
_MEGABYTES = 6


def played(folder: Path) -> Outcome:
    """One worker; something else takes the rest of the disk, and is removed later.

    Raises:
        NoMountError: no small disk can be mounted here.
    """
    with small_disk(folder / "disk", megabytes=_MEGABYTES) as disk:
        url = f"sqlite:///{disk}/atlas.db"
        log = folder / "log"
        with harness.server(log=log, ATLAS_DATABASE_URL=url) as served:
            served.wait_until_idle()
            with load(served.address) as here:
                here.goes_on(BEFORE_SECONDS)
                other = disk / "other"
                filled = time.monotonic()
                _fill(other)
                here.goes_on(FULL_SECONDS)
                refused = [one for one in here.since(filled, "save") if one.told and not one.made]
                health = store_of(served.address)
                other.unlink()
                freed = time.monotonic()
                here.until(SAVES_AFTER, since=freed)
        return outcome(
            "the disk is full",
            here,
            recovered=last_refusal(here, since=freed),
            url=url,
            note=f"{len(refused)} saves refused meanwhile, /health said {health}",
        )


def _fill(file: Path) -> None:
    """Take all the room that is left, to the last byte."""
    with file.open("wb", buffering=0) as taking:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    if taking.write(b"\0" * size) < size:
                        break
            except OSError:
                continue
        os.fsync(taking.fileno())
