"""What the work pays, of those who have some: durable is 210 dollars a month or more.

The line is the minimum wage of 2026 (see `geodata/tables/national.csv`, `earning_210`).
"""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

DURABLE_USD = 210

AGGREGATE = Aggregate(
    title=Text(en="What the work pays", km="ប្រាក់ចំណូលពីការងារ"),
    says=Text(
        en="Of those in work, how many earn 210 dollars a month or more.",
        km="ក្នុងចំណោមអ្នកមានការងារ តើប៉ុន្មាននាក់មានចំណូលចាប់ពី 210 ដុល្លារក្នុងមួយខែ។",
    ),
    outcomes={
        "at_least": Outcome(
            title=Text(en="210 dollars or more", km="ចាប់ពី 210 ដុល្លារ"),
            holds=lambda t: t.in_work & (t.income_now >= DURABLE_USD),
        ),
        "below": Outcome(
            title=Text(en="Below 210 dollars", km="ក្រោម 210 ដុល្លារ"),
            holds=lambda t: t.in_work & (t.income_now < DURABLE_USD),
        ),
        "not_known": Outcome(title=Text(en="Not known", km="មិនដឹង")),
    },
    whole=(("funnel", "in_work"),),
    needs=("income_now",),
    order=3,
)
