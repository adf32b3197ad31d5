"""A filled-in table held against its kind, as people fill tables in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.desk.checked import check
from dashboard.desk.kind import kinds
from dashboard.words import LANGUAGES, Speaker
from tests.dashboard.desk.filled import checked, noted, numbered, template_rows, told

HEAD = ("Province", "Returnees", "Date of the number")


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        ("ខេត្ត", "ពលករវិលត្រឡប់", "កាលបរិច្ឆេទនៃតួលេខ"),
        ("province_code", "PEOPLE", "as_of"),
        ("Province (code or name) *", "Number of returnees", "Date"),
    ],
)
def test_headings_are_known_in_both_languages_and_as_people_write_them(head: list[str]) -> None:
    found = checked("returnees", head, ("01", "1200", "2026-10-01"))
    assert found.usable
    assert found.good == {2: {"province": "01", "people": "1200", "date": "2026-10-01"}}


def test_titles_above_the_headings_do_not_matter() -> None:
    rows = [("Ministry of Labour", "", ""), ("", "", ""), HEAD, ("Kep", "១,២០០", "31/10/2026")]
    assert checked("returnees", *rows).good == {
        4: {"province": "23", "people": "1200", "date": "2026-10-31"}
    }


def test_a_file_without_headings_says_which_it_needs() -> None:
    assert told(checked("returnees", ("a", "b"), ("1", "2"))) == [
        "0: No row of headings was found. Its first rows need these: Province, Returnees. The"
        " template has them."
    ]
    assert told(checked("returnees")) and not checked("returnees").usable


def test_a_missing_and_a_doubled_column_are_told() -> None:
    assert told(checked("vacancies", ("Province", "Vacancies"), ("01", "5"))) == [
        "1: This column is missing. Add it with its heading."
    ]
    doubled = checked(
        "returnees", ("Province", "Khaet", "Returnees", "People"), ("1", "", "2", "3")
    )
    assert told(doubled) == ["1: Two columns mean the same. Keep one of them."]


def test_a_column_that_nobody_asked_for_is_left_out_and_told() -> None:
    found = checked("returnees", (*HEAD, "Remarks of Sok"), ("01", "5", "2026", "x"))
    assert found.usable
    assert noted(found) == ["These columns are not used: Remarks of Sok."]


def test_an_unsure_province_comes_with_proposals_and_can_be_meant() -> None:
    rows = numbered(HEAD, ("Meanchey", "12", "2026"), ("Atlantis", "3", "2026"))
    found = check(kinds()["returnees"], rows)
    assert [one.proposals for one in found.problems] == [("01", "22"), ()]
    assert "may be one of several" in told(found)[0] and "is no province" in told(found)[1]
    meant = check(kinds()["returnees"], rows, meant={"Meanchey": "22", "Atlantis": "01"})
    assert [one["province"] for one in meant.good.values()] == ["22", "01"]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("12 or 13", "not a number"),
        ("=A1+1", "a formula"),
        ("1.234", "two ways"),
        ("-5", "outside what is possible"),
        ("10.5", "not a whole number"),
        ("", "is empty"),
    ],
)
def test_a_wrong_number_is_told_with_its_row_and_what_to_do(cell: str, says: str) -> None:
    found = checked("returnees", HEAD, ("02", "10", "2026"), ("01", cell, "2026"))
    assert len(found.problems) == 1 and says in told(found)[0]
    assert found.problems[0].row == 3 and found.problems[0].column is not None
    assert not found.usable and 2 in found.good


def test_a_number_that_could_be_thousands_is_asked_only_where_both_are_possible() -> None:
    head = ("Name", "Province", "Stage", "Longitude", "Latitude", "Workers")
    found = checked("zones", head, ("A", "01", "Announced", "103.523", "13.652", "1200"))
    assert found.usable and found.good[2]["lon"] == "103.523"
    found = checked("zones", head, ("A", "01", "Announced", "103.523", "13.652", "1.200"))
    assert "two ways" in told(found)[0]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2026-10-31 00:00:00", "2026-10-31"),
        ("31.10.2026", "2026-10-31"),
        ("១០/២០២៦", "2026-10"),
        ("2026/3", "2026-03"),
        ("2025", "2025"),
    ],
)
def test_dates_are_read_as_people_write_them(cell: str, read: str) -> None:
    assert checked("returnees", HEAD, ("01", "1", cell)).good[2]["date"] == read


@pytest.mark.parametrize(("cell", "says"), [("31/02/2026", "not a date"), ("2099", "future")])
def test_dates_that_cannot_be_are_told(cell: str, says: str) -> None:
    assert says in told(checked("returnees", HEAD, ("01", "1", cell)))[0]


def test_a_row_of_totals_is_left_out_and_compared() -> None:
    found = checked("returnees", HEAD, ("01", "10", ""), ("02", "20", ""), ("សរុប", "31", ""))
    assert found.usable and len(found.good) == 2
    assert noted(found) == [
        "Row 4 is a sum of others and was left out.",
        "Row 4 says 31 in all, but the rows above it sum to 30. Check which is right.",
    ]


def test_a_row_that_stands_twice_is_left_out_or_wrong() -> None:
    again = checked("returnees", HEAD, ("01", "10", ""), ("Banteay Meanchey", "10", ""))
    assert again.usable and noted(again) == ["Row 3 says the same as row 2 and was left out."]
    other = checked("returnees", HEAD, ("01", "10", ""), ("Banteay Meanchey", "11", ""))
    assert told(other) == [
        "3: Row 2 has the same one with other numbers. Keep one of the two rows."
    ]


def test_rows_of_the_template_that_nobody_filled_in_do_not_matter() -> None:
    found = checked("returnees", HEAD, ("01", "10", ""), ("02", "", ""), ("03", "-", ""))
    assert found.usable and list(found.good) == [2]
    nobody = checked("returnees", HEAD, ("01", "", ""), ("02", "", ""))
    assert "No row holds a number" in told(nobody)[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", list(kinds()))
def test_every_template_is_understood_in_both_languages(key: str, lang: str) -> None:
    kind = kinds()[key]
    found = check(kind, template_rows(kind, lang=lang))
    assert not [one for one in found.problems if one.row], told(found)
    known = [values for values in found.good.values()]
    assert known or key in ("returnees", "placed", "vacancies", "distances")


@settings(max_examples=300, deadline=None)
@given(
    key=st.sampled_from(list(kinds())),
    rows=st.lists(st.lists(st.text(max_size=12) | st.sampled_from(HEAD), max_size=6), max_size=8),
)
def test_whatever_a_file_holds_is_read_or_told(key: str, rows: list[list[str]]) -> None:
    found = check(kinds()[key], numbered(*rows))
    for lang in LANGUAGES:
        say = Speaker(lang=lang)
        assert all(one.told(say) for one in found.problems)
        assert all(note(say) for note in found.notes)
    assert found.usable == (bool(found.good) and not found.problems)
