"""Codes of rooms, secrets of presenters, tokens of phones: made by chance, kept as hashes."""

import hashlib
import hmac
import re
import secrets

# No vowels, so that no code is a word; no 0 and 1, which look like letters. 28^6 are 480 million.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 6
_SECRET_BYTES = 18
_TOKEN = re.compile(r"[0-9a-f]{32}")
_DEVICE = re.compile(r"[A-Za-z0-9_-]{1,40}")


def new_code() -> str:
    """A code that can be read out."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def new_secret() -> str:
    """The secret of a presenter, told once."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def read_code(given: str) -> str | None:
    """The code in what somebody typed; None where it cannot be one.

    >>> read_code(" bcd-234 "), read_code("BCD23"), read_code("ABC234")
    ('BCD234', None, None)
    """
    code = re.sub(r"[\s-]", "", given).upper()
    return code if len(code) == CODE_LENGTH and not set(code) - set(ALPHABET) else None


def is_token(given: object) -> bool:
    """Whether this could be what a phone holds."""
    return isinstance(given, str) and _TOKEN.fullmatch(given) is not None


def is_device(given: object) -> bool:
    """Whether this could be the name that a presenter's page gave itself."""
    return isinstance(given, str) and _DEVICE.fullmatch(given) is not None


def secret_hash(secret: str, *, code: str) -> str:
    """What is kept of a secret; it has too many bits to be guessed from it."""
    return hashlib.sha256(f"presenter\n{code}\n{secret}".encode()).hexdigest()


def phone_hash(token: str, *, id: str) -> str:
    """What is kept of a phone in the room `id`: nobody can join it with another room's."""
    return hashlib.sha256(f"phone\n{id}\n{token}".encode()).hexdigest()[:32]


def ticket(kept: str, *, device: str) -> str:
    """What lets a device listen as the presenter, where no header can be sent.

    It follows from what is kept of the secret: every worker can check it, also after a restart.
    """
    return hmac.new(kept.encode(), device.encode(), "sha256").hexdigest()[:40]


def same(given: str, expected: str) -> bool:
    """Whether two texts are equal, in the same time for all."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())
