"""Where things are and what was published: boundaries, tables and their sources."""

from geodata.errors import DataError
from geodata.figure import STATUSES, Figure, Status, figure_of, joined, weakest
from geodata.load import Geodata, load
from geodata.provinces import NATIONAL, Province

__all__ = [
    "NATIONAL",
    "STATUSES",
    "DataError",
    "Figure",
    "Geodata",
    "Province",
    "Status",
    "figure_of",
    "joined",
    "load",
    "weakest",
]
