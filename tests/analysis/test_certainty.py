"""How sure an order or a sign is."""

import numpy as np
import pandas as pd
import pytest

from analysis.certainty import rank_certainty, sign_certainty

DRAWS = pd.DataFrame({"01": [5, 5, 5, 1], "02": [3, 3, 3, 3], "03": [1, 4, 2, 2]}, dtype=float)


def test_by_hand():
    sure = rank_certainty(DRAWS, top=2)
    assert sure.among_top.tolist() == [0.75, 0.75, 0.5]
    assert sure.order.to_numpy().tolist() == [["01", "02", 0.75], ["02", "03", 0.75]]


@pytest.mark.parametrize("top", [1, 2, 5])
def test_shares_sum_to_the_places_even_where_draws_tie(top):
    rng = np.random.default_rng(1)
    draws = pd.DataFrame(rng.integers(0, 3, (200, 6)).astype(float), columns=list("abcdef"))
    draws.loc[3] = np.inf
    sure = rank_certainty(draws, top=top)
    assert sure.among_top.sum() == pytest.approx(top)
    assert sure.among_top.between(0, 1).all()


def test_the_order_of_columns_changes_nothing():
    turned = rank_certainty(DRAWS[["03", "01", "02"]])
    pd.testing.assert_frame_equal(turned.order, rank_certainty(DRAWS).order)


def test_one_province_has_no_order():
    assert rank_certainty(DRAWS[["01"]], top=1).order.empty


def test_the_sign_of_a_gap():
    sure = sign_certainty(DRAWS - 3)
    assert list(sure.loc["01"]) == [0.75, 0.25, 0.75]
    assert list(sure.loc["02"]) == [0, 0, 0]


@pytest.mark.parametrize("top", [0, 4])
def test_places_that_do_not_exist_are_refused(top):
    with pytest.raises(ValueError, match="top: "):
        rank_certainty(DRAWS, top=top)


def test_an_unknown_value_cannot_be_ranked():
    with pytest.raises(ValueError, match="province 02 is nan in draw 1"):
        sign_certainty(DRAWS.replace({"02": {3.0: np.nan}}).mask(DRAWS.index.to_series() == 0, 1.0))
    with pytest.raises(ValueError, match="no draw"):
        rank_certainty(DRAWS[:0])
