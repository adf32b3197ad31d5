"""The store of the app that answers: each request knows its own, also with several apps about.

What a page draws asks for it here, in whatever thread it is drawn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.store import Store, StoreUnavailable

_STORE: ContextVar[Store | None] = ContextVar("store", default=None)


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

    def __init__(self, app: ASGIApp, store: Store) -> None:
        """`app`: what answers; `store`: where its scenarios are kept."""
        self.app = app
        self.store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the store at hand."""
        with using(self.store):
            await self.app(scope, receive, send)
