"""What a report says of a file of records: all of it, in the language of who reads."""

import re

import pytest

from dashboard.registry_words import problem_told
from dashboard.words import Speaker
from records.fields import FIELDS
from records.problem_words import WORDS
from records.problems import Problem
from records.values import read_code

GIVEN: dict[str, str | int] = {
    "value": "៥",
    "field": "status",
    "proposals": "01 02",
    "kind": "parquet",
    "what": "identity_number",
    "size": 3,
    "most": 2,
    "sheets": 2,
    "name": "១",
    "rows": 30,
    "found": 4,
    "wanted": 5,
}
NAMES = {"CSV", "UTF", "Excel", "Parquet", "xlsx", "xls", "Limon", "MB", "cp"}


def problem(key: str, **more: str | int) -> Problem:
    return Problem(key=key, grade="note", column="ខេត្ត", fields=tuple((GIVEN | more).items()))


@pytest.mark.parametrize("key", WORDS)
def test_nothing_of_a_report_is_in_the_other_language(key: str) -> None:
    told = problem_told(problem(key), say=Speaker(lang="km"))
    assert set(re.findall("[A-Za-z]{2,}", told)) <= NAMES
    assert re.search("[\u1780-\u17ff]", told)


@pytest.mark.parametrize("key", WORDS)
def test_the_page_says_in_english_what_records_say(key: str) -> None:
    one = problem(key, value="x")
    told = problem_told(one, say=Speaker(lang="en")).replace("“", "'").replace("”", "'")
    assert told.split()[:3] == one.message.split()[:3]


@pytest.mark.parametrize("field", [key for key, one in FIELDS.items() if one.kind != "person"])
def test_what_a_field_may_hold_is_told_in_words_that_are_read(field: str) -> None:
    for lang in ("en", "km"):
        told = problem("value_unknown", field=field).told(lang)
        assert told["field"] == FIELDS[field].title.in_(lang).lower()
        if FIELDS[field].kind in ("choice", "yes_no"):
            for one in told["allowed"].split(", "):
                assert read_code(field, one).code > 0, one


def test_what_looks_personal_is_named_and_not_repeated() -> None:
    wrong = read_code("status", "Sok Dara")
    one = Problem(key="value_unknown", grade="not_known", column="x", fields=wrong.fields)
    for lang, said in (("en", "looks personal"), ("km", "ទិន្នន័យផ្ទាល់ខ្លួន")):
        assert "Sok" not in problem_told(one, say=Speaker(lang=lang))
        assert said in problem_told(one, say=Speaker(lang=lang))
