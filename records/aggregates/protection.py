"""Who gets social protection."""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

AGGREGATE = Aggregate(
    title=Text(en="Social protection", km="កិច្ចគាំពារសង្គម"),
    says=Text(
        en="How many returnees were reached by social protection.",
        km="តើកិច្ចគាំពារសង្គមបានទៅដល់អ្នកវិលត្រឡប់ប៉ុន្មាននាក់។",
    ),
    outcomes={
        "reached": Outcome(title=Text(en="Reached", km="ទទួលបាន"), holds=lambda t: t.protection),
        "not_reached": Outcome(title=Text(en="Not reached", km="មិនទាន់ទទួលបាន")),
    },
    at_most=((("reached",), (("funnel", "supported"), ("funnel", "in_work"))),),
    order=8,
)
