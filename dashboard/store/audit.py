"""The log of everything that was written: read, searched, and checked as a whole."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Select, select

from dashboard.store.account_records import AuditEntry, Checked
from dashboard.store.audit_chain import append, digest_of
from dashboard.store.store import Store
from dashboard.store.tables import audit

_AT_ONCE = 1_000

__all__ = ["append", "checked", "entries", "note", "people"]


def note(store: Store, *, act: str, what: Mapping[str, str | int], result: str = "done") -> None:
    """Add a line about something that wrote nothing else."""
    with store.writing() as connection:
        append(connection, act=act, what=what, result=result)


def entries(
    store: Store,
    *,
    who: str = "",
    act: str = "",
    since: str = "",
    until: str = "",
    below: int = 0,
    limit: int = _AT_ONCE,
) -> tuple[AuditEntry, ...]:
    """Lines, the newest first, at most `limit`.

    `since`, `until`: days in UTC, both counted in; `below`: only lines with a smaller number.
    """
    asked: Select[tuple[object, ...]] = select(audit).order_by(audit.c.number.desc()).limit(limit)
    if who:
        asked = asked.where(audit.c.who == who)
    if act:
        asked = asked.where(audit.c.act == act)
    if since:
        asked = asked.where(audit.c.at >= since)
    if until:
        asked = asked.where(audit.c.at < f"{until}U")  # a time of that day goes on with T
    if below:
        asked = asked.where(audit.c.number < below)
    with store.reading() as connection:
        return tuple(AuditEntry(**row._mapping) for row in connection.execute(asked))


def people(store: Store) -> tuple[str, ...]:
    """Everybody whom a line names."""
    with store.reading() as connection:
        asked = select(audit.c.who).distinct().order_by(audit.c.who)
        return tuple(name for (name,) in connection.execute(asked) if name)


def checked(store: Store, *, noted: tuple[int, str] | None = None) -> Checked:
    """Whether every line is what was written and follows the one before.

    `noted`: number and fingerprint of a line, as somebody noted them earlier. Whoever can write to
    the database could make the whole log anew, or leave out its end; not with that line in it.
    """
    count, before = 0, ""
    for line in _from_the_first(store):
        whole = digest_of(vars(line)) == line.digest
        if line.number != count + 1 or line.before != before or not whole:
            return Checked(count=count, digest=before, wrong=count + 1)
        count, before = line.number, line.digest
        if noted and noted[0] == line.number and noted[1] != line.digest:
            return Checked(count=count, digest=before, wrong=line.number)
    if noted and noted[0] > count:
        return Checked(count=count, digest=before, wrong=count + 1)
    return Checked(count=count, digest=before)


def _from_the_first(store: Store) -> Iterator[AuditEntry]:
    last = 0
    while True:
        asked = select(audit).where(audit.c.number > last).order_by(audit.c.number)
        with store.reading() as connection:
            rows = connection.execute(asked.limit(_AT_ONCE)).all()
        if not rows:
            return
        for row in rows:
            yield AuditEntry(**row._mapping)
        last = rows[-1].number
