"""The catalogue: nothing missing, nothing unused, the same fields in both languages."""

import ast
import csv
import string
from functools import cache
from pathlib import Path

import pytest

from dashboard.page import pages
from dashboard.words import HERE, LANGUAGES, Speaker, catalogue

CODE = HERE.parent


@cache
def asked_for() -> dict[str, set[str]]:
    """Keys that code asks for, with the fields it gives them, read from the code itself."""
    found: dict[str, set[str]] = {}
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id != "say" or not node.args:
                continue
            key = node.args[0]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                given = {word.arg for word in node.keywords if word.arg}
                found[key.value] = found.get(key.value, given) & given
    for page in pages().values():
        found[page.title] = set()
        found[page.menu] = set()
    return found


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_code_asks_for_words_at_all() -> None:
    assert len(asked_for()) > 60


def test_nothing_is_missing() -> None:
    assert not set(asked_for()) - set(catalogue()["en"])


def test_nothing_is_unused() -> None:
    assert not set(catalogue()["en"]) - set(asked_for())


@pytest.mark.parametrize("key", catalogue()["en"])
def test_both_languages_say_the_same(key: str) -> None:
    en, km = (catalogue()[lang][key] for lang in LANGUAGES)
    assert fields(en) == fields(km) == asked_for()[key]
    letters = any(letter.isalpha() for letter in string.Formatter().vformat(en, (), _Blank()))
    if letters and key not in {"map_credit"}:
        assert any("\u1780" <= letter <= "\u17ff" for letter in km), "not in Khmer"


class _Blank(dict):
    def __missing__(self, key: str) -> str:
        return ""


def test_the_file_is_what_translators_edit() -> None:
    with (HERE / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["key"] for row in rows}) == len(rows)
    assert all(set(row) == {"key", "en", "km"} for row in rows)
    assert all(
        row[lang] == row[lang].strip()
        for row in rows
        for lang in LANGUAGES
        if row["key"] != "list_separator"
    )


def test_khmer_digits_are_a_choice_of_the_reader() -> None:
    assert Speaker(lang="km")("kilometres", km=100).startswith("100")
    assert Speaker(lang="km", digits="khmer")("kilometres", km=100).startswith("១០០")


def test_no_sentence_is_hidden_in_the_scripts() -> None:
    for path in (CODE.parent / "assets").rglob("*.js"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not any("\u1780" <= letter <= "\u17ff" for letter in line), (
                f"{path.name}: {line}"
            )


def test_catalogue_path() -> None:
    assert Path(HERE / "words.csv").is_file()
