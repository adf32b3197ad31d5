"""Measures of the mismatch: one module each. The folder is the registry, the file name is the key.

Each measure is a function of seekers and vacancies, pandas in and out, indexed by province
code. What is passed in is checked (see `analysis.checks`) and never changed. A function that
ends in `_draws` is the same over an array draws x provinces.
"""

from analysis.measures._declaration import Measure
from analysis.measures._registry import discover
from analysis.measures.balancing_distance import balancing_distance, balancing_distance_draws
from analysis.measures.gap import gap, gap_draws
from analysis.measures.least_movement import LeastMovement, least_movement
from analysis.measures.local_clusters import local_clusters
from analysis.measures.mismatch_index import mismatch_index, mismatch_index_draws
from analysis.measures.sahin_mismatch import sahin_mismatch, sahin_mismatch_draws
from analysis.measures.seekers_per_vacancy import seekers_per_vacancy, seekers_per_vacancy_draws
from analysis.measures.share_gap import share_gap, share_gap_draws
from analysis.measures.shen_access import shen_access, shen_access_draws

__all__ = [
    "LeastMovement",
    "Measure",
    "balancing_distance",
    "balancing_distance_draws",
    "discover",
    "gap",
    "gap_draws",
    "least_movement",
    "local_clusters",
    "mismatch_index",
    "mismatch_index_draws",
    "sahin_mismatch",
    "sahin_mismatch_draws",
    "seekers_per_vacancy",
    "seekers_per_vacancy_draws",
    "share_gap",
    "share_gap_draws",
    "shen_access",
    "shen_access_draws",
]
