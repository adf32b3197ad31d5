"""What a link of the page of scenarios may name."""

from urllib.parse import parse_qsl, urlencode

from dashboard.state import View, read_view
from dashboard.world import world

PATH = "/scenarios"


def read(search: object) -> View:
    """The view of the page that a query string names."""
    return read_view(search, choices=world().choices)


def with_draft(draft: object, search: object) -> str:
    """The query `search` with the plan and the budget of `draft`, whatever a request held."""
    text = search.lstrip("?") if isinstance(search, str) else ""
    new = draft if isinstance(draft, dict) else {}
    kept = [pair for pair in parse_qsl(text) if pair[0] not in new]
    given = [(key, str(new[key])) for key in ("plan", "budget") if new.get(key) not in (None, "")]
    return f"?{urlencode([*kept, *given], errors='replace')}"
