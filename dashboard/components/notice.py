"""What is said when a link names something that does not exist."""

from dash import html

from dashboard.state import View
from dashboard.words import Speaker


def notice(view: View, *, say: Speaker) -> list[html.P]:
    """One line for each part of the URL that could not be read; the default is shown instead."""
    return [
        html.P(say("notice_unreadable", key=wrong.key, value=wrong.value))
        for wrong in view.unreadable
    ]
