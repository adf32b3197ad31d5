"""Links to where a number comes from and how it was made."""

from collections.abc import Iterable
from typing import Any

from dash import dcc, html

from dashboard.province_view import profile_view, province_link
from dashboard.state import View
from dashboard.words import Speaker
from geodata import Geodata


def keep(view: View) -> str:
    """The query that keeps language, digits and `embed` from page to page."""
    pairs = []
    if view.lang != "en":
        pairs.append(f"lang={view.lang}")
    if view.digits != "latin":
        pairs.append(f"digits={view.digits}")
    if view.embed:
        pairs.append("embed=1")
    return f"?{'&'.join(pairs)}" if pairs else ""


def source_links(
    ids: Iterable[str],
    *,
    geodata: Geodata,
    view: View,
    say: Speaker,
    most: int | None = None,
    method: str | None = None,
) -> list[Any]:
    """Short names of sources, each a link to its entry on the data page.

    `most`: how many are named; the rest is a count that leads to the page of `method`, which
    names them all, or else to the data page.
    """
    links: list[Any] = []
    unique = list(dict.fromkeys(ids))
    for source in unique[:most]:
        if links:
            links.append(", ")
        links.append(
            dcc.Link(
                say.fill(geodata.sources[source].name(say.lang)),
                href=f"/data{keep(view)}#{source}",
                className="source",
            )
        )
    left = unique[most:] if most else []
    if left:
        links += [
            " ",
            dcc.Link(
                say("more_sources", count=len(left)),
                href=f"/methods{keep(view)}#{method}" if method else f"/data{keep(view)}#{left[0]}",
                className="more-sources",
            ),
        ]
    return links


def method_link(method: str | None, *, view: View, say: Speaker) -> html.Span | dcc.Link:
    """A link to the page that tells how a number was made, or nothing where it is as published."""
    if method is None:
        return html.Span()
    return dcc.Link(say("how_made"), href=f"/methods{keep(view)}#{method}", className="method")


def profile_link(code: str, *, view: View, say: Speaker) -> html.P:
    """A link to the profile of a province, with who is counted and what is assumed."""
    link = dcc.Link(say("profile_link"), href=province_link(profile_view(view), code))
    return html.P(link, className="profile-link")
