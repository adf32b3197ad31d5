"""The SQLite file is damaged while people work, and brought back from a backup."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import harness
from dashboard.store import Store, StoreError, scenarios
from tests.faults.load import Load, Tried, load
from tests.faults.outcome import lost, store_of

BEFORE_SECONDS, DAMAGED_SECONDS, SAVES_AFTER = 4, 4, 10
_PAGE = 4096


def _middle(file: Path) -> None:
    pages = file.stat().st_size // _PAGE
    with file.open("r+b") as opened:
        for page in range(pages // 4, pages * 3 // 4):
            opened.seek(page * _PAGE)
            opened.write(b"\xa5" * _PAGE)


def _no_head(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"\0" * 100)


def _cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _emptied(file: Path) -> None:
    os.truncate(file, 0)


DAMAGES: Mapping[str, Callable[[Path], None]] = {
    "pages in the middle": _middle,
    "no head": _no_head,
    "cut short": _cut_short,
    "emptied": _emptied,
}


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What was seen in each part. `kept_aside`: whether the damaged bytes are still there."""

    backed_up: tuple[Tried, ...]
    serving: Load
    stores: tuple[str, ...]
    starting: Load
    after: Load
    lost: tuple[Tried, ...]
    kept_aside: bool
    opened: str


def played(folder: Path, *, damage: str) -> Seen:
    """Work, backup, damage under load, a start on the damaged file, restore, work."""
    file, backup = folder / "data" / "atlas.db", folder / "today.backup"
    url, log = f"sqlite:///{file}", folder / "log"
    with harness.server(log=log, ATLAS_DATABASE_URL=url) as served:
        with load(served.address, readers=2) as before:
            before.goes_on(BEFORE_SECONDS)
        _command(url, "backup", str(backup))
        with load(served.address) as serving:
            serving.goes_on(1)
            DAMAGES[damage](file)
            serving.goes_on(DAMAGED_SECONDS)
        stores = [store_of(served.address)]
    spoilt = file.read_bytes()
    opened = _opened(url)
    with harness.server(log=log, ATLAS_DATABASE_URL=url) as served:
        with load(served.address, writers=0 if damage == "emptied" else 2) as starting:
            starting.goes_on(DAMAGED_SECONDS)
        stores.append(store_of(served.address))
    _command(url, "restore", str(backup), "--replace")
    aside = [one.read_bytes() for one in file.parent.glob("atlas.db.damaged-*")]
    with harness.server(log=log, ATLAS_DATABASE_URL=url) as served, load(served.address) as after:
        after.until(SAVES_AFTER, since=0)
    return Seen(
        backed_up=tuple(before.saved),
        serving=serving,
        stores=tuple(stores),
        starting=starting,
        after=after,
        lost=lost([*before.saved, *after.saved], url=url),
        kept_aside=spoilt[_PAGE:] in [one[_PAGE:] for one in aside],
        opened=opened,
    )


def _opened(url: str) -> str:
    """What somebody is told who asks for the list."""
    store = Store.open(url)
    try:
        scenarios.listing(store)
    except StoreError as problem:
        return str(problem)
    finally:
        store.close()
    return ""


def _command(url: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        cwd=harness.ROOT,
        env={**os.environ, "ATLAS_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
