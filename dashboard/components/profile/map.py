"""Where a province lies: close, with what is in and around it, and in the country."""

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.drawn import drawn
from dashboard.profile_drawings import close, in_country, legend
from dashboard.words import Speaker
from geodata.provinces import Province

_WIDTH, _HEIGHT, _SMALL = 720, 560, 190


def profile_map(*, province: Province, say: Speaker) -> html.Figure:
    """Both maps, with a legend of the marks."""
    name = province.name(say.lang)
    near = close(province, say=say, width=_WIDTH, height=_HEIGHT)
    marks = [html.Li([drawn(one.drawing), html.Span(one.title)]) for one in legend(say)]
    country = in_country(province, say=say, width=_SMALL)
    return html.Figure(
        [
            drawn(near, title=say("profile_map", name=name), className="close"),
            html.P(say("map_credit"), className="map-credit"),
            html.Div(
                [
                    drawn(country, title=say("profile_where", name=name), className="locator"),
                    html.Ul(
                        [
                            html.Li([drawn(one.drawing), html.Span(one.title)])
                            for one in legend(say)
                        ],
                        className="profile-marks",
                        **attributes(aria_label=say("legend")),
                    ),
                ],
                className="profile-legend",
            ),
        ],
        className="profile-map",
    )
