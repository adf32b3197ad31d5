"""Who is matched where several could be: the one fair way to settle a maximum flow's ties.

A maximum flow says how many find a job, not who. Two rules settle it, the same whatever the
order of rows. Who has a job keeps it when a limit is lifted, so that no part of the unmet need is
below zero. And jobs are shared as equally as they can be: of those still without one, the
same share gets one wherever the same jobs are in reach. The first limit lifted being once the
place, once the trade, parts are the mean of both orders, as the totals are.
"""

import numpy as np

from analysis.checks import Array
from analysis.flow import Solver, Whole, whole


def parts_by_unit(
    *, place: Solver, trade: Solver, both: Solver, people: Array, jobs: Array, most: Array
) -> dict[str, Array]:
    """Matched, shortage, spatial and skills per province and sector.

    `most`: M(free), M(place), M(trade), M(both) in the whole numbers of `whole(people, jobs)`.
    """
    wanted, offered = whole(people, jobs)
    none = np.zeros(wanted.size, dtype=np.int64)
    share, sure = fair_shares(both, none, wanted.ravel(), offered.ravel(), int(most[3]))
    stay, held = share.reshape(wanted.shape) * wanted, sure.reshape(wanted.shape)
    by_place = _extended(place, stay, held, wanted, offered, most[1], axis=1)
    by_trade = _extended(trade, stay, held, wanted, offered, most[2], axis=0)
    spatial = ((_free(by_place, wanted, most[0]) - by_place) + (by_trade - stay)) / 2
    skills = ((_free(by_trade, wanted, most[0]) - by_trade) + (by_place - stay)) / 2
    unit = np.divide(people, wanted, out=np.zeros_like(people), where=wanted > 0)
    matched, spatial, skills = stay * unit, spatial * unit, skills * unit
    return {
        "matched": matched,
        # What is left, so that the four are the seekers of each unit; never a hair below zero.
        "shortage": np.maximum(people - (matched + spatial + skills), 0.0),
        "spatial": spatial,
        "skills": skills,
    }


def _extended(
    solver: Solver,
    both: Array,
    held: Whole,
    wanted: Whole,
    offered: Whole,
    most: float,
    *,
    axis: int,
) -> Array:
    """The matched `both` (`held` in whole numbers) and those who join them under one limit only.

    Units that this limit does not tell apart (along `axis`) share a job in proportion to
    those still waiting.
    """
    keep = held.sum(axis=axis)
    rest = wanted.sum(axis=axis) - keep
    share, _ = fair_shares(solver, keep, rest, offered.sum(axis=axis), int(most))
    matched = both.sum(axis=axis)
    joining, waiting = keep + share * rest - matched, wanted.sum(axis=axis) - matched
    part = np.divide(joining, waiting, out=np.zeros_like(waiting), where=waiting > 0)
    return both + np.expand_dims(np.clip(part, 0, 1), axis) * (wanted - both)


def _free(matched: Array, wanted: Whole, most: float) -> Array:
    """Those matched when no limit is left: the same share of everybody who waits joins."""
    waiting = wanted.sum() - matched.sum()
    share = (most - matched.sum()) / waiting if waiting > 0 else 0.0
    return matched + max(share, 0.0) * (wanted - matched)


def fair_shares(
    solver: Solver, held: Whole, waiting: Whole, jobs: Whole, matched: int
) -> tuple[Array, Whole]:
    """Share of the `waiting` who are matched in each unit of workers, in the fairest best match.

    Of all matches with `matched` people in which those in `held` keep a job, the one that makes
    the shares as equal as can be (it maximises the smallest share, then the next one, ...). There
    is one such vector of shares, so it depends neither on the order of units nor on the solver.
    Found by splitting (Groenevelt 1991): try one share for all; where that does not fit,
    those who are too many for the jobs in their reach form a group of their own with those
    jobs, the others another, and each is tried again. Groups never touch, so one flow tries all.

    Comes with whole numbers, `held` and who joins, that can all be matched at once: shares times
    waiting are so only to rounding.
    """
    routes = solver.routes
    workers, first_job = slice(0, routes.workers), routes.nodes - routes.jobs
    group = np.zeros(routes.nodes, dtype=np.int64)
    totals = np.array([matched], dtype=np.int64)
    for _ in range(routes.workers + 1):
        mine = group[workers]
        count = len(totals)
        kept = np.bincount(mine, held, count)
        asking = np.bincount(mine, waiting, count)
        share = np.divide(totals - kept, asking, out=np.zeros(count), where=asking > 0)
        share = np.clip(share, 0, 1)
        wanted = held + np.floor(share[mine] * waiting).astype(np.int64)
        passable = group[routes.tails] == group[routes.heads]
        reached = solver.blocked(wanted, jobs, passable)
        if not reached.any():
            fair: Array = share[mine]
            return fair, wanted
        short = np.bincount(mine, reached[workers], count) > 0
        split = short[group] & reached
        taken = np.bincount(group[first_job:], np.where(split[first_job:], jobs, 0), count).astype(
            np.int64
        )
        parts = np.flatnonzero(short)
        names = np.zeros(count, dtype=np.int64)
        names[parts] = count + np.arange(len(parts))
        group = np.where(split, names[group], group)
        totals = np.concatenate([np.where(short, totals - taken, totals), taken[parts]])
    raise ArithmeticError("Those who hold a job cannot all keep it at once: nothing fair is left")
