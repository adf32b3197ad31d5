"""A refusal in words, with the way to sign in."""

from dash import html

from dashboard.accounts.who import may, who_here
from dashboard.accounts_words import refused_words, sign_in_link
from dashboard.static_html import to_html
from dashboard.words import Speaker


def refused(act: str, *, back: str, say: Speaker) -> list[html.P]:
    """Why not, and where to sign in and come back from; nothing for who may."""
    who = who_here()
    if may(who, act):
        return []
    told = [html.P(refused_words(act, say=say))]
    if not who.signed_in and who.problem is None:
        apart = "_blank" if "embed=1" in back else None  # no frame of another site signs in
        link = html.A(say("sign_in"), href=sign_in_link(back, say=say), target=apart)
        told.append(html.P(link))
    return told


def refused_notice(act: str, *, back: str, say: Speaker) -> list[html.Div]:
    """The same where something could be written, before it is tried."""
    told = refused(act, back=back, say=say)
    return [html.Div(told, className="notice refused")] if told else []


def refused_html(act: str, *, back: str, say: Speaker) -> str:
    """The same as finished HTML."""
    return to_html(refused(act, back=back, say=say))
