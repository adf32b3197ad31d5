import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geodata.digits
from geodata.digits import latin_digits, read_number


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(geodata.digits).failed == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("១២៣", 123),
        ("១,២៣៤", 1234),
        ("1 234 567", 1_234_567),
        ("1\u00a0234", 1234),
        ("1\u200b234", 1234),
        ("1'234", 1234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("12,5", 12.5),
        ("US$ 1,200.50", 1200.5),
        ("430 USD", 430),
        ("៤៣០ ដុល្លារ", 430),
        ("(12)", -12),
        ("−5", -5),
        ("1E+05", 100_000),
        ("１２３", 123),
        (".5", 0.5),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, value: float) -> None:
    assert read_number(text).value == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" - ", "empty"),
        ("គ្មាន", "empty"),
        ("=SUM(A1:A9)", "formula"),
        ("៛4,000", "other_currency"),
        ("300 baht", "other_currency"),
        ("5-10", "two_numbers"),
        ("1,23,456", "two_numbers"),
        ("012 345 678 9", "two_numbers"),
        ("about 20", "not_a_number"),
        ("1e999", "not_a_number"),
        ("½", "not_a_number"),
    ],
)
def test_what_is_no_number_has_a_reason(text: str, reason: str) -> None:
    assert (read_number(text).value, read_number(text).reason) == (None, reason)


def test_a_single_dot_before_three_digits_is_doubtful_and_says_so() -> None:
    assert read_number("1.234").doubt
    assert not read_number("0.234").doubt
    assert not read_number("1,234").doubt


def test_a_percentage_is_marked() -> None:
    assert (read_number("៤៣ %").value, read_number("៤៣ %").percent) == (43, True)


@given(st.integers(-(10**12), 10**12))
def test_grouped_numbers_and_khmer_digits_come_back(number: int) -> None:
    khmer = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
    for text in (f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".translate(khmer)):
        assert read_number(text).value == number


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_has_a_reason(text: str) -> None:
    read = read_number(text)
    assert (read.value is None) == (read.reason is not None)
    assert len(latin_digits(text)) == len(text)
