"""Counts by province, sector, cohort and age group, each with sex: what the aggregates amount to.

Not yet safe to show: `records.release` decides what may be published.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from records.people import DIMENSIONS

ALL = "all"
TOTAL = ("total", ALL)
SEXES = ("female", "male")


class Cell(NamedTuple):
    """Where a count stands: `dimension` is `total` with the value `all` for the country."""

    aggregate: str
    outcome: str
    dimension: str
    value: str
    sex: str


@dataclass(frozen=True, kw_only=True)
class Tables:
    """All counts, and sums of dollars, of one set of records.

    `counts`: people by cell; `sums`: whole dollars by cell and name; `people`: those counted;
    `as_of`: the day the records speak of; `fields`: what was mapped; `synthetic`: nobody is real.
    """

    counts: Mapping[Cell, int]
    sums: Mapping[tuple[Cell, str], int]
    as_of: date
    fields: tuple[str, ...]
    synthetic: bool = False

    @property
    def people(self) -> int:
        """How many people are counted."""
        return self.counts.get(Cell("people", ALL, *TOTAL, ALL), 0)

    def values(self, dimension: str) -> tuple[str, ...]:
        """The values of a dimension that somebody has, in order."""
        return self._values.get(dimension, ())

    @cached_property
    def _values(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {dimension: set() for dimension in DIMENSIONS}
        for cell in self.counts:
            if cell.dimension in found:
                found[cell.dimension].add(cell.value)
        return {dimension: tuple(sorted(values)) for dimension, values in found.items()}

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256 of all numbers: the same records give the same hash on every engine."""
        body = {
            "as_of": self.as_of.isoformat(),
            "counts": sorted([*cell, count] for cell, count in self.counts.items()),
            "sums": sorted([*cell, name, total] for (cell, name), total in self.sums.items()),
        }
        return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
