"""Travel, deposit and first rent for people who take a job in another province.

For a planner: it makes no job. It lets people take jobs that stand open too far away, and they live
away from home: they count as placed after moving, never as placed near home.

One person who moves costs `usd_per_person / moving_share`: most of those supported stay, or would
have moved anyway. Capacity: `capacity_share` of the province's seekers. They may take a job in any
province, in a trade open to them. Unit: people who move.

>>> one = {"usd_per_person": 660, "moving_share": 0.22}.__getitem__
>>> INSTRUMENT.usd_per_unit(one)
3000.0
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    return Change(move=work.done)


INSTRUMENT = Instrument(
    title=Text(en="Relocation support", km="ការគាំទ្រការផ្លាស់ទីលំនៅ"),
    says=Text(
        en="Pays travel and first rent for people who take a job in another province",
        km="បង់ថ្លៃធ្វើដំណើរ និងថ្លៃជួលដំបូង សម្រាប់អ្នកទៅធ្វើការក្នុងខេត្តផ្សេង",
    ),
    limit=Text(en="No more people there want to move", km="នៅទីនោះគ្មានអ្នកផ្សេងទៀតចង់ផ្លាស់ទីលំនៅទេ"),
    unit="people",
    parameters=("usd_per_person", "moving_share", "capacity_share"),
    usd_per_unit=lambda get: get("usd_per_person") / get("moving_share"),
    capacity=lambda get, places: get("capacity_share") * places["seekers"][:, None],
    effect=_effect,
    lasting=True,
)
