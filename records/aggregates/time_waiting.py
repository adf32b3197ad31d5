"""For how many months those without work have been back: the withdrawals of a life table."""

from collections.abc import Callable

from ibis import ir

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome
from records.aggregates._months import first_day, steps, title


def _within(first: int, end: int | None) -> Callable[[ir.Table], ir.BooleanValue]:
    def holds(t: ir.Table) -> ir.BooleanValue:
        waited = ~t.in_work & (t.days_waiting >= first_day(first))
        return waited if end is None else waited & (t.days_waiting < first_day(end))

    return holds


AGGREGATE = Aggregate(
    title=Text(en="Time without work", km="រយៈពេលគ្មានការងារ"),
    says=Text(
        en="For how many months those without work have been back.",
        km="តើអ្នកគ្មានការងារបានវិលត្រឡប់មកប៉ុន្មានខែហើយ។",
    ),
    outcomes={
        **{
            key: Outcome(title=title(first, end), holds=_within(first, end))
            for key, (first, end) in steps().items()
        },
        "not_known": Outcome(title=Text(en="Not known", km="មិនដឹង")),
    },
    whole=(("funnel", "registered"), ("funnel", "supported")),
    needs=("returned",),
    order=2,
)
