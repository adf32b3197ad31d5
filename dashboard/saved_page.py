"""What an act of saved scenarios starts from, and what it changes on the page."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash import no_update

from dashboard.accounts.who import author
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.state import View
from dashboard.words import Speaker

PageView = Callable[[object], View]
CHANGES = itertools.count(1)


class Answer(NamedTuple):
    """What an act changes on the page; what it does not name stays."""

    said: Any = ""
    conflict: Any = ""
    link: Any = no_update
    name: Any = no_update
    note: Any = no_update
    opened: Any = no_update
    listed: Any = no_update
    download: Any = no_update


@dataclass(frozen=True, kw_only=True)
class SavedPage:
    """The page at the moment of an act: its link, what was typed, which history is shown."""

    search: str
    asked: Asked
    name: str
    note: str
    author: str
    history: str
    say: Speaker


def change(history: str) -> dict[str, Any]:
    """The lists have to be read again, with the history of this scenario below them."""
    return {"history": history, "at": next(CHANGES)}


def history_of(data: object) -> str:
    """The scenario whose history is shown; empty where none is."""
    found = data.get("history") if isinstance(data, dict) else None
    return found if isinstance(found, str) else ""


def page_of(given: tuple[Any, ...], page_view: PageView) -> SavedPage:
    """The page, from what the callbacks bring: link, name, note, author, what is listed."""
    search, name, note, typed, listed = given
    view = page_view(search)
    return SavedPage(
        search=search if isinstance(search, str) else "",
        asked=read_asked(view),
        name=_typed(name),
        note=_typed(note),
        author=author(_typed(typed)),
        history=history_of(listed),
        say=speaker(view),
    )


def _typed(text: object) -> str:
    return text if isinstance(text, str) else ""


def speaker(view: View) -> Speaker:
    """Who speaks on the page of a view."""
    return Speaker(lang=view.lang, digits=view.digits)
