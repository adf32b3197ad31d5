"""What a link of the page of scenarios may name."""

from dashboard.state import View, read_view
from dashboard.world import world

PATH = "/scenarios"


def read(search: object) -> View:
    """The view of the page that a query string names."""
    return read_view(search, choices=world().choices)
