"""The addresses of the mismatch: assumptions, measures and the decomposition."""

from dashboard.api.asked import InFormat, Paged, with_case
from dashboard.api.mismatch import (
    assumption_rows,
    decomposition,
    decomposition_by_province,
    measure,
    measure_keys,
    measure_rows,
    measures,
)
from dashboard.api.mismatch_models import (
    AssumptionOut,
    Decomposition,
    MeasureFound,
    MeasureOut,
    PartHere,
)
from dashboard.api.operation import Operation


def operations() -> tuple[Operation, ...]:
    """Operations of this subject; what they take hangs on the assumptions of the world."""
    group = "Why people and jobs do not meet"
    return (
        Operation(
            name="assumptions",
            path="/assumptions",
            group=group,
            summary="All assumptions of the mismatch",
            about="Each with its usual value, limits, status and source; all of them are parameters"
            " of the measures and of the decomposition.",
            gives=AssumptionOut,
            asks=Paged,
            lists=True,
            work=assumption_rows,
            example={"limit": 2},
        ),
        Operation(
            name="measures",
            path="/measures",
            group=group,
            summary="All measures of the mismatch",
            about="Both sides of the market, then every measure, with the parameters that it"
            " takes, their usual values and limits.",
            gives=MeasureOut,
            asks=Paged,
            lists=True,
            work=measures,
            example={"limit": 2, "offset": 2},
        ),
        Operation(
            name="measure",
            path="/measures/{measure}",
            group=group,
            summary="One measure in a case",
            about="Its values by province or for the country, for one way to say who needs work and"
            " for any assumptions; as on the page of the mismatch.",
            gives=MeasureFound,
            asks=with_case(InFormat),
            keys=measure_keys,
            work=measure,
            rows=measure_rows,
            slow=True,
            example={"basis": "unplaced"},
            example_key="gap",
        ),
        Operation(
            name="decomposition",
            path="/decomposition",
            group=group,
            summary="What the need of work is made of",
            about="People in need of work in four parts that add up: matched within reach, too far,"
            " another trade, too few jobs.",
            gives=Decomposition,
            asks=with_case(InFormat),
            work=decomposition,
            rows=lambda found: found.parts,
            slow=True,
            example={"reach_km": 50},
        ),
        Operation(
            name="decomposition_by_province",
            path="/decomposition/provinces",
            group=group,
            summary="The same by province",
            about="One row for each part and province.",
            gives=PartHere,
            asks=with_case(Paged),
            lists=True,
            work=decomposition_by_province,
            slow=True,
            example={"limit": 2},
        ),
    )
