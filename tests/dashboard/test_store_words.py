"""What people read of a store: a sentence for every problem, and times as in Cambodia."""

import pytest

from dashboard.store import StoreError
from dashboard.store.problems import KEYS, Conflict
from dashboard.store_words import store_problem, time_text
from dashboard.words import LANGUAGES, Speaker


def every_problem(key: str) -> StoreError:
    names = "file revision encoding id name version number current expected field length most"
    fields = dict.fromkeys([*names.split(), "character", "kilobytes"], "1")
    kinds = StoreError.__subclasses__()
    kind = next(one for one in kinds if key in one.keys)
    return kind(key, **fields)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", [key for key in KEYS if key not in Conflict.keys])
def test_every_problem_of_the_store_has_its_sentence(key: str, lang: str) -> None:
    assert store_problem(every_problem(key), say=Speaker(lang=lang))


def test_times_are_told_as_in_cambodia() -> None:
    assert time_text("2026-03-01T18:30:00.000000Z", say=Speaker(lang="en")) == "2 March 2026, 01:30"
    assert time_text("damaged", say=Speaker(lang="en")) == "damaged"
