"""Who works for themselves, of those in work."""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

AGGREGATE = Aggregate(
    title=Text(en="Own enterprise", km="អាជីវកម្មផ្ទាល់ខ្លួន"),
    says=Text(
        en="Of those in work, how many began an enterprise.",
        km="ក្នុងចំណោមអ្នកមានការងារ តើប៉ុន្មាននាក់បានបើកអាជីវកម្ម។",
    ),
    outcomes={
        "enterprise": Outcome(
            title=Text(en="Own enterprise", km="អាជីវកម្មផ្ទាល់ខ្លួន"),
            holds=lambda t: t.in_work & t.enterprise,
        ),
        "employed": Outcome(title=Text(en="Employed", km="ជានិយោជិត")),
    },
    whole=(("funnel", "in_work"),),
    order=6,
)
