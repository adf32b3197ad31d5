"""Who is placed, by province and trade, and how far they go, in one year of a result.

The best match says how many are placed, not who. It is settled as in `analysis.sharing`: those near
home first, as equally as can be; then, with those keeping their jobs, those who may move.
"""

from dataclasses import dataclass

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.flow import Solver, direct_routes, whole
from analysis.network import Flags
from analysis.sharing import fair_shares
from analysis.transport import cheapest_flows
from analysis.yearly import Yearly


@dataclass(frozen=True, kw_only=True, eq=False)
class _Groups:
    """Seekers apart by the option they have: group x unit, and which jobs each may take."""

    people: Array
    jobs: Array
    near: Flags
    far: Flags
    km: Array


def who(state: Yearly, baseline: Baseline, year: int) -> tuple[Array, Array]:
    """Placed near home and placed after moving, province x sector (the worker's trade).

    `year`: its place in the years of `state`. Where more options are given than there are people,
    options are cut in proportion, and the picture may place a few fewer than the total.
    """
    groups = _groups(state, baseline, year)
    wanted, offered = whole(groups.people.ravel(), groups.jobs)
    near, far = (Solver(direct_routes(flags)) for flags in (groups.near, groups.far))
    none = np.zeros(wanted.size, dtype=np.int64)
    share, sure = fair_shares(near, none, wanted, offered, near.most(wanted, offered))
    waiting = wanted - sure
    joining, _ = fair_shares(far, sure, waiting, offered, far.most(wanted, offered))
    shape = (-1, len(baseline.provinces), len(baseline.sectors))
    unit = np.divide(groups.people.ravel(), wanted, out=np.zeros(wanted.size), where=wanted > 0)
    at_home = (share * wanted * unit).reshape(shape).sum(axis=0)
    in_all = ((sure + joining * waiting) * unit).reshape(shape).sum(axis=0)
    return at_home, np.maximum(in_all - at_home, 0.0)


def mean_km(state: Yearly, baseline: Baseline, year: int) -> float:
    """Km from home to job, on average over all placed, in the match with the fewest km.

    Of all matches that place the most. A way that a corridor shortens counts as the shortened way.
    nan where nobody is placed.
    """
    groups = _groups(state, baseline, year)
    km = np.where(groups.far, groups.km, np.inf)
    flows = cheapest_flows(groups.people.ravel(), groups.jobs, km)
    total = flows.sum()
    if total <= 0:
        return float("nan")
    return float(np.sum(np.where(flows > 0, flows * np.where(groups.far, km, 0.0), 0.0)) / total)


def _groups(state: Yearly, baseline: Baseline, year: int) -> _Groups:
    near, open_to = baseline.near, baseline.open_to
    seekers, jobs = state.seekers[0, year], state.jobs[0, year]
    gained = open_to.copy()
    gained[:, list(state.opened)] = True
    everywhere = np.ones_like(near)
    options: list[tuple[Array, Flags, Flags, Flags]] = []
    if state.gain_trade is not None:
        options.append((state.gain_trade[0, year], near, near, gained))
    if state.move is not None:
        options.append((state.move[0, year], near, everywhere, open_to))
    shorter = baseline.distance_km.to_numpy().copy()
    for link in state.connections.values():
        options.append((link.connected[0, year], near, near | link.opens[0], open_to))
    given = (
        np.sum([people for people, *_ in options], axis=0) if options else np.zeros(seekers.shape)
    )
    kept = np.divide(seekers, given, out=np.ones(seekers.shape), where=given > seekers)
    parts = [(people * kept, *flags) for people, *flags in options]
    rest = np.maximum(seekers - np.sum([part[0] for part in parts], axis=0), 0.0)
    parts.insert(0, (rest, near, near, open_to))
    used = [part for part in parts if part[0].any()] or parts[:1]
    km = np.kron(shorter, np.ones_like(open_to, dtype=float))
    return _Groups(
        people=np.array([people.ravel() for people, *_ in used]),
        jobs=jobs.ravel(),
        near=np.concatenate([np.kron(here, trades).astype(bool) for _, here, _, trades in used]),
        far=np.concatenate([np.kron(there, trades).astype(bool) for *_, there, trades in used]),
        km=np.concatenate([km] * len(used)),
    )
