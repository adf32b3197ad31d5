"""The parts of the page of scenarios, each drawn for a view."""

import dataclasses
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.beside_words import notices
from dashboard.components.block import Block
from dashboard.components.notice import notice
from dashboard.components.plan_editor import ready_plans
from dashboard.components.scenario_challenge import (
    break_even_told,
    regret_table,
    tornado_figure,
    tornado_told,
)
from dashboard.components.scenario_compare import compare_table, paths_figure, paths_table
from dashboard.components.scenario_drivers import nothing_drives
from dashboard.components.scenario_places import places_tables
from dashboard.components.scenario_results import headline, headline_evidence, results
from dashboard.components.section import chart
from dashboard.components.small_maps import small_maps
from dashboard.components.take_picture import take_picture
from dashboard.components.take_slides import take_slides
from dashboard.map_data import corridors_shown
from dashboard.scenario_controls import compared_options
from dashboard.scenario_maps import small_fills
from dashboard.scenario_view import read, with_draft
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.beside import named
from dashboard.scenarios.challenged import drivers
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.played import FINE
from dashboard.scenarios.shown import shown_scenario
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world

WAITING = "waiting"
"""Marks a part that is still worked out."""

_MAP = "scenario"
_FEWEST = 2
_MOST_TOLD = 8


def top(view: View) -> tuple[str, str]:
    """What the link got wrong, and the answer in words."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    wrong = tuple(dict.fromkeys((*view.unreadable, *asked.unreadable)))[:_MOST_TOLD]
    told = dataclasses.replace(view, unreadable=wrong)
    lines = [html.P(line) for line in notices(named(view), say=say)]
    return to_html([*notice(told, say=say), *lines[:_MOST_TOLD]]), _words(asked, say=say)


def _words(asked: Asked, *, say: Speaker) -> str:
    """The answer in words."""
    return to_html(headline(asked=asked, shown=shown_scenario(asked, say=say), say=say))


def offered_beside(view: View) -> list[dict[str, str]]:
    """What can stand side by side."""
    return compared_options(view, say=Speaker(lang=view.lang, digits=view.digits))


def ranges(view: View) -> tuple[str, str]:
    """The range of the answer, and key figures with theirs."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    return (
        to_html(headline_evidence(here, asked=asked, shown=shown, view=view, say=say)),
        to_html(results(here, asked=asked, shown=shown, say=say)),
    )


def refined(view: View) -> tuple[str, str]:
    """The same from more draws, once the rest is there."""
    return ranges(read(f"{view.search or '?'}&draws={FINE}"))


def sketch(draft: object, search: object) -> dict[str, Any]:
    """The answer to a plan that is still dragged; its range only where it is known already."""
    view = read(with_draft(draft, search))
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    words = _words(asked, say=say)
    if asked == read_asked(read(search)):
        evidence, css = ranges(view)[0], "panel"
    else:
        evidence, css = to_html(say("being_worked_out")), "panel stale"
    return {"draft": draft, "search": search, "words": words, "evidence": evidence, "css": css}


def ready(view: View) -> list[dict[str, str]]:
    """The ready scenarios of the case, to start from."""
    return ready_plans(read_asked(view), say=Speaker(lang=view.lang, digits=view.digits))


def fills(view: View) -> dict[str, Any]:
    """The map of the scenario that is shown."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    found = small_fills(asked, (shown,), view.lang, view.digits)
    return {_MAP: {"plan": found[shown.key]}}


def files(view: View) -> str:
    """Links to pictures of the map, and to slides of the page."""
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(
        [
            take_picture("scenario_map", view=view, say=say),
            take_slides("slides_scenarios", view=view, say=say),
        ]
    )


def map_view(view: View) -> dict[str, Any]:
    """What the map shows: the scenario and the corridors."""
    return {
        "layer": _MAP,
        "measure": "plan",
        "show": corridors_shown(),
        "province": view.province,
        "route": read_asked(view).corridor or None,
    }


def places(view: View) -> str:
    """Who finds work, by province and by trade."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    return to_html(places_tables(world(), asked=asked, shown=shown, view=view, say=say))


def comparison(view: View) -> str:
    """The scenarios side by side: small maps, every outcome, what differs, paths as a table."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    maps = small_maps(here, asked=asked, chosen=some, view=view, say=say)
    pictures = ["scenario_maps", "scenario_difference"][: len(some)]
    return maps + to_html(
        [
            *(take_picture(name, view=view, say=say, named=True) for name in pictures),
            *compare_table(here, asked=asked, chosen=some, view=view, say=say),
            *paths_table(
                here, asked=asked, chosen=some, outcome="more_near_home", view=view, say=say
            ),
        ]
    )


def paths(view: View) -> list[dcc.Graph | Block]:
    """The paths over the years as a chart, and as a picture to take."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    figure = paths_figure(
        world(),
        asked=asked,
        chosen=chosen(view, asked, say=say),
        outcome="more_near_home",
        view=view,
        say=say,
    )
    return [chart(ids.PATHS_CHART, figure), take_picture("scenario_lines", view=view, say=say)]


def challenge(view: View) -> str:
    """What other futures would change, and what drives the result."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    shown = shown_scenario(asked, say=say)
    parts = [*regret_table(here, asked=asked, chosen=some, view=view, say=say)]
    parts += tornado_told(here, asked=asked, scenario=shown, view=view, say=say)
    return to_html(parts)


def turning(view: View) -> str:
    """What would turn the order of the first two."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    if len(some) < _FEWEST:
        return ""
    return to_html(break_even_told(here, asked=asked, a=some[0], b=some[1], view=view, say=say))


def tornado(view: View) -> list[dcc.Graph | Block] | html.P:
    """What drives the result as a chart and as a picture; a sentence where nothing does."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    if not drivers(asked, shown):
        return html.P(nothing_drives(asked, say=say), className="no-chart")
    figure = tornado_figure(world(), asked=asked, scenario=shown, view=view, say=say)
    return [chart(ids.TORNADO_CHART, figure), take_picture("scenario_drivers", view=view, say=say)]
