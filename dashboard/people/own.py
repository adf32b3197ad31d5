"""One's own account: who one is here, a new password, the end of every session."""

from functools import partial
from html import escape

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from dashboard.accounts import session
from dashboard.accounts.passwords import SHORTEST, PasswordError
from dashboard.accounts.sign_in import change_password
from dashboard.accounts.who import may
from dashboard.accounts_words import (
    how_words,
    password_problem,
    role_words,
    sign_in_link,
    wait_words,
)
from dashboard.people.asked import Ask, apart, read
from dashboard.people.forms import form, password_field
from dashboard.people.page import page, told
from dashboard.people.sign_in import entered
from dashboard.store import StoreError, accounts
from dashboard.store_words import store_problem

_WRONG, _WAIT, _THEN = 422, 429, 303


async def show(request: Request) -> Response:
    """The page; who has no account here is sent to sign in."""
    ask = await read(request)
    say = ask.say
    if not ask.who.signed_in:
        return RedirectResponse(sign_in_link("/account", say=say), status_code=_THEN)
    done = say("password_changed") if "changed" in request.query_params else ""
    return _page(ask, done)


async def password(request: Request) -> Response:
    """Take a new password; every other session ends, this one begins anew."""
    ask = await read(request)
    say = ask.say
    if not ask.who.signed_in:
        return RedirectResponse(sign_in_link("/account", say=say), status_code=_THEN)
    new = ask.form.get("new", "")
    if new != ask.form.get("again", ""):
        return _page(ask, password_problem(PasswordError("twice"), say=say), status=_WRONG)
    change = partial(
        change_password,
        ask.store,
        ask.door.signed,
        ask.who,
        now=ask.form.get("now", ""),
        new=new,
        address=ask.address,
    )
    try:
        tried = await apart(change)
    except PasswordError as problem:
        return _page(ask, password_problem(problem, say=say), status=_WRONG)
    except StoreError as problem:
        return _page(ask, store_problem(problem, say=say), status=_WRONG)
    if tried.wait:
        return _page(ask, wait_words(tried.wait, say=say), status=_WAIT)
    if tried.session is None:
        return _page(ask, say("password_wrong"), status=_WRONG)
    return entered(ask, tried.session, to=ask.link("/account", changed="1"))


async def everywhere(request: Request) -> Response:
    """End every session of this person."""
    ask = await read(request)
    if ask.who.signed_in:
        try:
            await apart(partial(accounts.end_all, ask.store, id=ask.who.account))
        except StoreError as problem:
            return _page(ask, store_problem(problem, say=ask.say), status=_WRONG)
    answer = RedirectResponse(ask.link("/"), status_code=_THEN)
    session.take(answer, secure=ask.secure)
    return answer


def _page(ask: Ask, said: str = "", *, status: int = 200) -> Response:
    say, who = ask.say, ask.who
    role = role_words(who.role, say=say)
    facts = say("account_told", name=who.name, role=role, how=how_words(who.how, say=say))
    parts = [told(said, problem=status != 200), f"<p>{escape(facts)}</p>"]
    if may(who, "audit_read"):
        links = [("/accounts", say("accounts_title")), ("/audit", say("audit_title"))]
        items = "".join(
            f'<li><a href="{escape(ask.link(path), quote=True)}">{escape(text)}</a></li>'
            for path, text in links
        )
        parts.append(f'<ul class="people-links">{items}</ul>')
    if who.how == "account":
        hint = say("password_hint", least=SHORTEST)
        fields = [
            password_field(say("password_now"), "now", new=False),
            password_field(say("password_new"), "new", new=True, hint=hint),
            password_field(say("password_again"), "again", new=True),
        ]
        act = form(ask.link("/account/password"), fields, send=say("password_send"))
        parts += [f"<h2>{escape(say('password_title'))}</h2>", act]
    parts += [
        f"<h2>{escape(say('sign_out_title'))}</h2>",
        form(ask.link("/sign-out"), [], send=say("sign_out")),
        f"<p>{escape(say('sign_out_everywhere_about'))}</p>",
        form(ask.link("/account/everywhere"), [], send=say("sign_out_everywhere")),
    ]
    return page(ask, say("account_title"), parts, status=status)
