"""What every request may ask: a format, a part of a list, and the case of the labour market."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, create_model
from pydantic_core import PydanticCustomError

from dashboard.api.one_of import unknown
from dashboard.api.values import Strict
from dashboard.assumptions import Assumption
from dashboard.mismatch.market import Case
from dashboard.scenarios.settings import MOST, parameters_to_set
from dashboard.state import AGES, BASES
from dashboard.world import world

MOST_ROWS = 1_000
"""Most rows of one answer; `next` leads to those after them."""

_FARTHEST = 1_000_000
Basis = Literal["durable", "unplaced", "working_age"]
Ages = Literal["all", "up_to_45"]
Format = Literal["json", "csv"]
assert (Basis.__args__, Ages.__args__) == (BASES, AGES)  # type: ignore[attr-defined]

_BASIS: Any = Field(
    default="durable",
    description="Who counts as in need of work: those without lasting work (durable), those not"
    " placed (unplaced), or all of working age (working_age)",
)
_AGES: Any = Field(default="all", description="Whether those over 45 are counted")


class Nothing(Strict):
    """A request without parameters."""


class InFormat(Strict):
    """A request for one thing whose values also come as a table."""

    format: Format | None = Field(
        default=None, description="json or csv; without it what Accept asks for, else json"
    )


class Paged(InFormat):
    """A request for a list."""

    limit: int = Field(default=100, ge=1, le=MOST_ROWS, description="Most rows in the answer")
    offset: int = Field(default=0, ge=0, le=_FARTHEST, description="Rows left out before the first")


def _assumed(given: dict[str, float]) -> dict[str, float]:
    known = world().assumptions
    for key, value in given.items():
        if key not in known:
            raise unknown(key, tuple(known))
        one = known[key]
        if not one.low <= value <= one.high:
            raise _outside(key, one.low, one.high)
    return given


def _set(given: dict[str, float]) -> dict[str, float]:
    known = parameters_to_set()
    if len(given) > MOST:
        raise PydanticCustomError("too_many", "At most {most} parameters.", {"most": MOST})
    for key, value in given.items():
        if key not in known:
            raise unknown(key, tuple(known))
        one = known[key]
        if not one.takes(value):
            raise _outside(key, one.least, one.most, whole=one.whole)
    return given


def _outside(key: str, low: float, high: float, *, whole: bool = False) -> PydanticCustomError:
    fields = {"name": key, "low": low, "high": high}
    if whole:
        return PydanticCustomError(
            "outside", "{name} is a whole number from {low} to {high}.", fields
        )
    return PydanticCustomError("outside", "{name} is a number from {low} to {high}.", fields)


def _limits(known: Mapping[str, tuple[float, float, str]]) -> dict[str, Any]:
    """Keys and limits as JSON Schema has them."""
    return {
        "properties": {
            key: {"type": "number", "minimum": low, "maximum": high, "description": text}
            for key, (low, high, text) in known.items()
        },
        "additionalProperties": False,
    }


def _assumed_limits(schema: dict[str, Any]) -> None:
    schema |= _limits(
        {key: (one.low, one.high, _told(one)) for key, one in world().assumptions.items()}
    )


def _set_limits(schema: dict[str, Any]) -> None:
    schema |= {"maxProperties": MOST} | _limits(
        {
            key: (one.least, one.most, f"{one.text.en} ({one.unit}); usually {one.central:g}")
            for key, one in parameters_to_set().items()
        }
    )
    for key, one in parameters_to_set().items():
        if one.whole:
            schema["properties"][key] |= {"type": "integer"}


def _told(one: Assumption) -> str:
    return f"{one.text.en} ({one.unit}); usually {one.first:g}"


class CaseIn(Strict):
    """Who needs work, and what is assumed otherwise than usual."""

    basis: Basis = _BASIS
    ages: Ages = _AGES
    assumed: Annotated[dict[str, float], AfterValidator(_assumed)] = Field(
        default={},
        description="Assumptions of the mismatch that differ, see /api/v1/assumptions",
        json_schema_extra=_assumed_limits,
    )
    settings: Annotated[dict[str, float], AfterValidator(_set)] = Field(
        default={},
        description="Parameters of instruments and futures that differ, see /api/v1/parameters."
        " What is set is taken as known: it has no range",
        json_schema_extra=_set_limits,
    )

    def case(self) -> Case:
        """The case as the pages know it: what is usual is left out, the rest in its order."""
        return Case(
            basis=self.basis,
            ages=self.ages,
            assumed=_differs(self.assumed, {k: v.first for k, v in world().assumptions.items()}),
            settings=_differs(
                self.settings, {k: v.central for k, v in parameters_to_set().items()}
            ),
        )


def _differs(
    given: Mapping[str, float], usual: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    return tuple(
        (key, given[key]) for key, value in usual.items() if key in given and given[key] != value
    )


def case_asked(query: Any) -> Case:
    """The case that the parameters of a GET request name."""
    keys = world().assumptions
    return CaseIn(
        basis=query.basis, ages=query.ages, assumed={key: getattr(query, key) for key in keys}
    ).case()


def case_told(case: Case) -> CaseIn:
    """The case of an answer: what differs from the usual."""
    return CaseIn(
        basis=case.basis,  # type: ignore[arg-type]  # from the same literals
        ages=case.ages,  # type: ignore[arg-type]
        assumed=dict(case.assumed),
        settings=dict(case.settings),
    )


@lru_cache(maxsize=4)
def with_case(base: type[Strict]) -> type[Strict]:
    """A request that also names a case: basis, ages and every assumption as a parameter."""
    fields: dict[str, Any] = {
        "basis": (Basis, _BASIS),
        "ages": (Ages, _AGES),
    }
    for key, one in world().assumptions.items():
        fields[key] = (
            float,
            Field(default=one.first, ge=one.low, le=one.high, description=_told(one)),
        )
    return create_model(f"{base.__name__}Case", __base__=base, **fields)
