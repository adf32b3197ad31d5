"""The one place that joins what is known: every layer read once, for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.assumptions import Assumption, assumptions
from dashboard.data_here import data_here, of_data
from dashboard.own_layers import readable
from dashboard.state import Choices
from dashboard.world_checks import check_fill, check_marks
from geodata import Geodata, load
from geodata.boundaries.shapes import MapShapes, map_shapes
from geodata.loaded import with_loaded
from geodata.own import OWN
from layers import FillLayer, Layer, LineLayer, Place, PointLayer, Reading, Route, discover


@dataclass(frozen=True, kw_only=True)
class World:
    """Shapes, tables, layers and what they say. Shared by all readers; nobody changes it.

    `lacking`: of areas of one's own, the layers that cannot be read, and the tables they lack.
    """

    geodata: Geodata
    shapes: MapShapes
    layers: Mapping[str, Layer]
    readings: Mapping[str, Mapping[str, Reading]]
    places: Mapping[str, tuple[Place, ...]]
    routes: Mapping[str, tuple[Route, ...]]
    assumptions: Mapping[str, Assumption]
    lacking: Mapping[str, tuple[str, ...]]

    @property
    def fills(self) -> Mapping[str, FillLayer]:
        """The filled layers, by key."""
        return {key: layer for key, layer in self.layers.items() if isinstance(layer, FillLayer)}

    @property
    def overlays(self) -> Mapping[str, PointLayer | LineLayer]:
        """The point and line layers, by key."""
        return {
            key: layer for key, layer in self.layers.items() if not isinstance(layer, FillLayer)
        }

    @property
    def choices(self) -> Choices:
        """What a view of this world may name."""
        return Choices(
            measures={
                key: tuple(measure.key for measure in layer.measures)
                for key, layer in self.fills.items()
            },
            overlays=tuple(self.overlays),
            provinces=tuple(self.geodata.provinces),
            shown_first=tuple(key for key, layer in self.overlays.items() if layer.shown_first),
            assumptions=self.assumptions,
        )


@of_data(4)
def world() -> World:
    """The world of the data that holds here, read and checked at the first call.

    Raises:
        DataError: what was loaded does not fit the tables that ship.
    """
    geodata = with_loaded(load(), data_here().loads)
    layers = discover()
    fills = {key: layer for key, layer in layers.items() if isinstance(layer, FillLayer)}
    points = {key: layer for key, layer in layers.items() if isinstance(layer, PointLayer)}
    lines = {key: layer for key, layer in layers.items() if isinstance(layer, LineLayer)}
    places = {key: layer.read(geodata) for key, layer in points.items()}
    routes = {key: layer.read(geodata) for key, layer in lines.items()}
    lacking: Mapping[str, tuple[str, ...]] = {}
    if OWN:
        found = readable(fills, geodata)
        fills, readings, lacking = dict(found.layers), found.readings, found.lacking
        empty = {key for key, items in {**places, **routes}.items() if not items}
        layers = {
            key: fills.get(key, layer)
            for key, layer in layers.items()
            if key not in lacking and key not in empty
        }
    else:
        readings = {key: layer.read(geodata) for key, layer in fills.items()}
    for key, fill in fills.items():
        check_fill(key, fill, readings[key], fills=fills)
    for key, point in points.items():
        check_marks(key, point, places[key])
    for key, line in lines.items():
        check_marks(key, line, routes[key])
    return World(
        geodata=geodata,
        shapes=map_shapes(),
        layers=layers,
        readings=readings,
        places=places,
        routes=routes,
        lacking=lacking,
        assumptions=assumptions(geodata),
    )
