"""The best use of a budget: where the money goes, what it reaches, and what limits cost."""

from typing import Literal, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from analysis.optimise import Goal
from dashboard.api.asked import CaseIn
from dashboard.api.operation import Operation
from dashboard.api.plans import AllocationOut, allocations_told
from dashboard.api.refusals import Refused
from dashboard.api.values import Strict, Told
from dashboard.scenarios.asked import BUDGETS
from dashboard.scenarios.best import (
    HUNDRED,
    Wish,
    best_use,
    mean_km,
    out_of_reach,
    prices,
    usd_for_more,
)
from dashboard.scenarios.wanted import COST, FIRST_PLACEMENTS, GOALS, PLACEMENTS, STARTS

_UNITS = {"mean_km": "km", COST: "USD"}
assert get_args(Goal) == GOALS


class LimitsIn(Strict):
    """What must hold."""

    border_percent: int = Field(
        default=0,
        ge=0,
        le=100,
        description="Least share of the money for border provinces, per cent",
    )
    women_percent: int = Field(
        default=0, ge=0, le=100, description="Least share of women among those who gain, per cent"
    )
    province_percent: int = Field(
        default=100, ge=1, le=100, description="Largest share of the budget for one province"
    )
    instrument_percent: int = Field(
        default=100, ge=1, le=100, description="Largest share of the budget for one instrument"
    )


class OptimiseIn(Strict):
    """A budget and what it is to reach."""

    budget_usd: float = Field(ge=BUDGETS[0], le=BUDGETS[1] * 1e6, description="US dollars")
    goal: Goal = Field(
        default=GOALS[0],
        description="near_home: most people placed near home; unmet_need: fewest without a job,"
        " moving included; mean_km: as near_home with the shortest ways; cost_per_placement: least"
        " money for `placements` people",
    )
    placements: int | None = Field(
        default=None,
        ge=PLACEMENTS[0],
        le=PLACEMENTS[1],
        description=f"People to be placed, with the goal {COST} only; usually {FIRST_PLACEMENTS}",
    )
    limits: LimitsIn = Field(default=LimitsIn())
    start: int = Field(
        default=STARTS[0], ge=STARTS[0], le=STARTS[-1], description="First year of spending"
    )
    case: CaseIn = Field(default=CaseIn(), description="Who needs work, and what is assumed")

    @model_validator(mode="after")
    def _asked_for(self) -> "OptimiseIn":
        if self.placements is not None and self.goal != COST:
            raise PydanticCustomError("placements", f"placements goes with the goal {COST}.", {})
        return self

    def wish(self) -> Wish:
        """The same as the page asks for it."""
        return Wish(
            case=self.case.case(),
            usd=self.budget_usd,
            goal=self.goal,
            placements=self.placements or FIRST_PLACEMENTS,
            start=self.start,
            **self.limits.model_dump(),
        )


class PriceOut(Told):
    """What one limit costs."""

    limit: Literal["budget", "border", "women", "province", "instrument"]
    of: str = Field(description="Which province or instrument; empty for the others")
    people: float = Field(
        description="More people placed by one more million USD of it; of the shares only the sign"
        " says something: below zero, the share costs people"
    )


class OutOfReachOut(Told):
    """Placements that cannot be had."""

    most: float = Field(description="People that can be placed within the limits")
    lift: tuple[str, ...] = Field(
        description="Limits of which one alone, lifted, makes the number possible"
    )


class BestOut(Told):
    """The best use."""

    value: float = Field(description="What the goal reaches, in `unit`")
    unit: Literal["people", "km", "USD"]
    placed: float = Field(description="People placed in all, money or not")
    more: float = Field(description="More people placed than without the money")
    usd: float = Field(description="US dollars used")
    plan: tuple[AllocationOut, ...]
    prices: tuple[PriceOut, ...] = Field(
        description="Limits that bind, the budget first, then the dearest"
    )
    usd_for_100_more: float | None = Field(
        description=f"With the goal {COST}: what {HUNDRED} more placements cost; null where they"
        " cannot be had, and with other goals"
    )
    mean_km_without_money: float | None = Field(
        description="With the goal mean_km: the mean way when nothing is spent; else null"
    )


class OptimiseOut(Told):
    """The best use, or why there is none."""

    case: CaseIn
    goal: str
    best: BestOut | None = Field(description="Null where `out_of_reach` says why")
    out_of_reach: OutOfReachOut | None


def optimised(given: OptimiseIn) -> OptimiseOut:
    """The best use of the money that is asked for."""
    wish = given.wish()
    try:
        beyond = out_of_reach(wish)
        best = None if beyond else _best(wish)
    except ValueError as error:
        raise Refused("body.limits", str(error)) from error
    return OptimiseOut(
        case=given.case,
        goal=given.goal,
        best=best,
        out_of_reach=OutOfReachOut(most=beyond.most, lift=beyond.lift) if beyond else None,
    )


def _best(wish: Wish) -> BestOut:
    found = best_use(wish)
    return BestOut(
        value=found.value,
        unit=_UNITS.get(wish.goal, "people"),  # type: ignore[arg-type]  # all are literals
        placed=found.placed,
        more=found.more,
        usd=found.usd,
        plan=allocations_told(found.scenario.allocations),
        prices=tuple(
            PriceOut(
                limit=one.limit,  # type: ignore[arg-type]  # as `Price` says
                of=one.of,
                people=one.people,
            )
            for one in prices(wish)
        ),
        usd_for_100_more=usd_for_more(wish) if wish.goal == COST else None,
        mean_km_without_money=mean_km(wish) if wish.goal == "mean_km" else None,
    )


OPERATION = Operation(
    name="optimise",
    path="/optimise",
    method="POST",
    group="Scenarios",
    summary="Find the best use of a budget",
    about="Exact: with this case and these limits no other allocation does better. Central values,"
    " without ranges. The plan can be played as it is. Nothing is saved.",
    gives=OptimiseOut,
    asks=OptimiseIn,
    work=optimised,
    slow=True,
    example={
        "budget_usd": 100e6,
        "goal": "near_home",
        "limits": {"border_percent": 50, "province_percent": 25},
    },
)
"""What is declared here."""
