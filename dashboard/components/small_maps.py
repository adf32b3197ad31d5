"""Small maps side by side: every scenario on one scale, and the first against the second."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.section import section_head
from dashboard.figures.static_map import static_map
from dashboard.fill import Data
from dashboard.map_data import map_data
from dashboard.scenario_maps import difference_fill, small_fills
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import ranged_outcome, resting_on
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import World

_LAYER = "small"


def small_maps(
    here: World, *, asked: Asked, chosen: Sequence[Chosen], view: View, say: Speaker
) -> str:
    """HTML of the maps; where two or more are compared, the difference of the first two too."""
    fills = list(small_fills(asked, tuple(chosen), view.lang, view.digits).values())
    if len(chosen) > 1:
        fills.append(difference_fill(asked, chosen[0], chosen[1], view.lang, view.digits))
    head = section_head(
        here,
        title=say("small_maps_title", year=asked.year),
        about=say("small_maps_about"),
        figures=resting_on(
            asked.case,
            (
                ranged_outcome(one.played(asked), outcome="more_near_home", year=asked.year)
                for one in chosen
            ),
        ).values(),
        method="scenarios",
        view=view,
        say=say,
    )
    drawn = "".join(drawn_map(fill, view=view, say=say) for fill in fills)
    return f'{to_html(head)}<div class="small-maps">{drawn}</div>'


def drawn_map(fill: Data, *, view: View, say: Speaker) -> str:
    """One small map with its title and legend."""
    data: dict[str, Any] = {**map_data(view.lang, view.digits), "fills": {_LAYER: {"one": fill}}}
    shown: dict[str, Any] = {
        "layer": _LAYER,
        "measure": "one",
        "show": [],
        "province": view.province,
    }
    rows = [
        html.Li(
            [
                html.Span(className="key", style={"background": one["color"]}),
                html.Span(one["label"]),
                html.Span(one["count"], className="count"),
            ]
        )
        for one in fill["classes"]
    ]
    caption = html.Figcaption(
        [html.Strong(fill["title"]), " ", html.Span(fill["unit"], className="map-unit")]
    )
    legend = html.Ul(rows, className="small-legend", **attributes(aria_label=say("legend")))
    return f"<figure>{to_html(caption)}{static_map(data, shown)}{to_html(legend)}</figure>"
