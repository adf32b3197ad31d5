"""The parts of the page of reintegration, each drawn for a view."""

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.links import method_link
from dashboard.components.monitor import time
from dashboard.components.monitor.by_sex import by_sex, topic_title
from dashboard.components.monitor.funnel import funnel
from dashboard.components.monitor.funnel_national import funnel_national
from dashboard.components.monitor.head import head, notices, published_instead
from dashboard.components.monitor.index_part import index_part
from dashboard.components.monitor.kept import kept
from dashboard.components.monitor.provinces import provinces
from dashboard.components.section import chart
from dashboard.components.take_picture import take_picture
from dashboard.components.take_table import take_table
from dashboard.monitor.asked import Asked, read_asked
from dashboard.monitor.measures import Topic
from dashboard.monitor.released import Registry, registry
from dashboard.monitor_words import release_evidence, whom
from dashboard.registry.counting import counting_here
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world

Html = dict[str, str]


def parts(view: View) -> Html:
    """HTML of every part that follows the address, by its id."""
    say, asked, found = _case(view)
    here = world()
    return {
        ids.MONITOR_NOTICE: to_html(notices(found, asked=asked, view=view, say=say)),
        ids.MONITOR_HEAD: to_html(head(here, found, asked=asked, view=view, say=say)),
        ids.MONITOR_FUNNEL: to_html(
            [
                *_title(
                    say("funnel_title"), say("funnel_about"), found, "funnel", view=view, say=say
                ),
                *_about(found, asked=asked, say=say),
                *(
                    funnel(found, asked=asked, say=say)
                    if found.release
                    else [funnel_national(here, view=view, say=say), _nothing(say)]
                ),
            ]
        ),
        ids.MONITOR_TIME_HEAD: to_html(
            [
                *_title(
                    say("survival_title"),
                    say("survival_about"),
                    found,
                    "survival",
                    view=view,
                    say=say,
                ),
                *_about(found, asked=asked, say=say),
                html.P(time.half_told(found, asked=asked, say=say), className="told"),
            ]
        ),
        ids.MONITOR_TIME_TABLE: to_html(_time_table(found, asked=asked, view=view, say=say)),
        ids.MONITOR_TABLES: to_html(_tables(found, asked=asked, view=view, say=say)),
        ids.MONITOR_INDEX: to_html(
            [
                html.H2(say("index_title")),
                html.P(
                    [
                        say("index_about"),
                        " ",
                        method_link("reintegration_index", view=view, say=say),
                    ],
                    className="about",
                ),
                *(
                    [published_instead(asked, view=view, say=say)]
                    if found.synthetic
                    else index_part(here, asked=asked, view=view, say=say)
                ),
            ]
        ),
        ids.MONITOR_RELEASES: to_html(
            [
                html.H2(say("releases_title")),
                html.P(
                    [
                        say("releases_about")
                        if counting_here().kept_in is None
                        else say("releases_about_keeping"),
                        " ",
                        method_link("suppression", view=view, say=say),
                    ],
                    className="about",
                ),
                kept(found, say=say),
            ]
        ),
    }


def curve_chart(view: View) -> list[dcc.Graph | html.P]:
    """The chart of the time to work, or a sentence where there is none."""
    say, asked, found = _case(view)
    shown = time.curves(found, asked=asked, say=say)
    if not shown:
        told = say("survival_hidden") if found.release else say("monitor_no_counts")
        return [html.P(told, className="no-chart hint")]
    return [chart(ids.MONITOR_CURVE_CHART, time.figure(shown, say=say))]


def _time_table(found: Registry, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    shown = time.curves(found, asked=asked, say=say)
    if not shown:
        return []
    return [
        time.legend(shown),
        take_picture("monitor_survival", view=view, say=say),
        time.table(shown, say=say),
    ]


def _tables(found: Registry, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    here = world()
    topics: dict[Topic, str] = {
        "work": say("monitor_work_about"),
        "skills": say("monitor_skills_about"),
        "debt": say("monitor_debt_about"),
    }
    sections = [
        html.Section(
            [
                html.H2(topic_title(topic, say=say)),
                html.P(about, className="about"),
                by_sex(here, topic, found, asked=asked, view=view, say=say),
            ],
            className="part",
        )
        for topic, about in topics.items()
    ]
    sections.append(html.Section(take_table("monitor", view=view, say=say)))
    if found.release is not None:
        sections.append(
            html.Section(
                [
                    *_title(
                        say("monitor_provinces_title"),
                        say("monitor_provinces_about"),
                        found,
                        "suppression",
                        view=view,
                        say=say,
                    ),
                    provinces(here, found, asked=asked, view=view, say=say),
                    html.P(say("monitor_hidden_note"), className="hint"),
                    take_table("monitor_provinces", view=view, say=say),
                ],
                className="part",
            )
        )
    return sections


def _title(
    title: str, about: str, found: Registry, method: str, *, view: View, say: Speaker
) -> list[Any]:
    evidence = release_evidence(found.head, say=say) if found.head else ""
    return [
        html.H2(title),
        html.P(about, className="about"),
        html.P([evidence, " ", method_link(method, view=view, say=say)], className="evidence"),
    ]


def _about(found: Registry, *, asked: Asked, say: Speaker) -> list[Any]:
    return [html.P(whom(asked, say=say), className="kicker")] if found.release else []


def _nothing(say: Speaker) -> html.P:
    return html.P([say("monitor_no_counts"), " ", html.A(say("monitor_how"), href="#load")])


def _case(view: View) -> tuple[Speaker, Asked, Registry]:
    asked = read_asked(view)
    return Speaker(lang=view.lang, digits=view.digits), asked, registry(asked)
