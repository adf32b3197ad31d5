"""Local clusters: against esda itself, a loop of our own, and where nothing can be said."""

import numpy as np
import pandas as pd
import pytest
from esda.moran import Moran_Local_BV
from libpysal.weights import W

from analysis.measures import discover, local_clusters
from tests.analysis.worlds import by_code, line, synthetic

WORLD = synthetic(25, seed=3)
PERMUTATIONS = 9999


def found(**changed):
    return local_clusters(**{**WORLD.arguments("seekers", "vacancies", "neighbours"), **changed})


def test_esda_says_the_same():
    names = [
        [str(i) for i in WORLD.neighbours.index[row > 0]] for row in WORLD.neighbours.to_numpy()
    ]
    weights = W(dict(zip(WORLD.neighbours.index, names, strict=True)))
    local = Moran_Local_BV(
        WORLD.seekers, WORLD.vacancies, weights, permutations=PERMUTATIONS, seed=2025
    )
    ours = found(permutations=PERMUTATIONS)
    np.testing.assert_allclose(ours["statistic"], local.Is)
    theirs = np.minimum(2 * local.p_sim, 1)
    # Two sets of permutations: each p has a standard error; five of the two together.
    error = 2 * np.sqrt(np.maximum(theirs, 0.01) / 2 * (1 - theirs / 2) * 2 / PERMUTATIONS)
    assert (np.abs(ours["p"] - theirs) <= 5 * error).all()


def test_permutations_of_our_own_come_to_the_same_p():
    rng = np.random.default_rng(1)
    people, jobs = ((s - s.mean()) / s.std(ddof=0) for s in (WORLD.seekers, WORLD.vacancies))
    neighbours = WORLD.neighbours.to_numpy() > 0
    ours = found(permutations=4999)
    for i, own in enumerate(people):
        others = np.delete(jobs.to_numpy(), i)
        drawn = rng.permuted(np.tile(others, (4999, 1)), axis=1)[:, : neighbours[i].sum()]
        simulated = own * drawn.mean(axis=1)
        here = own * jobs.to_numpy()[neighbours[i]].mean()
        tails = [(simulated >= here - 1e-12).sum(), (simulated <= here + 1e-12).sum()]
        assert ours["p"].iloc[i] == pytest.approx(min(1, 2 * (min(tails) + 1) / 5000), abs=0.07)


def test_one_seed_gives_one_result_whatever_the_order_of_rows():
    turned = found(seekers=WORLD.seekers[::-1])
    pd.testing.assert_frame_equal(turned.loc[WORLD.seekers.index], found())
    assert not found(seed=1)["p"].equals(found()["p"])


def test_the_global_random_numbers_are_left_alone():
    np.random.seed(5)
    first = np.random.random()
    np.random.seed(5)
    found()
    assert np.random.random() == first


def test_p_is_adjusted_for_the_number_of_provinces_looked_at():
    result = found().sort_values("p")
    rank = np.arange(1, 26)
    falling = (result["p"] * 25 / rank).to_numpy()[::-1]
    by_hand = np.minimum(np.minimum.accumulate(falling)[::-1], 1)
    np.testing.assert_allclose(result["p_adjusted"], by_hand)
    assert (result["stands_out"] == (by_hand <= 0.05)).all()


def test_a_province_without_neighbours_is_not_judged():
    km = line(0, 10, 20, 500)
    result = local_clusters(
        by_code([5, 1, 2, 9]), by_code([1, 4, 3, 2]), ((km > 0) & (km < 50)).astype(float)
    )
    assert np.isnan(result.loc["04", ["statistic", "p", "p_adjusted"]].astype(float)).all()
    assert list(result.loc["04", ["seekers", "around"]]) == ["none", "none"]
    assert not result.loc["04", "stands_out"]
    assert result["statistic"].notna().sum() == 3


def test_where_all_are_alike_nothing_stands_out():
    result = local_clusters(by_code([5, 5, 5]), by_code([1, 4, 3]), (line(0, 1, 2) == 1) * 1.0)
    assert result["statistic"].isna().all()
    assert not result["stands_out"].any()


def test_the_category_is_both_sides_where_it_stands_out_and_none_elsewhere():
    result = found(level=0.6)
    out = result["stands_out"]
    assert out.any() and not out.all()
    assert (result["category"][~out] == "none").all()
    pairs = result["seekers"] + "-" + result["around"]
    assert (result["category"][out] == pairs[out]).all()
    assert set(result["category"]) <= set(discover()["local_clusters"].categories or {})


def test_high_and_low_are_above_and_below_the_mean():
    result = found()
    weights = WORLD.neighbours.to_numpy()
    around = weights @ WORLD.vacancies.to_numpy() / weights.sum(axis=1)
    assert ((result["seekers"] == "high") == (WORLD.seekers > WORLD.seekers.mean())).all()
    assert ((result["around"] == "high") == (around > WORLD.vacancies.mean())).all()


def test_no_province_stands_out_at_a_level_of_nothing():
    assert (found(level=0.0)["category"] == "none").all()
