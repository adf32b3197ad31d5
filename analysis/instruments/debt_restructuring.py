"""Loans of indebted households are stretched and partly taken over.

For a planner: no job comes of it; a household stops losing its land or sending somebody away again.

One household costs `mean_loan * public_share`. Capacity: the indebted households of the province
that have difficulty repaying; with no further step beyond them, since nobody else is left. Unit:
households, relieved for good.

>>> one = {"mean_loan": 3_572, "public_share": 0.25}.__getitem__
>>> INSTRUMENT.usd_per_unit(one)
893.0
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    return Change(relieved=work.done)


INSTRUMENT = Instrument(
    title=Text(en="Debt restructuring", km="ការរៀបចំបំណុលឡើងវិញ"),
    says=Text(
        en="Stretches and partly takes over the loans of indebted households",
        km="ពន្យាររយៈពេលសងប្រាក់ និងទទួលបន្ទុកមួយផ្នែកនៃកម្ចីរបស់គ្រួសារជាប់បំណុល",
    ),
    limit=Text(
        en="All indebted households in difficulty are relieved",
        km="គ្រួសារជាប់បំណុលដែលមានការលំបាកត្រូវបានជួយទាំងអស់",
    ),
    unit="households",
    parameters=("mean_loan", "public_share"),
    usd_per_unit=lambda get: get("mean_loan") * get("public_share"),
    capacity=lambda get, places: (
        places["indebted_households"][None, :, None] + 0 * get("mean_loan")
    ),
    effect=_effect,
    lasting=True,
    falls=False,
)
