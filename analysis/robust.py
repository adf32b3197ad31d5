"""The best use of a budget when nobody knows which future comes: over futures and draws at once.

One allocation is judged in many worlds (futures x draws). `mean` makes the mean number of
placements near home as large as can be; `worst_tenth` the mean over the tenth of worlds where it
places fewest (conditional value at risk, Rockafellar and Uryasev 2000).

In every world placements are concave in the money, so the plane through an answer, with the slopes
of the smallest cut there, lies nowhere below them. A programme over the money with the planes so
far bounds the optimum from above, and playing its answer bounds it from below, until the two are
within `gap` of each other (Kelley 1960). Nothing in between is sampled or smoothed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.columns import Plan
from analysis.futures import Future
from analysis.futures import discover as futures
from analysis.limits import Limits, money_rows
from analysis.planes import Aim, Planes
from analysis.play import known_future
from analysis.scenario import Scenario
from analysis.worlds import Worlds

_ROUNDS = 400
_INWARD = 0.3


@dataclass(frozen=True, kw_only=True, eq=False)
class RobustOptimum:
    """The allocation and how sure it is the best.

    `value`: what the aim reaches (people placed near home); `bound`: no allocation reaches more;
    `placed`: by world, in the order of `worlds` (future, draw). `finished`: False where it was
    cancelled; value and bound then say how much could still be gained.
    """

    scenario: Scenario
    aim: Aim
    value: float
    bound: float
    placed: Array
    worlds: tuple[tuple[str, int], ...]
    finished: bool


def robust(
    baseline: Baseline,
    usd: float,
    *,
    aim: Aim = "mean",
    scenarios_in: Sequence[str | Future] = (),
    draws: int = 10,
    plan: Plan | None = None,
    limits: Limits | None = None,
    gap: float = 2e-3,
    progress: Callable[[int, float, float], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    name: str = "Best in many futures",
) -> RobustOptimum:
    """The best use of `usd` over `scenarios_in` (all futures where empty) times `draws`.

    Only instruments that make jobs or open trades near home take part, and no share of women can be
    asked for. `gap`: how far below the best it may stay, as a share of what the money gains.
    `progress` is told the round and both bounds; `cancelled` is asked after each round.
    """
    if aim not in get_args(Aim):
        raise ValueError(f"aim: there is no {aim!r}. Use one of: {', '.join(get_args(Aim))}")
    if not (np.isfinite(usd) and usd >= 0):
        raise ValueError(f"usd: {usd} is no budget. Write dollars of zero or more")
    if draws < 1:
        raise ValueError(f"draws: {draws} is fewer than one")
    chosen = [known_future(one) for one in (scenarios_in or tuple(futures()))]
    worlds = Worlds(baseline, chosen, draws, plan or Plan())
    rows_of = money_rows(
        usd,
        limits or Limits(),
        uses=worlds.uses,
        baseline=baseline,
        width=len(worlds.uses) + worlds.count + 1,
    )
    master = Planes(aim, worlds, rows_of.upper())
    nothing, _ = worlds.judge(np.zeros(len(worlds.uses)))
    base = master.worth(nothing)
    best: Array = np.zeros(len(worlds.uses))
    value, placed, finished = -np.inf, nothing, False
    bound = np.inf
    for turn in range(1, _ROUNDS + 1):
        answer, roof = master.solve()
        bound = min(bound, roof)
        # Half-way back to the best so far: far answers say little, they swing from side to side.
        money = answer if turn == 1 else best + _INWARD * (answer - best)
        there, slopes = worlds.judge(money)
        master.add(money, there, slopes)
        if master.worth(there) > value:
            best, value, placed = money, master.worth(there), there
        if progress:
            progress(turn, value, bound)
        if bound - value <= gap * max(bound - base, 1.0):
            finished = True
            break
        if cancelled():
            break
    return RobustOptimum(
        scenario=worlds.scenario(best, name),
        aim=aim,
        value=value,
        bound=bound,
        placed=placed,
        worlds=tuple((future.key, draw) for future in chosen for draw in range(draws)),
        finished=finished,
    )
