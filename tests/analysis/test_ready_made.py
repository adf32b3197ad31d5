"""The ready scenarios that ship: they can be played, cost the same, and differ as they say."""

import pytest

from analysis.drawn import play_draws
from analysis.optimise import Programme
from analysis.play import play
from analysis.ready_made import budget, made, ready_scenarios
from geodata import load
from geodata.provinces import CODES
from tests.analysis.baselines import at, baseline

LAST = 2035


def shipped():
    return ready_scenarios(load().rows("library"), load().rows("library_money"))


def country():
    """Synthetic places under the country's codes, with the corridors that ship."""
    plain = baseline(len(CODES))
    named = dict(zip(plain.provinces, CODES, strict=True))
    return baseline(
        len(CODES),
        draws=None,
        seekers=plain.seekers.rename(index=named),
        vacancies=plain.vacancies.rename(index=named),
        distance_km=plain.distance_km.rename(index=named, columns=named),
        places=plain.places.rename(index=named).assign(zone_ha=100.0),
        corridors={row.corridor_id: row.provinces for row in load().rows("corridors")},
        borders={code: place.borders for code, place in load().provinces.items()},
    )


READY, WORLD = shipped(), country()


def test_there_is_doing_nothing_a_best_use_and_at_least_four_between_them():
    assert [one.key for one in READY if one.scenario is None] == ["best-use"]
    assert [one.key for one in READY if one.scenario and not one.scenario.usd] == ["do-nothing"]
    assert len(READY) >= 6


def test_all_that_spend_spend_the_same():
    spent = {one.scenario.usd for one in READY if one.scenario and one.scenario.usd}
    assert spent == {budget(READY)} == {200e6}


@pytest.mark.parametrize("one", READY, ids=lambda one: one.key)
def test_each_can_be_played_and_accounts_for_its_money(one):
    scenario = made(one, Programme(WORLD), budget(READY))
    result = play(WORLD, scenario)
    left = result.unspent["usd"].sum()
    total = at(result.by_year, LAST)["usd_spent"] + left
    assert total == pytest.approx(scenario.usd, rel=1e-6)
    assert play_draws(WORLD, scenario, draws=5).of("seekers").shape == (5, 10)


def test_the_best_use_places_at_least_as_many_near_home_as_any_other():
    programme = Programme(WORLD)
    placed = {
        one.key: at(play(WORLD, made(one, programme, 200e6)).by_year, LAST)["placed_near_home"]
        for one in READY
    }
    assert max(placed, key=lambda key: placed[key]) == "best-use"
    assert min(placed.values()) == pytest.approx(placed["do-nothing"])


def test_protecting_households_makes_no_lasting_job_and_says_so():
    one = next(one for one in READY if one.key == "households-first")
    years = play(WORLD, made(one, Programme(WORLD), 200e6)).by_year
    assert (years["lasting_jobs"] == 0).all()
    assert at(years, LAST)["households_relieved"] > 0
    assert years["job_years"].sum() > 0
    assert "no lasting jobs" in one.says.en
