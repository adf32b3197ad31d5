"""What a page module declares. The folder `pages` is the registry."""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from dash import Dash

from dashboard.state import Choices, View, read_view
from dashboard.world import world


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: its path, the keys of its title and menu entry, and how it is drawn.

    `layout` draws the whole page for a view; `register` adds its callbacks, once, at start;
    `choices`: what a view of this page may name; `warm` works out ahead what its first reader
    will ask for.
    """

    path: str
    title: str
    menu: str
    order: int
    layout: Callable[[View], Any]
    register: Callable[[Dash], None] = lambda app: None
    choices: Callable[[], Choices] = lambda: world().choices
    warm: Callable[[], object] = lambda: None

    def view(self, search: object) -> View:
        """The view of this page that a query string names."""
        return read_view(search, choices=self.choices())


@cache
def pages() -> Mapping[str, Page]:
    """All pages by path, in menu order. A module without one fails by name."""
    folder = import_module("dashboard.pages")
    found = []
    for module in pkgutil.iter_modules(folder.__path__):
        declared = getattr(import_module(f"dashboard.pages.{module.name}"), "PAGE", None)
        if not isinstance(declared, Page):
            raise TypeError(f"dashboard/pages/{module.name}.py declares no PAGE")
        found.append(declared)
    return {page.path: page for page in sorted(found, key=lambda page: page.order)}


def warm() -> None:
    """Work out ahead what the first reader of each page will ask for."""
    for page in pages().values():
        page.warm()
