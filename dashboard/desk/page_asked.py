"""What the address of the page of data names besides the view: a version to look at, or two."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from dashboard.state import Unreadable

_DIGITS_MOST = 9


@dataclass(frozen=True, kw_only=True)
class PageAsked:
    """`look`: the version whose loads are shown; `compared`: two of them; `wrong`: what is told."""

    look: int | None = None
    compared: tuple[int, int] | None = None
    wrong: tuple[Unreadable, ...] = ()


def read_page(search: str, *, known: Sequence[int]) -> PageAsked:
    """The versions that a query names; one that does not exist is told and left out.

    >>> read_page("?version=2", known=(2, 1, 0)).look
    2
    """
    given = {key: values[0] for key, values in parse_qs(search.lstrip("?")).items()}
    wrong = []
    found: dict[str, int] = {}
    for key in ("version", "from", "to"):
        if key not in given:
            continue
        value = given[key]
        plain = value.isascii() and value.isdigit() and len(value) <= _DIGITS_MOST
        if plain and int(value) in known:
            found[key] = int(value)
        else:
            wrong.append(Unreadable(key=key, value=value[:40]))
    both = (found["from"], found["to"]) if "from" in found and "to" in found else None
    return PageAsked(look=found.get("version"), compared=both, wrong=tuple(wrong))
