"""Futures: one module each. The folder is the registry, the file name is the key.

Every scenario plays in every one of them. Their settings are rows of a table under their key.
"""

from analysis.futures._declaration import Future, Influence, Setting
from analysis.futures._registry import discover

__all__ = ["Future", "Influence", "Setting", "discover"]
