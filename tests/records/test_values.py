from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import load
from records.codes import codes, value_of, values
from records.dates import order_of, read_date
from records.fields import FIELDS
from records.spellings import split
from records.values import read_code


@pytest.mark.parametrize("key", [key for key, field in FIELDS.items() if field.choices])
def test_every_spelling_of_a_value_is_read_and_means_one_thing(key: str) -> None:
    for value, spellings in (FIELDS[key].choices or {}).items():
        for spelling in (value, *split(spellings)):
            assert read_code(key, f" {spelling.upper()} ").code == codes(key)[value], spelling


def test_sectors_are_those_of_the_atlas() -> None:
    assert values("sector") == tuple(row.sector for row in load().rows("sectors"))


def test_ages_fall_into_their_groups() -> None:
    groups = [
        value_of("age_group", read_code("age_group", age).code)
        for age in ["0", "17", "18", "34", "45", "99"]
    ]
    assert groups == ["under_18", "under_18", "18_24", "25_34", "45_over", "45_over"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-08-31", date(2025, 8, 31)),
        ("31/8/2025", date(2025, 8, 31)),
        ("31.08.25", date(2025, 8, 31)),
        ("8/31/2025", date(2025, 8, 31)),
        ("3/4/2025", date(2025, 4, 3)),
        ("45900", date(2025, 8, 31)),
        ("45900.5", date(2025, 8, 31)),
        ("31 Aug 2025", date(2025, 8, 31)),
        ("August 31, 2025", date(2025, 8, 31)),
        ("៣១/០៨/២០២៥", date(2025, 8, 31)),
        ("ថ្ងៃទី៣១ ខែសីហា ឆ្នាំ២០២៥", date(2025, 8, 31)),
        ("31/08/2568", date(2025, 8, 31)),
        ("2025-08-31 13:45:00", date(2025, 8, 31)),
        ("31/02/2025", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert read_date(text) == day


def test_the_order_of_days_and_months_is_learned_from_the_column() -> None:
    assert order_of(["3/14/2025", "3/4/2025"]) == ("month_first", True)
    assert order_of(["14/3/2025"]) == ("day_first", True)
    assert order_of(["3/4/2025"]) == ("day_first", False)
    assert read_date("3/4/2025", order="month_first") == date(2025, 3, 4)


@given(st.text(max_size=60))
def test_any_text_is_read_or_has_a_problem(text: str) -> None:
    read_date(text)
    for field in ("province", "sex", "age_group", "status", "certificate"):
        read = read_code(field, text)
        assert 0 <= read.code <= len(values(field))
