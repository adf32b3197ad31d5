"""A sheet of what scenarios bring by province, side by side, and the small maps that show it."""

from collections.abc import Mapping

import pandas as pd

from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    province_cells,
    province_columns,
)
from dashboard.exports.drawing import Drawing
from dashboard.exports.links import SCENARIOS, link_of
from dashboard.exports.map_drawing import map_drawing
from dashboard.exports.map_legend import class_keys
from dashboard.exports.picture import Panel
from dashboard.exports.sheet import Column, Sheet
from dashboard.exports.view_words import assumed_in_scenarios, scenario_filters
from dashboard.fill import Data
from dashboard.map_data import map_data
from dashboard.scenarios.asked import Asked
from dashboard.state import View
from dashboard.words import Speaker
from geodata import Figure
from geodata.provinces import CODES

_LAYER = "small"


def small_sheet(
    key: str,
    values: Mapping[str, "pd.Series[float]"],
    *,
    titles: Mapping[str, str],
    figures: tuple[Figure, ...],
    asked: Asked,
    view: View,
    say: Speaker,
) -> Sheet:
    """A row a province, a column each of `values`; central values, as on the maps."""
    unit = say("near_home_unit", year=asked.year)
    columns = (
        *province_columns(say),
        *(
            Column(
                name=name,
                title=titles[name],
                kind="number",
                about=say("col_central_about"),
                unit=unit,
            )
            for name in values
        ),
        *evidence_columns(say),
    )
    evidence = evidence_cells(figures)
    rows = tuple(
        (*province_cells(code), *(float(one[code]) + 0.0 for one in values.values()), *evidence)
        for code in CODES
    )
    return Sheet(
        key=key,
        lang=say.lang,
        title=say("small_maps_title", year=asked.year),
        unit=unit,
        about="",
        filters=scenario_filters(asked, view, say=say),
        link=link_of(SCENARIOS, view),
        names=(key, str(asked.year), asked.case.basis),
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed_in_scenarios(asked, view, say=say),
    )


def small_map(fill: Data, *, view: View) -> Panel:
    """One map with its title and its classes, without names of provinces, as on the page."""
    data, shown = small_data(fill, view=view)

    def draw(width: float, height: float) -> Drawing:
        return map_drawing(data, shown, width=width, height=height, named=False)

    return Panel(draw=draw, title=fill["title"], keys=class_keys(fill))


def small_data(fill: Data, *, view: View) -> tuple[Data, Data]:
    """What the map is drawn from: the fill alone, and the province that is selected."""
    data = {**map_data(view.lang, view.digits), "fills": {_LAYER: {_LAYER: fill}}}
    return data, {"layer": _LAYER, "measure": _LAYER, "show": [], "province": view.province}
