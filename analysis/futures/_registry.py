"""Find the futures: every module of this folder whose name does not start with _."""

import dataclasses
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from analysis.futures._declaration import Future


@cache
def discover() -> Mapping[str, Future]:
    """All futures by key. A module without one fails by name."""
    package = __name__.rpartition(".")[0]
    found: dict[str, Future] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        declared = getattr(import_module(f"{package}.{module.name}"), "FUTURE", None)
        if not isinstance(declared, Future):
            raise TypeError(f"analysis/futures/{module.name}.py declares no FUTURE")
        found[module.name] = dataclasses.replace(declared, key=module.name)
    return found
