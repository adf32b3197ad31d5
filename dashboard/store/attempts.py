"""Attempts to sign in: counted before they are judged, and made to wait, longer each time.

What is counted is known by a keyed fingerprint alone. It is forgotten some time after the last
failure, and the row with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from dashboard.store.audit_chain import one_at_a_time
from dashboard.store.ids import now
from dashboard.store.store import Store
from dashboard.store.tables import sign_in_failures as failures

FIRST_PAUSE_SECONDS = 30
LONGEST_PAUSE_SECONDS = 15 * 60


@dataclass(frozen=True, kw_only=True)
class Bucket:
    """What is counted together: its fingerprint, failures that are free, and when it is forgotten.

    `kept_seconds`: from the last failure on; never less than the pause it brought.
    """

    key: str
    free: int
    kept_seconds: int


def begin(store: Store, buckets: Sequence[Bucket]) -> int:
    """Count an attempt in each bucket; the seconds to wait where one has to, then none is counted.

    Counted before the password is looked at: those who ask at once do not all get a first try.
    """
    with store.writing() as connection:
        one_at_a_time(connection)
        time = now()
        connection.execute(delete(failures).where(failures.c.forget_at < time))
        waits = [_wait(connection, bucket, time) for bucket in buckets]
        if max(waits) > 0:
            return max(waits)
        for bucket in buckets:
            _count(connection, bucket, time)
        return 0


def succeeded(store: Store, *, own: Bucket, shared: Bucket) -> None:
    """Forget the failures of `own`, and the one attempt in `shared` that was none."""
    with store.writing() as connection:
        connection.execute(delete(failures).where(failures.c.bucket == own.key))
        there = failures.c.bucket == shared.key
        connection.execute(update(failures).where(there).values(count=failures.c.count - 1))
        connection.execute(delete(failures).where(there, failures.c.count <= 0))


def pause(count: int, *, free: int) -> int:
    """Seconds to wait after this many failures.

    >>> [pause(count, free=5) for count in (4, 5, 6, 7, 20)]
    [0, 30, 60, 120, 900]
    """
    if count < free:
        return 0
    return int(min(FIRST_PAUSE_SECONDS * 2 ** min(count - free, 16), LONGEST_PAUSE_SECONDS))


def _wait(connection: Connection, bucket: Bucket, time: str) -> int:
    asked = select(failures.c.wait_until).where(failures.c.bucket == bucket.key)
    until = connection.execute(asked).scalar()
    if until is None or until <= time:
        return 0
    left = datetime.fromisoformat(until) - datetime.fromisoformat(time)
    wait = int(left.total_seconds()) + 1
    # Nobody was told to wait longer than the longest pause: then the clock was ahead.
    return wait if wait <= LONGEST_PAUSE_SECONDS + 1 else 0


def _count(connection: Connection, bucket: Bucket, time: str) -> None:
    asked = select(failures.c.count).where(failures.c.bucket == bucket.key)
    before = connection.execute(asked).scalar()
    count = (before or 0) + 1
    wait = pause(count, free=bucket.free)
    row = {
        "count": count,
        "wait_until": _later(time, wait),
        "forget_at": _later(time, max(wait, bucket.kept_seconds)),
    }
    if before is None:
        connection.execute(insert(failures).values(bucket=bucket.key, **row))
    else:
        connection.execute(update(failures).where(failures.c.bucket == bucket.key).values(**row))


def _later(time: str, seconds: int) -> str:
    moment = datetime.fromisoformat(time).astimezone(UTC) + timedelta(seconds=seconds)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
