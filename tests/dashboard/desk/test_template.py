"""Templates: understood as they come, with lists, explanations and no formula."""

import io

import openpyxl
import pytest

from dashboard.desk.checked import check
from dashboard.desk.kind import kinds
from dashboard.desk.opened import opened
from dashboard.desk.template import csv_template, file_name, xlsx_template
from dashboard.words import LANGUAGES
from geodata import load

BOTH = [(key, lang) for key in kinds() for lang in LANGUAGES]


@pytest.mark.parametrize(("key", "lang"), BOTH)
def test_a_template_is_understood_as_it_comes_in_both_forms(key: str, lang: str) -> None:
    kind = kinds()[key]
    found = [
        check(kind, opened(content).rows)
        for content in (
            csv_template(kind, load(), lang=lang),
            xlsx_template(kind, load(), lang=lang),
        )
    ]
    for one in found:
        assert not [problem for problem in one.problems if problem.row]
    assert found[0].good == found[1].good
    rows = [values for values in kind.filled(load()) if values.keys() - set(kind.identity)]
    assert len(found[0].good) == len(rows) or key in ("zones", "clusters")


@pytest.mark.parametrize(("key", "lang"), BOTH)
def test_a_workbook_explains_its_columns_and_offers_lists(key: str, lang: str) -> None:
    kind = kinds()[key]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_template(kind, load(), lang=lang)))
    assert len(book.sheetnames) == 3
    first, about, lists = book.worksheets
    assert first.freeze_panes == "A2"
    explained = [[cell.value for cell in row] for row in about.iter_rows(min_row=5)]
    assert [row[0] for row in explained] == [column.title.en for column in kind.columns]
    assert [row[1] for row in explained] == [column.title.km for column in kind.columns]
    listed = [one for one in first.data_validations.dataValidation if one.type == "list"]
    assert len(listed) == lists.max_column or not listed
    for page in book.worksheets:
        for row in page.iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_provinces_are_offered_by_name_in_the_language_of_the_reader() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx_template(kinds()["returnees"], load(), lang="km"))
    )
    names = [row[0].value for row in book.worksheets[2].iter_rows(min_row=2)]
    assert names == [one.name_km for one in load().provinces.values()]
    assert book.worksheets[0]["A2"].value == "បន្ទាយមានជ័យ"


def test_the_same_data_gives_the_same_bytes() -> None:
    kind = kinds()["zones"]
    assert xlsx_template(kind, load(), lang="en") == xlsx_template(kind, load(), lang="en")


def test_names_of_files_are_plain() -> None:
    for key, lang in BOTH:
        assert file_name(kinds()[key], "xlsx", lang=lang).isascii()
