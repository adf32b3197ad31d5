"""Certificates for skills learned abroad, and short training: another trade becomes open.

For a planner: it makes no job. It lets people take jobs that stand open in factories and
services near home.

One person who gains a trade costs `usd_per_person`: what trials of training found for each
additional person in work, far above the price of a course, since most trainees would have found
the same work without it. Capacity: `capacity_share` of the province's seekers. They come from all
trades in proportion, and keep the trade they have. Unit: people.

>>> INSTRUMENT.usd_per_unit({"usd_per_person": 30_000}.__getitem__)
30000
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    return Change(gain_trade=work.done)


INSTRUMENT = Instrument(
    title=Text(en="Skills certification and short training", km="ការទទួលស្គាល់ជំនាញ និងវគ្គខ្លី"),
    says=Text(
        en="Certifies skills and trains for a few months, so that another trade becomes open",
        km="ទទួលស្គាល់ជំនាញ និងបណ្តុះបណ្តាលពីរបីខែ ដើម្បីឱ្យអាចធ្វើមុខរបរផ្សេងទៀតបាន",
    ),
    limit=Text(
        en="No more places in training in the province", km="ខេត្តមិនមានកន្លែងបណ្តុះបណ្តាលបន្ថែមទេ"
    ),
    unit="people",
    parameters=("usd_per_person", "capacity_share"),
    usd_per_unit=lambda get: get("usd_per_person"),
    capacity=lambda get, places: get("capacity_share") * places["seekers"][:, None],
    effect=_effect,
    lasting=True,
    opens=("manufacturing", "services"),
)
