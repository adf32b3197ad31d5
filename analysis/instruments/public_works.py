"""Rural works by hand: roads, canals, ponds; paid work for a season, at once, where people are.

For a planner: the quickest money in hand for many households; none of it is a lasting job, and
nobody counts as placed because of it.

One job-year costs a million dollars over `job_years_per_million`. Capacity: `capacity_share` of the
province's seekers, over all years. Unit: job-years.

>>> INSTRUMENT.usd_per_unit({"job_years_per_million": 200}.__getitem__)
5000.0
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text

_MILLION = 1e6


def _effect(work: Work) -> Change:
    return Change(job_years=work.begun)


INSTRUMENT = Instrument(
    title=Text(en="Rural public works", km="ការងារសាធារណៈជនបទ"),
    says=Text(
        en="Pays people for building rural roads and canals by hand, for a time",
        km="បង់ប្រាក់ឱ្យពលរដ្ឋសាងសង់ផ្លូវ និងប្រឡាយជនបទដោយប្រើកម្លាំងពលកម្ម ក្នុងរយៈពេលមួយ",
    ),
    limit=Text(
        en="The province has no more works that could be begun",
        km="ខេត្តមិនមានការងារសាធារណៈបន្ថែមដែលអាចចាប់ផ្តើមទេ",
    ),
    unit="job_years",
    parameters=("job_years_per_million", "capacity_share"),
    usd_per_unit=lambda get: _MILLION / get("job_years_per_million"),
    capacity=lambda get, places: get("capacity_share") * places["seekers"][:, None],
    effect=_effect,
    lasting=False,
)
