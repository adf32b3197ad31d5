"""An app under a prefix of another one: it sees whole paths, and answers HEAD as GET."""

import logging

from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("atlas")


class Under(BaseRoute):
    """Hands everything at or below `prefix` to `app`."""

    def __init__(self, prefix: str, app: ASGIApp) -> None:
        """`prefix`: such as `/api`."""
        self.prefix = prefix
        self.app = app

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this app."""
        path = scope.get("path", "")
        mine = path == self.prefix or path.startswith(f"{self.prefix}/")
        return (Match.FULL if scope["type"] == "http" and mine else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer; of the answer to HEAD only what stands above the body is sent."""
        if scope["method"] != "HEAD":
            await self._answer(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._answer({**scope, "method": "GET"}, receive, send_head)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer. Where it fails it has answered so, and raises what to log."""
        try:
            await self.app(scope, receive, send)
        except Exception:
            _log.exception("%s %s failed", scope["method"], scope["path"])
