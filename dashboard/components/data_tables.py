"""How fresh each layer is, and every table with the meaning of its columns."""

from collections import Counter
from typing import Any

from dash import html

from dashboard.components.table import scroll_table
from dashboard.desk.route_paths import TABLE
from dashboard.desk.titles import column_title, table_title
from dashboard.evidence import short_sources
from dashboard.numbers import date_text
from dashboard.words import Speaker
from dashboard.world import World, world
from geodata import STATUSES
from geodata.declarations import PROVINCES, TABLES
from geodata.loadable import LOADABLE


def freshness(say: Speaker) -> html.Div:
    """A row a layer: its oldest and newest date, and provinces by status."""
    here = world()
    heads = [
        say("fresh_layer"),
        say("fresh_newest"),
        say("fresh_oldest"),
        say("status_reported"),
        say("status_computed"),
        say("status_estimated"),
        say("status_assumed"),
        say("table_sources"),
    ]
    rows = [_fill_row(here, key, say=say) for key in here.fills]
    rows += [_places_row(here, key, say=say) for key in here.overlays]
    return scroll_table(heads, rows, label=say("fresh_title"), numbers=(3, 4, 5, 6))


def tables(say: Speaker) -> list[Any]:
    """Each table folded: its columns with their meaning, its rows, and the table as a file."""
    geodata = world().geodata
    parts = []
    for name, table in {"provinces": PROVINCES, **TABLES, **LOADABLE}.items():
        known = geodata.provinces if table is PROVINCES else geodata.rows(name)
        count = sum(1 for _ in known)
        rows = [
            html.Tr([html.Th(html.Code(one), scope="row"), html.Td(column_title(one, say=say))])
            for one in table.columns
        ]
        heads = [say("desk_column"), say("dictionary_meaning")]
        link = html.A(say("table_csv"), href=f"{TABLE}{name}.csv", download="")
        parts.append(
            html.Details(
                [
                    html.Summary(
                        say("table_named", title=table_title(name, say=say), name=name, rows=count)
                    ),
                    html.P(link, className="take"),
                    scroll_table(heads, rows, label=table_title(name, say=say)),
                ],
                className="drawer",
            )
        )
    return parts


def _fill_row(here: World, key: str, *, say: Speaker) -> html.Tr:
    layer = here.fills[key]
    figures = here.readings[key][layer.measures[0].key].values
    return _row(
        layer.title.in_(say.lang),
        [(one.as_of, one.status, one.source_ids) for one in figures.values()],
        here=here,
        say=say,
    )


def _places_row(here: World, key: str, *, say: Speaker) -> html.Tr:
    marks = here.places.get(key) or here.routes.get(key) or ()
    return _row(
        here.overlays[key].title.in_(say.lang),
        [(one.as_of, one.status, one.source_ids) for one in marks],
        here=here,
        say=say,
    )


def _row(title: str, known: list[tuple[Any, ...]], *, here: World, say: Speaker) -> html.Tr:
    dates = sorted(as_of for as_of, _, _ in known) or [""]
    counts = Counter(status for _, status, _ in known)
    named = [source for _, _, sources in known for source in sources]
    return html.Tr(
        [
            html.Th(title, scope="row"),
            *(
                html.Td(say.fill(date_text(one, lang=say.lang)) if one else "")
                for one in (dates[-1], dates[0])
            ),
            *(html.Td(say.fill(str(counts[status])), className="number") for status in STATUSES),
            html.Td(short_sources(named, geodata=here.geodata, say=say), className="evidence"),
        ]
    )
