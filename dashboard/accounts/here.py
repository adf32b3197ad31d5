"""ASGI middleware: whatever a request leads to knows who asks, also behind a proxy."""

import asyncio
from dataclasses import dataclass, replace

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.accounts.local import is_local
from dashboard.accounts.session import Signed, cookie_name
from dashboard.accounts.who import HERE, NOBODY, Who, being, who_of
from dashboard.store import Store, StoreError, accounts

_FILES = ("/assets/", "/_dash-component-suites/")


@dataclass(frozen=True, kw_only=True)
class Door:
    """How people are recognised. `local`: whether who sits at this machine is let in as steward."""

    store: Store
    signed: Signed
    local: bool

    async def who(self, scope: Scope) -> Who:
        """Who sends a request. A store that is away knows nobody, and pages can still be read."""
        if self.local and is_local(scope):
            return HERE
        cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
        cookie = cookies.get(cookie_name(secure=scope.get("scheme") == "https"))
        session = self.signed.read(cookie) if cookie else None
        if session is None:
            return NOBODY
        try:
            found = await asyncio.to_thread(
                accounts.whose,
                self.store,
                id=session.account,
                epoch=session.epoch,
                session=session.id,
            )
        except StoreError as problem:
            return replace(NOBODY, problem=problem)
        return who_of(found, how=session.how, session=session.id) if found else NOBODY


class WithWho:
    """Finds out who asks, once for each request that is not a file."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """`app`: what answers."""
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, knowing who asks."""
        if scope["type"] != "http" or scope["path"].startswith(_FILES):
            await self.app(scope, receive, send)
            return
        with being(await self.door.who(scope)):
            await self.app(scope, receive, send)


class BehindProxy:
    """Takes the reader's address and https from the proxy right before us, and from nobody else."""

    def __init__(self, app: ASGIApp) -> None:
        """`app`: what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as if the reader had asked without a proxy."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            address = _last(headers.get("x-forwarded-for", ""))
            scheme = _last(headers.get("x-forwarded-proto", "")).lower()
            scope = dict(scope)
            if address:
                scope["client"] = (address, 0)
            if scheme in ("http", "https"):
                scope["scheme"] = scheme
        await self.app(scope, receive, send)


def _last(told: str) -> str:
    """The last of a list: what stands before it, anybody may have sent."""
    return told.rpartition(",")[2].strip()
