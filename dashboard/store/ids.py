"""Ids that cannot be guessed, and times that sort as texts."""

import secrets
from datetime import UTC, datetime, timedelta

# Letters and digits that nobody confuses when an id is read out; 16 of 31 are 79 bits.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 16


def new_id() -> str:
    """An id for a new scenario."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def is_id(text: object) -> bool:
    """Whether it could be one; the database is not asked for anything else."""
    return isinstance(text, str) and len(text) == LENGTH and not set(text) - set(ALPHABET)


def now() -> str:
    """The time in UTC, always of the same length."""
    return ago(days=0)


def ago(*, days: int) -> str:
    """The time so many days ago, as `now` writes it."""
    moment = datetime.now(UTC) - timedelta(days=days)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
