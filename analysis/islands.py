"""Matches near home: each island of places that are near each other by itself.

Provinces that are near no other are solved by trying all cuts at once, islands of several as
networks where they have too many cuts. A year that is like the one before is not solved again,
island by island: most of the country does not change in most years.
"""

import numpy as np
from scipy.sparse.csgraph import connected_components

from analysis.checks import Array
from analysis.cuts import Island
from analysis.network import Flags


def near_home(
    people: Array, gaining: Array, jobs: Array, near: Flags, open_to: Flags, gained: Flags
) -> Array:
    """Most matches within islands of places that are near each other, summed over islands."""
    count, label = connected_components(near)
    total = np.zeros(people.shape[:2])
    alone = [
        int(np.flatnonzero(label == one)[0]) for one in range(count) if (label == one).sum() == 1
    ]
    if alone:
        # One of a kind: their provinces go through as if they were so many draws.
        draws, years, _, sectors = people.shape
        rows = (
            np.moveaxis(part[:, :, alone], 2, 0).reshape(len(alone) * draws, years, sectors)
            for part in (people, gaining, jobs)
        )
        found = steady(Island(open=open_to, gained=gained), *rows)
        total += found.reshape(len(alone), draws, years).sum(axis=0)
    for one in range(count):
        at = np.flatnonzero(label == one)
        if len(at) > 1:
            island = Island(
                open=np.kron(near[np.ix_(at, at)], open_to).astype(bool),
                gained=np.kron(near[np.ix_(at, at)], gained).astype(bool),
            )
            total += steady(island, *(_flat(part[:, :, at]) for part in (people, gaining, jobs)))
    return total


def _flat(part: Array) -> Array:
    """Draw x year x all the rest."""
    return part.reshape(*part.shape[:2], -1)


def steady(island: Island, people: Array, gaining: Array, jobs: Array) -> Array:
    """Most matches per draw and year; years like the one before are not solved again."""
    fresh = fresh_years(people, gaining, jobs)
    most = island.most(people[fresh], gaining[fresh], jobs[fresh])
    filled: Array = most[np.cumsum(fresh.ravel()) - 1].reshape(fresh.shape)
    return filled


def fresh_years(*parts: Array) -> Flags:
    """Which years (draw x year) differ from the year before; the first one always does."""
    fresh: Flags = np.ones(parts[0].shape[:2], dtype=bool)
    if parts[0].shape[1] > 1:
        fresh[:, 1:] = False
        for part in parts:
            differs = part[:, 1:] != part[:, :-1]
            fresh[:, 1:] |= differs.reshape(*differs.shape[:2], -1).any(axis=2)
    return fresh
