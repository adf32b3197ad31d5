"""One province: its key figures against the country, what lies in it, and the sources."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.evidence_line import evidence_line
from dashboard.components.links import source_links
from dashboard.components.profile_link import profile_link
from dashboard.evidence import amount, span, status_text
from dashboard.map_data import place_lines
from dashboard.numbers import date_text
from dashboard.own_words import CAMBODIA, middle_only
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure, Province
from layers import FillLayer, Measure, PointLayer, Reading


def province_panel(here: World, *, view: View, say: Speaker, alone: bool = False) -> list[Any]:
    """The panel of the selected province; a hint where none is selected.

    `alone`: as a page of its own, which is neither closed nor leads to more.
    """
    if view.province is None:
        return [html.P(say("panel_hint"), className="hint")]
    province = here.geodata.provinces[view.province]
    borders = [
        {
            "TH": say("country_thailand"),
            "VN": say("country_vietnam"),
            "LA": say("country_laos"),
            "KH": CAMBODIA.in_(say.lang),
        }[country]
        for country in province.borders
    ]
    capital = province.capital_km if say.lang == "km" else province.capital_en
    facts = [] if middle_only(province) else [say("panel_capital", name=capital)]
    if borders:
        facts.append(say("panel_borders", countries=say("list_separator").join(borders)))
    return [
        html.Div(
            [
                (html.H1 if alone else html.H2)(_names(province, say=say)),
                *([] if alone else [_close(say)]),
            ],
            className="panel-head",
        ),
        html.P(" ".join(facts), className="about"),
        *([] if alone else [profile_link(province.code, view=view, say=say)]),
        html.Dl(
            [
                row
                for layer_key, layer in here.fills.items()
                for measure in layer.measures
                if measure.in_panel
                for row in _figure_rows(
                    here,
                    code=province.code,
                    layer=layer,
                    measure=measure,
                    reading=here.readings[layer_key][measure.key],
                    view=view,
                    say=say,
                )
            ],
            className="key-figures",
        ),
        *(
            part
            for key, layer in here.overlays.items()
            if isinstance(layer, PointLayer)
            for part in _places(here, key=key, layer=layer, view=view, say=say)
        ),
    ]


def _names(province: Province, *, say: Speaker) -> list[Any]:
    """The name, and that in the other language where it is another."""
    other = "en" if say.lang == "km" else "km"
    both = (province.name(say.lang), province.name(other))
    if both[0] == both[1]:
        return [both[0]]
    return [both[0], html.Span(both[1], lang=other)]


def _close(say: Speaker) -> html.Button:
    return html.Button(
        say("close"),
        type="button",
        className="close",
        **attributes(data_act="close-province"),
    )


def _figure_rows(
    here: World,
    *,
    code: str,
    layer: FillLayer,
    measure: Measure,
    reading: Reading,
    view: View,
    say: Speaker,
) -> list[Any]:
    label = html.Dt(say.fill(measure.title.in_(say.lang)))
    figure = reading.values.get(code)
    if figure is None:
        return [label, html.Dd(say("legend_missing"), className="missing")]
    ordered = sorted((one.value for one in reading.values.values()), reverse=True)
    rank = say("rank_of", rank=ordered.index(figure.value) + 1, count=len(ordered))
    reach = span(figure, say=say, decimals=measure.decimals)
    return [
        label,
        html.Dd(
            [
                html.P(
                    [
                        html.Strong(amount(figure, say=say, decimals=measure.decimals)),
                        html.Span(f" {say.fill(measure.unit.in_(say.lang))}"),
                        html.Span(f" {reach}", className="range") if reach else None,
                        html.Span(rank, className="rank"),
                    ]
                ),
                _bar(figure, measure=measure, reading=reading, say=say),
                _evidence(figure, here=here, method=layer.method, view=view, say=say),
            ]
        ),
    ]


def _bar(figure: Figure, *, measure: Measure, reading: Reading, say: Speaker) -> html.Div | None:
    """Share of the country for counts; the province against the country's rate for rates."""
    national = reading.national
    if national is None:
        return None
    if measure.additive:
        share = 100 * figure.value / national.value
        text = say("share_of_country", share=f"{share:.1f}" if share < 10 else f"{share:.0f}")
        width, mark = share, None
    else:
        top = max(one.value for one in reading.values.values())
        text = say("country_has", value=amount(national, say=say, decimals=measure.decimals))
        width, mark = 100 * figure.value / top, 100 * national.value / top
    return html.Div(
        [
            html.Div(
                [
                    html.Span(className="bar-fill", style={"width": f"{width:.1f}%"}),
                    html.Span(className="bar-mark", style={"left": f"{mark:.1f}%"})
                    if mark is not None
                    else None,
                ],
                className="bar",
                **attributes(aria_hidden="true"),
            ),
            html.Span(text, className="bar-text"),
        ],
        className="bar-row",
    )


def _evidence(
    figure: Figure, *, here: World, method: str | None, view: View, say: Speaker
) -> html.P:
    return html.P(
        [
            *evidence_line(figure, here=here, view=view, say=say, most=2, method=method),
        ],
        className="evidence",
    )


def _places(here: World, *, key: str, layer: PointLayer, view: View, say: Speaker) -> list[Any]:
    places = [place for place in here.places[key] if place.province_code == view.province]
    if not places:
        return []
    items = [
        html.Li(
            [
                html.Strong(say.fill(place.name.in_(say.lang))),
                html.Span(
                    say.fill(layer.categories[place.category].title.in_(say.lang)),
                    className="kind",
                ),
                html.Span(" · ".join(place_lines(place, say=say)), className="line"),
                html.P(
                    [
                        say(
                            "fact_evidence",
                            status=status_text([place.status], say=say),
                            date=date_text(place.as_of, lang=say.lang),
                        ),
                        " ",
                        *source_links(place.source_ids, geodata=here.geodata, view=view, say=say),
                    ],
                    className="evidence",
                ),
            ]
        )
        for place in places
    ]
    title = say("panel_places", title=say.fill(layer.title.in_(say.lang)), count=len(places))
    return [html.H3(title), html.Ul(items, className="places")]
