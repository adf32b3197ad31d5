"""A monthly top-up for returnee households without enough work.

For a planner: it feeds households while other money takes effect, and ends when it ends.

One household and year costs `usd_per_household_year`. Capacity: one top-up a year for every
returnee household, over all the years that are played; with no further step beyond them. Unit:
household-years.

>>> INSTRUMENT.usd_per_unit({"usd_per_household_year": 480}.__getitem__)
480
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    return Change(protected=work.begun)


INSTRUMENT = Instrument(
    title=Text(en="Social protection top-up", km="ប្រាក់បន្ថែមគាំពារសង្គម"),
    says=Text(
        en="Pays returnee households a monthly top-up for a time",
        km="បង់ប្រាក់បន្ថែមប្រចាំខែដល់គ្រួសារអ្នកវិលត្រឡប់ មួយរយៈពេល",
    ),
    limit=Text(
        en="All returnee households receive it in all years",
        km="គ្រួសារអ្នកវិលត្រឡប់ទាំងអស់ទទួលបានក្នុងគ្រប់ឆ្នាំ",
    ),
    unit="household_years",
    parameters=("usd_per_household_year",),
    usd_per_unit=lambda get: get("usd_per_household_year"),
    capacity=lambda get, places: (
        places["household_years"][None, :, None] + 0 * get("usd_per_household_year")
    ),
    effect=_effect,
    lasting=False,
    falls=False,
)
