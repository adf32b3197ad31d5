"""Two to four scenarios side by side, in the same draws."""

from typing import Annotated

from pydantic import Field

from analysis.scenario import LAST_YEAR
from dashboard.api.asked import CaseIn
from dashboard.api.operation import Operation
from dashboard.api.plans import (
    AllocationOut,
    InWorld,
    ScenarioIn,
    Year,
    allocations_told,
    scenario,
)
from dashboard.api.play import YearOutcome, outcome_years
from dashboard.api.values import Figure, Told, figure
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import MOST, Chosen
from dashboard.scenarios.side_by_side import NEAR_HOME, OUTCOMES, best_against_others, usd

_FEWEST = 2


class Named(ScenarioIn):
    """A scenario with a name."""

    name: str = Field(min_length=1, max_length=80, description="How the answer names it")


class CompareIn(InWorld):
    """Scenarios to be compared."""

    scenarios: Annotated[list[Named], Field(min_length=_FEWEST, max_length=MOST)]
    year: Year = Field(default=LAST_YEAR, description="The year in which they are compared")


class Compared(Told):
    """One of the scenarios."""

    name: str
    usd: float = Field(description="US dollars in all, spent or not")
    plan: tuple[AllocationOut, ...]
    outcomes: tuple[YearOutcome, ...]


class Lead(Figure):
    """By how many people placed near home the best is ahead of another one."""

    ahead: int = Field(description="Number of the scenario that is ahead, the first is 0")
    behind: int
    share: float = Field(description="Share of the draws in which it is ahead")


class CompareOut(Told):
    """Scenarios side by side."""

    case: CaseIn
    future: str
    year: int
    draws: int
    scenarios: tuple[Compared, ...] = Field(description="In the order of the request")
    leads: tuple[Lead, ...] = Field(
        description="The one that places most near home against each other one, the nearest rival"
        " first; none without draws"
    )


def compared(given: CompareIn) -> CompareOut:
    """What is asked for, side by side."""
    asked = given.asked(given.year)
    some = [
        scenario(one, asked, key=str(at), name=one.name) for at, one in enumerate(given.scenarios)
    ]
    return CompareOut(
        case=given.case,
        future=given.future,
        year=given.year,
        draws=given.draws,
        scenarios=tuple(_compared(asked, one) for one in some),
        leads=tuple(
            Lead(
                ahead=int(one.ahead.key),
                behind=int(one.behind.key),
                share=one.share,
                **figure(one.figure),
            )
            for one in (best_against_others(asked, some) if given.draws else ())
        ),
    )


def _compared(asked: Asked, one: Chosen) -> Compared:
    return Compared(
        name=one.name,
        usd=usd(one),
        plan=allocations_told(one.plan),
        outcomes=tuple(
            each
            for outcome in OUTCOMES
            for each in outcome_years(asked, one, outcome, [asked.year])
        ),
    )


OPERATION = Operation(
    name="compare",
    path="/compare",
    method="POST",
    group="Scenarios",
    summary="Compare two to four scenarios",
    about=f"Every outcome of each in one year, and by how much the one with the highest"
    f" `{NEAR_HOME}` is ahead, in which share of the draws. All play in the same draws, so that a"
    " difference is no chance. Nothing is saved.",
    gives=CompareOut,
    asks=CompareIn,
    work=compared,
    slow=True,
    example={
        "scenarios": [
            {"name": "Zones", "ready": "zones-at-gates"},
            {"name": "Skills and firms", "ready": "skills-firms"},
        ],
        "future": "second_wave",
        "year": 2030,
    },
)
"""What is declared here."""
