"""Clean records hold small whole numbers, not words: the place in a field's list, 0 for unknown."""

from collections.abc import Mapping
from functools import cache

from geodata.provinces import CODES
from records.fields import FIELDS

SMALL = "int8" if len(CODES) < 2**7 else "int16"
"""The numbers that codes are kept in; areas of one's own may be many."""

UNKNOWN = "unknown"
EARLIER = "earlier"
FIRST_COHORT_YEAR = 2025


@cache
def values(field: str) -> tuple[str, ...]:
    """What the codes of a field stand for, in order; the first is code 1."""
    declared = FIELDS[field]
    if declared.kind == "province":
        return CODES
    if declared.kind == "yes_no":
        return ("no", "yes")
    return tuple(declared.choices or ())


@cache
def codes(field: str) -> Mapping[str, int]:
    """The codes of a field, by what they stand for.

    >>> codes("sex")
    {'female': 1, 'male': 2}
    """
    return {value: i for i, value in enumerate(values(field), start=1)}


def value_of(dimension: str, code: int) -> str:
    """What a code of a dimension stands for; a cohort is 20253, 1 for earlier years, 0 unknown.

    >>> value_of("province", 2), value_of("cohort", 20253), value_of("sector", 0)
    ('02', '2025-Q3', 'unknown')
    """
    if code == 0:
        return UNKNOWN
    if dimension != "cohort":
        return values(dimension)[code - 1]
    return EARLIER if code == 1 else f"{code // 10}-Q{code % 10}"
