"""Matches in all: near home, or where support to move or a shortened corridor lets people go.

Only what those people can touch is solved as one network. Islands that no corridor joins keep the
match that they have near home, unless there is support to move, with which people may go anywhere.
Even then, where those at home fill every job of a trade, nobody who comes could add to it.
"""

import numpy as np
from scipy.sparse.csgraph import connected_components

from analysis.checks import Array
from analysis.cuts import Island
from analysis.islands import fresh_years, near_home
from analysis.moving import numbers, ways
from analysis.network import Flags
from analysis.yearly import Connection, Yearly


def most_in_all(
    state: Yearly, gaining: Array, *, near: Flags, open_to: Flags, gained: Flags
) -> Array:
    """The most who can be placed, draw x year."""
    inside = _touched(state, near)
    total = np.zeros(state.seekers.shape[:2])
    if not inside.all():
        out = ~inside
        total += near_home(
            state.seekers[:, :, out],
            gaining[:, :, out],
            state.jobs[:, :, out],
            near[np.ix_(out, out)],
            open_to,
            gained,
        )
    if inside.any():
        kept, some = _within(state, inside), gaining[:, :, inside]
        joined = near[np.ix_(inside, inside)]
        total += _by_network(kept, some, near=joined, open_to=open_to, gained=gained)
    return total


def places_only(state: Yearly) -> Yearly:
    """The same years with all trades as one."""

    def summed(part: Array) -> Array:
        together: Array = part.sum(axis=3)[..., None]
        return together

    return Yearly(
        seekers=summed(state.seekers),
        jobs=summed(state.jobs),
        move=None if state.move is None else summed(state.move),
        connections={
            name: Connection(connected=summed(link.connected), opens=link.opens)
            for name, link in state.connections.items()
        },
    )


def _touched(state: Yearly, near: Flags) -> Flags:
    """Places from or to which somebody may go beyond today's reach."""
    if state.move is not None:
        return np.ones(len(near), dtype=bool)
    joined = np.zeros(len(near), dtype=bool)
    for link in state.connections.values():
        pairs = np.logical_or.reduce(link.opens)
        joined |= pairs.any(axis=0) | pairs.any(axis=1)
    _, label = connected_components(near)
    touched: Flags = np.isin(label, label[joined])
    return touched


def _within(state: Yearly, inside: Flags) -> Yearly:
    return Yearly(
        seekers=state.seekers[:, :, inside],
        jobs=state.jobs[:, :, inside],
        opened=state.opened,
        move=None if state.move is None else state.move[:, :, inside],
        connections={
            name: Connection(
                connected=link.connected[:, :, inside], opens=link.opens[:, inside][:, :, inside]
            )
            for name, link in state.connections.items()
        },
    )


def _by_network(
    state: Yearly, gaining: Array, *, near: Flags, open_to: Flags, gained: Flags
) -> Array:
    opens: list[Flags] = [link.opens for link in state.connections.values()]
    connected = [link.connected for link in state.connections.values()]
    moving = np.zeros_like(state.seekers) if state.move is None else state.move
    fresh = fresh_years(state.seekers, gaining, moving, state.jobs, *connected)
    draw = np.nonzero(fresh)[0]
    people, jobs, some, movers = (
        part[fresh].copy() for part in (state.seekers, state.jobs, gaining, moving)
    )
    linked = [part[fresh] for part in connected]
    options = np.sum([some, movers, *linked], axis=0)
    settled = _settle(people, jobs, options, near, open_to, gained if some.any() else open_to)
    found = ways(
        near=near,
        open_to=open_to,
        gained=gained,
        opens=[np.logical_or.reduce(flags) for flags in opens],
    )
    cases = numbers(
        seekers=people,
        gaining=some,
        moving=movers,
        jobs=jobs,
        connected=linked,
        opens=[flags[draw if len(flags) > 1 else np.zeros_like(draw)] for flags in opens],
        pairs=found.pairs,
    )
    most = settled + found.network.most(cases)
    filled: Array = most[np.cumsum(fresh.ravel()) - 1].reshape(fresh.shape)
    return filled


def _settle(
    people: Array, jobs: Array, options: Array, near: Flags, open_to: Flags, gained: Flags
) -> Array:
    """Take out what those at home fill by themselves, and say how many that is, by case.

    That is the jobs of a group of trades in a place near no other, where nobody has an option and
    all jobs are taken. `people` and `jobs` (case x place x trade) are set to zero there.
    """
    # Jobs in a trade that is open to nobody in the country stay empty whatever happens.
    jobs *= ((people.sum(axis=1) @ (open_to | gained)) > 0)[:, None, :]
    alone = np.flatnonzero(near.sum(axis=1) == 1)
    _, label = connected_components(open_to | gained, directed=False)
    settled = np.zeros(len(people))
    for group in range(label.max() + 1):
        trades = np.flatnonzero(label == group)
        at = np.ix_(np.arange(len(people)), alone, trades)
        here, offered = people[at], jobs[at]
        rows = (part.reshape(-1, len(trades)) for part in (here, 0 * here, offered))
        island = Island(open=open_to[np.ix_(trades, trades)], gained=gained[np.ix_(trades, trades)])
        most = island.most(*rows).reshape(here.shape[:2])
        full = (most >= offered.sum(axis=2) * (1 - 1e-12)) & ~options[at].any(axis=2)
        settled += np.where(full, most, 0.0).sum(axis=1)
        people[at] = np.where(full[..., None], 0.0, here)
        jobs[at] = np.where(full[..., None], 0.0, offered)
    return settled
