"""Numbers and words as the interface gives them: never without source, date and status."""

import math
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

import geodata
from dashboard.api.one_of import unknown

Why = Literal["infinite", "not_defined", "no_figure", "not_drawn"]
Missing = Mapping[str, Why]


class Strict(BaseModel):
    """What a request may hold: what it does not know is refused, with what there is."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:
        fields = {one.alias or name for name, one in cls.model_fields.items()}
        odd = [key for key in given if key not in fields] if isinstance(given, dict) else []
        if odd:
            raise unknown(odd[0], sorted(fields))
        return given


class Told(BaseModel):
    """What an answer holds."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class Words(Told):
    """Words for people in both languages."""

    en: str = Field(description="English")
    km: str = Field(description="Khmer")


class Figure(Told):
    """One number with its evidence. Numbers are as computed, not rounded."""

    value: float | None = Field(description="The number, in the unit that stands beside it")
    low: float | None = Field(description="Low end of its range: the 10th percentile of the draws")
    high: float | None = Field(
        description="High end of its range: the 90th percentile of the draws"
    )
    status: geodata.Status | None = Field(
        description="reported by a source, computed from reported numbers, estimated by a method,"
        " or assumed by the team; null where there is no figure"
    )
    as_of: str | None = Field(description="The date it speaks of: YYYY, YYYY-MM or YYYY-MM-DD")
    sources: tuple[str, ...] = Field(description="Ids of its sources; see /api/v1/sources")
    why_null: dict[str, Why] = Field(
        description="For value, low and high that are null, why: infinite; not_defined (nothing to"
        " divide by); no_figure (nobody has published one); not_drawn (no range was asked for)."
        " A number without a range has neither low nor high, and no reason"
    )


def words(text: geodata.Text) -> Words:
    """Words declared beside what they name."""
    return Words(**asdict(text))


def figure(found: geodata.Figure | None, *, why: Why = "no_figure") -> dict[str, Any]:
    """The fields of a `Figure`; `why` there is none where it is None."""
    if found is None:
        nothing: dict[str, Why] = {"value": why}
        return _fields(None, None, None, status=None, as_of=None, sources=(), why_null=nothing)
    return _fields(
        found.value,
        found.low,
        found.high,
        status=found.status,
        as_of=found.as_of,
        sources=found.source_ids,
        why_null={},
    )


def undrawn(value: float, *, sources: tuple[str, ...], as_of: str) -> dict[str, Any]:
    """The fields of a `Figure` of an estimate whose range was not asked for."""
    why: dict[str, Why] = {"low": "not_drawn", "high": "not_drawn"}
    return _fields(
        value, None, None, status="estimated", as_of=as_of, sources=sources, why_null=why
    )


def finite(value: float | None) -> float | None:
    """The number, or None where JSON has none."""
    return value if value is not None and math.isfinite(value) else None


def _fields(
    value: float | None,
    low: float | None,
    high: float | None,
    *,
    why_null: Mapping[str, Why],
    **evidence: Any,
) -> dict[str, Any]:
    numbers = {"value": value, "low": low, "high": high}
    odd: dict[str, Why] = {
        name: "not_defined" if math.isnan(number) else "infinite"
        for name, number in numbers.items()
        if number is not None and not math.isfinite(number)
    }
    plain = {name: finite(number) for name, number in numbers.items()}
    return {**plain, **evidence, "why_null": {**why_null, **odd}}
