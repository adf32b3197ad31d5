"""Adding a line to the log, in the transaction that does what the line tells.

Each line holds the fingerprint of the one before, so that one which is changed, taken out or put
in between is seen. No function here or elsewhere changes or removes a line.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, text

from dashboard.store.acting import acting_here
from dashboard.store.database import wait_for_turns
from dashboard.store.ids import now
from dashboard.store.tables import audit

WHAT = frozenset(
    {
        "scenario",
        "version",
        "restored_from",
        "source",
        "story",
        "room",
        "data",
        "release",
        "files",
        "account",
        "role",
        "wanted",
    }
)
"""What a line may name: ids, numbers and fingerprints, never what they stand for."""

_LOCK = 4_115_208_832_509
_PARTS = ("number", "at", "who", "account", "how", "act", "what", "result", "before")


def append(
    connection: Connection, *, act: str, what: Mapping[str, str | int], result: str = "done"
) -> None:
    """Add a line, by who acts here. It is kept or lost together with its transaction."""
    unknown = set(what) - WHAT
    if unknown:
        raise ValueError(f"The log does not take {', '.join(sorted(unknown))}")
    one_at_a_time(connection)
    last = connection.execute(
        select(audit.c.number, audit.c.digest).order_by(audit.c.number.desc()).limit(1)
    ).one_or_none()
    who = acting_here()
    line: dict[str, Any] = {
        "number": 1 if last is None else last.number + 1,
        "at": now(),
        "who": who.name,
        "account": who.account,
        "how": who.how,
        "act": act,
        "what": json.dumps(dict(what), ensure_ascii=False, sort_keys=True),
        "result": result,
        "before": "" if last is None else last.digest,
    }
    connection.execute(insert(audit).values(**line, digest=digest_of(line)))


def digest_of(line: Mapping[str, Any]) -> str:
    """The fingerprint of a line, over all of it and the fingerprint of the line before."""
    parts = [line[part] for part in _PARTS]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def one_at_a_time(connection: Connection) -> None:
    """Nobody else adds a line, or changes accounts, before this transaction ends."""
    if connection.dialect.name == "postgresql":
        wait_for_turns(connection)
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
