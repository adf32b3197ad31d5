"""Placing many states at once: held against linear programming and against the decomposition."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from analysis.cuts import Island
from analysis.matching import decompose
from analysis.network import Network
from analysis.placing import place
from analysis.yearly import Connection, Yearly
from tests.analysis.baselines import baseline

EVERY = settings(deadline=None, max_examples=60)


def programme(network: Network, numbers: np.ndarray) -> float:
    """Maximum flow as a linear programme."""
    keep = np.zeros((network.nodes, len(network.tails)))
    np.add.at(keep, (network.heads, np.arange(len(network.tails))), 1)
    np.add.at(keep, (network.tails, np.arange(len(network.tails))), -1)
    most = [numbers[at] if at >= 0 else None for at in network.limit]
    gain = -(network.tails == 0).astype(float)
    solved = linprog(
        gain, A_eq=keep[2:], b_eq=np.zeros(network.nodes - 2), bounds=[(0, top) for top in most]
    )
    return -solved.fun


@st.composite
def islands(draw):
    units = draw(st.integers(1, 4))
    flags = arrays(bool, (units, units))
    amounts = arrays(float, (3, units), elements=st.integers(0, 9).map(float))
    parts = [draw(amounts) for _ in range(3)]
    return Island(open=draw(flags), gained=draw(flags)), parts


@EVERY
@given(islands())
def test_all_cuts_at_once_a_network_and_a_linear_programme_agree(case):
    island, (workers, gaining, jobs) = case
    gaining = np.minimum(gaining, workers)
    numbers = np.concatenate([workers, gaining, jobs], axis=1)
    network = island.network()
    flows, cuts = network.cuts(numbers)
    wanted = [programme(network, row) for row in numbers]
    assert island.most(workers, gaining, jobs) == pytest.approx(wanted)
    assert flows == pytest.approx(wanted)
    assert (cuts * numbers).sum(axis=1) == pytest.approx(wanted)


def test_more_cases_than_are_solved_at_once():
    island = Island(open=np.ones((1, 1), bool), gained=np.ones((1, 1), bool))
    people = np.arange(257.0)[:, None]
    flows = island.network().most(np.concatenate([people, 0 * people, 0 * people + 100], axis=1))
    assert flows.tolist() == np.minimum(people[:, 0], 100).tolist()


def test_threads_that_solve_the_same_network_do_not_meet():
    rng = np.random.default_rng(2)
    island = Island(open=rng.random((30, 30)) < 0.2, gained=np.zeros((30, 30), bool))
    network = island.network()
    numbers = [rng.integers(0, 1000, (100, 90)).astype(float) for _ in range(16)]
    alone = [network.most(some) for some in numbers]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(network.most, numbers))
    np.testing.assert_array_equal(together, alone)


@pytest.mark.parametrize("reach_km", [0, 75, 150, float("inf")])
def test_without_options_the_parts_are_those_of_the_decomposition(reach_km):
    world = baseline(12, reach_km=reach_km)
    seekers, jobs = (table.to_numpy()[None, None] for table in (world.seekers, world.vacancies))
    placed = place(Yearly(seekers=seekers, jobs=jobs, connections={}), world)
    parts = decompose(
        world.seekers, world.vacancies, world.distance_km, world.transfer, reach_km, 0.5
    )
    found = [placed.near_home, placed.shortage, placed.spatial, placed.skills]
    wanted = [parts.matched, parts.shortage, parts.spatial, parts.skills]
    total = world.seekers.to_numpy().sum()
    np.testing.assert_allclose(np.ravel(found), wanted, rtol=0, atol=1e-8 * total)
    assert placed.after_moving.item() == 0


def with_options(world, rng, *, draws=1, years=1):
    shape = (draws, years, *world.seekers.shape)
    people = world.seekers.to_numpy() * rng.lognormal(0, 0.3, shape)
    jobs = world.vacancies.to_numpy() * rng.lognormal(0, 0.3, shape)
    pair = np.zeros((draws, len(world.near), len(world.near)), bool)
    pair[:, 0, 1] = pair[:, 1, 2] = True
    return Yearly(
        seekers=people,
        jobs=jobs,
        opened=(2,),
        gain_trade=people * 0.1,
        move=people * 0.2,
        connections={"SEC-A": Connection(connected=people * 0.3, opens=pair & ~world.near)},
    )


def most_by_programme(state, world) -> float:
    """Every way of every group as a column: one linear programme for all who are placed."""
    people, jobs = state.seekers[0, 0], state.jobs[0, 0]
    gained = world.open_to.copy()
    gained[:, list(state.opened)] = True
    everywhere, link = np.ones_like(world.near), state.connections["SEC-A"]
    options = [
        (people, world.near, world.open_to),
        (state.gain_trade[0, 0], world.near, gained),
        (state.move[0, 0], everywhere, world.open_to),
        (link.connected[0, 0], link.opens[0], world.open_to),
    ]
    units = people.size
    blocks = [np.kron(places, trades).astype(bool) for _, places, trades in options]
    rows = [np.argwhere(block) for block in blocks]
    total = sum(map(len, rows))
    least = np.zeros((6 * units, total))
    column = 0
    for kind, pairs in enumerate(rows):
        for home, job in pairs:
            least[home, column] = least[units + job, column] = 1
            least[(2 + kind) * units + home, column] = 1
            column += 1
    limits = [people.ravel(), jobs.ravel(), *(given.ravel() for given, *_ in options)]
    return -linprog(-np.ones(total), A_ub=least, b_ub=np.concatenate(limits)).fun


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_options_to_move_place_as_many_as_a_linear_programme_says(seed):
    world = baseline(5, seed=seed, reach_km=120)
    state = with_options(world, np.random.default_rng(seed))
    placed = place(state, world)
    assert placed.in_all.item() == pytest.approx(most_by_programme(state, world), rel=1e-7)
    parts = placed.near_home, placed.after_moving, placed.shortage, placed.spatial, placed.skills
    assert np.sum(parts) == pytest.approx(placed.seekers.item())
    assert np.min(parts) >= -1e-6


def test_draws_and_years_at_once_are_the_same_as_one_by_one():
    world = baseline(8, reach_km=120)
    state = with_options(world, np.random.default_rng(4), draws=3, years=2)
    together = place(state, world)
    link = state.connections["SEC-A"]
    for draw, year in np.ndindex(3, 2):
        cut = np.s_[draw : draw + 1, year : year + 1]
        alone = Yearly(
            seekers=state.seekers[cut],
            jobs=state.jobs[cut],
            opened=state.opened,
            gain_trade=state.gain_trade[cut],
            move=state.move[cut],
            connections={
                "SEC-A": Connection(
                    connected=link.connected[cut], opens=link.opens[draw : draw + 1]
                )
            },
        )
        one = place(alone, world)
        for name in ("near_home", "in_all", "by_place", "by_trade", "free"):
            found = getattr(together, name)[draw, year]
            assert found == pytest.approx(getattr(one, name).item(), rel=1e-9)
