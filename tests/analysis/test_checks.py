"""Bad input is refused by argument and province, in every measure alike; never a silent zero."""

import inspect
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from analysis.matching import decompose, decompose_draws
from tests.analysis.worlds import by_code, line, synthetic

SEEKERS, VACANCIES = by_code([70, 20, 10]), by_code([10, 30, 60])
GOOD: dict[str, Any] = {
    "seekers": SEEKERS,
    "vacancies": VACANCIES,
    "distance_km": line(0, 100, 200),
    "neighbours": (line(0, 1, 2) == 1) * 1.0,
}
ALL = {key: one.compute for key, one in measures.discover().items()}


def arguments(function, **changed):
    return {
        name: {**GOOD, **changed}[name]
        for name in inspect.signature(function).parameters
        if name in GOOD
    }


def cell(value, row="02", column="03"):
    changed = GOOD["distance_km"].copy()
    changed.loc[row, column] = value
    return changed


BAD_COUNTS = {
    "nan": (by_code([1, np.nan, 2]), "province 02 has nan"),
    "missing": (pd.Series([1, None, 2], index=SEEKERS.index, dtype="Int64"), "province 02 has nan"),
    "negative": (by_code([1, 2, -3]), "province 03 has -3"),
    "infinite": (by_code([np.inf, 2, 3]), "province 01 has inf"),
    "twice": (by_code([1, 2, 3], ["01", "02", "02"]), "province 02 stands there twice"),
    "words": (pd.Series(["1", "many", "2"], index=SEEKERS.index), "no number"),
}


@pytest.mark.parametrize("argument", ["seekers", "vacancies"])
@pytest.mark.parametrize("bad", BAD_COUNTS)
@pytest.mark.parametrize("key", ALL)
def test_a_bad_count_is_told_by_argument_and_province(key, bad, argument):
    values, words = BAD_COUNTS[bad]
    with pytest.raises(ValueError, match=f"{argument}: .*{words}"):
        ALL[key](**arguments(ALL[key], **{argument: values}))


@pytest.mark.parametrize("key", ALL)
@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["01", "02", "04"], "vacancies: province 03 is missing"),
        (["01", "02"], "vacancies: province 03 is missing"),
        (["01", "02", "03", "04"], "vacancies: province 04 is not in seekers"),
    ],
)
def test_other_provinces_are_refused_by_code(key, codes, words):
    with pytest.raises(ValueError, match=words):
        ALL[key](**arguments(ALL[key], vacancies=by_code([1.0] * len(codes), codes)))


@pytest.mark.parametrize("key", ALL)
def test_no_province_at_all_is_refused(key):
    with pytest.raises(ValueError, match="seekers: no province"):
        ALL[key](**arguments(ALL[key], seekers=by_code([])))


@pytest.mark.parametrize("key", ALL)
def test_what_is_no_series_is_refused(key):
    with pytest.raises(TypeError, match="seekers: a Series"):
        ALL[key](**arguments(ALL[key], seekers=[70, 20, 10]))


@pytest.mark.parametrize("key", ["shen_access", "balancing_distance", "least_movement"])
@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (cell(np.nan), "from province 02 to 03 stands nan"),
        (cell(-1.0), "from province 02 to 03 stands -1"),
        (line(0, 1), "province 03 is missing"),
        (line(0, 1, 2, 3), "province 04 is not in seekers"),
        (line(0, 1, 2).rename(columns={"03": "3"}), "province 03 is missing"),
    ],
)
def test_bad_distances_are_told(key, distance, words):
    with pytest.raises(ValueError, match=f"distance_km: .*{words}"):
        ALL[key](**arguments(ALL[key], distance_km=distance))


@pytest.mark.parametrize("decay", [-0.1, math.nan, math.inf])
def test_a_bad_decay_is_told(decay):
    with pytest.raises(ValueError, match="decay_per_km"):
        measures.shen_access(SEEKERS, VACANCIES, GOOD["distance_km"], decay_per_km=decay)


@pytest.mark.parametrize("alpha", [0, 1, -1, 2, math.nan])
def test_a_bad_alpha_is_told(alpha):
    with pytest.raises(ValueError, match="alpha"):
        measures.sahin_mismatch(SEEKERS, VACANCIES, alpha=alpha)


ZERO, SOME = by_code([0, 0]), by_code([3, 1])
NAN = float("nan")


