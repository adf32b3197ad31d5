"""What lies in a province, and where the nearest open jobs are."""

from typing import Any

from dash import dcc, html

from dashboard.components.evidence_line import evidence_line
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.map_data import place_lines
from dashboard.profile.profile import Profile
from dashboard.profile_rows import near_rows
from dashboard.profile_words import nearby_sentences
from dashboard.province_view import province_link
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from layers import Place, Route


def nearest_jobs(here: World, *, found: Profile, view: View, say: Speaker) -> list[Any]:
    """Jobs within reach in words, then the nearest provinces where jobs wait."""
    near, title = found.nearby, say("profile_nearby_title")
    names = {code: one.name(say.lang) for code, one in here.geodata.provinces.items()}
    rows = [
        html.Tr(
            [
                html.Th(dcc.Link(row.name, href=province_link(view, row.code)), scope="row"),
                html.Td(row.km, className="number"),
                html.Td(ranged_cell(row.vacancies.value, row.vacancies.reach), className="number"),
                html.Td(ranged_cell(row.seekers.value, row.seekers.reach), className="number"),
                html.Td(ranged_cell(row.more_jobs.value, row.more_jobs.reach), className="number"),
            ]
        )
        for row in near_rows(found, say=say)
    ]
    heads = [
        say("table_province"),
        say("flow_km_head"),
        say("row_vacancies"),
        say("row_seekers"),
        say("profile_more_jobs_head"),
    ]
    figures = [near.seekers, near.vacancies, *(one.gap for one in near.nearest)]
    return [
        section_head(
            here,
            title=title,
            about=say("profile_nearby_about") if rows else say("profile_nearby_none"),
            figures=figures,
            method="balancing_distance",
            view=view,
            say=say,
        ),
        scroll_table(heads, rows, label=title, numbers=(1, 2, 3, 4)) if rows else html.Span(),
        *(html.P(line, className="told") for line in nearby_sentences(near, names, say=say)),
    ]


def what_lies_here(here: World, *, found: Profile, view: View, say: Speaker) -> list[Any]:
    """Places by their layer, then the corridors."""
    parts: list[Any] = [html.H2(say("profile_here_title"))]
    if not found.places:
        parts.append(html.P(say("profile_nothing_here"), className="about"))
    columns = [
        html.Div(
            [
                html.H3(_head(here, key, len(places), say=say)),
                html.Ul(
                    [_place(here, key, one, view=view, say=say) for one in places],
                    className="places",
                ),
            ]
        )
        for key, places in found.places.items()
    ]
    columns += [
        html.Div(
            [
                html.H3(_head(here, key, len(routes), say=say)),
                html.Ul(
                    [_route(here, key, one, view=view, say=say) for one in routes],
                    className="places",
                ),
            ]
        )
        for key, routes in found.routes.items()
    ]
    return [*parts, html.Div(columns, className="profile-places")]


def _head(here: World, key: str, count: int, *, say: Speaker) -> str:
    title = say.fill(here.overlays[key].title.in_(say.lang))
    return say("panel_places", title=title, count=count)


def _place(here: World, key: str, one: Place, *, view: View, say: Speaker) -> html.Li:
    return html.Li(
        [
            html.Strong(say.fill(one.name.in_(say.lang))),
            html.Span(_kind(here, key, one.category, say=say), className="kind"),
            html.Span(" · ".join(place_lines(one, say=say)), className="line"),
            _evidence(here, one, view=view, say=say),
        ]
    )


def _route(here: World, key: str, one: Route, *, view: View, say: Speaker) -> html.Li:
    names = [here.geodata.provinces[code].name(say.lang) for code in dict.fromkeys(one.provinces)]
    through = say("route_through", provinces=say("list_separator").join(names))
    return html.Li(
        [
            html.Strong(say.fill(one.name.in_(say.lang))),
            html.Span(_kind(here, key, one.category, say=say), className="kind"),
            html.Span(through, className="line"),
            _evidence(here, one, view=view, say=say),
        ]
    )


def _kind(here: World, key: str, category: str, *, say: Speaker) -> str:
    return say.fill(here.overlays[key].categories[category].title.in_(say.lang))


def _evidence(here: World, one: Place | Route, *, view: View, say: Speaker) -> html.P:
    return html.P(
        [
            *evidence_line(one, here=here, view=view, say=say),
        ],
        className="evidence",
    )
