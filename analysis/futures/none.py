"""As today: seekers and vacancies stay what they are, in all years.

>>> from analysis.futures import Setting
>>> import numpy as np
>>> setting = Setting(years=np.array([2026]), sectors=(), borders=())
>>> FUTURE.influence({}.__getitem__, setting).seekers is None
True
"""

from analysis.futures._declaration import Future, Influence
from geodata.text import Text

FUTURE = Future(
    title=Text(en="As today", km="ដូចសព្វថ្ងៃ"),
    says=Text(
        en="Seekers and vacancies stay as they are",
        km="អ្នកស្វែងរកការងារ និងឱកាសការងារនៅដដែល",
    ),
    parameters=(),
    influence=lambda get, setting: Influence(),
)
