"""Accounts and the ends of sessions. Every call is one transaction and may take two seconds.

Every change adds a line to the log. The last steward can be neither removed nor made less.
"""

import hashlib
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from dashboard.store import texts
from dashboard.store.account_records import Account, Role
from dashboard.store.audit_chain import append, one_at_a_time
from dashboard.store.ids import ago, new_id, now
from dashboard.store.problems import AccountProblem
from dashboard.store.store import Store
from dashboard.store.tables import accounts, sessions_ended

_REMEMBERED_DAYS = 30


def add(store: Store, *, name: str, role: Role, password: str) -> Account:
    """A new account; `password` is what argon2 made of it.

    Raises:
        AccountProblem: the name is taken.
    """
    name = texts.name(name)
    with store.writing() as connection:
        one_at_a_time(connection)
        if _with_key(connection, _key(name)) is not None:
            raise AccountProblem("account_taken", name=name)
        row = _new(connection, key=_key(name), name=name, role=role, password=password)
        append(connection, act="account_add", what={"account": row["id"], "role": role})
        return Account(**row)


def named(store: Store, *, name: str) -> Account | None:
    """The account with this name and a password of its own."""
    with store.reading() as connection:
        row = _with_key(connection, _key(name))
        return None if row is None else _account(row)


def listing(store: Store) -> tuple[Account, ...]:
    """Every account, by name."""
    with store.reading() as connection:
        asked = select(accounts).order_by(accounts.c.key, accounts.c.id)
        return tuple(_account(row) for row in connection.execute(asked))


def get(store: Store, *, id: str) -> Account:
    """One account. Raises `AccountProblem`."""
    with store.reading() as connection:
        return _found(connection, id)


def whose(store: Store, *, id: str, epoch: int, session: str) -> Account | None:
    """The account of a session, unless the session has ended."""
    with store.reading() as connection:
        row = connection.execute(select(accounts).where(accounts.c.id == id)).one_or_none()
        if row is None or row.epoch != epoch:
            return None
        asked = select(sessions_ended.c.session).where(sessions_ended.c.session == session)
        return None if connection.execute(asked).one_or_none() else _account(row)


def change_role(store: Store, *, id: str, role: Role) -> Account:
    """Let somebody do more or less, from the next request on."""
    with store.writing() as connection:
        one_at_a_time(connection)
        found = _found(connection, id)
        if found.subject is not None:
            raise AccountProblem("account_ministry", name=found.name)
        if role != "steward":
            _not_the_last(connection, found)
        return _changed(connection, found, act="account_role", role=role)


def set_password(store: Store, *, id: str, password: str, own: bool = False) -> Account:
    """A new password, as argon2 made it; every session ends. `own`: by the person it is for."""
    with store.writing() as connection:
        one_at_a_time(connection)
        found = _found(connection, id)
        if found.subject is not None:
            raise AccountProblem("account_ministry", name=found.name)
        act = "password_change" if own else "account_password"
        return _changed(connection, found, act=act, password=password, epoch=found.epoch + 1)


def rehash(store: Store, *, id: str, before: str, password: str) -> None:
    """Keep the same password in a newer form, unless it was changed meanwhile."""
    with store.writing() as connection:
        there = (accounts.c.id == id) & (accounts.c.password == before)
        connection.execute(update(accounts).where(there).values(password=password))


def end_all(store: Store, *, id: str) -> Account:
    """End every session of an account."""
    with store.writing() as connection:
        one_at_a_time(connection)
        found = _found(connection, id)
        return _changed(connection, found, act="sign_out_everywhere", epoch=found.epoch + 1)


def end(store: Store, *, id: str, session: str, until: str) -> None:
    """End one session, which would have lasted until then.

    It is remembered for longer: a clock that is ahead, and set right, gives no session back.
    """
    with store.writing() as connection:
        past = ago(days=_REMEMBERED_DAYS)
        connection.execute(delete(sessions_ended).where(sessions_ended.c.until < past))
        asked = select(sessions_ended.c.session).where(sessions_ended.c.session == session)
        if connection.execute(asked).one_or_none() is None:
            connection.execute(insert(sessions_ended).values(session=session, until=until))
            append(connection, act="sign_out", what={"account": id})


def remove(store: Store, *, id: str) -> Account:
    """Take an account away; the log keeps its id. Raises `AccountProblem` for the last steward."""
    with store.writing() as connection:
        one_at_a_time(connection)
        found = _found(connection, id)
        _not_the_last(connection, found)
        connection.execute(delete(accounts).where(accounts.c.id == id))
        append(connection, act="account_remove", what={"account": id})
        return found


def from_ministry(store: Store, *, subject: str, name: str, role: Role) -> Account:
    """The account of somebody whom the ministry signed in, with the role that it says."""
    key = f"ministry:{hashlib.sha256(subject.encode()).hexdigest()}"
    name = texts.name(name)
    with store.writing() as connection:
        one_at_a_time(connection)
        row = _with_key(connection, key)
        if row is None:
            made = _new(connection, key=key, name=name, role=role, subject=subject)
            append(connection, act="account_add", what={"account": made["id"], "role": role})
            return Account(**made)
        found = _account(row)
        if (found.name, found.role) == (name, role):
            return found
        return _changed(connection, found, act="account_role", role=role, name=name)


def _new(
    connection: Connection,
    *,
    key: str,
    name: str,
    role: Role,
    password: str | None = None,
    subject: str | None = None,
) -> dict[str, Any]:
    time = now()
    row = {
        "id": new_id(),
        "name": name,
        "role": role,
        "epoch": 1,
        "made_at": time,
        "changed_at": time,
        "password": password,
        "subject": subject,
    }
    connection.execute(insert(accounts).values(key=key, **row))
    return row


def _changed(connection: Connection, found: Account, *, act: str, **values: Any) -> Account:
    new = {**values, "changed_at": now()}
    connection.execute(update(accounts).where(accounts.c.id == found.id).values(**new))
    what: dict[str, str | int] = {"account": found.id}
    if "role" in values:
        what["role"] = values["role"]
    append(connection, act=act, what=what)
    return Account(**{**vars(found), **new})


def _not_the_last(connection: Connection, found: Account) -> None:
    others = select(accounts.c.id).where(accounts.c.role == "steward", accounts.c.id != found.id)
    if found.role == "steward" and connection.execute(others.limit(1)).one_or_none() is None:
        raise AccountProblem("account_last", name=found.name)


def _found(connection: Connection, id: str) -> Account:
    row = connection.execute(select(accounts).where(accounts.c.id == id)).one_or_none()
    if row is None:
        raise AccountProblem("account_unknown")
    return _account(row)


def _with_key(connection: Connection, key: str) -> Row[Any] | None:
    return connection.execute(select(accounts).where(accounts.c.key == key)).one_or_none()


def _account(row: Row[Any]) -> Account:
    return Account(**{name: value for name, value in row._mapping.items() if name != "key"})


def _key(name: str) -> str:
    """Names that read alike are one."""
    return f"name:{texts.folded(name.strip())}"
