"""Find the instruments."""

from collections.abc import Mapping
from functools import cache

from analysis.instruments._declaration import Instrument
from analysis.registry import declared_in


@cache
def discover() -> Mapping[str, Instrument]:
    """All instruments by key, which is the name of the file. A module without one fails by name."""
    return declared_in("analysis.instruments", name="INSTRUMENT", kind=Instrument)
