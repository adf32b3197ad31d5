"""The head of the page of reintegration: the answer in words, whom it is about, what to look at."""

from dataclasses import replace
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.links import method_link, source_links
from dashboard.components.monitor.warnings import warnings
from dashboard.components.notice import notice
from dashboard.desk_words import data_problem
from dashboard.evidence import amount, status_text
from dashboard.monitor.asked import Asked, monitor_query
from dashboard.monitor.released import Registry, count_of
from dashboard.monitor.surveyed import RECOVERY, finding
from dashboard.monitor_words import release_evidence, whom
from dashboard.numbers import date_text, number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import joined, weakest
from geodata.provinces import NATIONAL


def notices(found: Registry, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    """What the link got wrong, and a database that is away."""
    told = replace(view, unreadable=(*view.unreadable, *asked.unreadable))
    lines = notice(told, say=say)
    if found.problem is not None:
        lines.append(html.P(data_problem(found.problem, say=say)))
    return lines


def head(here: World, found: Registry, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    """The answer, from the registry where there is one, or else from the survey."""
    parts: list[Any] = []
    if found.synthetic:
        parts.append(html.P(html.Strong(say("monitor_synthetic")), className="banner"))
        parts.append(published_instead(asked, view=view, say=say))
        strip = html.P(
            say("monitor_synthetic_strip"),
            className="synthetic-strip",
            **attributes(aria_hidden="true"),
        )
        parts.append(strip)
    if found.aside:
        shown = monitor_query(view, replace(asked, published=False, unreadable=()))
        link = html.A(say("monitor_synthetic_show"), href=f"/monitor{shown}")
        parts.append(html.P([say("monitor_synthetic_aside"), " ", link], className="hint"))
    parts.append(html.P(whom(asked, say=say), className="kicker"))
    if found.release is None or found.head is None:
        return [*parts, *_of_survey(here, asked=asked, view=view, say=say)]
    return [
        *parts,
        html.H1(_sentence(found, asked=asked, say=say)),
        html.P(
            [release_evidence(found.head, say=say), " ", method_link("funnel", view=view, say=say)],
            className="evidence",
        ),
        *warnings(here, found, asked=asked, view=view, say=say),
    ]


def published_instead(asked: Asked, *, view: View, say: Speaker) -> html.P:
    """That real figures are not shown beside synthetic records, and where they are."""
    query = monitor_query(view, replace(asked, published=True, unreadable=()))
    link = html.A(say("monitor_published"), href=f"/monitor{query}")
    return html.P([say("monitor_published_apart"), " ", link], className="hint")


def _sentence(found: Registry, *, asked: Asked, say: Speaker) -> str:
    if found.release is None:
        return ""
    people, work, durable = (
        count_of(found.release, *part, place=asked.place, sex=asked.sex)
        for part in (("people", "all"), ("funnel", "in_work"), ("job_quality", "at_least"))
    )
    if people.value is None:
        return say("monitor_headline_unseen")
    count = say.fill(number(people.value))
    if people.value == 0:
        return say("monitor_headline_nobody")
    if work.value is None or work.version != people.version:
        return say("monitor_headline_hidden", people=count)
    in_work = say.fill(number(work.value))
    share = say.fill(number(100 * work.value / people.value))
    if durable.value is None or durable.version != people.version:
        return say("monitor_headline_work", people=count, work=in_work, share=share)
    lasting = say.fill(number(100 * durable.value / people.value))
    return say("monitor_headline", people=count, work=in_work, share=share, durable=lasting)


def _of_survey(here: World, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    province = asked.place[1] if asked.place[0] == "province" else None
    keys = ("earning_210", "income_before", "income_after", RECOVERY)
    told = {key: finding(key, province=province) for key in keys}
    known = [one for one in told.values() if one is not None]
    if len(known) < len(keys):
        return [html.H1(say("monitor_nothing")), _how_to_load(say)]
    figures = [one.figure for one in known]
    share, before, after, recovery = figures
    national = all(one.place == NATIONAL for one in known)
    return [
        html.H1(
            say(
                "monitor_headline_survey",
                share=amount(share, say=say),
                before=amount(before, say=say),
                after=amount(after, say=say),
                percent=say.fill(number(100 - recovery.value)),
            )
        ),
        html.P(
            [
                html.Span(say("monitor_national"), className="tag") if national else "",
                " ",
                say(
                    "fact_evidence",
                    status=status_text([weakest(one.status for one in figures)], say=say),
                    date=say.fill(date_text(max(one.as_of for one in figures), lang=say.lang)),
                ),
                " ",
                *source_links(
                    joined(*(one.source_ids for one in figures)),
                    geodata=here.geodata,
                    view=view,
                    say=say,
                ),
            ],
            className="evidence",
        ),
        _how_to_load(say),
    ]


def _how_to_load(say: Speaker) -> html.P:
    return html.P([say("monitor_no_registry"), " ", html.A(say("monitor_how"), href="#load")])
