"""Numbers are rounded to what is known."""

import pytest

from dashboard.classes import class_labels, class_of, is_uncertain
from dashboard.numbers import date_text, in_digits, number, range_text, value_text
from dashboard.words import Speaker
from geodata import Figure, Status


def figure(value: float, low: float | None = None, high: float | None = None) -> Figure:
    status: Status = "reported" if low is None else "estimated"
    return Figure(
        value=value, low=low, high=high, status=status, source_ids=("NIS2019",), as_of="2025"
    )


@pytest.mark.parametrize(
    ("value", "low", "high", "shown", "reach"),
    [
        (211_765, 190_000, 230_000, "212,000", "190,000–230,000"),
        (179_498, 109_551, 258_007, "180,000", "110,000–260,000"),
        (1_251, 358, 2_408, "1,300", "400–2,400"),
        (9.5034, 4.0, 17.9, "10", "4–18"),
        (249.7, 97, 461, "250", "100–460"),
    ],
)
def test_an_estimate_keeps_two_digits_of_its_range(
    value: float, low: float, high: float, shown: str, reach: str
) -> None:
    assert value_text(figure(value, low, high)) == shown
    assert range_text(figure(value, low, high)) == reach


def test_a_reported_figure_stays_as_reported() -> None:
    assert value_text(figure(15_552_211)) == "15,552,211"
    assert range_text(figure(15_552_211)) is None


def test_decimals_are_the_finest_step() -> None:
    assert value_text(figure(26.9638), decimals=1) == "27.0"
    assert value_text(figure(9.50341, 9.0, 9.9), decimals=1) == "9.5"


def test_signs_and_dates() -> None:
    assert number(-1234.4) == "\u22121,234"
    assert date_text("2026-02", lang="en") == "February 2026"
    assert date_text("2011", lang="km") == "2011"
    assert in_digits("2026", "khmer") == "២០២៦"


def test_a_value_on_a_limit_is_in_the_class_above() -> None:
    assert [class_of(value, breaks=(5, 20)) for value in (0, 4.99, 5, 19.9, 20, 99)] == [
        *(0, 0, 1),
        *(1, 2, 2),
    ]
    assert class_labels((5, 20), say=Speaker(lang="en")) == ["under 5", "5–20", "20 and more"]


def test_hatched_where_the_range_covers_three_classes() -> None:
    breaks = (10.0, 20.0, 30.0)
    assert not is_uncertain(figure(15), breaks=breaks)
    assert not is_uncertain(figure(15, 11, 29), breaks=breaks)
    assert is_uncertain(figure(15, 9, 21), breaks=breaks)


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": 5.0, "status": "estimated"},
        {"value": 5.0, "low": 6.0, "high": 7.0, "status": "estimated"},
        {"value": 5.0, "low": 4.0, "status": "reported"},
        {"value": float("nan"), "status": "reported"},
        {"value": 5.0, "status": "reported", "source_ids": ()},
        {"value": 5.0, "status": "reported", "as_of": ""},
    ],
)
def test_a_number_without_evidence_cannot_be_made(wrong: dict) -> None:
    given = {"source_ids": ("NIS2019",), "as_of": "2025", **wrong}
    with pytest.raises(ValueError):
        Figure(**given)
