"""Passwords: what is taken, how it is kept, and the same work for a name that does not exist."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 256
_DIFFERENT = 5
_HASHER = PasswordHasher()


class PasswordError(ValueError):
    """A password that is not taken. `key`: which rule it breaks."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(_MESSAGES[key])


_MESSAGES = {
    "short": f"The password is shorter than {SHORTEST} characters. A few words make a good one.",
    "long": f"The password is longer than {LONGEST} characters.",
    "simple": f"The password has fewer than {_DIFFERENT} different characters.",
    "name": "The password holds the name of the account.",
    "twice": "The two passwords are not the same.",
}


def kept(password: str, *, name: str) -> str:
    """What is kept of a new password: argon2id, with a salt. Raises `PasswordError`."""
    text = _alike(password)
    if len(text) < SHORTEST:
        raise PasswordError("short")
    if len(text) > LONGEST:
        raise PasswordError("long")
    if len(set(text)) < _DIFFERENT:
        raise PasswordError("simple")
    if len(name) > 2 and _alike(name).casefold() in text.casefold():
        raise PasswordError("name")
    return _HASHER.hash(text)


def is_right(password: str, known: str | None) -> bool:
    """Whether a password is the one that is kept; where none is, false after the same work."""
    text = _alike(password[: LONGEST * 4])
    try:
        found = _HASHER.verify(known or _nobodys(), text)
    except (VerificationError, InvalidHashError):
        return False
    return found and known is not None


def renewed(password: str, known: str) -> str | None:
    """The same password in today's form, where it is kept in an older one."""
    return _HASHER.hash(_alike(password)) if _HASHER.check_needs_rehash(known) else None


@cache
def _nobodys() -> str:
    """What the password of a name that does not exist is compared with."""
    return _HASHER.hash("nobody has this password")


def _alike(text: str) -> str:
    """One form for letters that can be typed in several ways, as in Khmer."""
    return unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode("utf-8"))
