"""A page within somebody else's: the line below it there, and the HTML that puts it there."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.framing import ANYBODY
from dashboard.words import Speaker

_ROWS = 5


def whole_link(path: str, search: str) -> str:
    """The address of the same view with everything around it; `embedLink` in atlas.js follows it.

    >>> whole_link("/mismatch", "?embed=1&basis=unplaced&show=sezs,corridors")
    '/mismatch?basis=unplaced&show=sezs,corridors'
    """
    pairs = parse_qsl(search.lstrip("?"), keep_blank_values=True)
    kept = urlencode([pair for pair in pairs if pair[0] != "embed"], safe=",:", errors="replace")
    return f"{path}?{kept}" if kept else path


def embedded_foot(reader: Any, *, href: str, say: Speaker) -> html.Footer:
    """What is left of bar and foot: the way to the whole page, and the reader's language."""
    link = html.A(say("embed_open"), id=ids.WHOLE, href=href, target="_blank", rel="noopener")
    return html.Footer([link, reader], className="foot embedded")


def embed_offer(hosts: Sequence[str], *, say: Speaker) -> html.Details:
    """The HTML of a frame with this view, which atlas.js keeps up to date, and who may use it."""
    return html.Details(
        [
            html.Summary(say("embed_offer")),
            html.P(say("embed_how")),
            dbc.Label(say("embed_label"), html_for=ids.SNIPPET),
            dcc.Textarea(
                id=ids.SNIPPET,
                readOnly=True,
                rows=_ROWS,
                spellCheck=False,
                className="form-control",
            ),
            _who(hosts, say=say),
        ],
        className="embed-offer",
    )


def _who(hosts: Sequence[str], *, say: Speaker) -> html.P:
    """Which web sites may show it; an address keeps its digits in every language."""
    if not hosts:
        return html.P(say("embed_nobody"))
    if hosts[0] == ANYBODY:
        return html.P(say("embed_anybody"))
    return html.P([say("embed_some"), " ", html.Code(" ".join(hosts))])
