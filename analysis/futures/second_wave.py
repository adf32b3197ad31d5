"""Another wave of workers returns from Thailand.

For a planner: more people need the same jobs.

From `first_year` on seekers are multiplied by 1 + `size`, in every province and trade alike.

>>> from analysis.futures import Setting
>>> import numpy as np
>>> setting = Setting(years=np.array([2027, 2028]), sectors=(), borders=())
>>> one = {"size": 0.25, "first_year": 2028.0}.__getitem__
>>> FUTURE.influence(one, setting).seekers.tolist()
[1.0, 1.25]
"""

import numpy as np

from analysis.futures._declaration import Future, Influence, Setting
from analysis.parameters import Getter
from geodata.text import Text


def _influence(get: Getter, setting: Setting) -> Influence:
    begun = setting.since(get("first_year"), np.ones(1))
    return Influence(seekers=1 + get("size") * begun)


FUTURE = Future(
    title=Text(en="A second wave returns", km="ការវិលត្រឡប់លើកទីពីរ"),
    says=Text(
        en="Another wave of workers comes back from Thailand",
        km="ពលករមួយរលកទៀតវិលត្រឡប់ពីថៃ",
    ),
    parameters=("size", "first_year"),
    influence=_influence,
)
