"""What can be read and yet cannot be is told by row, in words."""

import pytest

from dashboard.data_here import SHIPPED
from dashboard.desk.checked import Checked, check
from dashboard.desk.kind import kinds
from dashboard.desk.made import new_load, source_of, tables_of, with_load, world_of
from dashboard.words import LANGUAGES
from geodata import Geodata, load
from tests.dashboard.desk.filled import numbered, told

SECTORS = [row.sector for row in load().rows("sectors")]


def fitted(key: str, *rows: tuple[str, ...], geodata: Geodata | None = None) -> Checked:
    return check(kinds()[key], numbered(*rows), geodata=geodata or load())


def with_counts(key: str, *rows: tuple[str, ...]) -> Geodata:
    found = fitted(key, *rows)
    source = source_of(file_hash="ab", title="t", publisher="p", date="2026")
    tables = tables_of(found, load(), source=source, date="2026")
    new = new_load(kinds()[key], tables, source=source, file_name="f", file_hash="ab")
    return world_of(with_load(SHIPPED, new, source=source)).geodata


CASES = [
    ("returnees", ("Province", "Returnees"), ("01", "950000"), "whole country 910,000"),
    ("placed", ("Province", "Placed"), ("01", "650000"), "whole country 600,000"),
    ("vacancies", ("Province", "Sector", "Jobs"), ("01", "Services", "5"), "some sectors only"),
    ("vacancies", ("Province", "Sector", "Jobs"), ("01", "all", "195000"), "country 190,000"),
    ("distances", ("From", "To", "km"), ("01", "Banteay Meanchey", "5"), "to itself"),
    (
        "assumptions",
        ("Assumption", "Low", "Central", "High"),
        ("road_factor", "2.5", "2", "2.8"),
        "order",
    ),
    ("survey", ("What", "Value", "Date"), ("Without work, per cent", "140", "2026"), "largest"),
    ("survey", ("What", "Value", "Date"), ("Without work, per cent", "0.4", "2026"), "not 0.43"),
    (
        "zones",
        ("Name", "Province", "Stage", "Longitude"),
        ("New zone", "01", "Announced", "103.5"),
        "both longitude and latitude",
    ),
]


@pytest.mark.parametrize(("key", "head", "row", "says"), CASES)
def test_what_cannot_be_is_told(
    key: str, head: tuple[str, ...], row: tuple[str, ...], says: str
) -> None:
    found = fitted(key, head, row)
    assert not found.usable and says in told(found)[0], told(found)
    assert all(told(found, lang=lang) for lang in LANGUAGES)


def test_all_provinces_may_have_more_than_the_country() -> None:
    rows = [(code, "50000") for code in load().provinces]
    assert fitted("returnees", ("Province", "Returnees"), *rows).usable


def test_nobody_is_placed_who_did_not_come_back() -> None:
    returned = with_counts("returnees", ("Province", "Returnees"), ("01", "1000"))
    found = fitted("placed", ("Province", "Placed"), ("01", "1001"), geodata=returned)
    assert told(found) == [
        "2: 1,001 are placed in a job here, but only 1,000 are loaded as having come back. Correct"
        " one of the two."
    ]
    placed = with_counts("placed", ("Province", "Placed"), ("01", "1000"))
    found = fitted("returnees", ("Province", "Returnees"), ("01", "999"), geodata=placed)
    assert "1,000 are already loaded as placed" in told(found)[0]


def test_a_province_is_counted_by_sector_or_together() -> None:
    head = ("Province", "Sector", "Vacancies")
    rows = [("01", sector, "4") for sector in SECTORS]
    assert fitted("vacancies", head, *rows).usable
    found = fitted("vacancies", head, *rows, ("01", "all", "24"))
    assert "Keep one of the two" in told(found)[0]
    assert told(fitted("vacancies", head, *rows[:-1]))[0].endswith("where there is none: Services.")


def test_a_survey_may_speak_of_the_country_and_is_no_total() -> None:
    found = fitted(
        "survey",
        ("What", "Province", "Sex", "Value", "Date"),
        ("Households in debt, per cent", "Cambodia", "Women", "66", "2026-10"),
        ("Households in debt, per cent", "ខេត្តកែប", "", "61", "2026-10"),
    )
    assert found.usable and not found.notes
    tables = tables_of(
        found,
        load(),
        source=source_of(file_hash="x", title="t", publisher="p", date="2026"),
        date="2026",
    )
    assert [(row["province_code"], row["sex"]) for row in tables["survey"]] == [
        ("00", "female"),
        ("23", "all"),
    ]
