"""The method pages: there for every method, alike in both languages, their numbers recomputed."""

import re
from collections import Counter

import pytest

from layers import FillLayer, discover
from tests.docs.methods_said import METHODS, data, headings, long_numbers, page, tables


def test_every_method_of_a_layer_has_its_page() -> None:
    fills = [layer for layer in discover().values() if isinstance(layer, FillLayer)]
    named = {layer.method for layer in fills if layer.method}
    assert {"returnees", "vacancies"} <= named <= set(METHODS)


@pytest.mark.parametrize("name", METHODS)
def test_both_languages_have_the_same_structure(name: str) -> None:
    english, khmer = page(name), page(name, lang="km")
    assert english.startswith("# ") and khmer.startswith("# ")
    assert 5 <= len(headings(english)) == len(headings(khmer))
    assert len(tables(english)) == len(tables(khmer)) >= 1
    assert english.count("\n- ") == khmer.count("\n- ")
    assert re.findall(r"`.+?`", english) == re.findall(r"`.+?`", khmer)


@pytest.mark.parametrize("name", METHODS)
def test_both_languages_have_the_same_numbers(name: str) -> None:
    english, khmer = long_numbers(page(name)), long_numbers(page(name, lang="km"))
    assert english == khmer, (english - khmer, khmer - english)


@pytest.mark.parametrize("name", METHODS)
def test_khmer_uses_latin_digits_and_khmer_headings(name: str) -> None:
    khmer = page(name, lang="km")
    assert not re.search("[០-៩]", khmer)
    assert all(re.search("[ក-អ]", heading) for heading in headings(khmer))


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("name", METHODS)
def test_every_source_is_known(name: str, lang: str) -> None:
    cited = set(re.findall(r"\[([A-Z][A-Z0-9_]+)\]", page(name, lang=lang)))
    assert cited
    assert cited <= set(data().sources)


@pytest.mark.parametrize("name", METHODS)
def test_both_languages_cite_the_same_sources(name: str) -> None:
    cited = [
        Counter(re.findall(r"\[([A-Z][A-Z0-9_]+)\]", page(name, lang=lang)))
        for lang in ("en", "km")
    ]
    assert cited[0] == cited[1]


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("name", METHODS)
def test_no_html(name: str, lang: str) -> None:
    assert not re.search(r"</?[a-z]", page(name, lang=lang))
