"""Every instrument against what an instrument promises, and against the table of its parameters."""

import dataclasses
import itertools

import numpy as np
import pytest

import analysis.instruments as package
from analysis.instruments import Change, Instrument, discover
from analysis.parameters import Values
from analysis.spending import spend, steps
from geodata import load
from tests.analysis.baselines import SECTORS, baseline, shipped_parameters

WORLD = baseline(6)
KEYS = sorted(discover())
YEARS = 10


def spent(key: str, usd: float, *, draws=None):
    instrument = discover()[key]
    count = len(WORLD.corridors) if instrument.on == "corridor" else len(WORLD.provinces)
    money = np.zeros((count, YEARS))
    money[:, 0] = usd
    values = Values(WORLD.parameters, draws=draws, seed=1)
    return spend(instrument, money, baseline=WORLD, values=values)


def amounts(change: Change) -> list[np.ndarray]:
    others = [getattr(change, field.name) for field in dataclasses.fields(change)][1:]
    return [part for part in (*change.lasting_jobs.values(), *others) if part is not None]


def test_the_ten_instruments_of_the_design_are_there():
    assert set(KEYS) == {
        "agro_processing",
        "corridor_logistics",
        "debt_restructuring",
        "enterprise_fund",
        "hiring_subsidy",
        "public_works",
        "relocation_support",
        "sez_upgrade",
        "skills_certification",
        "social_protection",
    }


def test_a_module_without_a_declaration_fails_by_name(tmp_path, monkeypatch):
    (tmp_path / "wishes.py").write_text("INSTRUMENT = 3\n")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    discover.cache_clear()
    with pytest.raises(TypeError, match="analysis/instruments/wishes.py declares no INSTRUMENT"):
        discover()
    discover.cache_clear()


@pytest.mark.parametrize("key", KEYS)
def test_every_parameter_stands_in_the_table_and_every_row_is_used(key):
    known = shipped_parameters()
    needs = discover()[key].needs
    assert [name for name in needs if not {f"{key}.{name}", f"all.{name}"} & set(known)] == []
    own = {row.parameter for row in load().rows("instruments") if row.instrument == key}
    assert own <= set(needs)


def test_no_row_of_the_table_is_of_no_instrument():
    assert {row.instrument for row in load().rows("instruments")} == {"all", *KEYS}


@pytest.mark.parametrize("key", KEYS)
def test_sectors_are_those_of_the_country(key):
    sectors = {row.sector for row in load().rows("sectors")}
    assert sectors == set(SECTORS)
    assert {*discover()[key].sectors, *discover()[key].opens} <= sectors


@pytest.mark.parametrize("key", KEYS)
def test_more_money_does_more_and_each_dollar_less(key):
    """Concave: doubling the money never doubles the effect, and never lowers it."""
    few, twice = (amounts(spent(key, usd, draws=5).change) for usd in (2e6, 4e6))
    assert any(part.any() for part in few)
    for once, more in zip(few, twice, strict=True):
        assert (more >= once - 1e-9).all()
        assert (more <= 2 * once + 1e-9).all()


@pytest.mark.parametrize("key", KEYS)
def test_money_beyond_the_last_step_is_left_and_does_nothing(key):
    much, more = spent(key, 1e11), spent(key, 2e11)
    assert (more.left - much.left == pytest.approx(1e11)) or key == "corridor_logistics"
    for part, other in zip(amounts(much.change), amounts(more.change), strict=True):
        np.testing.assert_allclose(part, other)
    np.testing.assert_allclose(much.work.spent.sum(axis=2) + much.left, 1e11)


@pytest.mark.parametrize("key", KEYS)
def test_steps_fall(key):
    values = Values(WORLD.parameters, draws=50, seed=1)
    _, ends, slopes = steps(discover()[key], baseline=WORLD, values=values, years=YEARS)
    assert all((later >= first).all() for first, later in itertools.pairwise(ends))
    assert all((later <= first).all() for first, later in itertools.pairwise(slopes))


@pytest.mark.parametrize("key", KEYS)
def test_only_what_lasts_stays(key):
    work = spent(key, 1e6).work
    late = work.begun[:, :, -1]
    assert (late == 0).all()
    assert (work.done[:, :, -1] > 0).any()


def test_an_unknown_field_or_unit_is_an_error():
    declared = discover()["public_works"]
    with pytest.raises(TypeError, match="colour"):
        Instrument(**{**vars(declared), "colour": "red"})
    with pytest.raises(ValueError, match="unit 'jokes'"):
        dataclasses.replace(declared, unit="jokes")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="name each of its parameters once"):
        dataclasses.replace(declared, parameters=("lag", "lag"))
