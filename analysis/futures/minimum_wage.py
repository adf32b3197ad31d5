"""The minimum wage rises faster than prices: those in work earn more, and fewer are hired.

For a planner: the sign of the effect on jobs is disputed; its size here is an assumption.

The wage is multiplied by (1 + `rise`) a year for `years` years; jobs on offer in manufacturing and
agro-processing lose `job_loss_per_rise` times the rise so far, never more than all.

>>> from analysis.futures import Setting
>>> import numpy as np
>>> setting = Setting(years=np.array([2026, 2027]), sectors=("manufacturing",), borders=())
>>> one = {"rise": 0.1, "years": 3.0, "job_loss_per_rise": 0.5}.__getitem__
>>> then = FUTURE.influence(one, setting)
>>> then.wage.round(2).tolist(), then.jobs["manufacturing"].round(2).tolist()
([1.0, 1.1], [1.0, 0.95])
"""

import numpy as np

from analysis.futures._declaration import Future, Influence, Setting
from analysis.parameters import Getter
from geodata.text import Text

_SECTORS = ("manufacturing", "agro_processing")


def _influence(get: Getter, setting: Setting) -> Influence:
    passed = np.minimum(setting.years - setting.years[0], get("years"))
    wage = (1 + get("rise")) ** passed
    jobs = np.maximum(1 - get("job_loss_per_rise") * (wage - 1), 0.0)
    return Influence(wage=wage, jobs=dict.fromkeys(_SECTORS, jobs))


FUTURE = Future(
    title=Text(en="The minimum wage rises", km="ប្រាក់ឈ្នួលអប្បបរមាកើនឡើង"),
    says=Text(
        en="Those in work earn more, and factories hire fewer",
        km="អ្នកមានការងារទទួលបានចំណូលច្រើនជាងមុន ហើយរោងចក្រជួលពលករតិចជាងមុន",
    ),
    parameters=("rise", "years", "job_loss_per_rise"),
    influence=_influence,
)
