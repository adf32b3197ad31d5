"""Find the futures."""

from collections.abc import Mapping
from functools import cache

from analysis.futures._declaration import Future
from analysis.registry import declared_in


@cache
def discover() -> Mapping[str, Future]:
    """All futures by key, which is the name of the file. A module without one fails by name."""
    return declared_in("analysis.futures", name="FUTURE", kind=Future)
