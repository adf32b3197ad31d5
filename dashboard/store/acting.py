"""Who acts, for the log: set around a request or a command, read where something is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Acting:
    """Name, id of the account where there is one, and how the person was recognised."""

    name: str
    account: str
    how: str


NOBODY = Acting(name="", account="", how="program")
_ACTING: ContextVar[Acting] = ContextVar("acting", default=NOBODY)


def acting_here() -> Acting:
    """Who acts; a program of its own accord where nobody was named."""
    return _ACTING.get()


@contextmanager
def acting(who: Acting) -> Iterator[None]:
    """Within the block, this is who acts."""
    before = _ACTING.set(who)
    try:
        yield
    finally:
        _ACTING.reset(before)
