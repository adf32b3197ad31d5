"""The table twin of the map: every province, its value, range, status, date and sources."""

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.links import method_link, source_links
from dashboard.evidence import amount, span, status_text
from dashboard.numbers import date_text
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def figure_table(here: World, *, view: View, say: Speaker) -> list[html.Div]:
    """The filled layer as a table, highest first, provinces without a value last."""
    layer = here.fills[view.layer]
    measure = layer.measure(view.measure)
    reading = here.readings[view.layer][view.measure]
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
                    html.Td(amount(figure, say=say, decimals=measure.decimals), className="number"),
                    html.Td(
                        span(figure, say=say, decimals=measure.decimals) or say("no_range"),
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
                            method=layer.method,
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
    head = [
        ("table_rank", "number"),
        ("table_province", None),
        ("table_value", "number"),
        ("table_range", "number"),
        ("table_status", None),
        ("table_date", None),
        ("table_sources", None),
    ]
    titles = {
        "table_rank": say("table_rank"),
        "table_province": say("table_province"),
        "table_value": say("table_value", unit=say.fill(measure.unit.in_(say.lang))),
        "table_range": say("table_range"),
        "table_status": say("table_status"),
        "table_date": say("table_date"),
        "table_sources": say("table_sources"),
    }
    return [
        html.Div(
            [
                html.H2(say("table_title", title=say.fill(measure.title.in_(say.lang)))),
                html.P(
                    [
                        say.fill(layer.about.in_(say.lang)),
                        " ",
                        method_link(layer.method, view=view, say=say),
                    ],
                    className="about",
                ),
            ],
            className="table-head",
        ),
        html.Div(
            html.Table(
                [
                    html.Thead(
                        html.Tr(
                            [
                                html.Th(titles[key], scope="col", className=name)
                                for key, name in head
                            ]
                        )
                    ),
                    html.Tbody(rows),
                ]
            ),
            className="table-scroll",
            tabIndex=0,
            role="region",
            **attributes(
                aria_label=say("table_title", title=say.fill(measure.title.in_(say.lang)))
            ),
        ),
    ]
