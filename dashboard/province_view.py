"""What a link to the profile of a province may name, and how it is written."""

from dataclasses import replace

from dashboard.exports.links import PROVINCE, QUERIES
from dashboard.scenario_view import read
from dashboard.state import Unreadable, View

_MOST_TOLD = 8


def province_link(view: View, code: str) -> str:
    """The address of the profile of a province, in everything else the same view."""
    return f"{PROVINCE}/{code}{QUERIES[PROVINCE].write(replace(view, province=None))}"


def profile_view(view: View) -> View:
    """What the profile takes over from a view of another page: the reader, and the case."""
    first = read("")
    return replace(
        first,
        lang=view.lang,
        digits=view.digits,
        basis=view.basis or first.basis,
        ages=view.ages,
        assumed=view.assumed,
    )


def unreadable(view: View) -> tuple[Unreadable, ...]:
    """What of a link could not be used."""
    return tuple(dict.fromkeys(QUERIES[PROVINCE].unreadable(view)))[:_MOST_TOLD]


def profile_path(view: View) -> str:
    """The address of what `view` shows: the profile of its province, or else the list."""
    if view.province:
        return province_link(view, view.province)
    return f"{PROVINCE}{QUERIES[PROVINCE].write(view)}"
