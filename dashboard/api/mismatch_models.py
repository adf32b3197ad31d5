"""Assumptions, measures and the decomposition, as answers give them."""

from typing import Literal

from pydantic import Field

from dashboard.api.asked import CaseIn
from dashboard.api.fact_models import Code
from dashboard.api.values import Figure, Told, Words


class AssumptionOut(Told):
    """One assumption that a request may set."""

    key: str = Field(description="Its name as a parameter")
    title: Words
    unit: str
    usual: float = Field(description="Its value where a request does not name it")
    low: float = Field(description="Least value that is taken")
    high: float = Field(description="Largest value that is taken")
    step: float = Field(description="Step of its control on the page; any number is taken here")
    status: str
    sources: tuple[str, ...]


class MeasureOut(Told):
    """One measure of the mismatch."""

    key: str
    title: Words
    says: Words = Field(description="What it tells a planner")
    unit: Words
    scope: Literal["province", "national"]
    low: float | None = Field(description="No value lies below, in the unit; null: no limit")
    high: float | None = Field(description="No value lies above, in the unit; null: no limit")
    parameters: tuple[AssumptionOut, ...] = Field(
        description="The assumptions that it hangs on, besides basis and ages"
    )


class ByProvince(Figure):
    """The figure of a measure in one province."""

    measure: str
    province: str = Code


class National(Figure):
    """The figure of a measure for the country."""

    measure: str
    key: str = Field(description="Which figure of the measure")
    title: str
    unit: Words


class Cluster(Told):
    """A province in the measure of local clusters."""

    province: str = Code
    statistic: float | None = Field(description="Local Moran statistic; null: nobody beside it")
    p: float | None = Field(description="How rarely chance gives a value as extreme")
    p_adjusted: float | None = Field(description="The same, for as many provinces as are tested")
    seekers: Literal["high", "low", "none"]
    around: Literal["high", "low", "none"] = Field(description="Vacancies of the neighbours")
    stands_out: bool
    category: str


class Flow(Figure):
    """People who would go from one province to a job in another."""

    home: str = Code
    job: str = Code
    km: float = Field(description="Kilometres by road")


class MeasureFound(MeasureOut):
    """A measure with its values in a case."""

    case: CaseIn
    national: tuple[National, ...] = Field(description="Figures of the country")
    provinces: tuple[ByProvince, ...]
    clusters: tuple[Cluster, ...] = Field(description="Of local_clusters only")
    flows: tuple[Flow, ...] = Field(description="Of least_movement only, largest first")


class Part(Figure):
    """One part of the people in need of work, in the country or in a province."""

    part: str = Field(
        description="seekers: all; matched: a job within reach in a trade they can do; spatial: too"
        " far; skills: another trade; shortage: no job anywhere"
    )


class PartHere(Part):
    """The same in one province."""

    province: str = Code


class Decomposition(Told):
    """What the need of work is made of: shortage + spatial + skills + matched = seekers."""

    case: CaseIn
    unit: Words
    parts: tuple[Part, ...]
