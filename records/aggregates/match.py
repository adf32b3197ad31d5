"""Whether the job now is in the trade of the work abroad, or in one related to it.

Related is what the table of trades says: `geodata/tables/sector_transfer.csv`, from the share of
`RELATED_AT` on, which is also where the mismatch takes a trade for open to somebody.
"""

from collections.abc import Callable
from functools import cache

from ibis import ir

from geodata import Text, load
from records.aggregates._declaration import Aggregate, Outcome
from records.codes import codes

RELATED_AT = 0.5
"""From which share of what a trade takes a person has for another, the two are related."""

_WIDTH = 100


@cache
def related_to() -> dict[str, tuple[str, ...]]:
    """For each sector abroad, the other sectors that are related to it."""
    rows = tuple(load().rows("sector_transfer"))
    return {
        sector: tuple(
            row.to_sector
            for row in rows
            if row.from_sector == sector != row.to_sector and row.value >= RELATED_AT
        )
        for sector in dict.fromkeys(row.from_sector for row in rows)
    }


def _related(t: ir.Table) -> ir.BooleanValue:
    sector, job = codes("sector"), codes("job_sector")
    pairs = [
        sector[one] * _WIDTH + job[other]
        for one, others in related_to().items()
        for other in others
    ]
    return (t.sector.cast("int32") * _WIDTH + t.job_sector).isin(pairs)


def _in_both(holds: Callable[[ir.Table], ir.BooleanValue]) -> Callable[[ir.Table], ir.BooleanValue]:
    return lambda t: t.in_work & (t.sector > 0) & (t.job_sector > 0) & holds(t)


AGGREGATE = Aggregate(
    title=Text(en="Trade abroad and job now", km="មុខរបរនៅក្រៅប្រទេស និងការងារបច្ចុប្បន្ន"),
    says=Text(
        en="Of those in work, how many use the trade they had abroad, or one related to it.",
        km="ក្នុងចំណោមអ្នកមានការងារ តើប៉ុន្មាននាក់ធ្វើការក្នុងវិស័យដដែល ឬវិស័យពាក់ព័ន្ធ។",
    ),
    outcomes={
        "same": Outcome(
            title=Text(en="Same sector", km="វិស័យដដែល"),
            holds=_in_both(lambda t: t.sector == t.job_sector),
        ),
        "related": Outcome(
            title=Text(en="A related sector", km="វិស័យពាក់ព័ន្ធ"), holds=_in_both(_related)
        ),
        "other": Outcome(
            title=Text(en="Another sector", km="វិស័យផ្សេង"),
            holds=_in_both(lambda t: (t.sector != t.job_sector) & ~_related(t)),
        ),
        "not_known": Outcome(title=Text(en="Not known", km="មិនដឹង")),
    },
    whole=(("funnel", "in_work"),),
    needs=("sector", "job_sector"),
    order=5,
)
