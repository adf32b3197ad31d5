"""The store and the data of the app that answers: each request knows its own.

What a page draws asks for it here, in whatever thread it is drawn, also with several apps about.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.data_here import holding
from dashboard.data_in_force import InForce
from dashboard.store import Store, StoreUnavailable

_STORE: ContextVar[Store | None] = ContextVar("store", default=None)
_IN_FORCE: ContextVar[InForce | None] = ContextVar("in_force", default=None)


def in_force_here() -> InForce | None:
    """What knows which data holds in the app that is asked; none where nobody asked an app."""
    return _IN_FORCE.get()


def store_here() -> Store:
    """The store of the app that is asked.

    Raises:
        StoreUnavailable: nobody has asked an app, as where a page is drawn ahead.
    """
    store = _STORE.get()
    if store is None:
        raise StoreUnavailable("store_unreachable")
    return store


@contextmanager
def using(store: Store) -> Iterator[None]:
    """Within the block, `store_here()` is this store."""
    before = _STORE.set(store)
    try:
        yield
    finally:
        _STORE.reset(before)


class WithStore:
    """ASGI middleware: whatever a request leads to finds the store of its app."""

    def __init__(self, app: ASGIApp, store: Store, in_force: InForce) -> None:
        """`app`: what answers; `store`: where it keeps things; `in_force`: which data holds."""
        self.app = app
        self.store = store
        self.in_force = in_force

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the store at hand and from one version of the data."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        token = _IN_FORCE.set(self.in_force)
        try:
            with using(self.store), holding(await self.in_force.here()):
                await self.app(scope, receive, send)
        finally:
            _IN_FORCE.reset(token)
