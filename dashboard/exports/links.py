"""The views that can be taken: how each page's query is read, and written without anything else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from dashboard.mismatch_view import choices as mismatch_choices
from dashboard.monitor.asked import PLACES, PUBLISHED, monitor_query, weight_keys
from dashboard.monitor.asked import read_asked as read_monitor
from dashboard.scenario_view import read as read_scenarios
from dashboard.scenarios.asked import PLAN, read_asked, world_library
from dashboard.scenarios.saved_key import read_key
from dashboard.scenarios.saved_link import LINK as SAVED
from dashboard.scenarios.saved_link import query, search_of
from dashboard.scenarios.settings import LINK as SET
from dashboard.state import (
    AGES,
    BASES,
    DIGITS,
    EMBEDS,
    Choices,
    Unreadable,
    View,
    read_view,
    write_view,
)
from dashboard.words import LANGUAGES
from dashboard.world import world

MAP, MISMATCH, SCENARIOS, SOURCES = "/", "/mismatch", "/scenarios", "/data"
PROVINCE = "/province"
MONITOR = "/monitor"
_READER = ("lang", "digits", "embed")
_CASE = ("basis", "ages")
_VIEW = (*_READER, "layer", "measure", "show", "province", *_CASE, "scenarios", "second")
_WISHES = (
    "goal",
    "placements",
    "border",
    "women",
    "most_province",
    "most_instrument",
    "start",
    "aim",
)
_PLAN = ("plan", "budget", "future", "year", SET, "corridor", "draws", SAVED)


@dataclass(frozen=True, kw_only=True)
class Queries:
    """The queries of one page.

    `known`: keys that one may name; `unreadable`: what a view could not use; `write`: the query
    of a view, with everything that its numbers hang on and nothing that could not be read.
    """

    choices: Callable[[], Choices]
    known: Callable[[], tuple[str, ...]]
    write: Callable[[View], str]
    unreadable: Callable[[View], tuple[Unreadable, ...]] = lambda view: view.unreadable

    def read(self, search: str) -> View:
        """The view that a query names."""
        return read_view(search, choices=self.choices())

    def allowed(self, key: str, view: View) -> tuple[str, ...]:
        """Values of a key that can be listed; empty where they are numbers or lists of parts."""
        offered = self.choices()
        listed: Mapping[str, tuple[str, ...]] = {
            "lang": LANGUAGES,
            "digits": DIGITS,
            "embed": EMBEDS,
            "layer": tuple(offered.measures),
            "measure": tuple(offered.measures[view.layer]),
            "show": tuple(offered.overlays),
            "province": tuple(offered.provinces),
            "basis": BASES,
            "ages": AGES,
            "second": offered.seconds,
            "scenarios": (PLAN, *sorted(world_library())),
        }
        return listed.get(key, ())


def _world_choices() -> Choices:
    return world().choices


def _view_keys() -> tuple[str, ...]:
    return (*_VIEW, *world().assumptions)


def _scenario_keys() -> tuple[str, ...]:
    return (*_view_keys(), *_PLAN, *_WISHES)


def _write(view: View, offered: Choices) -> str:
    """The query of the whole page, also where it is asked for without what stands around it."""
    return write_view(replace(view, embed=False), choices=offered)


def _write_scenarios(view: View) -> str:
    """What `read_asked` understood, and the wishes and draws that stand in the link."""
    asked = read_asked(view)
    known = tuple(
        key for key in view.scenarios if key == PLAN or key in world_library() or read_key(key)
    )
    wrong = {one.key for one in asked.unreadable}
    shown = _write(replace(view, scenarios=known), _world_choices())
    theirs = dict(reversed(parse_qsl(view.search.lstrip("?"))))
    kept = {
        key: theirs[key]
        for key in (*_WISHES, "draws", "corridor")
        if key in theirs and key not in wrong
    }
    pairs = [
        *parse_qsl(shown.lstrip("?")),
        *parse_qsl(search_of(asked, page_view=read_scenarios).lstrip("?")),
        *kept.items(),
    ]
    return query(dict(pairs))


def _scenarios_unreadable(view: View) -> tuple[Unreadable, ...]:
    return (*view.unreadable, *read_asked(view).unreadable)


def _write_reader(view: View) -> str:
    given = {"lang": view.lang, "digits": view.digits}
    first = read_view("", choices=_world_choices())
    kept = {key: value for key, value in given.items() if value != getattr(first, key)}
    return f"?{urlencode(kept)}" if kept else ""


def _monitor_keys() -> tuple[str, ...]:
    return (*_READER, "sex", PUBLISHED, *PLACES, *weight_keys())


def _monitor_unreadable(view: View) -> tuple[Unreadable, ...]:
    return (*view.unreadable, *read_monitor(view).unreadable)


QUERIES: Mapping[str, Queries] = {
    MAP: Queries(
        choices=_world_choices,
        known=_view_keys,
        write=lambda view: _write(view, _world_choices()),
    ),
    MISMATCH: Queries(
        choices=mismatch_choices,
        known=_view_keys,
        write=lambda view: _write(view, mismatch_choices()),
    ),
    SCENARIOS: Queries(
        choices=_world_choices,
        known=_scenario_keys,
        write=_write_scenarios,
        unreadable=_scenarios_unreadable,
    ),
    PROVINCE: Queries(
        choices=_world_choices,
        known=_scenario_keys,
        write=_write_scenarios,
        unreadable=_scenarios_unreadable,
    ),
    MONITOR: Queries(
        choices=_world_choices,
        known=_monitor_keys,
        write=lambda view: monitor_query(view, read_monitor(view)),
        unreadable=_monitor_unreadable,
    ),
    SOURCES: Queries(choices=_world_choices, known=lambda: _READER, write=_write_reader),
}
"""By the path of the page."""


def link_of(path: str, view: View) -> str:
    """Path and query that bring this view of a page back."""
    return f"{path}{QUERIES[path].write(view)}"


def page_link(path: str, view: View, *, within: str = "") -> str:
    """The address of a page for its reader, who stays where a page is shown without the rest.

    `within`: what the path goes on with, as `/01`.
    """
    written = QUERIES[path].write(view)
    embed = f"{'&' if written else '?'}embed=1" if view.embed else ""
    return f"{path}{within}{written}{embed}"
