"""The search for the best in many futures: begun and stopped by a button, told while it runs.

One callback tells how far the search for what the page shows is; while it runs, a clock in the
browser asks again. Without anybody who asks it ends.
"""

from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from analysis.robust import RobustOptimum
from dashboard import ids
from dashboard.components.scenario_robust import Looked, progress_told, robust_told, said
from dashboard.jobs import Jobs
from dashboard.scenario_view import read
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.robust import Progress, Search, look, search_of
from dashboard.slow_work import Latest, slowly
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world

Searches = Jobs[Search, Progress, RobustOptimum]

_NAME = 32


def register_robust(app: Dash, *, latest: Latest) -> None:
    """The button, the clock, and the view that is shown."""
    searches = Searches(look)
    app.server.state.closing.append(searches.close)

    @app.callback(
        Output(ids.ROBUST_ACT, "children"),
        Output(ids.ROBUST_ACT, "disabled"),
        Output(ids.ROBUST_TICK, "disabled"),
        Output(ids.ROBUST_SAID, "html"),
        Output(ids.ROBUST_PROGRESS, "html"),
        Output(ids.ROBUST, "html"),
        Input(ids.ROBUST_ACT, "n_clicks"),
        Input(ids.ROBUST_TICK, "n_intervals"),
        Input(ids.SCENARIO_SETTLED, "data"),
        State(ids.SCENARIO_TURN, "data"),
    )
    async def told(clicks: Any, ticks: Any, settled: Any, turn: Any) -> tuple[Any, ...]:
        known = settled if isinstance(settled, dict) else {}
        view = read(known.get("search"))
        reader = _reader(turn)
        if ctx.triggered_id == ids.ROBUST_ACT:
            press(searches, reader, view)
        return await slowly(
            lambda: answer(searches, reader, view),
            awaited=lambda: latest.awaits(known.get("turn")),
            otherwise=(no_update,) * 6,
        )


def press(searches: Searches, reader: str, view: View) -> None:
    """Begin the search for what a view shows, or stop it where it runs."""
    search = search_of(read_asked(view))
    if searches.state(reader, search).phase in ("waiting", "running"):
        searches.leave(reader)
    else:
        searches.ask(reader, search)


def answer(searches: Searches, reader: str, view: View) -> tuple[Any, ...]:
    """What stands in the section: the button, whether the clock rests, and what is told."""
    asked, say = read_asked(view), Speaker(lang=view.lang, digits=view.digits)
    search = search_of(asked)
    state: Looked = searches.state(reader, search)
    busy = state.phase in ("waiting", "running")
    result = (
        robust_told(world(), asked=asked, search=search, found=state.result, view=view, say=say)
        if state.result is not None
        else []
    )
    return (
        say("robust_stop") if busy else say("robust_ask"),
        state.phase == "done",
        not busy,
        to_html(said(state, say=say)),
        to_html(progress_told(state, say=say)),
        to_html(result),
    )


def _reader(turn: object) -> str:
    """The name of a reader, whatever a request held."""
    return str(turn.get("name"))[:_NAME] if isinstance(turn, dict) else ""
