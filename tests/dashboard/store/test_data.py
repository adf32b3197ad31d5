"""Versions of loaded data, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from dashboard.store import (
    SHIPPED,
    Damaged,
    DataVersion,
    Invalid,
    NewLoad,
    NotFound,
    Overtaken,
    Store,
    data,
)


def load(value: float = 1000.0, kind: str = "returnees") -> NewLoad:
    return NewLoad(
        kind=kind,
        file_name="counts.xlsx",
        file_hash="ab" * 32,
        document={"tables": {"counted_returnees": [{"province_code": "01", "value": value}]}},
    )


def accept(store: Store, expected: int, *loads: NewLoad) -> DataVersion:
    return data.accept(store, expected=expected, loads=loads, author="Sok", note="a note")


def test_at_first_what_ships_holds(store: Store) -> None:
    assert data.newest(store) == SHIPPED
    assert data.history(store) == (SHIPPED,)
    assert data.loads(store, number=0) == ()


def test_each_load_is_a_version_that_keeps_those_before(store: Store) -> None:
    first = accept(store, 0, load(1000))
    second = accept(store, 1, load(2000), load(50, kind="placed"))
    assert [one.number for one in data.history(store)] == [2, 1, 0]
    assert data.newest(store) == second and data.version(store, number=1) == first
    assert second.loads[:1] == first.loads
    assert [one.kind for one in data.loads(store, number=2)] == ["returnees", "returnees", "placed"]
    assert data.loads(store, number=1)[0].document == load(1000).document
    assert (second.author, second.note) == ("Sok", "a note")


def test_restoring_makes_a_version_and_loses_none(store: Store) -> None:
    first = accept(store, 0, load(1000))
    accept(store, 1, load(2000))
    back = data.restore(store, expected=2, number=1, author="Chan", note="")
    assert (back.number, back.restored_from, back.loads) == (3, 1, first.loads)
    assert back.digest == first.digest, "the same data"
    shipped = data.restore(store, expected=3, number=0, author="", note="")
    assert (shipped.number, shipped.loads, shipped.digest) == (4, (), SHIPPED.digest)
    assert len(data.history(store)) == 5


def test_the_same_numbers_under_another_file_name_are_the_same_data(store: Store) -> None:
    first = accept(store, 0, load(1000))
    accept(store, 1, load(2000))
    data.restore(store, expected=2, number=0, author="", note="")
    again = accept(store, 3, load(1000))
    assert again.digest == first.digest and again.loads != first.loads


def test_who_saw_an_older_version_is_told_and_changes_nothing(store: Store) -> None:
    accept(store, 0, load(1000))
    with pytest.raises(Overtaken, match="Version 1 of the data was accepted meanwhile"):
        accept(store, 0, load(2000))
    with pytest.raises(Overtaken):
        data.restore(store, expected=0, number=0, author="", note="")
    assert data.newest(store).number == 1 and len(data.loads(store, number=1)) == 1


def test_of_several_at_once_one_is_accepted(store: Store) -> None:
    def attempt(_: int) -> int:
        try:
            return accept(store, 0, load()).number
        except Overtaken:
            return 0

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(attempt, range(8))) == [0] * 7 + [1]
    assert len(data.history(store)) == 2


@pytest.mark.parametrize("number", [-1, 7, 2**40])
def test_a_version_that_is_not_there_is_told(store: Store, number: int) -> None:
    for ask in (
        lambda: data.version(store, number=number),
        lambda: data.loads(store, number=number),
        lambda: data.restore(store, expected=0, number=number, author="", note=""),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_load_that_was_changed_behind_our_back_is_damaged(store: Store) -> None:
    accept(store, 0, load())
    with store.writing() as connection:
        connection.execute(text("UPDATE data_loads SET document = '{}'"))
    with pytest.raises(Damaged):
        data.loads(store, number=1)
    assert data.restore(store, expected=1, number=0, author="", note="").number == 2


def test_what_cannot_be_kept_is_refused_whole(store: Store) -> None:
    large = NewLoad(kind="x", file_name="x", file_hash="", document={"x": "y" * 5_000_000})
    with pytest.raises(Invalid):
        accept(store, 0, load(), large)
    with pytest.raises(Invalid):
        data.accept(store, expected=0, loads=[load()], author="\u202e", note="")
    assert data.newest(store) == SHIPPED


def test_what_loads_are_called_is_known_without_what_they_hold(store: Store) -> None:
    assert data.heads(store) == {}
    version = accept(store, 0, load(1000), load(50, kind="placed"))
    found = data.heads(store)
    assert [found[id].kind for id in version.loads] == ["returnees", "placed"]
    assert {one.file_name for one in found.values()} == {"counts.xlsx"}
    assert all(one.loaded_at and one.file_hash == "ab" * 32 for one in found.values())
