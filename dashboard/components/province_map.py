"""The map as a Dash component; it is drawn by assets/map/province_map.js."""

from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.map_data import map_data, view_data
from dashboard.state import View


class ProvinceMap(Component):
    """Choropleth of the provinces with lines, places and names, in the browser's own SVG.

    Properties: `lang`, `geometry`, `names`, `fills`, `overlays` and `words` as `map_data` makes
    them; `view` as `view_data` makes it; `controls`, the ids of the controls that pick `layer`
    and `measure`, which the map follows at once; `linked`, the name of a group of maps that are
    zoomed together; `legend_below`, whether the legend stands below the map; `highlight`, a
    province code that is pointed at elsewhere. The component sets `event` ({type: select,
    province, route, at}) when a reader picks a province, or a line where `view` has a `route`, and
    `painted` once it has drawn.
    """

    _namespace = "corridor_atlas"
    _type = "ProvinceMap"

    def __init__(
        self,
        *,
        id: str,
        view: Any = Component.UNDEFINED,
        highlight: Any = Component.UNDEFINED,
        event: Any = Component.UNDEFINED,
        painted: Any = Component.UNDEFINED,
        **data: Any,
    ) -> None:
        """All properties by keyword."""
        self._prop_names = [
            "id",
            "lang",
            "geometry",
            "names",
            "fills",
            "overlays",
            "words",
            "view",
            "controls",
            "linked",
            "legend_below",
            "highlight",
            "event",
            "painted",
        ]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        given = {"id": id, "view": view, "highlight": highlight, "event": event, **data}
        given["painted"] = painted
        super().__init__(
            **{key: value for key, value in given.items() if value is not Component.UNDEFINED}
        )


def province_map(view: View, *, id: str) -> ProvinceMap:
    """The map of `view`."""
    return ProvinceMap(
        id=id,
        view=view_data(view),
        controls={"layer": ids.LAYER, "measure": ids.MEASURE},
        **map_data(view.lang, view.digits),
    )
