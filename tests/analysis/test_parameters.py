"""Parameters: their draws keep to the range, to their centre, and to their own random numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.parameters import Parameter, Values, fixed

ends = st.lists(st.floats(0, 1e6), min_size=3, max_size=3).map(sorted)


@given(ends)
def test_draws_lie_within_the_range_and_rise_with_their_share(range_):
    low, central, high = range_
    drawn = Parameter(low=low, central=central, high=high).at(np.linspace(0, 1, 21))
    assert (drawn >= low).all() and (drawn <= high).all()
    assert (np.diff(drawn) >= -1e-9 * max(high, 1)).all()


def test_costs_are_drawn_by_factors_and_shares_by_distance():
    middle = np.array([0.5])
    assert Parameter(low=1, central=10, high=100).at(middle).item() == pytest.approx(10)
    assert Parameter(low=0, central=5, high=10).at(middle).item() == pytest.approx(5)


def test_another_parameter_does_not_move_the_draws_of_one():
    one = {"a.lag": Parameter(low=1, central=2, high=4)}
    more = {"a.first": fixed(1), **one, "b.lag": Parameter(low=1, central=2, high=4)}
    alone, among = (Values(known, draws=50, seed=3) for known in (one, more))
    assert among.of("a")("first").ravel().tolist() == [1] * 50
    other = among.of("b")("lag").ravel()
    np.testing.assert_array_equal(alone.of("a")("lag"), among.of("a")("lag"))
    assert abs(np.corrcoef(among.of("a")("lag").ravel(), other)[0, 1]) < 0.5


def test_an_instruments_own_parameter_goes_before_that_of_all():
    values = Values({"all.lag": fixed(1), "a.lag": fixed(2)})
    assert (values.of("a")("lag").item(), values.of("b")("lag").item()) == (2, 1)
    with pytest.raises(ValueError, match="b.ramp is missing"):
        values.of("b")("ramp")


@pytest.mark.parametrize("range_", [(2, 1, 3), (1, 3, 2), (-1, 0, 1), (0, 1, float("inf"))])
def test_a_range_that_is_none_is_refused(range_):
    low, central, high = range_
    with pytest.raises(ValueError, match="Put them in order"):
        Parameter(low=low, central=central, high=high)
