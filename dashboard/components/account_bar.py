"""Who is signed in, in the bar of every page; and where stewards look after the atlas."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from dash import html

from dashboard.accounts.who import may, who_here
from dashboard.accounts_words import role_words, sign_in_link
from dashboard.components.attributes import attributes
from dashboard.components.links import keep
from dashboard.state import View
from dashboard.words import Speaker

_LANGUAGES = {"en": "English", "km": "ខ្មែរ"}


def account_bar(*, back: str, view: View, say: Speaker, link: bool = True) -> list[Any]:
    """The name and the way out; or the way in, where `link`; nothing at the laptop itself."""
    who = who_here()
    if who.how == "here":
        return []
    if not who.signed_in:
        if not link:
            return []
        return [html.A(say("sign_in"), href=sign_in_link(back, say=say), className="who-in")]
    role = role_words(who.role, say=say)
    return [
        html.Div(
            [
                html.A(
                    [who.name, html.Span(role, className="who-role")],
                    href=f"/account{keep(view)}",
                    className="who-name",
                ),
                html.Form(
                    html.Button(say("sign_out"), type="submit", className="plain"),
                    method="post",
                    action=f"/sign-out{keep(view)}",
                ),
            ],
            className="who",
        )
    ]


def steward_links(view: View, *, say: Speaker) -> list[Any]:
    """Links to accounts and to the log, for who may open them."""
    if not may(who_here(), "audit_read"):
        return []
    return [
        " ",
        html.A(say("accounts_title"), href=f"/accounts{keep(view)}"),
        " ",
        html.A(say("audit_title"), href=f"/audit{keep(view)}"),
    ]


def languages(view: View, *, here: str, more: Mapping[str, str], say: Speaker) -> html.Nav:
    """The same document in each language, as links."""
    digits = {"digits": view.digits} if view.digits != "latin" else {}
    return html.Nav(
        [
            html.A(
                name,
                href=f"{here}?{urlencode({'lang': lang, **digits, **more})}",
                lang=lang,
                className="current" if lang == view.lang else "",
            )
            for lang, name in _LANGUAGES.items()
        ],
        className="languages-plain",
        **attributes(aria_label=say("language")),
    )
