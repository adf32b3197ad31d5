"""The table twin of the map: every province, its value, range, status, date and sources."""

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.links import method_link, source_links
from dashboard.components.table import scroll_table
from dashboard.evidence import amount, span, status_text
from dashboard.numbers import date_text
from dashboard.shown import Shown
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def figure_table(here: World, *, shown: Shown, view: View, say: Speaker) -> list[html.Div]:
    """One measure as a table, highest first, provinces without a value last."""
    reading = shown.reading
    provinces = here.geodata.provinces
    ranked = sorted(reading.values, key=lambda code: -reading.values[code].value)
    rows = []
    for rank, code in enumerate(ranked, start=1):
        figure = reading.values[code]
        rows.append(
            html.Tr(
                [
                    html.Td(say.fill(str(rank)), className="number"),
                    html.Th(provinces[code].name(say.lang), scope="row"),
                    html.Td(amount(figure, say=say, decimals=shown.decimals), className="number"),
                    html.Td(
                        span(figure, say=say, decimals=shown.decimals) or say("no_range"),
                        className="number",
                    ),
                    html.Td(status_text([figure.status], say=say)),
                    html.Td(say.fill(date_text(figure.as_of, lang=say.lang))),
                    html.Td(
                        source_links(
                            figure.source_ids,
                            geodata=here.geodata,
                            view=view,
                            say=say,
                            most=3,
                            method=shown.method,
                        )
                    ),
                ],
                **attributes(data_row=code),
            )
        )
    for code in provinces:
        if code not in reading.values:
            rows.append(
                html.Tr(
                    [
                        html.Td(""),
                        html.Th(provinces[code].name(say.lang), scope="row"),
                        html.Td(say("legend_missing"), colSpan=5),
                    ],
                    **attributes(data_row=code),
                )
            )
    title = say("table_title", title=say.fill(shown.title.in_(say.lang)))
    heads = [
        say("table_rank"),
        say("table_province"),
        say("table_value", unit=say.fill(shown.unit.in_(say.lang))),
        say("table_range"),
        say("table_status"),
        say("table_date"),
        say("table_sources"),
    ]
    about = [
        say.fill(shown.about.in_(say.lang)),
        " ",
        method_link(shown.method, view=view, say=say),
    ]
    return [
        html.Div([html.H2(title), html.P(about, className="about")], className="table-head"),
        scroll_table(heads, rows, label=title, numbers=(0, 2, 3)),
    ]
