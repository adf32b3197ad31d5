"""The border reopens, and some of the seekers go back to Thailand.

For a planner: fewer people need work here, and part of what was built for them stands empty.

Seekers in year t are multiplied by 1 - `share_back` times the share of the `years` from
`first_year` that has passed. They go from every province and trade alike: nobody knows better.

>>> from analysis.futures import Setting
>>> import numpy as np
>>> setting = Setting(years=np.array([2027, 2028, 2029]), sectors=(), borders=())
>>> one = {"share_back": 0.4, "first_year": 2028.0, "years": 2.0}.__getitem__
>>> FUTURE.influence(one, setting).seekers.tolist()
[1.0, 0.8, 0.6]
"""

from analysis.futures._declaration import Future, Influence, Setting
from analysis.parameters import Getter
from geodata.text import Text


def _influence(get: Getter, setting: Setting) -> Influence:
    gone = setting.since(get("first_year"), get("years"))
    return Influence(seekers=1 - get("share_back") * gone)


FUTURE = Future(
    title=Text(en="The border reopens", km="ព្រំដែនបើកឡើងវិញ"),
    says=Text(
        en="Some of the seekers go back to Thailand over the years",
        km="អ្នកស្វែងរកការងារមួយចំនួនត្រឡប់ទៅថៃវិញ ក្នុងរយៈពេលប៉ុន្មានឆ្នាំ",
    ),
    parameters=("share_back", "first_year", "years"),
    influence=_influence,
)
