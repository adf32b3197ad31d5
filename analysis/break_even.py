"""What a parameter would have to be for one scenario to overtake another; or that it never does."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.baseline import Baseline
from analysis.compare import FEWER_IS_BETTER, central_value
from analysis.parameters import fixed
from analysis.scenario import YEARS, Scenario

_TRIED = 9
_CLOSE = 1e-4


@dataclass(frozen=True, kw_only=True)
class BreakEven:
    """Where A and B change places as one parameter moves.

    `ahead`: who is better with the parameter as it is (`a`, `b`, or `equal`). `below`, `above`: the
    nearest value under and over its central one at which the two are equal; None where they never
    are down to `least`, or up to `most`.
    """

    parameter: str
    central: float
    ahead: str
    below: float | None
    above: float | None
    least: float
    most: float


def break_even(
    baseline: Baseline,
    a: Scenario,
    b: Scenario,
    parameter: str,
    outcome: str = "placed_near_home",
    *,
    year: int = YEARS[-1],
    future: str = "none",
) -> BreakEven:
    """The values of `parameter` at which A and B are equal, looked for on both sides.

    From half the low to twice the high of its range (a ratio: at most one), in steps, then halved
    until it is known to a ten-thousandth of itself. Both scenarios get the same value. Where a
    scenario has its own value for the parameter, that value is the question, and is replaced.
    """
    if parameter not in baseline.parameters:
        raise ValueError(f"parameter: there is no {parameter!r}. Use a key of the table")
    span = baseline.parameters[parameter]
    least, most = span.low / 2, span.high * 2
    if span.high <= 1:
        most = min(most, 1.0)
    central = a.overrides.get(parameter, b.overrides.get(parameter, span)).central
    sign = -1.0 if outcome in FEWER_IS_BETTER else 1.0

    def lead(value: float) -> float:
        there = [
            central_value(baseline, with_value(one, parameter, value), outcome, year, future)
            for one in (a, b)
        ]
        return sign * (there[0] - there[1])

    now = lead(central)
    slack = 1e-9 * max(1.0, abs(central_value(baseline, a, outcome, year, future)))
    ahead = "equal" if abs(now) <= slack else ("a" if now > 0 else "b")
    sides = [
        None if ahead == "equal" else _crossing(lead, central, end, now, slack)
        for end in (least, most)
    ]
    return BreakEven(
        parameter=parameter,
        central=central,
        ahead=ahead,
        below=sides[0],
        above=sides[1],
        least=least,
        most=most,
    )


def with_value(scenario: Scenario, parameter: str, value: float) -> Scenario:
    """The scenario with one parameter known.

    >>> with_value(Scenario(name="A"), "all.lag", 2.0).overrides["all.lag"].central
    2.0
    """
    overrides = {**scenario.overrides, parameter: fixed(value)}
    return Scenario(
        name=scenario.name,
        allocations=scenario.allocations,
        overrides=overrides,
        split=scenario.split,
    )


def _crossing(
    lead: Callable[[float], float], central: float, end: float, now: float, slack: float
) -> float | None:
    """The value nearest to `central`, towards `end`, at which the lead is lost; None if never."""
    start = central
    for value in np.linspace(central, end, _TRIED)[1:].tolist():
        if lead(value) * np.sign(now) <= slack:
            while abs(value - start) > _CLOSE * max(abs(central), _CLOSE):
                middle = (start + value) / 2
                if lead(middle) * np.sign(now) <= slack:
                    value = middle
                else:
                    start = middle
            return float((start + value) / 2)
        start = value
    return None
