"""How far people have come on the path from return to durable work.

Nested: everybody is registered; some got training, a certificate or social protection, or work;
some of these have work. Who has durable work is told by `job_quality`.
"""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

AGGREGATE = Aggregate(
    title=Text(en="The path to work", km="ផ្លូវឆ្ពោះទៅការងារ"),
    says=Text(
        en="How far returnees have come: registered, supported, in work.",
        km="តើអ្នកវិលត្រឡប់បានឈានដល់ណា៖ ចុះបញ្ជី ទទួលបានការគាំទ្រ មានការងារ។",
    ),
    outcomes={
        "registered": Outcome(title=Text(en="Registered only", km="ចុះបញ្ជីតែប៉ុណ្ណោះ")),
        "supported": Outcome(
            title=Text(en="Supported, not in work", km="ទទួលបានការគាំទ្រ តែមិនទាន់មានការងារ"),
            holds=lambda t: (t.trained | t.protection) & ~t.in_work,
        ),
        "in_work": Outcome(title=Text(en="In work", km="មានការងារ"), holds=lambda t: t.in_work),
    },
    order=1,
)
