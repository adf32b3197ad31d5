"""Where things are and what was published: boundaries, tables and their sources."""

from geodata.errors import DataError
from geodata.figure import STATUSES, Figure, Status, figure_of, joined, weakest
from geodata.load import Geodata, load
from geodata.provinces import NATIONAL, Province
from geodata.text import Text

__all__ = [
    "NATIONAL",
    "STATUSES",
    "DataError",
    "Figure",
    "Geodata",
    "Province",
    "Status",
    "Text",
    "figure_of",
    "joined",
    "load",
    "weakest",
]
