"""The transport problem, solved exactly: most people matched first, then the fewest km.

Maximise the number matched, then minimise km: one linear programme in which every match earns
a bonus larger than any detour. HiGHS (Huangfu and Hall 2018) sees only pairs that can matter:
it starts with near ones, and pairs are added until none is left whose reduced cost says that
it would improve the result, which proves the optimum (column generation).
"""

import numpy as np
from numpy.typing import NDArray

from analysis.checks import Array

_FIRST, _MORE = 4, 3
_TOLERANCE = 1e-7
_NOTHING = 1e-10


def cheapest_flows(people: Array, jobs: Array, km: Array) -> Array:
    """Flows origin x destination; a pair at distance inf is never used."""
    total = float(max(people.sum(), jobs.sum()))
    reachable = np.isfinite(km) & (people[:, None] > 0) & (jobs[None, :] > 0)
    if not reachable.any():
        return np.zeros(km.shape)
    cost = np.where(reachable, km, np.inf)
    bonus = _bonus(km, reachable)
    used = _cheapest(cost, _FIRST) & reachable
    while True:
        flows, reduced = _solve(people / total, jobs / total, cost - bonus, used)
        if not ((reduced < -_TOLERANCE * max(1.0, bonus)) & ~used & reachable).any():
            break
        used |= _cheapest(np.where(reachable, reduced, np.inf), _MORE) & reachable
    flows = np.where(flows > _NOTHING, flows, 0.0) * total
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
    slack = float(people.sum()) * 1e-9
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
