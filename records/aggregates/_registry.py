"""Find the aggregates: every module of this folder whose name does not start with _."""

import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module

from records.aggregates._declaration import Aggregate


@cache
def discover() -> Mapping[str, Aggregate]:
    """All aggregates by key, in their declared order. A module without one fails by name."""
    package = __name__.rpartition(".")[0]
    found: dict[str, Aggregate] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        declared = getattr(import_module(f"{package}.{module.name}"), "AGGREGATE", None)
        if not isinstance(declared, Aggregate):
            raise TypeError(f"records/aggregates/{module.name}.py declares no AGGREGATE")
        found[module.name] = replace(declared, key=module.name)
    for key, one in found.items():
        parts = [*one.whole, *(part for _, others in one.at_most for part in others)]
        for other, outcome in parts:
            if key != "people" and (other not in found or outcome not in found[other].outcomes):
                raise ValueError(f"records/aggregates/{key}.py names {other}.{outcome}, unknown")
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))
