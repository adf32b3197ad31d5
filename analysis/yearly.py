"""What each year looks like: seekers, jobs, and the people to whom money gives further options.

All arrays are draw x year x province x sector.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.futures import Future, Influence, Setting
from analysis.network import Flags
from analysis.parameters import Values
from analysis.spending import Spent


@dataclass(frozen=True, kw_only=True, eq=False)
class Connection:
    """A corridor that is being upgraded: who is `connected`, and which pairs of places it opens.

    `connected`: people, draw x year x province x sector. `opens`: home x job, per draw
    (draw x province x province), where the shortened way comes within reach.
    """

    connected: Array
    opens: Flags


@dataclass(frozen=True, kw_only=True, eq=False)
class Yearly:
    """Seekers and jobs by year, and those with a further option.

    `gain_trade`: people who may also work in the sectors of `opened`. `move`: people who may take
    a job anywhere. Both are None where nobody may. Options are upper bounds: a person uses one.
    """

    seekers: Array
    jobs: Array
    opened: tuple[int, ...] = ()
    gain_trade: Array | None = None
    move: Array | None = None
    connections: Mapping[str, Connection]

    def only(self, at: Sequence[int]) -> "Yearly":
        """Some of the years, by their places in the order."""

        def some(part: Array | None) -> Array | None:
            return None if part is None else part[:, at]

        return Yearly(
            seekers=self.seekers[:, at],
            jobs=self.jobs[:, at],
            opened=self.opened,
            gain_trade=some(self.gain_trade),
            move=some(self.move),
            connections={
                name: Connection(connected=one.connected[:, at], opens=one.opens)
                for name, one in self.connections.items()
            },
        )


def influence_of(
    future: Future, *, baseline: Baseline, values: Values, years: Sequence[int]
) -> Influence:
    """The factors of a future, in every draw of `values`."""
    setting = Setting(
        years=np.array(years, dtype=float),
        sectors=baseline.sectors,
        borders=tuple(baseline.borders.get(code, ()) for code in baseline.provinces),
    )
    return future.influence(values.of(future.key), setting)


def yearly(
    baseline: Baseline,
    *,
    spent: Sequence[Spent],
    influence: Influence,
    seekers: Array,
    vacancies: Array,
    years: Sequence[int],
    values: Values,
) -> Yearly:
    """The years of a scenario in a future, from `seekers` and `vacancies` draw x place x sector."""
    draws = max([len(seekers), *(len(one.work.done) for one in spent)])
    shape = (draws, len(years), len(baseline.provinces), len(baseline.sectors))
    people = np.broadcast_to(seekers[:, None], shape)
    if influence.seekers is not None:
        people = people * _turned(influence.seekers, shape)[..., None]
    jobs = np.zeros(shape)
    jobs += vacancies[:, None]
    for one in spent:
        for sector, lasting in one.change.lasting_jobs.items():
            jobs[..., _sector(sector, one, baseline)] += _by_year(lasting, one, baseline)
    for sector, factor in influence.jobs.items():
        if sector in baseline.sectors:
            jobs[..., baseline.sectors.index(sector)] *= _turned(factor, shape)
    gains = [one for one in spent if one.change.gain_trade is not None]
    opened = {_sector(name, one, baseline) for one in gains for name in one.instrument.opens}
    return Yearly(
        seekers=people,
        jobs=jobs,
        opened=tuple(sorted(opened)),
        gain_trade=_people("gain_trade", spent, people, shape),
        move=_people("move", spent, people, shape),
        connections=_connections(spent, baseline, people, values),
    )


def _people(
    name: str, spent: Sequence[Spent], people: Array, shape: tuple[int, ...]
) -> Array | None:
    """People with an option by trade, in proportion to the seekers of their province."""
    given = [change for one in spent if (change := getattr(one.change, name)) is not None]
    if not any(change.any() for change in given):
        return None
    total = people.sum(axis=-1, keepdims=True)
    share = np.divide(people, total, out=np.zeros(people.shape), where=total > 0)
    together = np.sum([np.swapaxes(change, 1, 2) for change in given], axis=0)
    most: Array = np.minimum(np.broadcast_to(together[..., None] * share, shape), people)
    return most


def _connections(
    spent: Sequence[Spent], baseline: Baseline, people: Array, values: Values
) -> dict[str, Connection]:
    found: dict[str, Connection] = {}
    km = baseline.distance_km.to_numpy()
    for one in spent:
        if one.change.connected is None:
            continue
        shorter = 1 - values.of(one.instrument.key)("shortening")
        for at, corridor in enumerate(one.places):
            share = one.change.connected[:, at]
            if not share.any():
                continue
            along = np.zeros(len(km), dtype=bool)
            along[baseline.passes[corridor]] = True
            opens = (km * shorter <= baseline.reach_km) & ~baseline.near & np.outer(along, along)
            found[corridor] = Connection(
                connected=people * (share[:, :, None, None] * along[:, None]), opens=opens
            )
    return found


def _by_year(values: Array, one: Spent, baseline: Baseline) -> Array:
    """Draw x place x year as draw x year x province; a corridor's is shared by its provinces."""
    if one.instrument.on == "corridor":
        values = share_along(one.places, baseline).T @ values
    return np.swapaxes(values, 1, 2)


def share_along(corridors: Sequence[str], baseline: Baseline) -> Array:
    """The share of what a corridor gets that falls to each province: alike in all it passes."""
    shares = np.zeros((len(corridors), len(baseline.provinces)))
    for row, corridor in zip(shares, corridors, strict=True):
        row[baseline.passes[corridor]] = 1 / len(baseline.passes[corridor])
    return shares


def _turned(factor: Array, shape: tuple[int, ...]) -> Array:
    """Draw x province x year as draw x year x province."""
    return np.swapaxes(np.broadcast_to(factor, (len(factor), shape[2], shape[1])), 1, 2)


def _sector(name: str, one: Spent, baseline: Baseline) -> int:
    if name not in baseline.sectors:
        raise ValueError(
            f"sectors: {one.instrument.key} works in {name}, which the baseline does not have."
            f" It has: {', '.join(baseline.sectors)}"
        )
    return baseline.sectors.index(name)
