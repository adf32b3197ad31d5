"""Every measure, found in its folder, holds what its declaration promises, at every size."""

import dataclasses
import inspect
import math

import numpy as np
import pandas as pd
import pytest

from analysis.measures import discover
from analysis.measures._declaration import Measure
from tests.analysis.worlds import synthetic

ALL = discover()
OTHERS = {"distance_km", "neighbours"}


def computed(measure, world):
    names = set(inspect.signature(measure.compute).parameters) & (OTHERS | {"seekers", "vacancies"})
    result = measure.compute(**world.arguments(*names))
    if measure.part is None:
        return result
    return (
        result[measure.part] if isinstance(result, pd.DataFrame) else getattr(result, measure.part)
    )


@pytest.mark.parametrize("key", ALL)
@pytest.mark.parametrize("units", [25, 205, pytest.param(1652, marks=pytest.mark.slow)])
def test_results_have_the_declared_shape_and_range(key, units):
    measure, world = ALL[key], synthetic(units)
    result = computed(measure, world)
    low, high = measure.range
    if measure.scope == "national":
        assert isinstance(result, float)
        assert low <= result <= high
    else:
        assert result.index.equals(world.seekers.index)
        assert result.between(low, high).all()
        assert not measure.signed or (result < 0).any()


@pytest.mark.parametrize("key", ALL)
def test_results_do_not_depend_on_the_order_of_rows(key):
    world = synthetic(25)
    turned = dataclasses.replace(
        world,
        seekers=world.seekers[::-1],
        vacancies=world.vacancies.sample(frac=1, random_state=3),
        distance_km=world.distance_km.iloc[::-1, ::-1],
        neighbours=world.neighbours.sample(frac=1, random_state=4),
    )
    first, second = computed(ALL[key], world), computed(ALL[key], turned)
    if ALL[key].scope == "national":
        assert second == pytest.approx(first)
    else:
        pd.testing.assert_series_equal(second[::-1], first, check_names=False)


@pytest.mark.parametrize("key", [key for key, one in ALL.items() if one.draws])
def test_draws_say_the_same_as_one_by_one(key):
    measure, world = ALL[key], synthetic(25)
    rng = np.random.default_rng(5)
    seekers, vacancies = (
        side.to_numpy() * rng.lognormal(0, 0.4, (4, 25))
        for side in (world.seekers, world.vacancies)
    )
    names = set(inspect.signature(measure.compute).parameters) & OTHERS
    others = {name: getattr(world, name).to_numpy() for name in names}
    assert measure.draws is not None
    drawn = measure.draws(seekers, vacancies, **others)
    for i in range(len(seekers)):
        one = dataclasses.replace(
            world,
            seekers=pd.Series(seekers[i], index=world.seekers.index),
            vacancies=pd.Series(vacancies[i], index=world.seekers.index),
        )
        np.testing.assert_allclose(drawn[i], computed(measure, one), rtol=1e-12)


def test_a_files_name_is_its_key_and_its_functions_name():
    for key, measure in ALL.items():
        assert measure.key == key == measure.compute.__name__


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"scope": "village"}, "scope"),
        ({"hue": "miles"}, "hue"),
        ({"signed": False}, "do not agree"),
        ({"range": (math.inf, 0)}, "do not agree"),
        ({"compute": len}, "seekers and vacancies"),
        ({"breaks": (5,)}, "3 classes"),
        ({"breaks": (0, -5, 5)}, "ascending"),
        ({"breaks": (-5, 5)}, "part at zero"),
        ({"hue": "people"}, "part at zero"),
    ],
)
def test_a_bad_declaration_is_refused(changed, words):
    good = {field.name: getattr(ALL["gap"], field.name) for field in dataclasses.fields(Measure)}
    assert Measure(**good) == ALL["gap"]
    with pytest.raises(ValueError, match=words):
        Measure(**{**good, **changed})


def test_a_declaration_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(ALL["gap"], "scope", "national")  # noqa: B010 (the plain way is a type error)


@pytest.mark.parametrize("key", ALL)
def test_a_measure_is_named_and_told_in_both_languages(key):
    measure = ALL[key]
    for text in (measure.title, measure.short, measure.unit, measure.says):
        assert text.en.strip() == text.en and text.en
        assert text.km.strip() == text.km
        assert (
            any("\u1780" <= letter <= "\u17ff" for letter in text.km) or text.en == text.km == "%"
        )
        assert "{" not in text.en + text.km
    assert measure.says.en.endswith(".") and measure.says.km.endswith("។")
    assert len(measure.short.en) <= len(measure.title.en)


def test_no_two_measures_have_one_name():
    for part in ("title", "short", "says"):
        for lang in ("en", "km"):
            names = [getattr(getattr(one, part), lang) for one in ALL.values()]
            assert len(set(names)) == len(names), (part, lang)


@pytest.mark.parametrize("key", [key for key, one in ALL.items() if one.breaks])
def test_classes_lie_within_what_is_shown(key):
    measure = ALL[key]
    low, high = (end * measure.factor for end in measure.range)
    assert all(low < limit < high for limit in measure.breaks)
    assert measure.factor > 0 and measure.decimals >= 0
    assert all(round(limit, measure.decimals) == limit for limit in measure.breaks)


def test_classes_by_name_are_those_that_the_result_has():
    measure, world = ALL["local_clusters"], synthetic(25)
    found = measure.compute(**world.arguments("seekers", "vacancies", "neighbours"))
    sides = ("high", "low")
    names = measure.categories or {}
    assert set(names) == {f"{a}-{b}" for a in sides for b in sides} | {"none"}
    assert set(found["category"]) <= set(names)
    assert [key for key, one in ALL.items() if one.rates] == ["local_clusters"]
