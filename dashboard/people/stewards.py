"""What pages of stewards have in common: who may not open them is told why."""

from html import escape

from fastapi.responses import Response

from dashboard.accounts.allowed import allowed
from dashboard.accounts_words import refused_words, sign_in_link
from dashboard.people.asked import Ask, apart
from dashboard.people.page import page

_UNKNOWN, _FORBIDDEN = 401, 403


async def refused(ask: Ask, act: str, heading: str, *, back: str) -> Response | None:
    """The answer to who may not do this; nothing for who may. `back`: where they wanted to go."""
    if await apart(lambda: allowed(ask.store, act)):
        return None
    say = ask.say
    parts = [f"<p>{escape(refused_words(act, say=say))}</p>"]
    if ask.who.signed_in:
        return page(ask, heading, parts, status=_FORBIDDEN)
    link = escape(sign_in_link(back, say=say), quote=True)
    parts.append(f'<p><a href="{link}">{escape(say("sign_in"))}</a></p>')
    return page(ask, heading, parts, status=_UNKNOWN)
