"""Signing in through the ministry: to its provider, and back with a code."""

import hmac
import logging
import secrets
from collections.abc import Mapping
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from dashboard.accounts.journey import Journey, ProviderError
from dashboard.accounts.ministry import Ministry, role_of
from dashboard.accounts.session import Session
from dashboard.accounts.sign_in import begun
from dashboard.people.asked import Ask, apart, read
from dashboard.people.page import page, told
from dashboard.people.sign_in import ended, entered
from dashboard.store import StoreError, accounts
from dashboard.store.texts import NAME_MOST
from dashboard.store_words import store_problem

if TYPE_CHECKING:
    from dashboard.accounts.provider import Provider

COOKIE, PATH = "atlas_ministry", "/sign-in/ministry"
_PURPOSE, _SECONDS, _THEN = "ministry", 600, 303
_WRONG, _NO_ROLE, _MISSING, _AWAY = 401, 403, 404, 503
_log = logging.getLogger("atlas")


async def begin(request: Request) -> Response:
    """Send the browser to the provider."""
    ask = await read(request)
    provider = _provider(ask)
    if provider is None:
        return _none(ask)
    journey = Journey(
        state=secrets.token_urlsafe(24),
        nonce=secrets.token_urlsafe(24),
        verifier=secrets.token_urlsafe(48),
        redirect=f"{request.base_url}{PATH[1:]}/back",
        back=ask.back,
    )
    try:
        address = await apart(partial(provider.address, journey))
    except ProviderError as problem:
        return _failed(ask, problem)
    answer = RedirectResponse(address, status_code=_THEN, headers={"Cache-Control": "no-store"})
    sealed = ask.door.signed.sealed(vars(journey), purpose=_PURPOSE)
    answer.set_cookie(
        COOKIE,
        sealed,
        max_age=_SECONDS,
        path=PATH,
        httponly=True,
        samesite="lax",
        secure=ask.secure,
    )
    return answer


async def back(request: Request) -> Response:
    """Whoever comes back with a code that the provider vouches for is signed in."""
    ask = await read(request)
    provider = _provider(ask)
    if provider is None:
        return _none(ask)
    try:
        journey = _journey(ask)
        session = await apart(partial(_session, ask, provider, journey))
        answer = entered(ask, session, to=journey.back)
    except ProviderError as problem:
        answer = _failed(ask, problem)
    except StoreError as problem:
        answer = _told(ask, store_problem(problem, say=ask.say), status=_AWAY)
    answer.delete_cookie(COOKIE, path=PATH, httponly=True, samesite="lax", secure=ask.secure)
    return answer


def _provider(ask: Ask) -> "Provider | None":
    """The provider of this app, made when it is first needed."""
    state = ask.request.app.state
    ministry: Ministry | None = ask.ministry
    if ministry is None:
        return None
    known: Provider | None = getattr(state, "provider", None)
    if known is None:
        from dashboard.accounts import provider  # what it needs takes long to import

        known = state.provider = provider.Provider(ministry)
    return known


def _journey(ask: Ask) -> Journey:
    """The journey that this answer belongs to."""
    given = ask.request.query_params
    sealed = ask.request.cookies.get(COOKIE, "")
    kept = ask.door.signed.opened(sealed, purpose=_PURPOSE, seconds=_SECONDS)
    if not isinstance(kept, dict):
        raise ProviderError("wrong", "no journey began here")
    journey = Journey(**kept)
    if not hmac.compare_digest(given.get("state", "").encode(), journey.state.encode()):
        raise ProviderError("wrong", "another state")
    if given.get("error"):
        raise ProviderError("cancelled", given["error"][:80])
    return journey


def _session(ask: Ask, provider: "Provider", journey: Journey) -> Session:
    claims = provider.claims(journey, code=ask.request.query_params.get("code", ""))
    role = role_of(claims, provider.ministry)
    if role is None:
        raise ProviderError("no_role")
    account = accounts.from_ministry(
        ask.store,
        subject=f"{claims['iss']} {claims['sub']}",
        name=_name(claims),
        role=role,
    )
    ended(ask.store, ask.who)
    return begun(ask.store, account, how="ministry")


def _name(claims: Mapping[str, Any]) -> str:
    """What the provider calls a person, as far as it can be shown."""
    for key in ("name", "preferred_username", "email"):
        held = claims.get(key)
        if isinstance(held, str) and held.strip() and held.isprintable():
            return held.strip()[:NAME_MOST]
    return "ministry"


def _failed(ask: Ask, problem: ProviderError) -> Response:
    say = ask.say
    _log.warning("Nobody was signed in by the ministry: %s", ascii(str(problem)))
    sentence, status = {
        "away": (say("ministry_away"), _AWAY),
        "cancelled": (say("ministry_cancelled"), _WRONG),
        "wrong": (say("ministry_wrong"), _WRONG),
        "no_role": (say("ministry_no_role"), _NO_ROLE),
    }[problem.key]
    return _told(ask, sentence, status=status)


def _none(ask: Ask) -> Response:
    """No ministry's sign-in is set here."""
    say = ask.say
    return _told(ask, say("unknown_text"), status=_MISSING)


def _told(ask: Ask, sentence: str, *, status: int) -> Response:
    say = ask.say
    link = escape(ask.link("/sign-in", next=ask.back), quote=True)
    again = f'<p><a href="{link}">{escape(say("ministry_again"))}</a></p>'
    return page(ask, say("sign_in"), [told(sentence, problem=True), again], status=status)
