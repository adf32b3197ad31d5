"""Who has debts, and who is behind with repaying them.

Debts above 20,000 dollars count as 20,000, so that nobody can be seen in a mean.
"""

import ibis
from ibis import ir

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

TOP_USD = 20_000


def _owed(t: ir.Table) -> ir.IntegerValue:
    return ibis.least(t.debt, ibis.literal(float(TOP_USD))).round().cast("int64")


AGGREGATE = Aggregate(
    title=Text(en="Debt and arrears", km="បំណុល និងការយឺតយ៉ាវ"),
    says=Text(
        en="How many returnees have debts, and how many are behind with repayments.",
        km="តើអ្នកវិលត្រឡប់ប៉ុន្មាននាក់មានបំណុល និងប៉ុន្មាននាក់យឺតយ៉ាវក្នុងការសង។",
    ),
    outcomes={
        "arrears": Outcome(
            title=Text(en="Debt, behind with repayments", km="មានបំណុល និងយឺតយ៉ាវ"),
            holds=lambda t: (t.debt > 0) & t.arrears,
            sums={"owed": _owed},
        ),
        "debt": Outcome(
            title=Text(en="Debt, not behind", km="មានបំណុល មិនយឺតយ៉ាវ"),
            holds=lambda t: (t.debt > 0) & ~t.arrears,
            sums={"owed": _owed},
        ),
        "none": Outcome(title=Text(en="No debt", km="គ្មានបំណុល"), holds=lambda t: t.debt <= 0),
        "not_known": Outcome(title=Text(en="Not known", km="មិនដឹង")),
    },
    needs=("debt",),
    order=9,
)
