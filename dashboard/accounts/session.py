"""Sessions: a signed cookie that names an account, its epoch, and the session itself.

Every sign-in makes a new one; nothing that a browser brings along is taken over.
"""

import hmac
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.responses import Response

HOURS = 12
_PLAIN, _SECURE = "atlas_session", "__Host-atlas_session"
_PARTS = 4


@dataclass(frozen=True, kw_only=True)
class Session:
    """What a cookie says: it is true where the signature is, as long as the store agrees."""

    account: str
    epoch: int
    id: str
    how: str


class Signed:
    """What one secret signs and reads. Anything else is read as nothing."""

    def __init__(self, secret: str) -> None:
        """`secret`: of this installation."""
        self._secret = secret.encode()

    def write(self, session: Session) -> str:
        """The cookie of a session."""
        told = [session.account, session.epoch, session.id, session.how]
        return self.sealed(told, purpose="session")

    def read(self, cookie: str) -> Session | None:
        """The session of a cookie that was signed here, and not too long ago."""
        told = self.opened(cookie, purpose="session", seconds=HOURS * 3600)
        if not isinstance(told, list) or len(told) != _PARTS:
            return None
        account, epoch, id, how = told
        return Session(account=account, epoch=epoch, id=id, how=how)

    def sealed(self, value: Any, *, purpose: str) -> str:
        """A value that can be read but not changed; of use for one purpose alone."""
        text = self._sealer(purpose).dumps(value)
        return text if isinstance(text, str) else text.decode()

    def opened(self, text: str, *, purpose: str, seconds: int) -> Any:
        """The value that was sealed for this purpose within the last seconds, or None.

        What a clock sealed that was ahead until it was set right counts as if it had been behind.
        """
        try:
            value, sealed = self._sealer(purpose).loads(text, return_timestamp=True)
        except BadData:
            return None
        return value if abs(time.time() - sealed.timestamp()) <= seconds else None

    def fingerprint(self, text: str) -> str:
        """By which a text is known again without being kept."""
        return hmac.new(self._secret, b"bucket:" + text.encode(), sha256).hexdigest()

    def _sealer(self, purpose: str) -> URLSafeTimedSerializer:
        more = {"digest_method": sha256, "key_derivation": "hmac"}
        return URLSafeTimedSerializer(self._secret, salt=f"atlas-{purpose}", signer_kwargs=more)


def new(*, account: str, epoch: int, how: str) -> Session:
    """A session that nobody can guess."""
    return Session(account=account, epoch=epoch, id=secrets.token_urlsafe(16), how=how)


def ends_at() -> str:
    """When a session that begins now ends, at the latest."""
    moment = datetime.now(UTC) + timedelta(hours=HOURS)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def cookie_name(*, secure: bool) -> str:
    """Over https the name itself forbids that another host or path sets it."""
    return _SECURE if secure else _PLAIN


def put(answer: Response, value: str, *, secure: bool) -> None:
    """Give the browser its session."""
    answer.set_cookie(
        cookie_name(secure=secure),
        value,
        max_age=HOURS * 3600,
        path="/",
        httponly=True,
        samesite="lax",
        secure=secure,
    )


def take(answer: Response, *, secure: bool) -> None:
    """Take the session from the browser."""
    answer.delete_cookie(
        cookie_name(secure=secure), path="/", httponly=True, samesite="lax", secure=secure
    )
