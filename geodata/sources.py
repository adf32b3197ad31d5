"""Where figures were published."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Source:
    """One publication. `short`: as it is named beside a number; `url` may be empty."""

    id: str
    short: str
    title: str
    publisher: str
    year: int
    url: str
    licence: str
    how_read: str
