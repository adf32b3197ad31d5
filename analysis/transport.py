"""The transport problem, solved exactly: most people matched first, then the fewest km.

Maximise the number matched, then minimise km: one linear programme in which every match earns
a bonus larger than any detour. HiGHS (Huangfu and Hall 2018) sees only pairs that can matter:
it starts with pairs that rough prices favour, and more are added until none is left whose
reduced cost says that it would improve the result, which proves the optimum (column
generation). The rough prices are those of entropic transport (Sinkhorn 1967; Cuturi 2013).
"""

import numpy as np
from numpy.typing import NDArray

from analysis.checks import Array

_FIRST, _MORE = 4, 3
_SHARPNESS, _ROUNDS = 60, 100
_TOLERANCE = 1e-7
# The solver keeps limits to 1e-7; it sees the number that can be matched at most as this many.
_SCALE = 1e6
_NOTHING = 1e-6


def cheapest_flows(people: Array, jobs: Array, km: Array) -> Array:
    """Flows origin x destination; a pair at distance inf is never used."""
    total = float(min(people.sum(), jobs.sum()))
    reachable = np.isfinite(km) & (people[:, None] > 0) & (jobs[None, :] > 0)
    if not reachable.any():
        return np.zeros(km.shape)
    cost = np.where(reachable, km, np.inf)
    supply, demand = (np.minimum(side / total, 1.0) * _SCALE for side in (people, jobs))
    bonus = _bonus(km, reachable)
    rough = np.where(reachable, _roughly_reduced(people, jobs, cost), np.inf)
    used = (_cheapest(cost, 1) | _cheapest(rough, _FIRST)) & reachable
    while True:
        flows, reduced = _solve(supply, demand, cost - bonus, used)
        if not ((reduced < -_TOLERANCE * max(1.0, bonus)) & ~used & reachable).any():
            break
        used |= _cheapest(np.where(reachable, reduced, np.inf), _MORE) & reachable
    flows = np.where(flows > _NOTHING, flows, 0.0) * (total / _SCALE)
    # A solver keeps margins to its tolerance only; nobody moves who is not there.
    flows *= np.minimum(1, _over(people, flows.sum(axis=1)))[:, None]
    kept: Array = flows * np.minimum(1, _over(jobs, flows.sum(axis=0)))[None, :]
    return kept


def one_more_job(people: Array, jobs: Array, km: Array, flows: Array) -> tuple[Array, Array]:
    """What one more job in each place changes in the optimum: people matched, and km in all.

    Shortest paths in what the optimal flows leave open (the residual network), so that it is the
    right-hand derivative even where the optimum has several dual solutions. A path starts at
    somebody unmatched, if one can be reached: one more is matched. If not, it starts at a job
    that is taken and is left for another one: nobody more is matched, and km are saved.
    """
    slack = 1e-9 * float(min(people.sum(), jobs.sum()))
    unmatched = people - flows.sum(axis=1) > slack
    joined = _distances(np.where(unmatched, 0.0, np.inf), np.full(len(jobs), np.inf), km, flows)
    taken = np.where(flows.sum(axis=0) > slack, 0.0, np.inf)
    moved = np.minimum(_distances(np.full(len(people), np.inf), taken, km, flows), 0.0)
    matches = np.isfinite(joined)
    return matches.astype(float), np.where(matches, joined, moved)


def _bonus(km: Array, reachable: NDArray[np.bool_]) -> float:
    """More than any detour that matches one more person.

    Where everybody can go everywhere that is the longest way; else a detour may chain all pairs.
    """
    longest = float(km[reachable].max())
    pairs = 1 if reachable.all() else sum(km.shape)
    return 1.001 * pairs * longest + 1.0


def _roughly_reduced(people: Array, jobs: Array, cost: Array) -> Array:
    """Cost minus prices at both ends, by a few rounds of scaling; whoever is left over is free."""
    over = float(people.sum() - jobs.sum())
    rows, columns = np.append(people, max(-over, 0)), np.append(jobs, max(over, 0))
    blur = max(float(cost[np.isfinite(cost)].mean()), 1e-9) / _SHARPNESS
    likely = np.exp(-np.pad(cost, ((0, 1), (0, 1))) / blur)
    least = 1e-300
    of_column = np.ones(len(columns))
    for _ in range(_ROUNDS):
        of_row = rows / np.maximum(likely @ of_column, least)
        of_column = columns / np.maximum(of_row @ likely, least)
    prices = (blur * np.log(np.clip(side, least, 1e300)) for side in (of_row, of_column))
    row_prices, column_prices = prices
    reduced: Array = cost - row_prices[:-1, None] - column_prices[None, :-1]
    return reduced


def _cheapest(cost: Array, count: int) -> NDArray[np.bool_]:
    """The `count` cheapest pairs of each row and of each column."""
    rows, columns = cost.shape
    chosen = np.zeros(cost.shape, dtype=bool)
    of_row, of_column = min(count, columns), min(count, rows)
    along = np.argpartition(cost, of_row - 1, axis=1)[:, :of_row]
    chosen[np.arange(rows)[:, None], along] = True
    down = np.argpartition(cost, of_column - 1, axis=0)[:of_column]
    chosen[down, np.arange(columns)[None, :]] = True
    return chosen


def _solve(people: Array, jobs: Array, cost: Array, used: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Optimal flows over the pairs in `used`, and the reduced cost of every pair."""
    # Imported here: a page without this measure must not wait for SciPy's solvers.
    from scipy.optimize import linprog
    from scipy.sparse import csc_array

    origins, destinations = np.nonzero(used)
    size = len(origins)
    sides = np.column_stack([origins, len(people) + destinations]).ravel()
    ends = np.arange(0, 2 * size + 1, 2)
    margins = csc_array((np.ones(2 * size), sides, ends), shape=(sum(cost.shape), size))
    solved = linprog(
        cost[used],
        A_ub=margins,
        b_ub=np.concatenate([people, jobs]),
        method="highs-ds",
        options={"presolve": False},
    )
    if solved.status != 0:
        raise ArithmeticError(f"The transport problem was not solved: {solved.message}")
    flows = np.zeros(cost.shape)
    flows[used] = solved.x
    prices = solved.ineqlin.marginals
    return flows, cost - prices[: len(people), None] - prices[None, len(people) :]


def _distances(at_people: Array, at_jobs: Array, km: Array, flows: Array) -> Array:
    """Shortest ways to each destination from the given starts (Bellman and Ford)."""
    origins, destinations = np.nonzero(flows > 0)
    back = km[origins, destinations]
    for _ in range(sum(km.shape)):
        arrived = np.minimum(at_jobs, (at_people[:, None] + km).min(axis=0))
        returned = at_people.copy()
        np.minimum.at(returned, origins, arrived[destinations] - back)
        # What is only a rounding error shorter is not shorter: it might go round for ever.
        if not (returned < at_people - 1e-9).any():
            break
        at_people, at_jobs = returned, arrived
    nearest: Array = np.minimum(at_jobs, (at_people[:, None] + km).min(axis=0))
    return nearest


def _over(margin: Array, used: Array) -> Array:
    share: Array = np.divide(margin, used, out=np.ones_like(margin), where=used > 0)
    return share
