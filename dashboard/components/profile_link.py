"""The way from a panel to the profile of its province."""

from dash import dcc, html

from dashboard.province_view import profile_view, province_link
from dashboard.state import View
from dashboard.words import Speaker


def profile_link(code: str, *, view: View, say: Speaker) -> html.P:
    """A link to the profile of a province, with who is counted and what is assumed."""
    link = dcc.Link(say("profile_link"), href=province_link(profile_view(view), code))
    return html.P(link, className="profile-link")
