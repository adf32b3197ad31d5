"""Every publication that a number rests on, those of loads among them."""

from typing import Any

from dash import html

from dashboard.components.table import scroll_table
from dashboard.words import Speaker
from dashboard.world import world


def sources(say: Speaker) -> html.Div:
    """A row a publication, with licence and how it was read."""
    heads = [say("source_short"), say("source_title"), say("source_licence"), say("source_read")]
    rows = []
    for row in world().geodata.sources.values():
        title: Any = row.title
        if row.url:
            title = html.A(row.title, href=row.url, rel="noreferrer noopener", target="_blank")
        rows.append(
            html.Tr(
                [
                    html.Th([row.name(say.lang), html.Code(row.id)], scope="row"),
                    html.Td([title, html.Br(), f"{row.publisher}, {row.year}"], lang="en"),
                    html.Td(row.licence, lang="en"),
                    html.Td(row.how_read, lang="en"),
                ],
                id=row.id,
            )
        )
    return scroll_table(heads, rows, label=say("sources_title"))
