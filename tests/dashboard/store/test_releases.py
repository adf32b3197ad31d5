"""Releases of a registry in the store: kept whole, in order, real and synthetic ones apart."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from dashboard.store import Damaged, Invalid, NewRelease, NotFound, Overtaken, Store, releases

FIRST = NewRelease(
    number=1,
    synthetic=True,
    author="សុខ",
    note="first",
    file_name="synthetic-records.parquet",
    file_hash="ab" * 32,
    as_of="2026-06-30",
    document={"schema": 1, "counts": [["people", "all", 12]]},
)


def test_a_release_comes_back_as_it_was_kept(store: Store) -> None:
    head = releases.keep(store, FIRST)
    assert releases.heads(store) == (head,)
    assert (head.author, head.number, head.synthetic) == ("សុខ", 1, True)
    assert releases.document(store, synthetic=True, number=1) == FIRST.document


def test_every_release_is_kept_and_each_follows_the_one_before(store: Store) -> None:
    releases.keep(store, FIRST)
    releases.keep(store, replace(FIRST, number=2, note="second"))
    assert [one.note for one in releases.heads(store)] == ["second", "first"]
    for number in (1, 2, 4):
        with pytest.raises(Overtaken):
            releases.keep(store, replace(FIRST, number=number))
    assert len(releases.heads(store)) == 2


def test_real_records_begin_anew_and_synthetic_ones_never_follow_them(store: Store) -> None:
    releases.keep(store, FIRST)
    real = releases.keep(store, replace(FIRST, synthetic=False))
    assert real.number == 1
    assert releases.heads(store)[0] == real, "the real one is the newest"
    with pytest.raises(Overtaken) as told:
        releases.keep(store, replace(FIRST, number=2))
    assert told.value.key == "release_real"


def test_what_was_changed_in_the_database_is_not_shown(store: Store) -> None:
    releases.keep(store, FIRST)
    with store.writing() as connection:
        connection.execute(text("UPDATE registry_releases SET document = '{}'"))
    with pytest.raises(Damaged):
        releases.document(store, synthetic=True, number=1)
    with pytest.raises(NotFound):
        releases.document(store, synthetic=False, number=1)


def test_a_mapping_is_kept_under_its_name(store: Store) -> None:
    for heading in ("Khet", "ខេត្ត"):
        document = {"schema": 1, "columns": {"province": heading}}
        releases.keep_mapping(store, name="Ministry", author="Sok", document=document)
    (found,) = releases.mappings(store)
    assert found.document["columns"] == {"province": "ខេត្ត"}
    with pytest.raises(Invalid):
        releases.keep_mapping(store, name=" ", author="Sok", document=document)
