"""Find the measures: every module of this folder whose name does not start with _."""

import dataclasses
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from analysis.measures._declaration import Measure


@cache
def discover() -> Mapping[str, Measure]:
    """All measures by key. A module without one fails by name."""
    package = __name__.rpartition(".")[0]
    found: dict[str, Measure] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        declared = getattr(import_module(f"{package}.{module.name}"), "MEASURE", None)
        if not isinstance(declared, Measure):
            raise TypeError(f"analysis/measures/{module.name}.py declares no MEASURE")
        found[module.name] = dataclasses.replace(declared, key=module.name)
    return found
