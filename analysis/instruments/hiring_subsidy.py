"""A part of the wage is paid for firms that hire returnees, by a quota.

For a planner: people work while it is paid. Trials in other countries found that hardly any job
outlasts it, so almost all of it is temporary.

One subsidised year costs `usd_per_job_year`; of these, `lasting_share` stay as jobs, spread over
sectors like the seekers' trades. Capacity: `capacity_share` of the province's vacancies, over all
years. Unit: job-years.

>>> INSTRUMENT.usd_per_unit({"usd_per_job_year": 1_200}.__getitem__)
1200
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    stays = work.get("lasting_share")
    return Change(
        lasting_jobs={
            sector: work.done * stays * work.trades[:, s, None]
            for s, sector in enumerate(work.sectors)
        },
        job_years=work.begun,
    )


INSTRUMENT = Instrument(
    title=Text(en="Hiring subsidy with a quota", km="ការឧបត្ថម្ភធនជួលពលករ តាមកូតា"),
    says=Text(
        en="Pays part of the wage for a year where firms hire returnees",
        km="បង់ប្រាក់ឈ្នួលមួយផ្នែកសម្រាប់មួយឆ្នាំ ពេលសហគ្រាសជួលអ្នកវិលត្រឡប់",
    ),
    limit=Text(
        en="The province's firms fill no more of the quota", km="សហគ្រាសក្នុងខេត្តមិនបំពេញកូតាបន្ថែមទេ"
    ),
    unit="job_years",
    parameters=("usd_per_job_year", "lasting_share", "capacity_share"),
    usd_per_unit=lambda get: get("usd_per_job_year"),
    capacity=lambda get, places: get("capacity_share") * places["vacancies"][:, None],
    effect=_effect,
    lasting=False,
)
