"""The best in many futures: how far the search is, what it found, and how others do there."""

from typing import Any

import numpy as np
from dash import dcc, html

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.robust import RobustOptimum
from analysis.scenario import YEARS
from dashboard import ids
from dashboard.components.block import Block
from dashboard.components.scenario_best import money_table
from dashboard.components.scenario_prices import limit_sentences
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.jobs import State
from dashboard.mismatch.market import market
from dashboard.mismatch.ranges import ranged
from dashboard.numbers import known_step, number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.evidence import resting_on, sources_of
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.played import Played
from dashboard.scenarios.robust import (
    DRAWS,
    InWorlds,
    Progress,
    Search,
    in_worlds,
    plain_best,
    taking_part,
)
from dashboard.state import View
from dashboard.wish_controls import aims
from dashboard.words import Speaker
from dashboard.world import World

Looked = State[Progress, RobustOptimum]
_TICK_MS = 700
_LAST = YEARS[-1]


def robust_section(view: View, *, say: Speaker) -> html.Section:
    """The section: the aim, one button that begins and stops, and places for what is told."""
    worlds = DRAWS * len(futures())
    return html.Section(
        [
            html.H2(say("robust_title")),
            html.P(
                say("robust_about", worlds=worlds, futures=len(futures()), draws=DRAWS),
                className="about",
            ),
            html.Div(
                [
                    aims(view, say=say),
                    html.Div(
                        html.Button(
                            say("robust_ask"), id=ids.ROBUST_ACT, type="button", className="reset"
                        ),
                        className="plan-acts",
                    ),
                ],
                className="conditions robust-acts",
            ),
            Block("", id=ids.ROBUST_SAID, className="hint", attributes={"role": "status"}),
            Block("", id=ids.ROBUST_PROGRESS, tag="p", className="hint"),
            dcc.Interval(id=ids.ROBUST_TICK, interval=_TICK_MS, disabled=True),
            Block("", id=ids.ROBUST),
        ],
        className="part robust",
    )


def said(state: Looked, *, say: Speaker) -> str:
    """One line for who cannot see the progress; it changes only when the search does."""
    if state.phase == "waiting" and state.ahead:
        return say("robust_waiting", count=state.ahead)
    return {
        "idle": "",
        "waiting": say("robust_running"),
        "running": say("robust_running"),
        "done": say("robust_done"),
        "failed": say("robust_failed"),
    }[state.phase]


def progress_told(state: Looked, *, say: Speaker) -> str:
    """Rounds so far, and how far from the best it is at most."""
    if state.phase != "running" or state.progress is None:
        return ""
    rounds, value, bound = state.progress
    return say(
        "robust_progress",
        round=rounds,
        people=say.fill(number(value, step=100.0)),
        gap=say.fill(number(bound - value)),
    )


def robust_told(
    here: World, *, asked: Asked, search: Search, found: RobustOptimum, view: View, say: Speaker
) -> list[Any]:
    """What was found: people, how sure, where the money goes, and every world's numbers."""
    case, plan = search.wish.case, found.scenario.allocations
    mine, nothing = in_worlds((case, plan)), in_worlds((case, ()))
    gained = ranged(
        mine.mean - nothing.mean,
        mine.all - nothing.all,
        source_ids=sources_of(Played(case=case, future="none", plan=plan)),
        as_of=market(case).as_of,
    )
    step = known_step(gained)
    others = {"nothing": nothing, "robust": mine, "best": in_worlds((case, plain_best(search)))}
    if asked.plan:
        others["plan"] = in_worlds((case, asked.plan))
    title = say("robust_found")
    return [
        section_head(
            here,
            title=title,
            about=" ".join(_sentences(search, found, mine, nothing, step=step, say=say)),
            figures=resting_on(asked.case, [gained]).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        html.Div(
            [
                html.Div(money_table(here, plan, title=title, view=view, say=say)),
                html.Div(_worlds(others, step=step, say=say)),
            ],
            className="halves",
        ),
        html.P(_left_out(search, asked, say=say), className="hint"),
    ]


def _sentences(
    search: Search,
    found: RobustOptimum,
    mine: InWorlds,
    nothing: InWorlds,
    *,
    step: float,
    say: Speaker,
) -> list[str]:
    """What the aim reaches, from world to world, and how far from the best it is at most."""
    more = mine.all - nothing.all
    low, high = np.quantile(more, (0.1, 0.9)).tolist()
    usd = say.fill(number(search.wish.usd / MILLION))
    people = say.fill(number(found.value, step=step))
    gained = say.fill(number(found.value - nothing.reached(search.aim), step=step))
    sentence = (
        say("robust_sentence", usd=usd, people=people, more=gained, year=_LAST)
        if search.aim == "mean"
        else say("robust_sentence_worst", usd=usd, people=people, more=gained, year=_LAST)
    )
    spread = say(
        "robust_spread",
        low=say.fill(number(low, step=step)),
        high=say.fill(number(high, step=step)),
    )
    gap = say.fill(number(max(found.bound - found.value, 0.0)))
    bound = say("robust_bound", gap=gap) if found.finished else say("robust_unfinished", gap=gap)
    return [sentence, spread, *limit_sentences(search.wish, say=say), bound]


def _worlds(plans: dict[str, InWorlds], *, step: float, say: Speaker) -> list[Any]:
    """People placed near home with each plan: the mean of each future, of all, the worst tenth."""
    names = {
        "nothing": say("robust_nothing"),
        "robust": say("robust_title"),
        "best": say("robust_plain"),
        "plan": say("your_plan"),
    }

    def row(name: str, values: list[float], *, css: str | None = None) -> html.Tr:
        best = max(values)
        cells = [say.fill(number(value, step=step)) for value in values]
        return html.Tr(
            [
                html.Th(name, scope="row"),
                *(
                    html.Td(html.Strong(cell) if value == best else cell, className="number")
                    for cell, value in zip(cells, values, strict=True)
                ),
            ],
            className=css,
        )

    title = say("robust_worlds", year=_LAST)
    some = list(plans.values())
    rows = [
        row(
            say.fill(one.title.in_(say.lang)),
            [float(plan.placed[key].mean()) for plan in some],
        )
        for key, one in futures().items()
    ]
    rows.append(row(say("robust_mean"), [plan.mean for plan in some], css="over"))
    rows.append(row(say("robust_worst"), [plan.worst for plan in some]))
    heads = [say("regret_future"), *(names[key] for key in plans)]
    return [
        html.H3(title),
        html.Div(
            scroll_table(heads, rows, label=title, numbers=tuple(range(1, len(heads)))),
            className="beside",
        ),
    ]


def _left_out(search: Search, asked: Asked, *, say: Speaker) -> str:
    """Instruments that cannot take part, and the limit that does not count."""
    inside = taking_part((search.wish.case, search.wish.start))
    names = [
        say.fill(one.title.in_(say.lang)) for key, one in instruments().items() if key not in inside
    ]
    text = say("robust_left_out", instruments=say("list_separator").join(names))
    return f"{text} {say('robust_no_women')}" if asked.wanted.women_percent else text