@pytest.mark.parametrize(
    ("key", "seekers", "vacancies", "expected"),
    [
        ("gap", ZERO, SOME, [-3, -1]),
        ("gap", ZERO, ZERO, [0, 0]),
        ("seekers_per_vacancy", SOME, ZERO, [math.inf, math.inf]),
        ("seekers_per_vacancy", ZERO, SOME, [0, 0]),
        ("seekers_per_vacancy", ZERO, ZERO, [NAN, NAN]),
        ("share_gap", ZERO, SOME, [NAN, NAN]),
        ("share_gap", SOME, ZERO, [NAN, NAN]),
        ("mismatch_index", ZERO, SOME, NAN),
        ("mismatch_index", SOME, ZERO, NAN),
        ("sahin_mismatch", ZERO, SOME, NAN),
        ("sahin_mismatch", SOME, ZERO, NAN),
        ("balancing_distance", SOME, ZERO, [math.inf, math.inf]),
        ("balancing_distance", ZERO, SOME, [NAN, NAN]),
    ],
)
def test_nothing_to_measure_has_a_documented_value(key, seekers, vacancies, expected):
    given = {"seekers": seekers, "vacancies": vacancies, "distance_km": line(0, 10)}
    result = ALL[key](**{name: given[name] for name in arguments(ALL[key])})
    np.testing.assert_array_equal(result, expected)


WORLD = synthetic(3)
TABLES: dict[str, Any] = {
    "seekers": WORLD.seekers_by_sector,
    "vacancies": WORLD.vacancies_by_sector,
    "distance_km": WORLD.distance_km,
    "transfer": WORLD.transfer,
    "reach_km": 75,
    "min_transfer": 0.5,
}


def table(argument, value):
    changed = TABLES[argument].copy()
    changed.iloc[1, 2] = value
    return changed


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"seekers": table("seekers", np.nan)}, "seekers: province 0002, sector manufacturing"),
        ({"vacancies": table("vacancies", -1)}, "vacancies: province 0002, sector manufacturing"),
        ({"vacancies": TABLES["vacancies"].iloc[1:]}, "vacancies: province 0001 is missing"),
        ({"vacancies": TABLES["vacancies"].iloc[:, 1:]}, "vacancies: sector agriculture is miss"),
        ({"distance_km": table("distance_km", np.nan)}, "distance_km: from province 0002 to 0003"),
        ({"transfer": table("transfer", np.nan)}, "transfer: from sector processing to manufac"),
        ({"transfer": table("transfer", np.inf)}, "transfer: from sector processing to manufac"),
        ({"transfer": TABLES["transfer"].iloc[1:]}, "transfer: sector agriculture is missing"),
        ({"reach_km": -1}, "reach_km"),
        ({"reach_km": math.nan}, "reach_km"),
        ({"min_transfer": math.nan}, "min_transfer"),
    ],
)
def test_a_bad_table_is_told_by_province_and_sector(changed, words):
    with pytest.raises(ValueError, match=words):
        decompose(**{**TABLES, **changed})


def test_tables_are_joined_on_their_labels():
    turned = {
        "vacancies": TABLES["vacancies"].iloc[::-1, ::-1],
        "distance_km": TABLES["distance_km"].iloc[::-1],
        "transfer": TABLES["transfer"].iloc[:, ::-1],
    }
    assert decompose(**{**TABLES, **turned}).matched == decompose(**TABLES).matched
    mismatch = measures.sahin_mismatch(TABLES["seekers"], TABLES["vacancies"])
    assert measures.sahin_mismatch(TABLES["seekers"], turned["vacancies"]) == mismatch
    with pytest.raises(TypeError, match="vacancies: a DataFrame"):
        measures.sahin_mismatch(TABLES["seekers"], SEEKERS)


GOOD_DRAWS = np.ones((2, 3))


@pytest.mark.parametrize(
    ("seekers", "vacancies", "words"),
    [
        (np.ones(3), GOOD_DRAWS, "seekers: 2 axes"),
        (GOOD_DRAWS, np.ones((2, 4)), "vacancies: shape"),
        (GOOD_DRAWS, GOOD_DRAWS * [1, -1, 1], "vacancies: draw 0, province at 1 has -1"),
        (GOOD_DRAWS * [1, 1, np.nan], GOOD_DRAWS, "seekers: draw 0, province at 2 has nan"),
    ],
)
def test_bad_draws_are_told(seekers, vacancies, words):
    with pytest.raises(ValueError, match=words):
        measures.gap_draws(seekers, vacancies)


def test_draws_of_another_shape_than_the_limits_are_told():
    others = {name: TABLES[name] for name in ("distance_km", "transfer")}
    with pytest.raises(ValueError, match="provinces and sectors"):
        decompose_draws(
            np.ones((2, 4, 6)), np.ones((2, 4, 6)), **others, reach_km=75, min_transfer=1
        )
    with pytest.raises(ValueError, match="distance_km"):
        measures.shen_access_draws(GOOD_DRAWS, GOOD_DRAWS, np.ones((2, 2)))
