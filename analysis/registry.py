"""A folder as a registry: each module without a leading _ in its name declares one thing."""

import pkgutil
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Declared = TypeVar("Declared", bound="DataclassInstance")


def declared_in(package: str, *, name: str, kind: type[Declared]) -> dict[str, Declared]:
    """What the modules of `package` declare under `name`, by the name of their file.

    A module that declares none fails by name.

    >>> from analysis.futures import Future
    >>> "none" in declared_in("analysis.futures", name="FUTURE", kind=Future)
    True
    """
    found: dict[str, Declared] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        declared = getattr(import_module(f"{package}.{module.name}"), name, None)
        if not isinstance(declared, kind):
            raise TypeError(f"{package.replace('.', '/')}/{module.name}.py declares no {name}")
        found[module.name] = replace(declared, key=module.name)
    return found
