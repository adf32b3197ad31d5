"""What a link of the page of the mismatch may name."""

from dataclasses import replace

from dashboard.mismatch.pictures import CLUSTERS, NONE, PAIR, picture_names
from dashboard.mismatch_fills import LAYER
from dashboard.own_pages import mismatch_lacks
from dashboard.state import Choices, View, read_view
from dashboard.world import world
from layers import LackingError


def choices() -> Choices:
    """What a view of this page may name: the mismatch is its one filled layer."""
    if lacking := mismatch_lacks():
        raise LackingError(*lacking)
    names = tuple(picture_names())
    return replace(
        world().choices,
        measures={LAYER: names},
        shown_first=(),
        seconds=(PAIR, CLUSTERS, *names, NONE),
    )


def read(search: object) -> View:
    """The view of the page that a query string names."""
    return read_view(search, choices=choices())


def plain(view: View) -> View:
    """The view without what only the maps show."""
    first = read("")
    return replace(
        first,
        lang=view.lang,
        digits=view.digits,
        embed=view.embed,
        basis=view.basis,
        ages=view.ages,
        assumed=view.assumed,
    )
