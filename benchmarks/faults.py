"""What breaks while people work: how much fails, how soon all is well again, and what is lost."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.report import Budget, table
from tests.dashboard.store import postgres
from tests.faults import away_postgres, full_disk, killed_worker
from tests.faults.load import PATIENCE, READERS, WRITERS
from tests.faults.mounts import NoMountError
from tests.faults.outcome import Outcome

_FAILED = Budget(most=1, unit="%")
_RECOVERED = Budget(most=2, unit="s")
_LOST = Budget(most=0, unit="lost")


def run() -> str:
    """Every table of this benchmark."""
    seen = list(_played())
    return "\n".join([_budgets(seen), _seen(seen)])


def _played() -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory() as folder, postgres.served() as database:
        yield killed_worker.played(_new(folder, "killed"), database=database)
        yield away_postgres.played(_new(folder, "away"), database=database)
        try:
            yield full_disk.played(_new(folder, "full"))
        except NoMountError as missing:
            print(f"Left out: the disk is full. {missing}\n")


def _new(folder: str, name: str) -> Path:
    made = Path(folder) / name
    made.mkdir()
    return made


def _budgets(seen: Sequence[Outcome]) -> str:
    rows = []
    for one in seen:
        failed, lost = one.share * 100, len(one.lost)
        rows += [
            [f"requests that failed: {one.fault}", str(_FAILED), f"{failed:.2f} %",
             _FAILED.verdict(failed)],
            [f"until all is well: {one.fault}", str(_RECOVERED), f"{one.recovered:.2f} s",
             _RECOVERED.verdict(one.recovered)],
            [f"saves that were confirmed and lost: {one.fault}", str(_LOST), f"{lost}",
             _LOST.verdict(lost)],
        ]  # fmt: skip
    return table("Faults: budgets", ["what", "budget", "value", "verdict"], rows)


def _seen(seen: Sequence[Outcome]) -> str:
    rows = [
        [
            one.fault,
            f"{one.requests:,}",
            str(len(one.failed)),
            f"{one.recovered:.2f}",
            str(one.saved),
            str(len(one.lost)),
            one.note,
        ]
        for one in seen
    ]
    head = ["fault", "requests", "failed", "seconds to recover", "saves confirmed", "lost", "more"]
    note = (
        f"{READERS} readers and {WRITERS} writers, who pause for less than a second. Failed: no"
        f" whole answer within {PATIENCE} s, or a status of 400 and more; what was fetched on a"
        " connection that broke is asked for once more, what was posted is not. A save that is"
        " refused in words is not counted as failed. Until all is well: from the kill, or from the"
        " moment that the database or the room is back, to the end of the last request that failed"
        " or save that was refused. Clients and server share the machine."
    )
    return table("Faults: what was seen", head, rows, note=note)
