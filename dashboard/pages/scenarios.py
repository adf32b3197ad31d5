"""What an investment would change: build a plan, compare it, find the best use, challenge it."""

import asyncio
import dataclasses
from typing import Any

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.scenario import MOST_USD, YEARS
from dashboard import ids
from dashboard.components.block import Block
from dashboard.components.notice import notice
from dashboard.components.plan_editor import plan_editor, ready_plans
from dashboard.components.province_map import ProvinceMap
from dashboard.components.saved_scenarios import saved_section
from dashboard.components.scenario_best import best_told, frontier_chart
from dashboard.components.scenario_challenge import (
    break_even_told,
    regret_table,
    tornado_figure,
    tornado_told,
)
from dashboard.components.scenario_compare import compare_table, paths_figure, paths_table
from dashboard.components.scenario_results import headline, headline_evidence, results
from dashboard.components.small_maps import small_maps
from dashboard.map_data import map_data
from dashboard.mismatch_words import basis_text
from dashboard.page import Page
from dashboard.saved_wiring import register_saved
from dashboard.scenario_maps import small_fills
from dashboard.scenarios.asked import (
    BORDER_SHARES,
    BUDGETS,
    FIRST_BUDGET,
    GOALS,
    PLAN,
    Asked,
    read_asked,
)
from dashboard.scenarios.best import Wish, best_use
from dashboard.scenarios.chosen import BEST_USE, Chosen, chosen, one_chosen
from dashboard.scenarios.plan_text import MILLION, MOST
from dashboard.scenarios.played import library
from dashboard.slow_work import Latest, slowly
from dashboard.state import BASES, View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world

_MAP = "scenario"
_FEWEST = 2
_MOST_TOLD = 8


def layout(view: View) -> list[Any]:
    """The whole page; what takes long is left to its own callback."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    message, words = _top(view)
    evidence, figures = _ranges(view)
    wait = to_html(html.P(say("being_worked_out"), className=f"hint {_WAITING}"))
    return [
        dcc.Location(
            id=ids.SCENARIO_URL, pathname=PAGE.path, search=view.search, refresh="callback-nav"
        ),
        dcc.Store(id=ids.SCENARIO_OFFERED, data=_offered()),
        dcc.Store(id=ids.SCENARIO_TURN, data=_LATEST.reader()),
        dcc.Store(id=ids.SCENARIO_SETTLED, data={"search": view.search}),
        Block(message, id=ids.SCENARIO_NOTICE, className="notice", attributes={"role": "status"}),
        html.Section(
            [
                Block(words, id=ids.SCENARIO_HEADLINE),
                Block(evidence, id=ids.SCENARIO_EVIDENCE, tag="p", className="evidence"),
            ],
            className="headline",
        ),
        html.Section(
            [
                html.Div(
                    [plan_editor(here, id=ids.PLAN, asked=asked, view=view, say=say)],
                    className="plan-column",
                ),
                html.Div(
                    [
                        html.Div(_conditions(asked, view, say=say), className="conditions"),
                        html.Div(
                            ProvinceMap(
                                id=ids.PLAN_MAP,
                                view=_map_view(view),
                                legend_below=True,
                                **{**map_data(view.lang, view.digits), "fills": _fills(view)},
                            ),
                            className="map-column",
                        ),
                    ],
                    className="plan-map",
                ),
                Block(figures, id=ids.RESULTS, tag="section", className="panel"),
            ],
            className="workbench builder",
        ),
        html.Section(
            [
                html.H2(say("compare_title")),
                _compared(view, say=say),
                html.Div(id=ids.PATHS, className="ranking short"),
                Block(wait, id=ids.COMPARISON, tag="div"),
            ],
            className="part",
        ),
        html.Section(
            [
                html.Div(
                    [
                        html.Div(_wishes(view, say=say), className="conditions"),
                        Block(wait, id=ids.BEST, tag="div"),
                    ]
                ),
                html.Div(
                    [
                        html.H2(say("frontier_title")),
                        html.P(say("frontier_about"), className="about"),
                        html.Div(id=ids.FRONTIER, className="ranking short"),
                    ]
                ),
            ],
            className="part halves",
        ),
        html.Section(
            [
                Block(wait, id=ids.CHALLENGE, tag="div"),
                html.Div(
                    [
                        html.H2(say("tornado_title")),
                        html.Div(id=ids.TORNADO, className="ranking short"),
                        Block(wait, id=ids.TURNING, tag="div"),
                    ]
                ),
            ],
            className="part halves",
        ),
        saved_section(here, asked=asked, view=view, say=say),
    ]


_WAITING = "waiting"
_LATEST = Latest()


def _top(view: View) -> tuple[str, str]:
    """What the link got wrong, and the answer in words."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = _shown(asked, say=say)
    wrong = tuple(dict.fromkeys((*view.unreadable, *asked.unreadable)))[:_MOST_TOLD]
    told = dataclasses.replace(view, unreadable=wrong)
    words = headline(asked=asked, shown=shown, say=say)
    return to_html(notice(told, say=say)), to_html(words)


