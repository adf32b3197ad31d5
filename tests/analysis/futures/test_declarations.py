"""Every future against what a future promises, and against the table of its settings."""

import numpy as np
import pytest

from analysis.futures import Setting, discover
from analysis.parameters import Values
from analysis.play import play
from analysis.scenario import Scenario
from geodata import load
from tests.analysis.baselines import baseline, shipped_parameters

WORLD = baseline(6)
KEYS = sorted(discover())
LAST = 2035


def influence(key: str):
    setting = Setting(
        years=np.arange(2026.0, LAST + 1),
        sectors=WORLD.sectors,
        borders=tuple(WORLD.borders.get(code, ()) for code in WORLD.provinces),
    )
    return discover()[key].influence(Values(shipped_parameters(), draws=40).of(key), setting)


def last(key: str):
    return play(WORLD, Scenario(name="Do nothing more"), key).by_year.loc[LAST]


def test_the_futures_of_the_issue_are_there():
    assert KEYS == [
        "border_reopening",
        "minimum_wage",
        "none",
        "second_wave",
        "vietnam_plus_one",
    ]


@pytest.mark.parametrize("key", KEYS)
def test_its_settings_are_the_rows_of_the_table(key):
    rows = {row.parameter for row in load().rows("futures") if row.future == key}
    assert rows == set(discover()[key].parameters)


@pytest.mark.parametrize("key", KEYS)
def test_factors_are_above_zero_and_move_one_way(key):
    changed = influence(key)
    for factor in (changed.seekers, changed.wage, *changed.jobs.values()):
        if factor is not None:
            steps = np.diff(factor, axis=-1)
            assert (factor > 0).all()
            assert (steps >= -1e-12).all() or (steps <= 1e-12).all()


def test_each_future_does_what_its_name_says():
    today = last("none")
    assert last("border_reopening")["seekers"] < today["seekers"] < last("second_wave")["seekers"]
    assert last("vietnam_plus_one")["placed_near_home"] > today["placed_near_home"]
    assert last("minimum_wage")["placed_near_home"] < today["placed_near_home"]
    assert today["mean_income"] == WORLD.income_now


def test_viet_nam_plus_one_helps_the_east_more():
    jobs = influence("vietnam_plus_one").jobs["manufacturing"]
    east = np.array(["VN" in WORLD.borders.get(code, ()) for code in WORLD.provinces])
    assert jobs[:, east, -1].min(axis=1).mean() > jobs[:, ~east, -1].max(axis=1).mean()
