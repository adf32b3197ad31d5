"""Every account, for stewards: add, change the role, give a new password, remove."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from dashboard.accounts.passwords import SHORTEST, PasswordError, kept
from dashboard.accounts_words import password_problem, role_choices, role_words
from dashboard.people.asked import Ask, apart, read
from dashboard.people.forms import form, hidden, name_field, password_field, role_field
from dashboard.people.page import page, told
from dashboard.people.stewards import refused
from dashboard.store import ROLES, Account, Role, StoreError, accounts
from dashboard.store_words import store_problem, time_text

_WRONG, _MISSING, _AWAY, _THEN = 422, 404, 503, 303
_NEEDS = {
    "add": "account_add",
    "role": "account_role",
    "password": "account_password",
    "remove": "account_remove",
}


async def show(request: Request) -> Response:
    """The list, and the form for a new account."""
    ask = await read(request)
    heading = ask.say("accounts_title")
    if answer := await refused(ask, "account_add", heading, back="/accounts"):
        return answer
    done = _done(request.query_params.get("done", ""), ask)
    return await _page(ask, done)


async def act(request: Request) -> Response:
    """Do what a form says."""
    ask = await read(request)
    what = request.path_params["act"]
    say = ask.say
    if what not in _NEEDS:
        return page(ask, say("accounts_title"), [told(say("unknown_text"))], status=_MISSING)
    if answer := await refused(ask, _NEEDS[what], say("accounts_title"), back="/accounts"):
        return answer
    acts: Mapping[str, Callable[[Ask], None]] = {
        "add": _add,
        "role": _role,
        "password": _password,
        "remove": _remove,
    }
    try:
        await apart(partial(_do, acts[what], ask))
    except PasswordError as problem:
        return await _page(ask, password_problem(problem, say=say), status=_WRONG)
    except StoreError as problem:
        return await _page(ask, store_problem(problem, say=say), status=_WRONG)
    except _WrongForm:
        return await _page(ask, say("accounts_form_wrong"), status=_WRONG)
    return RedirectResponse(ask.link("/accounts", done=what), status_code=_THEN)


class _WrongForm(ValueError):
    """A form that no page of ours has."""


def _do(act: Callable[[Ask], None], ask: Ask) -> None:
    """Do it, unless nobody is a steward yet: the first is made at the command line."""
    if not _has_steward(accounts.listing(ask.store)):
        raise _WrongForm
    act(ask)


def _add(ask: Ask) -> None:
    name, role = ask.form.get("name", ""), _role_of(ask)
    password = kept(ask.form.get("new", ""), name=name)
    accounts.add(ask.store, name=name, role=role, password=password)


def _role(ask: Ask) -> None:
    accounts.change_role(ask.store, id=ask.form.get("id", ""), role=_role_of(ask))


def _password(ask: Ask) -> None:
    found = accounts.get(ask.store, id=ask.form.get("id", ""))
    password = kept(ask.form.get("new", ""), name=found.name)
    accounts.set_password(ask.store, id=found.id, password=password)


def _remove(ask: Ask) -> None:
    accounts.remove(ask.store, id=ask.form.get("id", ""))


def _role_of(ask: Ask) -> Role:
    for role in ROLES:
        if role == ask.form.get("role"):
            return role
    raise _WrongForm


def _has_steward(found: Sequence[Account]) -> bool:
    return any(one.role == "steward" for one in found)


def _done(what: str, ask: Ask) -> str:
    say = ask.say
    return {
        "add": say("accounts_added"),
        "role": say("accounts_role_done"),
        "password": say("accounts_password_done"),
        "remove": say("accounts_removed"),
    }.get(what, "")


async def _page(ask: Ask, said: str = "", *, status: int = 200) -> Response:
    say = ask.say
    try:
        found = await apart(partial(accounts.listing, ask.store))
    except StoreError as problem:
        sentence = store_problem(problem, say=say)
        return page(ask, say("accounts_title"), [told(sentence, problem=True)], status=_AWAY)
    parts = [told(said, problem=status != 200), f"<p>{escape(say('accounts_about'))}</p>"]
    if not _has_steward(found):
        command = "python -m dashboard accounts add NAME --role steward"
        parts.append(f"<p>{escape(say('accounts_first'))}</p>")
        parts.append(f'<pre class="lines"><code>{command}</code></pre>')
        return page(ask, say("accounts_title"), parts, status=status)
    items = "".join(f"<li>{_one(account, ask)}</li>" for account in found)
    parts += [f'<ul class="accounts">{items}</ul>', f"<h2>{escape(say('accounts_add'))}</h2>"]
    parts.append(_new(ask))
    return page(ask, say("accounts_title"), parts, status=status, wide=True)


def _new(ask: Ask) -> str:
    say = ask.say
    failed = ask.request.url.path.endswith("/add")
    fields = [
        name_field(say("sign_in_name"), value=ask.form.get("name", "") if failed else ""),
        role_field(say("accounts_role"), role_choices(say=say), chosen="editor"),
        password_field(
            say("accounts_first_password"),
            "new",
            new=True,
            hint=say("accounts_password_hint", least=SHORTEST),
        ),
    ]
    return form(ask.link("/accounts/add"), fields, send=say("accounts_add"))


def _one(account: Account, ask: Ask) -> str:
    say = ask.say
    since = say("accounts_since", time=time_text(account.made_at, say=say))
    head = (
        f'<div class="account-head"><strong>{escape(account.name)}</strong>'
        f"<span>{escape(role_words(account.role, say=say))}</span>"
        f'<span class="hint">{escape(since)}</span></div>'
    )
    acts = [_removing(account, ask)]
    if account.subject is None:
        acts = [_changing(account, ask), _resetting(account, ask), *acts]
    else:
        acts.insert(0, f'<p class="hint">{escape(say("accounts_of_ministry"))}</p>')
    label = escape(say("accounts_change", name=account.name))
    return f"{head}<details><summary>{label}</summary>{''.join(acts)}</details>"


def _changing(account: Account, ask: Ask) -> str:
    say = ask.say
    field = role_field(say("accounts_role"), role_choices(say=say), chosen=account.role)
    act = ask.link("/accounts/role")
    return form(act, [hidden("id", account.id), field], send=say("accounts_role_send"))


def _resetting(account: Account, ask: Ask) -> str:
    say = ask.say
    hint = say("accounts_password_hint", least=SHORTEST)
    field = password_field(say("password_new"), "new", new=True, hint=hint)
    act = ask.link("/accounts/password")
    return form(act, [hidden("id", account.id), field], send=say("accounts_password_send"))


def _removing(account: Account, ask: Ask) -> str:
    say = ask.say
    return form(
        ask.link("/accounts/remove"),
        [hidden("id", account.id)],
        send=say("accounts_remove", name=account.name),
    )
