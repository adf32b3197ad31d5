"""The word for areas of one's own in sentences, and their layers' classes."""

import doctest
import re

import pytest

import dashboard.own_layers
import dashboard.own_words
from dashboard.own_words import worded
from dashboard.words import catalogue

NAMES = {
    "country": {"en": "Laos", "km": "ឡាវ"},
    "area": {"en": "upazila", "km": "ស្រុក"},
    "areas": {"en": "upazilas", "km": "ស្រុក"},
}


@pytest.mark.parametrize("module", [dashboard.own_layers, dashboard.own_words])
def test_the_examples_in_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("A province without a number.", "An upazila without a number."),
        ("Provinces of Cambodia", "Upazilas of Laos"),
        ("{provinces} of {province_name}", "{provinces} of {province_name}"),
        ("See /province/01 or ?province=01.", "See /province/01 or ?province=01."),
        ("provincial", "provincial"),
    ],
)
def test_one_word_changes_and_nothing_around_it(sentence: str, said: str) -> None:
    assert worded(sentence, "en", names=NAMES) == said


def test_no_sentence_is_left_that_speaks_of_provinces() -> None:
    aside = re.compile(r"\{[^}]*\}|\S*[/=]\S*|\bprovincial\b")
    for lang, word in (("en", "province"), ("km", "ខេត្ត")):
        told = {key: worded(text, lang, names=NAMES) for key, text in catalogue()[lang].items()}
        assert not [key for key, text in told.items() if word in aside.sub("", text).lower()]


def test_without_names_every_sentence_stays() -> None:
    for lang, sentences in catalogue().items():
        assert all(worded(text, lang, names={}) == text for text in sentences.values())
