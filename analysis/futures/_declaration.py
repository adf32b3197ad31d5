"""What a future's module declares. Frozen; unknown fields are errors; bad ones fail by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from analysis.checks import Array
from analysis.parameters import Getter
from geodata.text import Text


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """Where and when: `years`, `sectors`, and per province which neighbours it touches."""

    years: Array
    sectors: tuple[str, ...]
    borders: tuple[tuple[str, ...], ...]

    def touches(self, country: str) -> Array:
        """One for each province that touches `country` (TH, VN, LA), else zero; province x 1."""
        return np.array([[float(country in touched)] for touched in self.borders])

    def since(self, first: Array, over: Array) -> Array:
        """Share of something that begins in `first` and takes `over` years, draw x 1 x year.

        >>> setting = Setting(years=np.array([2026, 2027, 2028]), sectors=(), borders=())
        >>> first, over = np.full((1, 1, 1), 2027.0), np.full((1, 1, 1), 2.0)
        >>> setting.since(first, over)[0].tolist()
        [[0.0, 0.5, 1.0]]
        """
        return np.clip((self.years + 1 - first) / np.maximum(over, 1.0), 0.0, 1.0)


@dataclass(frozen=True, kw_only=True, eq=False)
class Influence:
    """Factors on the world, draw x province x year (or what broadcasts to it); one changes nothing.

    `seekers`: on all seekers. `jobs`: by sector, on vacancies and on lasting jobs alike. `wage`:
    on what a lasting job pays.
    """

    seekers: Array | None = None
    jobs: Mapping[str, Array] = field(default_factory=dict)
    wage: Array | None = None


@dataclass(frozen=True, kw_only=True)
class Future:
    """What nobody here decides. `key`: the file's name, set when it is found."""

    title: Text
    says: Text
    parameters: tuple[str, ...]
    influence: Callable[[Getter, Setting], Influence]
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a future that names a parameter twice."""
        if len(set(self.parameters)) != len(self.parameters):
            raise ValueError(f"{self.key or self.title.en}: name each of its parameters once")
