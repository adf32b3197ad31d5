"""How many months after return work began, of those in work: the events of a life table."""

from collections.abc import Callable

from ibis import ir

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome
from records.aggregates._months import first_day, steps, title


def _within(first: int, end: int | None) -> Callable[[ir.Table], ir.BooleanValue]:
    def holds(t: ir.Table) -> ir.BooleanValue:
        reached = t.in_work & (t.days_to_work >= first_day(first))
        return reached if end is None else reached & (t.days_to_work < first_day(end))

    return holds


AGGREGATE = Aggregate(
    title=Text(en="Time to work", km="រយៈពេលរហូតដល់មានការងារ"),
    says=Text(
        en="Of those in work, how many months after return it began.",
        km="ក្នុងចំណោមអ្នកមានការងារ តើការងារបានចាប់ផ្តើមប៉ុន្មានខែក្រោយវិលត្រឡប់។",
    ),
    outcomes={
        **{
            key: Outcome(title=title(first, end), holds=_within(first, end))
            for key, (first, end) in steps().items()
        },
        "not_known": Outcome(title=Text(en="Not known", km="មិនដឹង")),
    },
    whole=(("funnel", "in_work"),),
    needs=("returned", "status_date"),
    order=2,
)
