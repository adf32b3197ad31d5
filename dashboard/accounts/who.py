"""Who asks: known in each request, in whatever thread it is answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

from dashboard.accounts.acts import ACTS, covers
from dashboard.store import Account, Role, StoreError
from dashboard.store.acting import Acting, acting

How = Literal["nobody", "here", "account", "ministry", "command"]


@dataclass(frozen=True, kw_only=True)
class Who:
    """A name, a role, and how the person was recognised.

    `how`: as nobody in particular, as somebody at this machine, by an account's password, by the
    ministry, at the command line. `account`: the id of the account; `session`: of the session.
    `problem`: why it cannot be said now whose session this is; who it is is then nobody.
    """

    name: str
    role: Role
    how: How
    account: str = ""
    session: str = ""
    problem: StoreError | None = None

    @property
    def signed_in(self) -> bool:
        """Whether there is a session that can end."""
        return self.how in ("account", "ministry")


NOBODY = Who(name="", role="viewer", how="nobody")
HERE = Who(name="", role="steward", how="here")
COMMAND = Who(name="", role="steward", how="command")
_WHO: ContextVar[Who] = ContextVar("who", default=NOBODY)


def who_here() -> Who:
    """Who asks; nobody in particular outside a request."""
    return _WHO.get()


@contextmanager
def being(who: Who) -> Iterator[None]:
    """Within the block, `who_here()` is this, and the log names them."""
    before = _WHO.set(who)
    try:
        with acting(Acting(name=who.name, account=who.account, how=who.how)):
            yield
    finally:
        _WHO.reset(before)


def who_of(account: Account, *, how: str, session: str = "") -> Who:
    """Somebody with an account, in one of their sessions."""
    return Who(
        name=account.name,
        role=account.role,
        how="ministry" if how == "ministry" else "account",
        account=account.id,
        session=session,
    )


def may(who: Who, act: str) -> bool:
    """Whether somebody may do what `ACTS` lists. Every write asks this."""
    return covers(who.role, ACTS[act])


def author(typed: str) -> str:
    """Who made something: the name of the account, or what was typed where there is none."""
    who = who_here()
    return who.name if who.signed_in else typed
