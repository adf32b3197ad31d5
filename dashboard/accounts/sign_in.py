"""Signing in with a name and a password.

A name that does not exist, a wrong password and an account of the ministry get the same answer
after the same work. Failures are counted by name and by address, and bring growing pauses.
"""

from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from dashboard.accounts import passwords, session
from dashboard.accounts.session import Session, Signed
from dashboard.accounts.who import Who, being, who_of
from dashboard.store import Account, Store, accounts, attempts, audit
from dashboard.store.attempts import Bucket
from dashboard.store.texts import NAME_MOST, folded

FREE_BY_NAME, FREE_BY_ADDRESS = 5, 20
_DAY, _QUARTER = 24 * 3600, 15 * 60


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What came of an attempt: a session, seconds to wait, or neither where it was wrong."""

    session: Session | None = None
    wait: int = 0


def try_password(store: Store, signed: Signed, *, name: str, password: str, address: str) -> Tried:
    """Sign in. Raises `StoreError` where the store cannot count the attempt."""
    name = name.replace("\0", "").strip()[:NAME_MOST]
    by_name, by_address = _buckets(signed, name=name, address=address)
    wait = attempts.begin(store, (by_name, by_address))
    if wait:
        return Tried(wait=wait)
    found = accounts.named(store, name=name)
    known = None if found is None else found.password
    if not passwords.is_right(password, known) or found is None:
        _note_failure(store, found)
        return Tried()
    attempts.succeeded(store, own=by_name, shared=by_address)
    newer = passwords.renewed(password, found.password or "")
    if newer:
        accounts.rehash(store, id=found.id, before=found.password or "", password=newer)
    return Tried(session=begun(store, found, how="account"))


def begun(store: Store, account: Account, *, how: str) -> Session:
    """A new session of somebody who is known now; the log tells of it."""
    with being(who_of(account, how=how)):
        audit.note(store, act="sign_in", what={"account": account.id})
    return session.new(account=account.id, epoch=account.epoch, how=how)


def change_password(
    store: Store, signed: Signed, who: Who, *, now: str, new: str, address: str
) -> Tried:
    """A new password for somebody who knows the present one; every other session ends.

    Raises:
        PasswordError: the new one is not taken.
        AccountProblem: the account signs in through the ministry.
    """
    found = accounts.get(store, id=who.account)
    kept = passwords.kept(new, name=found.name)
    by_name, by_address = _buckets(signed, name=found.name, address=address)
    wait = attempts.begin(store, (by_name, by_address))
    if wait:
        return Tried(wait=wait)
    if not passwords.is_right(now, found.password):
        return Tried()
    attempts.succeeded(store, own=by_name, shared=by_address)
    changed = accounts.set_password(store, id=found.id, password=kept, own=True)
    return Tried(session=session.new(account=changed.id, epoch=changed.epoch, how=who.how))


def address_group(address: str) -> str:
    """Addresses that are counted together: of the newer kind, those of one network.

    >>> address_group("192.0.2.7"), address_group("2001:db8:1:2:3::4"), address_group("?")
    ('192.0.2.7', '2001:db8:1:2::/64', '?')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    mapped = getattr(found, "ipv4_mapped", None)
    if mapped or found.version == 4:
        return str(mapped or found)
    return str(ip_network((found, 64), strict=False))


def _buckets(signed: Signed, *, name: str, address: str) -> tuple[Bucket, Bucket]:
    named = Bucket(
        key=signed.fingerprint(f"name {folded(name)}"), free=FREE_BY_NAME, kept_seconds=_DAY
    )
    from_there = Bucket(
        key=signed.fingerprint(f"address {address_group(address)}"),
        free=FREE_BY_ADDRESS,
        kept_seconds=_QUARTER,
    )
    return named, from_there


def _note_failure(store: Store, found: Account | None) -> None:
    """What was typed as a name may be a password: the log names accounts that exist, or none."""
    what = {"account": found.id} if found else {}
    audit.note(store, act="sign_in", what=what, result="wrong")
