"""Who was trained, and who holds a certificate."""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

_SUPPORTED = (("funnel", "supported"), ("funnel", "in_work"))

AGGREGATE = Aggregate(
    title=Text(en="Training and certificates", km="ការបណ្តុះបណ្តាល និងវិញ្ញាបនបត្រ"),
    says=Text(
        en="How many returnees were trained, and how many hold a certificate.",
        km="តើអ្នកវិលត្រឡប់ប៉ុន្មាននាក់បានទទួលការបណ្តុះបណ្តាល និងមានវិញ្ញាបនបត្រ។",
    ),
    outcomes={
        "certificate": Outcome(
            title=Text(en="Certificate", km="មានវិញ្ញាបនបត្រ"),
            holds=lambda t: t.certificate,
        ),
        "trained": Outcome(
            title=Text(en="Trained, no certificate", km="បានបណ្តុះបណ្តាល គ្មានវិញ្ញាបនបត្រ"),
            holds=lambda t: t.trained & ~t.certificate,
        ),
        "neither": Outcome(title=Text(en="Neither", km="គ្មានទាំងពីរ")),
    },
    needs=("certificate",),
    at_most=((("certificate", "trained"), _SUPPORTED),),
    order=7,
)
