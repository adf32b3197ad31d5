"""Aggregates: one module each. The folder is the registry, the file name is the key.

Each divides people into outcomes that exclude one another: so totals add up, and what may be
published can be decided and proven.
"""

from records.aggregates._declaration import Aggregate, Outcome, Part
from records.aggregates._registry import discover

__all__ = ["Aggregate", "Outcome", "Part", "discover"]
