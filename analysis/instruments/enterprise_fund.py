"""Grants for small firms that returnees found, in the trade that they know.

For a planner: the only job-creating use of money here whose cost per job was measured against a
control group, though in another country. Jobs follow the trades of the province's seekers.

One lasting job costs `usd_per_job`; it was measured, so no part of it is a promise. Capacity:
`capacity_share` of the province's seekers. Unit: jobs.

>>> INSTRUMENT.usd_per_unit({"usd_per_job": 8_500}.__getitem__)
8500
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    return Change(
        lasting_jobs={
            sector: work.done * work.trades[:, s, None] for s, sector in enumerate(work.sectors)
        }
    )


INSTRUMENT = Instrument(
    title=Text(en="Returnee enterprise fund", km="មូលនិធិសហគ្រាសអ្នកវិលត្រឡប់"),
    says=Text(
        en="Grants for small firms that returnees found in the trade they know",
        km="ផ្តល់ជំនួយដល់សហគ្រាសតូចដែលអ្នកវិលត្រឡប់បង្កើត ក្នុងមុខរបរដែលពួកគេចេះ",
    ),
    limit=Text(
        en="The province has no more people with a plan for a firm",
        km="ខេត្តគ្មានអ្នកផ្សេងទៀតដែលមានផែនការបង្កើតសហគ្រាសទេ",
    ),
    unit="jobs",
    parameters=("usd_per_job", "capacity_share"),
    usd_per_unit=lambda get: get("usd_per_job"),
    capacity=lambda get, places: get("capacity_share") * places["seekers"][:, None],
    effect=_effect,
    lasting=True,
)
