"""Which data holds, in words: on its page, below every page, and where it cannot be used."""

from typing import Any

from dash import dcc, html

from dashboard.components.links import keep
from dashboard.data_here import data_here
from dashboard.desk.titles import table_title
from dashboard.desk_words import data_problem
from dashboard.numbers import date_text
from dashboard.state import View
from dashboard.store import DataVersion, StoreError
from dashboard.store_here import in_force_here
from dashboard.store_words import time_text
from dashboard.words import Speaker
from dashboard.world import world
from geodata.own import OWN

NOW = "data-now"
_COUNTED = ("counted_returnees", "counted_placed", "counted_vacancies")


def version_link(view: View, *, say: Speaker) -> dcc.Link:
    """Which version a page is drawn from, with the way to it."""
    number = data_here().number
    text = say("foot_version", number=number) if number else _at_first(say)
    return dcc.Link(text, href=f"/data{keep(view)}#{NOW}")


def _at_first(say: Speaker) -> str:
    """What the data is called before anything was loaded."""
    return say("own_foot_data") if OWN else say("foot_shipped")


def unusable(say: Speaker) -> list[Any]:
    """A notice where the newest data cannot be used, or nothing."""
    in_force = in_force_here()
    problem = in_force.problem if in_force else None
    if problem is None:
        return []
    told = data_problem(problem, say=say) if isinstance(problem, StoreError) else str(problem)
    number = data_here().number
    shown = say("version_named", number=number) if number else say("version_shipped")
    return [html.P(say("data_unusable", shown=shown, problem=told), className="notice")]


def data_now(version: DataVersion | None, *, say: Speaker) -> list[Any]:
    """The version that holds: since when, by whom, what is counted and what is estimated.

    `version`: what the database says of it, or nothing where it cannot be asked.
    """
    here, data = world(), data_here()
    if not data.number:
        first = say("own_now") if OWN else say("now_shipped")
        if OWN:
            return [html.P(first)]
        return [html.P(first), html.P(say("now_nothing_counted"))]
    parts: list[Any] = []
    if version is not None:
        told = say(
            "now_version",
            number=data.number,
            time=time_text(version.made_at, say=say),
            who=version.author,
        )
        parts.append(html.P([html.Strong(told), _note(version)]))
        if version.restored_from is not None:
            parts.append(html.P(say("now_restored", number=version.restored_from)))
    total = len(here.geodata.provinces)
    counted = []
    for name in _COUNTED:
        codes = {row.province_code for row in here.geodata.rows(name)}
        if codes:
            counted.append(
                html.Li(
                    say(
                        "now_counted",
                        table=table_title(name, say=say),
                        count=len(codes),
                        left=total - len(codes),
                    )
                )
            )
    parts.append(
        html.Ul(counted, className="told-list") if counted else html.P(say("now_nothing_counted"))
    )
    rows = [
        html.Li(
            say(
                "now_load",
                table=table_title(name, say=say),
                rows=len(frame),
                source=load.source.short,
                title=load.source.title,
                date=_latest(frame["as_of"], say=say) if "as_of" in frame else load.source.year,
            )
        )
        for load in data.loads
        for name, frame in load.tables.items()
    ]
    if rows:
        parts += [html.P(say("now_loaded")), html.Ul(rows, className="told-list")]
    return parts


def _note(version: DataVersion) -> html.Span | str:
    return html.Span(f" {version.note}", className="saved-note") if version.note else ""


def _latest(dates: Any, *, say: Speaker) -> str:
    return say.fill(date_text(max(dates), lang=say.lang))
