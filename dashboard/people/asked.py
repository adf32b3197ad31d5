"""What a request to a page about people brings: a form, a language, where to go afterwards."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request

from dashboard.accounts.here import Door
from dashboard.accounts.ministry import Ministry
from dashboard.accounts.who import Who, who_here
from dashboard.components.links import keep
from dashboard.state import View, read_view
from dashboard.store import Store
from dashboard.words import Speaker
from dashboard.world import world

Result = TypeVar("Result")
_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="people")
_MOST_FIELDS, _LONGEST = 20, 2_000


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One request: who asks, in which language, what the form holds, and where to go back to."""

    request: Request
    who: Who
    view: View
    form: Mapping[str, str]
    back: str

    @property
    def say(self) -> Speaker:
        """In the language of the reader."""
        return Speaker(lang=self.view.lang, digits=self.view.digits)

    @property
    def door(self) -> Door:
        """How people are recognised here."""
        door: Door = self.request.app.state.door
        return door

    @property
    def store(self) -> Store:
        """Where accounts are."""
        return self.door.store

    @property
    def ministry(self) -> Ministry | None:
        """The ministry's own sign-in, where it is set."""
        ministry: Ministry | None = self.request.app.state.ministry
        return ministry

    @property
    def secure(self) -> bool:
        """Whether the reader's browser talks to us over https."""
        return self.request.url.scheme == "https"

    @property
    def address(self) -> str:
        """Where the request comes from."""
        return self.request.client.host if self.request.client else ""

    def link(self, path: str, **more: str) -> str:
        """An address of ours in the reader's language."""
        query = keep(self.view)
        extra = urlencode(more)
        if not extra:
            return f"{path}{query}"
        return f"{path}{query}&{extra}" if query else f"{path}?{extra}"


async def read(request: Request) -> Ask:
    """What a request asks. Never raises: a form may be anything."""
    form: dict[str, str] = {}
    if request.method == "POST":
        text = (await request.body()).decode("utf-8", "replace")
        form = _pairs(text)
    return Ask(
        request=request,
        who=who_here(),
        view=read_view(f"?{request.url.query}", choices=world().choices),
        form=form,
        back=safe(form.get("next") or request.query_params.get("next", "")),
    )


async def apart(work: Callable[[], Result]) -> Result:
    """The result of `work` in one of two threads: passwords take memory and time on purpose."""
    run = partial(copy_context().run, work)
    return await asyncio.get_running_loop().run_in_executor(_POOL, run)


def safe(address: str) -> str:
    r"""An address of ours to go to, or the first page.

    >>> safe("/scenarios?plan=x#saved"), safe("//evil.example"), safe("/\\evil.example")
    ('/scenarios?plan=x#saved', '/', '/')
    """
    if not address.startswith("/") or len(address) > _LONGEST * 4:
        return "/"
    if address.startswith("//") or "\\" in address or not address.isprintable():
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    if parts.scheme or parts.netloc or parts.path.startswith(("//", "/sign-")):
        return "/"
    return address


def _pairs(text: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {key: value[:_LONGEST] for key, value in reversed(pairs)}
