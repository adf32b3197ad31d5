"""A better road and terminals along a whole corridor: jobs further along come within reach.

For a planner: a kilometre upgraded brings building work for a while, very few lasting jobs, and a
shorter way. Once the whole corridor is upgraded, those who live along it can commute to jobs that
the shortened way brings within reach; with half of it, half of them can.

One kilometre costs `usd_per_km`. Connected people: share of the corridor upgraded, times
`catchment`. A pair of provinces on the corridor counts as near when its distance times
(1 - `shortening`) is within reach. Capacity: the corridor's length; it is built at one price, and
what would build more than the whole of it stays unspent. Lasting jobs: spending over
`usd_per_lasting_job`, in transport. Building work: `job_years_per_million`, of which `local_share`
is local. Unit: km.

>>> INSTRUMENT.usd_per_unit({"usd_per_km": 1_366_120}.__getitem__)
1366120
"""

import numpy as np

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text

_MILLION = 1e6


def _effect(work: Work) -> Change:
    usd = work.get("usd_per_km")
    length = work.places["length_km"][:, None]
    upgraded = np.divide(
        work.done,
        length,
        out=np.zeros_like(work.done),
        where=np.broadcast_to(length > 0, work.done.shape),
    )
    return Change(
        lasting_jobs={"transport_logistics": work.done * usd / work.get("usd_per_lasting_job")},
        job_years=work.spent
        * (work.get("job_years_per_million") / _MILLION * work.get("local_share")),
        connected=np.minimum(upgraded, 1.0) * work.get("catchment"),
    )


INSTRUMENT = Instrument(
    title=Text(en="Corridor logistics", km="ភស្តុភារកម្មតាមរបៀងសេដ្ឋកិច្ច"),
    says=Text(
        en="Upgrades road and terminals along a corridor, so that jobs further along come in reach",
        km="កែលម្អផ្លូវ និងស្ថានីយដឹកជញ្ជូនតាមរបៀង ដើម្បីឱ្យមនុស្សអាចទៅដល់ការងារដែលនៅឆ្ងាយជាងមុន",
    ),
    limit=Text(en="The whole corridor is upgraded", km="របៀងទាំងមូលបានកែលម្អរួច"),
    unit="km",
    parameters=(
        "usd_per_km",
        "shortening",
        "catchment",
        "usd_per_lasting_job",
        "job_years_per_million",
        "local_share",
    ),
    usd_per_unit=lambda get: get("usd_per_km"),
    capacity=lambda get, places: places["length_km"][None, :, None] + 0 * get("usd_per_km"),
    effect=_effect,
    lasting=True,
    falls=False,
    on="corridor",
    sectors=("transport_logistics",),
)
