"""A picture of one map."""

from collections.abc import Mapping
from typing import Any

from dashboard.exports.drawing import Drawing
from dashboard.exports.map_drawing import map_drawing
from dashboard.exports.map_legend import legend
from dashboard.exports.picture import Panel, Picture
from dashboard.exports.sheet import Sheet

Data = Mapping[str, Any]


def map_picture(data: Data, view: Data, *, sheet: Sheet) -> Picture:
    """The map that the component draws from `data` and `view`, with its legend."""
    fill = data["fills"][view["layer"]][view["measure"]]

    def draw(width: float, height: float) -> Drawing:
        return map_drawing(data, view, width=width, height=height)

    return Picture(
        sheet=sheet,
        title=fill["title"],
        unit=fill["unit"],
        panels=(Panel(draw=draw),),
        legend=legend(data, view),
        about=sheet.about,
        boundaries=True,
    )
