"""What every aggregate promises, and the examples in the docstrings."""

import doctest
from importlib import import_module

import pytest

from records import codes, dates, headings, mapping, survival, values
from records.aggregates import Aggregate, Outcome, discover
from records.aggregates._months import EDGES, first_day, steps
from records.fields import FIELDS


@pytest.mark.parametrize("module", [codes, dates, headings, mapping, survival, values])
def test_the_examples_in_the_docstrings_hold(module: object) -> None:
    name = getattr(module, "__name__", "")
    result = doctest.testmod(import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("key", discover())
def test_an_aggregate_needs_fields_that_exist_and_divides_what_exists(key: str) -> None:
    one = discover()[key]
    assert set(one.needs) <= set(FIELDS)
    assert one.whole or key == "people"
    for other, outcome in one.whole:
        assert outcome in discover()[other].outcomes
        assert discover()[other].order < one.order


def test_two_outcomes_cannot_both_hold_all_others() -> None:
    title = discover()["people"].title
    with pytest.raises(ValueError, match="one outcome at most is all others"):
        Aggregate(
            title=title, says=title, outcomes={"a": Outcome(title=title), "b": Outcome(title=title)}
        )


def test_the_steps_of_the_life_table_follow_one_another() -> None:
    assert [first for first, _ in steps().values()] == list(EDGES)
    assert [end for _, end in steps().values()] == [*EDGES[1:], None]
    assert [first_day(month) for month in (0, 1, 12)] == [0, 31, 366]
