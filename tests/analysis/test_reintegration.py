"""The Reintegration Index with other weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reintegration import reweighted

SHARE = st.floats(0, 1)
WEIGHT = st.floats(0.1, 100)
PARTS = ("a", "b", "c", "d")


@given(index=SHARE, part=SHARE, weights=st.tuples(*[WEIGHT] * 4))
def test_the_weights_behind_it_give_the_published_index(
    index: float, part: float, weights: tuple[float, ...]
) -> None:
    behind = dict(zip(PARTS, weights, strict=True))
    found = reweighted(index, {"a": part}, behind=behind, weights=behind)
    assert found.value == pytest.approx(index)


@given(values=st.tuples(*[SHARE] * 4), weights=st.tuples(*[WEIGHT] * 4))
def test_with_all_parts_known_it_lies_between_them(
    values: tuple[float, ...], weights: tuple[float, ...]
) -> None:
    parts = dict(zip(PARTS, values, strict=True))
    mine = dict(zip(PARTS, weights, strict=True))
    found = reweighted(0.5, parts, behind=dict.fromkeys(PARTS, 1.0), weights=mine)
    assert found.others is None and found.possible
    assert min(values) - 1e-9 <= found.value <= max(values) + 1e-9


def test_weights_that_cannot_be_behind_it_are_told() -> None:
    found = reweighted(0.9, {"a": 0.1}, behind={"a": 50, "b": 50}, weights={"a": 50, "b": 50})
    assert found.others == pytest.approx(1.7)
    assert not found.possible


@pytest.mark.parametrize(
    ("behind", "weights"),
    [
        ({"a": 1.0, "b": 1.0}, {"a": 0.0, "b": 0.0}),
        ({"a": 1.0, "b": 1.0}, {"a": -1.0, "b": 2.0}),
        ({"a": 1.0, "b": 1.0}, {"a": 1.0}),
        ({"a": 1.0, "b": 0.0}, {"a": 1.0, "b": 1.0}),
    ],
)
def test_weights_that_make_no_sense_are_refused(
    behind: dict[str, float], weights: dict[str, float]
) -> None:
    with pytest.raises(ValueError, match=r"[Ww]eight"):
        reweighted(0.5, {"a": 0.4}, behind=behind, weights=weights)
