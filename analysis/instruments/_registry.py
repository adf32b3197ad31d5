"""Find the instruments: every module of this folder whose name does not start with _."""

import dataclasses
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from analysis.instruments._declaration import Instrument


@cache
def discover() -> Mapping[str, Instrument]:
    """All instruments by key. A module without one fails by name."""
    package = __name__.rpartition(".")[0]
    found: dict[str, Instrument] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        declared = getattr(import_module(f"{package}.{module.name}"), "INSTRUMENT", None)
        if not isinstance(declared, Instrument):
            raise TypeError(f"analysis/instruments/{module.name}.py declares no INSTRUMENT")
        found[module.name] = dataclasses.replace(declared, key=module.name)
    return found
