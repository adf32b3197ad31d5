"""The one place that joins what is known: every layer read once, for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.state import Choices
from geodata import Geodata, load
from geodata.boundaries.shapes import MapShapes, map_shapes
from layers import FillLayer, Layer, LineLayer, Place, PointLayer, Reading, Route, discover


@dataclass(frozen=True, kw_only=True)
class World:
    """Shapes, tables, layers and what they say. Shared by all readers; nobody changes it."""

    geodata: Geodata
    shapes: MapShapes
    layers: Mapping[str, Layer]
    readings: Mapping[str, Mapping[str, Reading]]
    places: Mapping[str, tuple[Place, ...]]
    routes: Mapping[str, tuple[Route, ...]]

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
        )


@cache
def world() -> World:
    """The world that ships, read at the first call."""
    geodata = load()
    layers = discover()
    fills = {key: layer for key, layer in layers.items() if isinstance(layer, FillLayer)}
    readings = {key: layer.read(geodata) for key, layer in fills.items()}
    for key, layer in fills.items():
        declared = {measure.key for measure in layer.measures}
        if set(readings[key]) != declared:
            raise ValueError(f"layers/{key}.py reads {set(readings[key])}, declares {declared}")
    return World(
        geodata=geodata,
        shapes=map_shapes(),
        layers=layers,
        readings=readings,
        places={
            key: layer.read(geodata)
            for key, layer in layers.items()
            if isinstance(layer, PointLayer)
        },
        routes={
            key: layer.read(geodata)
            for key, layer in layers.items()
            if isinstance(layer, LineLayer)
        },
    )
