"""Play a scenario: outcomes by year, and who finds work by province and by trade."""

from typing import Annotated, Any

import pandas as pd
from pydantic import Field

from analysis.scenario import YEARS
from dashboard.api.asked import CaseIn
from dashboard.api.fact_models import Code
from dashboard.api.library import unit_of
from dashboard.api.operation import Operation
from dashboard.api.plans import (
    AllocationOut,
    InWorld,
    ScenarioIn,
    Year,
    allocations_told,
    scenario,
)
from dashboard.api.values import Figure, Told, figure, undrawn
from dashboard.mismatch.market import market
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.places import places_of
from dashboard.scenarios.side_by_side import OUTCOMES, central_path, path, sources
from geodata.provinces import CODES


class PlayIn(ScenarioIn, InWorld):
    """A scenario to be played."""

    years: Annotated[list[Year], Field(min_length=1, max_length=len(YEARS))] = Field(
        default=list(YEARS), description="Years that are told; all are played"
    )


class YearOutcome(Figure):
    """One outcome in one year."""

    outcome: str = Field(description="Key of the outcome, see /api/v1/outcomes")
    year: int
    unit: str


class People(Told):
    """Who finds work in one year: the central result, compared with no money."""

    year: int
    more_near_home: float = Field(description="More people placed near home")
    more_after_moving: float = Field(description="More people placed after moving")
    still_in_need: float = Field(description="People still in need of work")
    lasting_jobs: float = Field(description="Lasting jobs that the money has made")


class InProvince(People):
    """People by the province where they live; jobs and dollars by where they are."""

    province: str = Code
    usd: float = Field(description="US dollars spent by the end of the year")


class InTrade(People):
    """People by their trade; jobs by their sector."""

    trade: str


class PlayOut(Told):
    """The result of a scenario."""

    case: CaseIn
    future: str
    draws: int
    plan: tuple[AllocationOut, ...]
    outcomes: tuple[YearOutcome, ...]
    provinces: tuple[InProvince, ...]
    trades: tuple[InTrade, ...]


def played(given: PlayIn) -> PlayOut:
    """The result of what is asked for."""
    years = sorted(set(given.years))
    asked = given.asked(years[-1])
    chosen = scenario(given, asked)
    provinces, trades = _people(asked, chosen, years)
    return PlayOut(
        case=given.case,
        future=given.future,
        draws=given.draws,
        plan=allocations_told(chosen.plan),
        outcomes=tuple(
            one for outcome in OUTCOMES for one in outcome_years(asked, chosen, outcome, years)
        ),
        provinces=provinces,
        trades=trades,
    )


def outcome_years(
    asked: Asked, chosen: Chosen, outcome: str, years: list[int]
) -> list[YearOutcome]:
    """One outcome in some years, with its range where draws are asked for."""
    if asked.draws:
        drawn = path(asked, chosen, outcome).figures
        fields = {year: figure(drawn[year], why="not_defined") for year in years}
    else:
        one = chosen.played(asked)
        central = central_path(one, outcome)
        named, as_of = sources(one), market(one.case).as_of
        fields = {year: undrawn(central[year], sources=named, as_of=as_of) for year in years}
    return [
        YearOutcome(outcome=outcome, year=year, unit=unit_of(outcome), **fields[year])
        for year in years
    ]


def _people(
    asked: Asked, chosen: Chosen, years: list[int]
) -> tuple[tuple[InProvince, ...], tuple[InTrade, ...]]:
    provinces: list[InProvince] = []
    trades: list[InTrade] = []
    for year in years:
        found = places_of((chosen.played(asked), year))
        provinces += [
            InProvince(year=year, province=code, **row) for code, row in _rows(found.provinces)
        ]
        trades += [InTrade(year=year, trade=trade, **row) for trade, row in _rows(found.sectors)]
    return tuple(provinces), tuple(trades)


def _rows(table: pd.DataFrame) -> list[tuple[str, Any]]:
    """Each row of a table as its name and its cells by column."""
    found: dict[Any, Any] = table.to_dict("index")
    return list(found.items())


OPERATION = Operation(
    name="play",
    path="/play",
    method="POST",
    group="Scenarios",
    summary="Play a scenario",
    about="Plays a plan, or a ready scenario, in a case and a future: every outcome by year with"
    " its range, and the central result by province and by trade. Nothing is saved.",
    gives=PlayOut,
    asks=PlayIn,
    work=played,
    slow=True,
    example={
        "plan": [
            {"instrument": "agro_processing", "place": CODES[0], "usd": 20e6, "first_year": 2026},
            {"instrument": "skills_certification", "place": "02", "usd": 5e6, "years": 2},
        ],
        "case": {"basis": "durable", "assumed": {"reach_km": 60}},
        "years": [2030, 2035],
    },
)
"""What is declared here."""
