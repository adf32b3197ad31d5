"""Estimates with their uncertainty: draws of shares, and what they say.

The pattern of shares over the provinces is uncertain. Each share is multiplied by log-normal
noise and the shares are brought back to a sum of one (the logistic-normal distribution:
Aitchison 1986, The Statistical Analysis of Compositional Data, chapter 6). A small province
is then as uncertain as a large one in proportion, not in people. The seed is fixed, so that
the same tables give the same numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from geodata import Figure
from geodata.provinces import CODES, fewer

DRAWS = fewer(2_000)
_SEED = 2025
_LOW, _HIGH = 0.1, 0.9

Array = NDArray[np.float64]


def generator(name: str) -> np.random.Generator:
    """A random generator of its own for the estimate `name`."""
    return np.random.default_rng([_SEED, crc32(name.encode())])


def noisy_shares(shares: Array, *, spread: float, rng: np.random.Generator) -> Array:
    """Logistic-normal draws around `shares` (draws x places, rows summing to one).

    `spread`: standard deviation of the logarithm of each share before rescaling; 0.4 says
    that two times in three a share is right within a factor of 1.5.
    """
    weights = shares * rng.lognormal(sigma=spread, size=shares.shape)
    drawn: Array = weights / weights.sum(axis=1, keepdims=True)
    return drawn


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A central value per place, by the formula at its central assumptions, and draws around it.

    `draws`: draws x places. The range told to readers is the 10th to the 90th percentile.
    """

    central: Array
    draws: Array

    @property
    def low(self) -> Array:
        """The 10th percentile per place."""
        quantile: Array = np.quantile(self.draws, _LOW, axis=0)
        return quantile

    @property
    def high(self) -> Array:
        """The 90th percentile per place."""
        quantile: Array = np.quantile(self.draws, _HIGH, axis=0)
        return quantile

    def scaled(self, factor: Array) -> "Estimate":
        """Each place multiplied by its own factor."""
        return Estimate(central=self.central * factor, draws=self.draws * factor)

    def figures(
        self,
        *,
        source_ids: tuple[str, ...],
        as_of: str,
        counted: Mapping[str, Figure] | None = None,
    ) -> Mapping[str, Figure]:
        """A figure per province code; `counted`: those that are known and not estimated."""
        low, high, known = self.low, self.high, counted or {}
        return {
            code: known.get(code)
            or Figure(
                value=float(self.central[i]),
                low=float(low[i]),
                high=float(high[i]),
                status="estimated",
                source_ids=source_ids,
                as_of=as_of,
            )
            for i, code in enumerate(CODES)
        }
