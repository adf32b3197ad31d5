"""The best use of a budget, what more money would still bring, and what cannot be had."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from analysis.frontier import Frontier, frontier
from analysis.limits import Limits
from analysis.optimise import Optimum, Programme
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.asked import BUDGETS as MONEY
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.played import programme_from
from dashboard.scenarios.wanted import COST, GOALS, MOST_SHARES, Wanted

BUDGETS = tuple(50e6 * step for step in range(1, 21))
"""Budgets of the frontier, in dollars."""

HUNDRED = 100
"""Placements more of which the cost is told."""

_FREE = Wanted()
_PARTS = {
    "border": "border_percent",
    "women": "women_percent",
    "province": "province_percent",
    "instrument": "instrument_percent",
    "start": "start",
}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to be reached with how much, and what must hold: see `wanted.Wanted`."""

    case: Case
    usd: float
    goal: str = GOALS[0]
    placements: int = _FREE.placements
    border_percent: int = _FREE.border_percent
    women_percent: int = _FREE.women_percent
    province_percent: int = _FREE.province_percent
    instrument_percent: int = _FREE.instrument_percent
    start: int = _FREE.start

    @property
    def limits(self) -> tuple[str, ...]:
        """Limits that are set, besides the budget: some of `border`, `women` and so on."""
        return tuple(
            name for name, part in _PARTS.items() if getattr(self, part) != getattr(_FREE, part)
        )

    def without(self, name: str) -> "Wish":
        """The wish with one limit lifted; `budget`: with the largest budget that can be chosen."""
        if name == "budget":
            return replace(self, usd=most_usd())
        return replace(self, **{_PARTS[name]: getattr(_FREE, _PARTS[name])})


@dataclass(frozen=True, kw_only=True)
class OutOfReach:
    """Placements that cannot be had.

    `most`: people that can be placed within the limits; `lift`: the limits of which one alone,
    lifted, makes the number possible.
    """

    most: float
    lift: tuple[str, ...]


def most_usd() -> float:
    """Dollars of the largest budget that can be chosen."""
    return MONEY[1] * 1e6


def wish_of(asked: Asked) -> Wish:
    """What the best use is to reach with the budget."""
    wanted = {name: value for name, value in vars(asked.wanted).items() if name != "aim"}
    return Wish(case=asked.case, usd=asked.budget_usd, **wanted)


def limits_of(wish: Wish, usd: float, *, provinces: Iterable[str], keys: Iterable[str]) -> Limits:
    """The limits of a wish with a budget of `usd`.

    `provinces`, `keys`: the provinces, and the instruments that money can be spent on.
    """
    return Limits(
        border_share=wish.border_percent / 100,
        women_share=wish.women_percent / 100,
        provinces=_at_most(provinces, wish.province_percent, usd),
        instruments=_at_most(keys, wish.instrument_percent, usd),
    )


@remembered(48, key=lambda wish: _plain(wish))
def best_use(wish: Wish) -> Optimum:
    """The best use of the money. Raises ValueError where `out_of_reach` says why."""
    found = programme_from((wish.case, wish.start))
    return found.best(
        wish.usd,
        goal=wish.goal,  # type: ignore[arg-type]
        limits=_limits(found, wish, wish.usd),
        placements=wish.placements if wish.goal == COST else None,
    )


@remembered(16, key=lambda wish: replace(_near_home(wish), usd=0.0, goal=_frontier_goal(wish)))
def best_uses(wish: Wish) -> Frontier:
    """The best use of each of `BUDGETS`; the wish's own budget does not matter.

    The least money for a number of people is the same line, read from the side; and with the
    shortest ways as many are placed.
    """
    found = programme_from((wish.case, wish.start))
    moves = wish.province_percent, wish.instrument_percent
    fixed = moves == (_FREE.province_percent, _FREE.instrument_percent)
    return frontier(
        found,
        BUDGETS,
        goal=wish.goal,  # type: ignore[arg-type]
        limits=_limits(found, wish, 0.0) if fixed else lambda usd: _limits(found, wish, usd),
    )


@remembered(24)
def out_of_reach(wish: Wish) -> OutOfReach | None:
    """Why the placements that are asked for cannot be had; None where they can."""
    most = _most(wish)
    if wish.goal != COST or wish.placements <= most:
        return None
    names = [*(["budget"] if wish.usd < most_usd() else []), *wish.limits]
    lift = tuple(name for name in names if _most(wish.without(name)) >= wish.placements)
    return OutOfReach(most=most, lift=lift)


def mean_km(wish: Wish) -> float:
    """Mean km to work in the best match when none of the money is spent."""
    return best_use(replace(wish, usd=0.0)).value


def usd_for_more(wish: Wish) -> float | None:
    """Dollars that a hundred more placements would cost; None where they cannot be had."""
    more = replace(wish, placements=wish.placements + HUNDRED)
    return None if out_of_reach(more) else best_use(more).value - best_use(wish).value


@dataclass(frozen=True, kw_only=True)
class Price:
    """How many more `people` one more million dollars of a limit would place.

    `limit`: `budget`, `border`, `women`, `province` or `instrument`; `of`: which one of these.
    For the shares only the sign says something: below zero, the share costs people.
    """

    limit: str
    of: str
    people: float


def prices(wish: Wish) -> tuple[Price, ...]:
    """What each limit that binds costs, the budget first, then the dearest.

    A larger budget also raises the limits that are shares of it.
    """
    rows: list[Any] = best_use(wish).prices.to_dict("records")
    found = [_price(str(row["limit"]), float(row["people"])) for row in rows]
    raised = {"province": wish.province_percent, "instrument": wish.instrument_percent}
    budget = sum(
        one.people * raised.get(one.limit, 100 * (one.limit == "budget")) / 100 for one in found
    )
    others = sorted(
        (one for one in found if one.limit != "budget"), key=lambda one: -abs(one.people)
    )
    first = [Price(limit="budget", of="", people=budget)] if budget > 0 else []
    return (*first, *others)


def _price(name: str, people: float) -> Price:
    """A price by the name that the engine gives its limit.

    >>> _price("province 01", 5.0), _price("women_share (least)", -0.5).limit
    (Price(limit='province', of='01', people=5.0), 'women')
    """
    limit, _, of = name.removesuffix(" (least)").partition(" ")
    return Price(limit=limit.removesuffix("_share"), of=of, people=people)


def _most(wish: Wish) -> float:
    """The most people that can be placed near home within the limits, to a millionth."""
    return best_use(_near_home(wish)).more * (1 - 1e-6)


def _near_home(wish: Wish) -> Wish:
    return _plain(replace(wish, goal=GOALS[0]))


def _frontier_goal(wish: Wish) -> str:
    return wish.goal if wish.goal == "unmet_need" else GOALS[0]


def _plain(wish: Wish) -> Wish:
    """The wish without a number of placements that it does not ask for."""
    return wish if wish.goal == COST else replace(wish, placements=_FREE.placements)


def _limits(found: Programme, wish: Wish, usd: float) -> Limits:
    keys = {column.instrument for column in found.columns}
    return limits_of(wish, usd, provinces=found.baseline.provinces, keys=sorted(keys))


def _at_most(keys: Iterable[str], percent: int, usd: float) -> dict[str, tuple[float, float]]:
    if percent == MOST_SHARES[0]:
        return {}
    return {key: (0.0, usd * percent / 100) for key in keys}
