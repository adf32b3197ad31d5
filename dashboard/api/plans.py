"""Scenarios as a request holds them, and what they are made of."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.scenario import FIRST_YEAR, LAST_YEAR, MOST_USD, YEARS, Allocation
from dashboard.api.asked import CaseIn
from dashboard.api.one_of import OneOf
from dashboard.api.values import Strict, Told
from dashboard.mismatch.market import Case
from dashboard.scenarios.asked import STATUS_QUO, Asked, places
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.plan_text import MOST
from dashboard.scenarios.played import library, library_plan
from dashboard.scenarios.wanted import Wanted

Drawn = Literal[0, 200, 1000]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


Instrument = Annotated[str, OneOf(lambda: tuple(instruments()))]
Place = Annotated[str, OneOf(places)]
Ready = Annotated[str, OneOf(lambda: tuple(library()))]
FutureKey = Annotated[str, OneOf(lambda: tuple(futures()))]


class AllocationIn(Strict):
    """Money for one instrument in one place, in equal parts over some years."""

    instrument: Instrument = Field(description="Key of an instrument, see /api/v1/instruments")
    place: Place = Field(
        description="Code of a province, or id of a corridor; an instrument that works on corridors"
        " takes corridors only"
    )
    usd: float = Field(ge=0, le=MOST_USD, description="US dollars in all")
    first_year: Year = Field(default=FIRST_YEAR, description="First year of spending")
    years: int = Field(default=3, ge=1, le=len(YEARS), description="Years of spending")

    @model_validator(mode="after")
    def _fits(self) -> "AllocationIn":
        if instruments()[self.instrument].on == "corridor" and self.place.isdigit():
            raise PydanticCustomError(
                "place",
                "{instrument} works on corridors. Use: {allowed}.",
                {
                    "instrument": self.instrument,
                    "allowed": ", ".join(one for one in places() if not one.isdigit()),
                },
            )
        return self

    def made(self) -> Allocation:
        """The allocation of the analysis."""
        return Allocation(
            instrument=self.instrument,
            place=self.place,
            usd=self.usd,
            first_year=self.first_year,
            years=self.years,
        )


class AllocationOut(Told):
    """Money for one instrument in one place."""

    instrument: str
    place: str
    usd: float = Field(description="US dollars in all")
    first_year: int
    years: int


def _one_is_given(schema: dict[str, Any]) -> None:
    """Say in the description that one of the two is given, and that neither is null."""
    for name in ("plan", "ready"):
        told = schema["properties"][name]
        told |= next(one for one in told.pop("anyOf") if one.get("type") != "null")
        told.pop("default", None)
    schema["oneOf"] = [{"required": ["plan"]}, {"required": ["ready"]}]


class ScenarioIn(Strict):
    """A plan of one's own, or a ready scenario: one of the two."""

    model_config = ConfigDict(json_schema_extra=_one_is_given)

    plan: Annotated[list[AllocationIn], Field(max_length=MOST)] | None = Field(
        default=None, description=f"What is spent, {MOST} rows at most; none is no money at all"
    )
    ready: Ready | None = Field(
        default=None, description="Key of a ready scenario, see /api/v1/scenarios"
    )

    @model_validator(mode="after")
    def _either(self) -> "ScenarioIn":
        given = [one for one in (self.plan, self.ready) if one is not None]
        if len(given) != 1:
            raise PydanticCustomError("either", "Give `plan` or `ready`, and only one of them.", {})
        return self

    def allocations(self, case: Case) -> tuple[Allocation, ...]:
        """What is spent; the best use of the money is found for the case."""
        if self.ready is not None:
            return library_plan(self.ready, case)
        return tuple(one.made() for one in self.plan or ())


class InWorld(Strict):
    """The conditions that scenarios are played in."""

    case: CaseIn = Field(default=CaseIn(), description="Who needs work, and what is assumed")
    future: FutureKey = Field(
        default=STATUS_QUO, description="Key of a future, see /api/v1/futures"
    )
    draws: Drawn = Field(
        default=200, description="Draws of every range: 0 gives none and is quick, 1000 is finest"
    )

    def asked(self, year: int) -> Asked:
        """The same as a page asks for it."""
        return Asked(
            case=self.case.case(),
            plan=(),
            budget_usd=0.0,
            future=self.future,
            year=year,
            wanted=Wanted(),
            draws=self.draws,
        )


def scenario(given: ScenarioIn, asked: Asked, *, key: str = "plan", name: str = "") -> Chosen:
    """A scenario of a request as a page would set it beside others."""
    return Chosen(key=key, name=name, plan=given.allocations(asked.case))


def allocations_told(plan: tuple[Allocation, ...]) -> tuple[AllocationOut, ...]:
    """The allocations of an answer."""
    return tuple(
        AllocationOut(
            instrument=one.instrument,
            place=one.place,
            usd=one.usd,
            first_year=one.first_year,
            years=one.years,
        )
        for one in plan
    )
