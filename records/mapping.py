"""Which column holds which field: proposed from the headings, changed by a person, kept as JSON."""

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from geodata.digits import tidy
from records.fields import FIELDS
from records.personal import What, by_content, by_heading, sample_of

SCHEMA = 1


class MappingError(ValueError):
    """What is given is no saved mapping; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """The heading of each field that is read, by the field's key."""

    columns: Map[str, str]

    def to_json(self) -> dict[str, Any]:
        """The mapping as a plain JSON object."""
        return {"schema": SCHEMA, "columns": dict(sorted(self.columns.items()))}


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A mapping, what it leaves out as personal by heading, and headings it does not know."""

    mapping: Mapping
    personal: Map[str, What]
    unknown: tuple[str, ...]


def from_json(document: object) -> Mapping:
    """A saved mapping. Raises `MappingError` for anything else.

    >>> from_json({"schema": 1, "columns": {"province": "Khet"}}).columns
    {'province': 'Khet'}
    """
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise MappingError(f"A mapping of schema {SCHEMA} is wanted.")
    columns = document.get("columns")
    if not isinstance(columns, dict) or not all(isinstance(one, str) for one in columns.values()):
        raise MappingError("The mapping needs 'columns': the heading of each field.")
    unknown = sorted(str(key) for key in columns if key not in FIELDS)
    if unknown:
        raise MappingError(f"There is no field {unknown[0]}. There are: {', '.join(FIELDS)}.")
    if len(set(columns.values())) < len(columns):
        raise MappingError("Two fields have the same column.")
    return Mapping(columns=dict(columns))


def propose(headings: Sequence[str], sample: Sequence[Sequence[str | None]] = ()) -> Proposal:
    """The mapping that the headings suggest. `sample`: some rows; personal data shows in them.

    >>> propose(["ខេត្ត", "ភេទ", "Phone number"]).mapping.columns
    {'province': 'ខេត្ត', 'sex': 'ភេទ'}
    """
    columns: dict[str, str] = {}
    personal: dict[str, What] = {}
    unknown: list[str] = []
    for i, heading in enumerate(headings):
        field = field_of(heading)
        what = by_heading(heading) if field is None else None
        if what is None and field not in ("person", "province", "sector", "job_sector", "status"):
            what = by_content(sample_of(sample, i))
        if what is not None:
            personal[heading] = what
        elif field is not None and field not in columns:
            columns[field] = heading
        elif heading:
            unknown.append(heading)
    return Proposal(mapping=Mapping(columns=columns), personal=personal, unknown=tuple(unknown))


def field_of(heading: str) -> str | None:
    """The field that a heading names: the whole of it, or its last part under a common one."""
    known = _known()
    parts = [heading, *re.split(r"\s*[·:|/]\s*", heading)[::-1]]
    return next((known[key] for part in parts if (key := _key(part)) in known), None)


@cache
def _known() -> Map[str, str]:
    return {
        _key(name): key
        for key, field in FIELDS.items()
        for name in (*field.names, key, field.title.en, field.title.km)
    }


def _key(heading: str) -> str:
    plain = re.sub(r"\([^)]*\)", " ", tidy(heading).lower())
    plain = re.sub(r"[_\-/,.*:$#·|]+", " ", plain)
    plain = re.sub(r"\b(?:usd|us|the)\b", " ", plain)
    return re.sub(r"\s+", "", plain)
