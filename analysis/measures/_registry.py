"""Find the measures."""

from collections.abc import Mapping
from functools import cache

from analysis.measures._declaration import Measure
from analysis.registry import declared_in


@cache
def discover() -> Mapping[str, Measure]:
    """All measures by key, which is the name of the file. A module without one fails by name."""
    return declared_in("analysis.measures", name="MEASURE", kind=Measure)
