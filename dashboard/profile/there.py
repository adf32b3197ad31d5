"""What lies in one province, and which corridors run through it."""

from collections.abc import Mapping

from dashboard.world import world
from layers import LineLayer, Place, PointLayer, Route


def places_in(code: str) -> Mapping[str, tuple[Place, ...]]:
    """Key of a layer of points -> its places in the province; layers without any are left out."""
    here = world()
    found = {
        key: tuple(place for place in here.places[key] if place.province_code == code)
        for key, layer in here.overlays.items()
        if isinstance(layer, PointLayer)
    }
    return {key: places for key, places in found.items() if places}


def routes_through(code: str) -> Mapping[str, tuple[Route, ...]]:
    """Key of a layer of lines -> its routes through the province."""
    here = world()
    found = {
        key: tuple(route for route in here.routes[key] if code in route.provinces)
        for key, layer in here.overlays.items()
        if isinstance(layer, LineLayer)
    }
    return {key: routes for key, routes in found.items() if routes}
