"""Signing in and out. No answer tells whether a name exists."""

from functools import partial
from html import escape

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from dashboard.accounts import session
from dashboard.accounts.sign_in import try_password
from dashboard.accounts.who import Who
from dashboard.accounts_words import wait_words
from dashboard.people.asked import Ask, apart, read
from dashboard.people.forms import form, hidden, name_field, password_field
from dashboard.people.page import page, told
from dashboard.store import Store, StoreError, accounts
from dashboard.store_words import store_problem

_WRONG, _WAIT, _AWAY = 401, 429, 503
_THEN = 303


async def show(request: Request) -> Response:
    """The form."""
    ask = await read(request)
    return form_page(ask)


async def sign_in(request: Request) -> Response:
    """Look at what was typed; who is known goes on to where they came from."""
    ask = await read(request)
    say = ask.say
    attempt = partial(
        try_password,
        ask.store,
        ask.door.signed,
        name=ask.form.get("name", ""),
        password=ask.form.get("password", ""),
        address=ask.address,
    )
    try:
        tried = await apart(attempt)
        if tried.wait:
            answer = form_page(ask, wait_words(tried.wait, say=say), status=_WAIT)
            answer.headers["Retry-After"] = str(tried.wait)
            return answer
        if tried.session is None:
            return form_page(ask, say("sign_in_wrong"), status=_WRONG)
        await apart(partial(ended, ask.store, ask.who))
    except StoreError as problem:
        return form_page(ask, store_problem(problem, say=say), status=_AWAY)
    return entered(ask, tried.session, to=ask.back)


async def sign_out(request: Request) -> Response:
    """End this session, here and in the store."""
    ask = await read(request)
    try:
        await apart(partial(ended, ask.store, ask.who))
    except StoreError as problem:
        return form_page(ask, store_problem(problem, say=ask.say), status=_AWAY)
    answer = RedirectResponse(ask.link("/"), status_code=_THEN)
    session.take(answer, secure=ask.secure)
    return answer


def entered(ask: Ask, begun: session.Session, *, to: str) -> Response:
    """Go on, with a new session."""
    answer = RedirectResponse(to, status_code=_THEN)
    session.put(answer, ask.door.signed.write(begun), secure=ask.secure)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def ended(store: Store, who: Who) -> None:
    """End the session that somebody comes with, if they come with one."""
    if who.signed_in:
        accounts.end(store, id=who.account, session=who.session, until=session.ends_at())


def form_page(ask: Ask, problem: str = "", *, status: int = 200) -> Response:
    """The page, with what went wrong."""
    say = ask.say
    parts = [
        told(problem, problem=True),
        f"<p>{escape(say('sign_in_about'))}</p>",
        form(
            ask.link("/sign-in"),
            [
                hidden("next", ask.back),
                name_field(say("sign_in_name"), value=ask.form.get("name", ""), own=True),
                password_field(say("sign_in_password"), "password", new=False),
            ],
            send=say("sign_in"),
            css="reset strong",
        ),
    ]
    if ask.ministry is not None:
        there = escape(ask.link("/sign-in/ministry", next=ask.back), quote=True)
        parts.append(f'<p><a href="{there}">{escape(say("sign_in_ministry"))}</a></p>')
    parts.append(f'<p class="hint">{escape(say("sign_in_forgotten"))}</p>')
    return page(ask, say("sign_in"), parts, status=status)
