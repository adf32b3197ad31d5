"""Numbers of which no estimate can be made are told before anybody accepts them."""

import pytest

from dashboard.data_here import SHIPPED
from dashboard.desk.checked import check
from dashboard.desk.kind import kinds
from dashboard.desk.kinds.assumptions import LIMITS
from dashboard.desk.made import new_load, source_of, tables_of, with_load
from dashboard.desk.sound import UnsoundError, check_sound
from dashboard.words import LANGUAGES, Speaker
from geodata import load
from tests.dashboard.desk.filled import numbered, told

NATIONAL = ("What", "Number", "Date")
ALL = list(load().provinces)


def verdict(key: str, *rows: tuple[str, ...]) -> str:
    found = check(kinds()[key], numbered(*rows), geodata=load())
    if not found.usable:
        return told(found)[0]
    source = source_of(file_hash="ab", title="t", publisher="p", date="2026-10")
    tables = tables_of(found, load(), source=source, date="2026-10")
    new = new_load(kinds()[key], tables, source=source, file_name="f", file_hash="ab")
    try:
        check_sound(with_load(SHIPPED, new, source=source))
    except UnsoundError as problem:
        assert all(problem.told(Speaker(lang=lang)) for lang in LANGUAGES)
        return problem.told(Speaker(lang="en"))
    return ""


def test_what_ships_is_sound() -> None:
    check_sound(SHIPPED)


@pytest.mark.parametrize(
    ("what", "value", "says"),
    [
        ("Returnees", "0", "from 1,000 to"),
        ("Returnees", "1000", "would be zero"),
        ("Returnees", "1200000", ""),
        ("People placed in a job", "1000000", "more than the 910,000"),
        ("People placed in a job", "0", ""),
        ("Vacancies", "0", "from 100 to"),
        ("Vacancies", "250000", ""),
        ("Women among returnees", "400000", "no number of returnees is known for 2026-10"),
        ("Workers in registered enterprises", "700000", "falls below zero"),
        ("Workers in registered enterprises", "5000000", "cannot be worked out"),
        ("Workers in registered enterprises", "1900000", ""),
        ("earning_210", "140", "from 1 to 100"),
    ],
)
def test_numbers_of_the_country_must_leave_something_to_share(
    what: str, value: str, says: str
) -> None:
    found = verdict("national", NATIONAL, (what, value, "2026-10"))
    assert says in found if says else found == ""


def test_women_come_with_the_returnees_of_their_day() -> None:
    women = ("Women among returnees", "430000", "2026-10")
    assert verdict("national", NATIONAL, ("Returnees", "950000", "2026-10"), women) == ""
    fewer = ("Returnees", "400000", "2026-10")
    assert "Correct one of the two" in verdict("national", NATIONAL, fewer, women)


@pytest.mark.parametrize("key", ["returnees", "vacancies"])
def test_a_country_of_zeros_is_told(key: str) -> None:
    head = ("Province", *(("Sector",) if key == "vacancies" else ()), kinds()[key].title.en[:9])
    cells = [(code, *(("all",) if key == "vacancies" else ()), "0") for code in ALL]
    assert "Nothing was changed" in verdict(key, head, *cells)


@pytest.mark.parametrize("row", list(load().rows("assumptions")), ids=lambda row: row.key)
def test_every_assumption_has_limits_within_which_all_can_be_worked_out(row: object) -> None:
    key = getattr(row, "key", "")
    low, high = LIMITS[key]
    assert low <= getattr(row, "central", 0.0) <= high
    head = ("Assumption", "Low", "Central", "High")
    for value in (low, high):
        assert verdict("assumptions", head, (key, *(f"{value:g}",) * 3)) == ""
    assert "outside" in verdict("assumptions", head, (key, *(f"{high * 2 + 1:g}",) * 3))