def _ranges(view: View) -> tuple[str, str]:
    """The range of the answer, and key figures with theirs."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = _shown(asked, say=say)
    return (
        to_html(headline_evidence(here, asked=asked, shown=shown, view=view, say=say)),
        to_html(results(here, asked=asked, shown=shown, say=say)),
    )


def _ready(view: View) -> list[dict[str, str]]:
    """The ready scenarios of the case, to start from."""
    return ready_plans(read_asked(view), say=Speaker(lang=view.lang, digits=view.digits))


def _shown(asked: Asked, *, say: Speaker) -> Chosen:
    """The scenario that headline and map tell of: the plan, or what the same money could do."""
    if asked.plan:
        return one_chosen(PLAN, asked, say=say)
    best = best_use(Wish(case=asked.case, usd=asked.budget_usd)).scenario
    ready = one_chosen(BEST_USE, asked, say=say)
    return dataclasses.replace(ready, plan=best.allocations)


def _fills(view: View) -> dict[str, Any]:
    """The map of the scenario that is shown."""
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = _shown(asked, say=say)
    found = small_fills(asked, (shown,), view.lang, view.digits)
    return {_MAP: {"plan": found[shown.key]}}


def _map_view(view: View) -> dict[str, Any]:
    return {"layer": _MAP, "measure": "plan", "show": ["corridors"], "province": view.province}


def _conditions(asked: Asked, view: View, *, say: Speaker) -> list[Any]:
    """Who is counted, which future, which year."""
    names = {key: say.fill(one.title.in_(say.lang)) for key, one in futures().items()}
    return [
        _select(
            ids.SCENARIO_BASIS,
            say("basis_legend"),
            {basis: basis_text(basis, say=say) for basis in BASES},
            view.basis,
        ),
        _select(ids.FUTURE, say("future_legend"), _first("none", names), asked.future),
        _select(
            ids.YEAR,
            say("year_legend"),
            {str(year): say.fill(str(year)) for year in reversed(YEARS)},
            str(asked.year),
        ),
    ]


def _first(key: str, names: dict[str, str]) -> dict[str, str]:
    return {key: names[key], **names}


def _wishes(view: View, *, say: Speaker) -> list[Any]:
    """What the best use is to reach, and what must hold."""
    wish = _wish(read_asked(view))
    goals = {"near_home": say("goal_near_home"), "unmet_need": say("goal_unmet_need")}
    return [
        _select(ids.GOAL, say("goal_legend"), goals, wish.goal),
        _select(
            ids.BORDER_SHARE,
            say("border_legend"),
            {str(share): say("border_share", share=share) for share in BORDER_SHARES},
            str(wish.border_percent),
        ),
    ]


def _wish(asked: Asked) -> Wish:
    """What the best use is to reach with the budget."""
    return Wish(
        case=asked.case,
        usd=asked.budget_usd,
        goal=asked.goal,
        border_percent=asked.border_percent,
    )


def _compared(view: View, *, say: Speaker) -> html.Fieldset:
    asked = read_asked(view)
    names = {key: one_chosen(key, asked, say=say).name for key in (PLAN, *library())}
    return html.Fieldset(
        [
            html.Legend(say("compared_legend")),
            dbc.Checklist(
                id=ids.COMPARED,
                inline=True,
                value=[key for key in view.scenarios if key in names],
                options=[{"value": key, "label": name} for key, name in names.items()],
            ),
        ],
        className="compared",
    )


def _select(id: str, legend: str, options: dict[str, str], value: str) -> html.Div:
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Div(
        [dbc.Label(legend, html_for=id), dbc.Select(id=id, value=value, options=rows)],
        className="measure",
    )


def _offered() -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    return {
        "most_budget": BUDGETS[1],
        "first_budget": FIRST_BUDGET,
        "futures": list(_first("none", dict.fromkeys(futures(), ""))),
        "years": [str(year) for year in reversed(YEARS)],
        "bases": list(BASES),
        "goals": list(GOALS),
        "borders": [str(share) for share in BORDER_SHARES],
        "scenarios": [PLAN, *library()],
        "provinces": list(world().geodata.provinces),
        "corridors": [route.id for route in world().routes["corridors"]],
        "instruments": {key: one.on for key, one in instruments().items()},
        "most_usd": MOST_USD / MILLION,
        "most_rows": MOST,
    }


def _comparison(view: View) -> str:
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    maps = small_maps(here, asked=asked, chosen=some, view=view, say=say)
    return maps + to_html(
        [
            *compare_table(here, asked=asked, chosen=some, view=view, say=say),
            *paths_table(
                here, asked=asked, chosen=some, outcome="more_near_home", view=view, say=say
            ),
        ]
    )


def _paths(view: View) -> dcc.Graph:
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
    return _graph(ids.PATHS_CHART, figure)


def _best(view: View) -> str:
    say = Speaker(lang=view.lang, digits=view.digits)
    parts = best_told(
        world(), asked=read_asked(view), wish=_wish(read_asked(view)), view=view, say=say
    )
    return to_html(parts)


def _frontier(view: View) -> dcc.Graph:
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    figure = frontier_chart(asked=asked, wish=_wish(read_asked(view)), chosen=some, say=say)
    return _graph(ids.FRONTIER_CHART, figure)


def _challenge(view: View) -> str:
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    shown = _shown(asked, say=say)
    parts = [*regret_table(here, asked=asked, chosen=some, view=view, say=say)]
    parts += tornado_told(here, asked=asked, scenario=shown, view=view, say=say)
    return to_html(parts)


def _turning(view: View) -> str:
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    if len(some) < _FEWEST:
        return ""
    return to_html(break_even_told(here, asked=asked, a=some[0], b=some[1], view=view, say=say))


def _tornado(view: View) -> dcc.Graph:
    say = Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    shown = _shown(asked, say=say)
    figure = tornado_figure(world(), asked=asked, scenario=shown, view=view, say=say)
    return _graph(ids.TORNADO_CHART, figure)


def _graph(id: str, figure: dict[str, Any]) -> dcc.Graph:
    return dcc.Graph(id=id, figure=figure, config={"displayModeBar": False, "responsive": True})


def _warm() -> None:
    """The first view, ahead of its first reader."""
    view = PAGE.view("")
    layout(view)
    for draw in (_comparison, _best, _challenge, _turning):
        draw(view)


def register(app: Dash) -> None:
    """Controls and URL both ways in the browser; numbers and words from the server."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="scenarios"),
        Output(ids.SCENARIO_URL, "search"),
        Output(ids.PLAN, "value"),
        Output(ids.PLAN, "budget"),
        Output(ids.PLAN, "here"),
        Output(ids.FUTURE, "value"),
        Output(ids.YEAR, "value"),
        Output(ids.SCENARIO_BASIS, "value"),
        Output(ids.GOAL, "value"),
        Output(ids.BORDER_SHARE, "value"),
        Output(ids.COMPARED, "value"),
        Output(ids.PLAN_MAP, "view"),
        Output(ids.SCENARIO_TURN, "data"),
        Input(ids.SCENARIO_URL, "search"),
        Input(ids.PLAN, "value"),
        Input(ids.PLAN, "budget"),
        Input(ids.FUTURE, "value"),
        Input(ids.YEAR, "value"),
        Input(ids.SCENARIO_BASIS, "value"),
        Input(ids.GOAL, "value"),
        Input(ids.BORDER_SHARE, "value"),
        Input(ids.COMPARED, "value"),
        Input(ids.PLAN_MAP, "event"),
        State(ids.SCENARIO_OFFERED, "data"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="frontierPicked"),
        Output(ids.PLAN, "value", allow_duplicate=True),
        Output(ids.PLAN, "budget", allow_duplicate=True),
        Input(ids.FRONTIER_CHART, "clickData"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.SCENARIO_NOTICE, "html"),
        Output(ids.SCENARIO_HEADLINE, "html"),
        Output(ids.PLAN_MAP, "fills"),
        Input(ids.SCENARIO_URL, "search"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    async def top(search: str, turn: Any) -> tuple[Any, ...]:
        _LATEST.asks(turn)

        def draw(view: View) -> tuple[Any, ...]:
            return (*_top(view), _fills(view))

        return await asyncio.to_thread(draw, PAGE.view(search))

    # Ranges follow the answer in words, and what takes longer follows the ranges.
    @app.callback(
        Output(ids.SCENARIO_EVIDENCE, "html"),
        Output(ids.RESULTS, "html"),
        Output(ids.PLAN, "ready"),
        Output(ids.SCENARIO_SETTLED, "data"),
        Input(ids.SCENARIO_HEADLINE, "html"),
        State(ids.SCENARIO_URL, "search"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    async def ranges(words: str, search: str, turn: Any) -> tuple[Any, ...]:
        return await slowly(
            lambda: (
                *_ranges(PAGE.view(search)),
                _ready(PAGE.view(search)),
                {"search": search, "turn": turn},
            ),
            awaited=lambda: _LATEST.awaits(turn),
            otherwise=(no_update, no_update, no_update, no_update),
        )

    parts = {
        ids.COMPARISON: _comparison,
        ids.BEST: _best,
        ids.CHALLENGE: _challenge,
        ids.TURNING: _turning,
    }
    for id, part in parts.items():
        _register_part(app, id, part)
    register_saved(app, page_view=PAGE.view)
    for id, graph in ((ids.PATHS, _paths), (ids.FRONTIER, _frontier), (ids.TORNADO, _tornado)):
        _register_graph(app, id, graph)


def _register_part(app: Dash, id: str, draw: Any) -> None:
    """A part that waits until the answer in words is there."""

    @app.callback(
        Output(id, "html"),
        Input(ids.SCENARIO_SETTLED, "data"),
        State(id, "html"),
    )
    async def part(settled: Any, shown: str) -> Any:
        if ctx.triggered_id is None and _WAITING not in (shown or ""):
            return no_update
        return await _drawn(draw, settled)


def _register_graph(app: Dash, id: str, draw: Any) -> None:
    """A chart, once the map has been painted."""

    @app.callback(
        Output(id, "children"),
        Input(ids.PLAN_MAP, "painted"),
        Input(ids.SCENARIO_SETTLED, "data"),
        prevent_initial_call=True,
    )
    async def graph(painted: bool, settled: Any) -> Any:
        return await _drawn(draw, settled) if painted else []


async def _drawn(draw: Any, settled: Any) -> Any:
    """What `draw` makes of the view whose ranges are there, unless its reader has gone on."""
    known = settled if isinstance(settled, dict) else {}
    return await slowly(
        lambda: draw(PAGE.view(known.get("search"))),
        awaited=lambda: _LATEST.awaits(known.get("turn")),
        otherwise=no_update,
    )


PAGE = Page(
    path="/scenarios",
    title="title_scenarios",
    menu="menu_scenarios",
    order=30,
    layout=layout,
    register=register,
    warm=_warm,
)
