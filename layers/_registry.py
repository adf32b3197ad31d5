"""Find the layers: every module of this folder whose name does not start with _."""

import dataclasses
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from geodata.own import OWN
from layers._declaration import FillLayer, Layer, LineLayer, PointLayer


@cache
def discover() -> Mapping[str, Layer]:
    """All layers by key, in their declared order. A module without one fails by name."""
    package = __name__.rpartition(".")[0]
    found: dict[str, Layer] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        declared = getattr(import_module(f"{package}.{module.name}"), "LAYER", None)
        if not isinstance(declared, FillLayer | PointLayer | LineLayer):
            raise TypeError(f"layers/{module.name}.py declares no LAYER")
        if isinstance(declared, FillLayer) and declared.own and not OWN:
            continue
        found[module.name] = dataclasses.replace(declared, key=module.name)
    shapes = [(key, one.shape) for key, one in found.items() if isinstance(one, PointLayer)]
    for i, (key, shape) in enumerate(shapes):
        for other, taken in shapes[:i]:
            if shape == taken:
                raise ValueError(f"layers/{key}.py has the shape {shape}, which {other} has too")
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))
