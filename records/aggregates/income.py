"""Monthly income before return and now, of those in work whose income now is known.

Amounts above 2,000 dollars count as 2,000, so that nobody can be seen in a mean.
"""

import ibis
from ibis import ir

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

TOP_USD = 2_000


def _whole(amount: ir.FloatingValue) -> ir.IntegerValue:
    return ibis.least(amount, ibis.literal(float(TOP_USD))).round().cast("int64")


AGGREGATE = Aggregate(
    title=Text(en="Income before and now", km="ចំណូលមុន និងបច្ចុប្បន្ន"),
    says=Text(
        en="What people in work earn now, beside what they earned abroad.",
        km="ចំណូលបច្ចុប្បន្នរបស់អ្នកមានការងារ ធៀបនឹងចំណូលនៅក្រៅប្រទេស។",
    ),
    outcomes={
        "both_known": Outcome(
            title=Text(en="Both known", km="ដឹងទាំងពីរ"),
            holds=lambda t: t.in_work & t.income_now.notnull() & t.income_before.notnull(),
            sums={
                "before": lambda t: _whole(t.income_before),
                "now": lambda t: _whole(t.income_now),
            },
        ),
        "before_not_known": Outcome(title=Text(en="Income abroad not known", km="មិនដឹងចំណូលមុន")),
    },
    whole=(("job_quality", "at_least"), ("job_quality", "below")),
    needs=("income_before", "income_now"),
    order=4,
)
