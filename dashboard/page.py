"""What a page module declares. The folder `pages` is the registry."""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Any

from dash import Dash

from dashboard.state import Choices, Unreadable, View, read_view
from dashboard.words import Speaker
from dashboard.world import world

_SHOWN = 40


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: its path, the keys of its title and menu entry, and how it is drawn.

    `layout` draws the whole page for a view; `register` adds its callbacks, once, at start;
    `choices`: what a view of this page may name; `warm` works out ahead what its first reader
    will ask for; `lacks`: the tables without which areas of one's own have no such page.
    `by_province`: whether `path/01` is this page for a province, which then stands
    in the path and not in the query; `named`: the title of one view, where it has one of its own.
    """

    path: str
    title: str
    menu: str
    order: int
    layout: Callable[[View], Any]
    register: Callable[[Dash], None] = lambda app: None
    choices: Callable[[], Choices] = lambda: world().choices
    warm: Callable[[], object] = lambda: None
    lacks: Callable[[], tuple[str, ...]] = lambda: ()
    by_province: bool = False
    named: Callable[[View, Speaker], str | None] = lambda view, say: None

    def view(self, search: object) -> View:
        """The view of this page that a query string names."""
        known = world().choices if self.lacks() else self.choices()
        return read_view(search, choices=known)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What an address leads to: a page or none, its view, and whether there is such an address."""

    page: Page | None
    view: View
    known: bool


def find(path: object, search: object) -> Found:
    """The page behind an address; of one for provinces also where its province is not known.

    Never raises: both may be anything a browser, a person or an attacker sends.
    """
    text = path if isinstance(path, str) else "/"
    before, _, code = text.rpartition("/")
    page = pages().get(text)
    if page and not page.by_province:
        return Found(page=page, view=page.view(search), known=True)
    page, code = (page, "") if page else (pages().get(before), code)
    if page is None or not page.by_province:
        return Found(page=None, view=read_view(search, choices=world().choices), known=False)
    view = replace(page.view(search), province=None)
    if code in world().geodata.provinces:
        view = replace(view, province=code)
    elif code:
        wrong = Unreadable(key="province", value=code[:_SHOWN])
        view = replace(view, unreadable=(wrong, *view.unreadable))
    return Found(page=page, view=view, known=view.province == (code or None))


def address(page: Page, view: View) -> str:
    """The path of a page, with the province that it is about."""
    return f"{page.path}/{view.province}" if page.by_province and view.province else page.path


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
        if not page.lacks():
            page.warm()
