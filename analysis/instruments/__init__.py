"""Ways to spend money: one module each. The folder is the registry, the file name is the key.

An instrument's parameters are rows of a table under its key; no cost stands in code.
"""

from analysis.instruments._declaration import COMMON, Change, Instrument, Places, Work
from analysis.instruments._registry import discover

__all__ = ["COMMON", "Change", "Instrument", "Places", "Work", "discover"]
