"""Where a province lies: close, with what is in and around it, and in the country."""

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.drawn import drawn
from dashboard.credit import map_credit
from dashboard.profile_drawings import close, in_country, legend
from dashboard.words import Speaker
from geodata.provinces import Province

_WIDE, _NARROW = (720, 560), (380, 360)
_SMALL = 190


def profile_map(*, province: Province, say: Speaker) -> html.Figure:
    """Both maps, the first for wide screens and for phones, with a legend of the marks."""
    name = province.name(say.lang)
    title = say("profile_map", name=name)
    near, phone = (
        close(province, say=say, width=width, height=height) for width, height in (_WIDE, _NARROW)
    )
    marks = [html.Li([drawn(one.drawing), html.Span(one.title)]) for one in legend(say)]
    country = in_country(province, say=say, width=_SMALL)
    return html.Figure(
        [
            drawn(near, title=title, className="near-map wide"),
            drawn(phone, title=title, className="near-map narrow"),
            html.P(map_credit(say), className="map-credit"),
            html.Div(
                [
                    drawn(country, title=say("profile_where", name=name), className="locator"),
                    html.Ul(
                        marks, className="profile-marks", **attributes(aria_label=say("legend"))
                    ),
                ],
                className="profile-legend",
            ),
        ],
        className="profile-map",
    )
