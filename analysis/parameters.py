"""Parameters with their ranges: central for the result, drawn for its bands, fixed for a question.

A parameter is named `instrument.parameter`, such as `sez_upgrade.usd_per_job`; one of `all`
serves every instrument that has none of its own.
"""

import math
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.checks import Array

Getter = Callable[[str], Array]
"""From a parameter's short name to its values, draw x 1 x 1."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """Low, central and high of one parameter, in order.

    Draws are triangular between low and high with the peak at central: on the scale of
    logarithms where low is above zero (costs differ by factors), else on the plain scale.

    >>> cost = Parameter(low=2000, central=4000, high=8000)
    >>> [round(float(value)) for value in cost.at(np.array([0.0, 0.5, 1.0]))]
    [2000, 4000, 8000]
    """

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        """Refuse a range that is none."""
        if not (math.isfinite(self.high) and 0 <= self.low <= self.central <= self.high):
            raise ValueError(
                f"parameter: {self.low}, {self.central}, {self.high} are not low, central and high"
                " of zero or more, in order. Put them in order"
            )

    def at(self, shares: Array) -> Array:
        """The values below which these shares of the draws lie."""
        if self.low == self.high:
            return np.full(shares.shape, self.central)
        logs = self.low > 0
        low, peak, high = (
            math.log(end) if logs else end for end in (self.low, self.central, self.high)
        )
        split = (peak - low) / (high - low)
        up = low + np.sqrt(shares * (high - low) * (peak - low))
        down = high - np.sqrt((1 - shares) * (high - low) * (high - peak))
        drawn = np.where(shares < split, up, down)
        values: Array = np.clip(np.exp(drawn) if logs else drawn, self.low, self.high)
        return values


def fixed(value: float) -> Parameter:
    """A parameter that is known, or that a question fixes.

    >>> fixed(3.0).high
    3.0
    """
    return Parameter(low=value, central=value, high=value)


Case = Mapping[str, float]
"""Parameters that are otherwise than central, by key."""


class Values:
    """What the parameters are: one central value, as many draws as asked for, or one a case.

    Each parameter has random numbers of its own, by its name: the same for every scenario, and
    the first 200 of 1,000 draws are the draws of 200.

    >>> values = Values({"all.lag": Parameter(low=1, central=2, high=3)}, draws=2, seed=1)
    >>> values.of("sez_upgrade")("lag").shape
    (2, 1, 1)
    >>> Values({"all.lag": fixed(2)}).of("sez_upgrade")("lag").item()
    2.0
    >>> Values({"all.lag": fixed(2)}, cases=[{}, {"all.lag": 3}]).of("all")("lag").ravel().tolist()
    [2.0, 3.0]
    """

    def __init__(
        self,
        parameters: Mapping[str, Parameter],
        *,
        draws: int | None = None,
        seed: int = 0,
        cases: Sequence[Case] = (),
    ) -> None:
        self._parameters = parameters
        self._draws, self._seed, self._cases = draws, seed, cases
        self._known: dict[str, Array] = {}

    def of(self, owner: str) -> Getter:
        """The values of the parameters of `owner`, else of `all`."""

        def get(name: str) -> Array:
            for key in (f"{owner}.{name}", f"all.{name}"):
                if key in self._parameters:
                    return self._value(key)
            raise ValueError(
                f"parameters: {owner}.{name} is missing. Add it to the table of parameters"
            )

        return get

    def _value(self, key: str) -> Array:
        if key not in self._known:
            parameter = self._parameters[key]
            if any(key in case for case in self._cases):
                values = np.array([case.get(key, parameter.central) for case in self._cases])
            elif self._draws is None:
                values = np.array([parameter.central])
            else:
                rng = np.random.default_rng([self._seed, zlib.crc32(key.encode())])
                values = parameter.at(rng.random(self._draws))
            self._known[key] = values.astype(float)[:, None, None]
        return self._known[key]
