"""What a link asks of the best use: a goal, what must hold, and what to aim at in many futures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from analysis.columns import Plan
from analysis.optimise import Goal
from analysis.planes import Aim
from analysis.scenario import FIRST_YEAR, LAST_YEAR

GOALS = get_args(Goal)
AIMS = get_args(Aim)
COST = "cost_per_placement"
"""The goal that a number of placements goes with."""

PLACEMENTS = (100, 200_000)
"""Fewest and most placements that can be asked for."""

FIRST_PLACEMENTS = 10_000
BORDER_SHARES = (0, 25, 50, 75, 100)
"""Least share of the money for border provinces, in per cent."""

WOMEN_SHARES = (0, 40, 50, 60)
"""Least share of women among those who gain, in per cent."""

MOST_SHARES = (100, 50, 25, 10)
"""Largest share of the budget for one province or one instrument, in per cent; 100 is no limit."""

STARTS = tuple(range(FIRST_YEAR, LAST_YEAR + 2 - Plan().spend_years))
"""Years from which the money may be spent; later it would not be spent within the years played."""

One = Callable[[str, Sequence[str], str], str]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`goal`: what is made as good as can be; `placements`: how many, with the goal `COST` only.

    Shares in per cent of the money (`border_percent`) or of the people who gain (`women_percent`)
    at least; of the budget for one province or one instrument at most. `start`: first year of
    spending. `aim`: what the best in many futures is the best at.
    """

    goal: str = GOALS[0]
    placements: int = FIRST_PLACEMENTS
    border_percent: int = BORDER_SHARES[0]
    women_percent: int = WOMEN_SHARES[0]
    province_percent: int = MOST_SHARES[0]
    instrument_percent: int = MOST_SHARES[0]
    start: int = STARTS[0]
    aim: str = AIMS[0]


def read_wanted(given: Mapping[str, str], one: One, *, wrong: Callable[[str, str], None]) -> Wanted:
    """What a link asks for. `one` reads a key with the values it may have, the first the usual.

    `wrong` is told the key and value of what is none of these.
    """

    def share(key: str, allowed: Sequence[int]) -> int:
        texts = [str(value) for value in allowed]
        return int(one(key, texts, texts[0]))

    return Wanted(
        goal=one("goal", GOALS, GOALS[0]),
        placements=_placements(given.get("placements"), wrong),
        border_percent=share("border", BORDER_SHARES),
        women_percent=share("women", WOMEN_SHARES),
        province_percent=share("most_province", MOST_SHARES),
        instrument_percent=share("most_instrument", MOST_SHARES),
        start=share("start", STARTS),
        aim=one("aim", AIMS, AIMS[0]),
    )


def _placements(text: str | None, wrong: Callable[[str, str], None]) -> int:
    if text is None:
        return FIRST_PLACEMENTS
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(PLACEMENTS[1]))
    if digits and PLACEMENTS[0] <= int(text) <= PLACEMENTS[1]:
        return int(text)
    wrong("placements", text)
    return FIRST_PLACEMENTS
