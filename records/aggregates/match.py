"""Whether the job now is in the sector of the work abroad, of those in work."""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

AGGREGATE = Aggregate(
    title=Text(en="Trade abroad and job now", km="មុខរបរនៅក្រៅប្រទេស និងការងារបច្ចុប្បន្ន"),
    says=Text(
        en="Of those in work, how many use the trade they had abroad.",
        km="ក្នុងចំណោមអ្នកមានការងារ តើប៉ុន្មាននាក់ធ្វើការក្នុងវិស័យដដែល។",
    ),
    outcomes={
        "same": Outcome(
            title=Text(en="Same sector", km="វិស័យដដែល"),
            holds=lambda t: t.in_work & (t.sector > 0) & (t.sector == t.job_sector),
        ),
        "other": Outcome(
            title=Text(en="Another sector", km="វិស័យផ្សេង"),
            holds=lambda t: (
                t.in_work & (t.sector > 0) & (t.job_sector > 0) & (t.sector != t.job_sector)
            ),
        ),
        "not_known": Outcome(title=Text(en="Not known", km="មិនដឹង")),
    },
    whole=(("funnel", "in_work"),),
    needs=("sector", "job_sector"),
    order=5,
)
