"""Orders move on from Viet Nam: factories, processing and logistics hire, most of all in the east.

For a planner: jobs grow where few of the returnees live.

Jobs on offer in manufacturing, agro-processing and transport grow by `growth_east` a year in
provinces that touch Viet Nam, by `growth_elsewhere` in the others, for `years` years from the
first one played.

>>> from analysis.futures import Setting
>>> import numpy as np
>>> setting = Setting(
...     years=np.array([2026, 2027]), sectors=("manufacturing",), borders=(("VN",), ("TH",)))
>>> one = {"growth_east": 0.1, "growth_elsewhere": 0.0, "years": 5.0}.__getitem__
>>> FUTURE.influence(one, setting).jobs["manufacturing"].round(2).tolist()
[[1.0, 1.1], [1.0, 1.0]]
"""

import numpy as np

from analysis.futures._declaration import Future, Influence, Setting
from analysis.parameters import Getter
from geodata.text import Text

_SECTORS = ("manufacturing", "agro_processing", "transport_logistics")


def _influence(get: Getter, setting: Setting) -> Influence:
    east = setting.touches("VN")
    growth = get("growth_east") * east + get("growth_elsewhere") * (1 - east)
    grown = (1 + growth) ** np.minimum(setting.years - setting.years[0], get("years"))
    return Influence(jobs=dict.fromkeys(_SECTORS, grown))


FUTURE = Future(
    title=Text(en="Viet Nam plus one", km="វៀតណាមបូកមួយ"),
    says=Text(
        en="Orders move from Viet Nam; factories hire, most of all in the east",
        km="ការបញ្ជាទិញផ្លាស់ពីវៀតណាម រោងចក្រជួលពលករ ភាគច្រើននៅភាគខាងកើត",
    ),
    parameters=("growth_east", "growth_elsewhere", "years"),
    influence=_influence,
)
