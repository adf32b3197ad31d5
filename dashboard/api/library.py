"""What scenarios are made of: instruments, futures, their parameters, and ready scenarios."""

from typing import Any, Literal

from pydantic import Field

from analysis.compare import FEWER_IS_BETTER
from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from dashboard.api.asked import Paged
from dashboard.api.operation import Operation
from dashboard.api.plans import AllocationOut, allocations_told
from dashboard.api.values import Told, Words, words
from dashboard.compare_words import outcome_text
from dashboard.mismatch.market import Case
from dashboard.scenarios.played import library, library_plan
from dashboard.scenarios.settings import ALL, Setting, parameters_to_set
from dashboard.scenarios.side_by_side import OUTCOMES
from dashboard.state import AGES, BASES
from dashboard.words import Speaker

USUAL = Case(basis=BASES[0], ages=AGES[0])
_UNITS = {
    "mean_income": "USD a month",
    "women_share": "per cent",
    "job_years": "job-years",
    "households_relieved": "households",
    "households_protected": "household-years",
    "lasting_jobs": "jobs",
    "usd_spent": "million USD",
    "usd_unspent": "million USD",
    "usd_per_placement": "USD",
}


class Parameter(Told):
    """One parameter of instruments or futures."""

    key: str = Field(description="Its key in `settings`")
    owner: str = Field(description="Key of its instrument or future; all: of every instrument")
    title: Words
    unit: str
    low: float = Field(description="Low end of what is usual")
    central: float = Field(description="What is played where a request sets nothing")
    high: float = Field(description="High end of what is usual")
    least: float = Field(description="Least value that it can be set to")
    most: float = Field(description="Largest value that it can be set to")
    whole: bool = Field(description="Whether it takes whole numbers only")
    status: str
    as_of: str
    sources: tuple[str, ...]


class InstrumentOut(Told):
    """One way to spend public money."""

    key: str
    title: Words
    says: Words
    unit: str = Field(description="What the money buys")
    works_in: Literal["province", "corridor"] = Field(description="Where its money goes")
    lasting: bool = Field(description="Whether what it gives stays")
    limit: Words = Field(description="What limits it in a place")
    parameters: tuple[Parameter, ...] = Field(
        description="Its own; those with owner `all` in /api/v1/parameters hold too"
    )


class FutureOut(Told):
    """What nobody here decides."""

    key: str
    title: Words
    says: Words
    parameters: tuple[Parameter, ...]


class ReadyOut(Told):
    """One ready scenario."""

    key: str
    title: Words
    says: Words
    best_use: bool = Field(description="Whether it is found for each case; else it is fixed")
    usd: float = Field(description="US dollars in all")
    plan: tuple[AllocationOut, ...] = Field(description="What is spent in the usual case")
    sources: tuple[str, ...]


class OutcomeOut(Told):
    """One outcome of a scenario."""

    key: str
    title: Words
    unit: str
    less_is_better: bool


def unit_of(outcome: str) -> str:
    """The unit of an outcome, as answers give it."""
    return _UNITS.get(outcome, "people")


def parameter_rows(_: object) -> list[Parameter]:
    """Every parameter that a request may set."""
    return [_parameter(one) for one in parameters_to_set().values()]


def instrument_rows(_: object) -> list[InstrumentOut]:
    """All instruments."""
    return [
        InstrumentOut(
            key=one.key,
            title=words(one.title),
            says=words(one.says),
            unit=one.unit,
            works_in=one.on,
            lasting=one.lasting,
            limit=words(one.limit),
            parameters=_of(one.key),
        )
        for one in instruments().values()
    ]


def future_rows(_: object) -> list[FutureOut]:
    """All futures."""
    return [
        FutureOut(
            key=one.key, title=words(one.title), says=words(one.says), parameters=_of(one.key)
        )
        for one in futures().values()
    ]


def ready_rows(_: object) -> list[ReadyOut]:
    """All ready scenarios, in the usual case."""
    found = []
    for key, one in library().items():
        plan = library_plan(key, USUAL)
        found.append(
            ReadyOut(
                key=key,
                title=words(one.title),
                says=words(one.says),
                best_use=one.scenario is None,
                usd=float(sum(row.usd for row in plan)),
                plan=allocations_told(plan),
                sources=one.source_ids,
            )
        )
    return found


def outcome_rows(_: object) -> list[OutcomeOut]:
    """All outcomes, in the order of the comparison."""
    return [
        OutcomeOut(
            key=key,
            title=Words(
                **{lang: outcome_text(key, say=Speaker(lang=lang)) for lang in ("en", "km")}
            ),
            unit=unit_of(key),
            less_is_better=key in FEWER_IS_BETTER,
        )
        for key in OUTCOMES
    ]


def _of(owner: str) -> tuple[Parameter, ...]:
    return tuple(_parameter(one) for one in parameters_to_set().values() if one.owner == owner)


def _parameter(one: Setting) -> Parameter:
    return Parameter(
        key=one.key,
        owner=one.owner,
        title=words(one.text),
        unit=one.unit,
        low=one.low,
        central=one.central,
        high=one.high,
        least=one.least,
        most=one.most,
        whole=one.whole,
        status=one.status,
        as_of=one.as_of,
        sources=one.source_ids,
    )


def _listed(path: str, gives: type[Told], work: Any, summary: str, about: str) -> Operation:
    return Operation(
        name=path,
        path=f"/{path}",
        group="Scenarios",
        summary=summary,
        about=about,
        gives=gives,
        asks=Paged,
        lists=True,
        work=work,
        slow=work is ready_rows,
        example={"limit": 2},
    )


OPERATIONS = (
    _listed(
        "instruments",
        InstrumentOut,
        instrument_rows,
        "All instruments",
        "What public money can be spent on, with the parameters of each.",
    ),
    _listed(
        "futures",
        FutureOut,
        future_rows,
        "All futures",
        "What nobody here decides: the border, wages, another wave. Every scenario plays in each.",
    ),
    _listed(
        "parameters",
        Parameter,
        parameter_rows,
        f"All parameters of instruments and futures, those of every instrument first ({ALL})",
        "Each with its usual range, status and source, and the limits that it can be set within.",
    ),
    _listed(
        "scenarios",
        ReadyOut,
        ready_rows,
        "All ready scenarios",
        "The same money spent as the sources argue for, in nothing, and at best. Scenarios that"
        " people have saved are not here: who has their link may open them.",
    ),
    _listed(
        "outcomes",
        OutcomeOut,
        outcome_rows,
        "All outcomes of scenarios",
        "What playing a scenario gives, with units. Job-years and years of protected households"
        " are summed up to the year, money too.",
    ),
)
"""Operations of this subject."""
