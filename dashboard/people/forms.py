"""The forms of pages about people, as finished HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.accounts.passwords import SHORTEST
from dashboard.components.form_fields import choice_field
from dashboard.store.texts import NAME_MOST

_PASSWORD_MOST = 256


def form(action: str, parts: Sequence[str], *, send: str, css: str = "reset") -> str:
    """A form that is sent to `action`; `send`: what its button says, `css`: how it looks."""
    return (
        f'<form method="post" action="{escape(action, quote=True)}" class="people-form">'
        f'{"".join(parts)}<button class="{css}" type="submit">{escape(send)}</button></form>'
    )


def hidden(name: str, value: str) -> str:
    """What a form brings along."""
    return f'<input type="hidden" name="{name}" value="{escape(value, quote=True)}">'


def name_field(label: str, *, value: str = "", own: bool = False) -> str:
    """The name of an account; `own`: of the person who types, which a browser may fill in."""
    kept = "username" if own else "off"
    more = f'value="{escape(value, quote=True)}" autocomplete="{kept}" maxlength="{NAME_MOST}"'
    return _field(label, f'name="name" type="text" {more} autocapitalize="none" spellcheck="false"')


def password_field(label: str, name: str, *, new: bool, hint: str = "") -> str:
    """A password, known or new."""
    kept = "new-password" if new else "current-password"
    least = f' minlength="{SHORTEST}"' if new else ""
    more = f'type="password" autocomplete="{kept}" maxlength="{_PASSWORD_MOST}"{least}'
    return _field(label, f'name="{name}" {more}', hint=hint)


def role_field(label: str, choices: Mapping[str, str], *, chosen: str) -> str:
    """One of the roles."""
    return choice_field(label, "role", choices, chosen=chosen)


def _field(label: str, attributes: str, *, hint: str = "") -> str:
    note = f'<span class="hint">{escape(hint)}</span>' if hint else ""
    return (
        f'<label class="field"><span class="field-name">{escape(label)}</span>'
        f'<input class="form-control" {attributes} required>{note}</label>'
    )
