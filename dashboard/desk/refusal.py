"""Who may not load data is told so, before anything of what they send is read."""

import asyncio

from fastapi.responses import JSONResponse

from dashboard.accounts.allowed import allowed
from dashboard.accounts.who import who_here
from dashboard.accounts_words import refused_words
from dashboard.desk.asked import DIGITS, HEAD_LARGEST, head_of, one_of
from dashboard.store_here import store_here
from dashboard.words import LANGUAGES, Speaker

_UNKNOWN, _FORBIDDEN = 401, 403


async def refusal(act: str, body: bytes) -> JSONResponse | None:
    """The answer to somebody who may not do this, or nothing.

    It is told in the language that the first line of the body names, as `error` to programs and
    as `problem` to the page.
    """
    if await asyncio.to_thread(allowed, store_here(), act):
        return None
    told = refused_words(act, say=reader_of(body))
    status = _FORBIDDEN if who_here().signed_in else _UNKNOWN
    return JSONResponse({"error": told, "problem": told}, status_code=status)


def reader_of(body: bytes) -> Speaker:
    """In the language that the first line of a body names, or else in the first one."""
    line, _, _ = body.partition(b"\n")
    given = (head_of(line) if len(line) <= HEAD_LARGEST else None) or {}
    return Speaker(lang=one_of(given, "lang", LANGUAGES), digits=one_of(given, "digits", DIGITS))
