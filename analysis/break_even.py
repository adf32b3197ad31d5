"""What a parameter would have to be for one scenario to overtake another; or that it never does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.compare import FEWER_IS_BETTER
from analysis.parameters import Case, fixed
from analysis.scenario import YEARS, Scenario
from analysis.what_if import what_if

_TRIED = 8
_BETWEEN = 7
_CLOSE = 1e-3

_Leads = Callable[[Sequence[Case]], Array]
"""By how much A is better than B in each case."""


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


@dataclass(frozen=True, kw_only=True)
class _Bracket:
    """The lead still holds at `start` and is lost at `end`."""

    parameter: str
    central: float
    start: float
    end: float

    @property
    def wide(self) -> bool:
        """Whether the value is not known yet."""
        return abs(self.end - self.start) > _CLOSE * max(abs(self.central), _CLOSE)

    @property
    def middle(self) -> float:
        """The value looked for."""
        return (self.start + self.end) / 2


def break_even(
    baseline: Baseline,
    a: Scenario,
    b: Scenario,
    parameters: Sequence[str],
    outcome: str = "placed_near_home",
    *,
    year: int = YEARS[-1],
    future: str = "none",
) -> tuple[BreakEven, ...]:
    """For each of `parameters` the values at which A and B are equal, looked for on both sides.

    From half the low to twice the high of its range (a ratio: at most one), in steps, then narrowed
    until it is known to a thousandth of itself. Both scenarios get the same value. Where a
    scenario has its own value for the parameter, that value is the question, and is replaced.
    """
    sign = -1.0 if outcome in FEWER_IS_BETTER else 1.0

    def leads(cases: Sequence[Case]) -> Array:
        mine, theirs = (
            what_if(baseline, one, outcome, cases, year=year, future=future) for one in (a, b)
        )
        return sign * (mine - theirs)

    whole = float(what_if(baseline, a, outcome, [{}], year=year, future=future)[0])
    slack = 1e-9 * max(1.0, abs(whole))
    asked = [_asked(parameter, baseline, a, b) for parameter in parameters]
    now = leads([{one.parameter: one.central} for one in asked]) if asked else np.zeros(0)
    ahead = ["equal" if abs(lead) <= slack else "a" if lead > 0 else "b" for lead in now]
    sides = [
        _Bracket(parameter=one.parameter, central=one.central, start=one.central, end=end)
        for one, who in zip(asked, ahead, strict=True)
        if who != "equal"
        for end in (one.least, one.most)
    ]
    signs = dict(zip(parameters, np.sign(now), strict=True))
    lost = _lost(sides, leads, signs, slack, steps=_TRIED)
    found = {
        (old.parameter, old.end < old.central): new
        for old, new in zip(sides, lost, strict=True)
        if new is not None
    }
    while wide := {key: one for key, one in found.items() if one.wide}:
        nearer = _lost(list(wide.values()), leads, signs, slack, steps=_BETWEEN + 1)
        found |= {key: one for key, one in zip(wide, nearer, strict=True) if one is not None}
    values = {key: one.middle for key, one in found.items()}
    return tuple(
        replace(
            one,
            ahead=who,
            below=values.get((one.parameter, True)),
            above=values.get((one.parameter, False)),
        )
        for one, who in zip(asked, ahead, strict=True)
    )


def with_value(scenario: Scenario, parameter: str, value: float) -> Scenario:
    """The scenario with one parameter known.

    >>> with_value(Scenario(name="A"), "all.lag", 2.0).overrides["all.lag"].central
    2.0
    """
    return replace(scenario, overrides={**scenario.overrides, parameter: fixed(value)})


def _asked(parameter: str, baseline: Baseline, a: Scenario, b: Scenario) -> BreakEven:
    """The question about one parameter, not answered yet."""
    if parameter not in baseline.parameters:
        raise ValueError(f"parameter: there is no {parameter!r}. Use a key of the table")
    span = baseline.parameters[parameter]
    return BreakEven(
        parameter=parameter,
        central=a.overrides.get(parameter, b.overrides.get(parameter, span)).central,
        ahead="equal",
        below=None,
        above=None,
        least=span.low / 2,
        most=min(span.high * 2, 1.0) if span.high <= 1 else span.high * 2,
    )


def _lost(
    brackets: Sequence[_Bracket],
    leads: _Leads,
    signs: dict[str, float],
    slack: float,
    *,
    steps: int,
) -> list[_Bracket | None]:
    """The first of `steps` parts of each bracket within which the lead is lost; None if in none."""
    ends = [np.linspace(one.start, one.end, steps + 1)[1:].tolist() for one in brackets]
    cases = [
        {one.parameter: value}
        for one, values in zip(brackets, ends, strict=True)
        for value in values
    ]
    if not cases:
        return []
    found: list[_Bracket | None] = []
    for one, values, lead in zip(
        brackets, ends, leads(cases).reshape(len(brackets), steps), strict=True
    ):
        gone = np.flatnonzero(lead * signs[one.parameter] <= slack)
        if not len(gone):
            found.append(None)
            continue
        at = int(gone[0])
        start = values[at - 1] if at else one.start
        found.append(replace(one, start=start, end=values[at]))
    return found
