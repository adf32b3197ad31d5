"""Everything a page can ask of saved scenarios, on both databases."""

import re

import pytest

from dashboard.store import (
    Conflict,
    Deleted,
    Document,
    NotFound,
    Saved,
    Store,
    scenarios,
)

BORDER: Document = {"schema": 1, "allocations": [{"instrument": "agro", "usd": 2.5e7}]}
GATES: Document = {"schema": 1, "allocations": [{"instrument": "sez_upgrade", "usd": 2.5e7}]}


def create(store: Store, name: str = "Border first", document: Document = BORDER) -> Saved:
    return scenarios.create(store, name=name, note="a note", author="Sok", document=document)


def update(store: Store, id: str, expected: int, name: str, document: Document = GATES) -> Saved:
    return scenarios.update(
        store,
        id=id,
        expected_version=expected,
        document=document,
        name=name,
        note="",
        author="Chan",
    )


def names(store: Store, query: str = "", *, deleted: bool = False) -> list[str]:
    found = scenarios.listing(store, query=query, deleted=deleted)
    assert found.total == len(found.entries)
    return [entry.name for entry in found.entries]


def test_what_is_saved_is_there(store: Store) -> None:
    saved = create(store)
    assert (saved.version, saved.latest, saved.deleted_at) == (1, 1, None)
    assert (saved.name, saved.note, saved.author) == ("Border first", "a note", "Sok")
    assert saved.document == BORDER and saved.document is not BORDER
    assert re.fullmatch(r"[2-9a-hj-km-np-z]{16}", saved.id)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", saved.saved_at)
    assert scenarios.get(store, id=saved.id) == saved


def test_it_is_there_after_a_restart(store: Store, url: str) -> None:
    saved = create(store)
    again = Store.open(url)
    assert scenarios.get(again, id=saved.id) == saved
    again.close()


def test_every_version_is_kept(store: Store) -> None:
    first = create(store)
    second = update(store, first.id, 1, "Gates first")
    assert (second.version, second.created_at) == (2, first.created_at)
    assert scenarios.get(store, id=first.id) == second
    old = scenarios.get(store, id=first.id, version=1)
    assert (old.document, old.name, old.latest) == (BORDER, "Border first", 2)
    told = [(version.version, version.name) for version in scenarios.history(store, id=first.id)]
    assert told == [(2, "Gates first"), (1, "Border first")]


def test_who_saves_second_is_told_and_loses_nothing(store: Store) -> None:
    first = create(store)
    theirs = update(store, first.id, 1, "Theirs")
    with pytest.raises(Conflict) as refused:
        update(store, first.id, 1, "Mine", {"mine": True})
    conflict = refused.value
    assert (conflict.current, conflict.current_version) == (theirs, 2)
    attempted = conflict.attempted
    assert (attempted.name, attempted.document) == ("Mine", {"mine": True})
    assert (attempted.id, attempted.expected_version, attempted.author) == (first.id, 1, "Chan")
    assert scenarios.get(store, id=first.id) == theirs
    mine = update(store, first.id, conflict.current_version, attempted.name, attempted.document)
    assert mine.version == 3


@pytest.mark.parametrize("expected", [0, -1, 2, 2**70])
def test_a_version_that_nobody_saved_is_a_conflict(store: Store, expected: int) -> None:
    first = create(store)
    with pytest.raises(Conflict):
        update(store, first.id, expected, "Mine")
    assert scenarios.get(store, id=first.id) == first


def test_an_earlier_version_comes_back_as_a_new_one(store: Store) -> None:
    first = create(store)
    update(store, first.id, 1, "Gates first")
    restored = scenarios.restore_version(store, id=first.id, version=1)
    assert (restored.version, restored.restored_from, restored.author) == (3, 1, "Sok")
    assert (restored.document, restored.digest) == (BORDER, first.digest)
    assert scenarios.history(store, id=first.id)[0].restored_from == 1
    by = scenarios.restore_version(store, id=first.id, version=2, author="Dara")
    assert (by.author, by.document) == ("Dara", GATES)


def test_a_copy_has_a_life_of_its_own(store: Store) -> None:
    first = create(store)
    second = update(store, first.id, 1, "Gates first")
    copy = scenarios.duplicate(store, id=first.id, name="A copy")
    assert copy.id != first.id
    assert (copy.version, copy.name, copy.document) == (1, "A copy", second.document)
    update(store, copy.id, 1, "Changed")
    assert scenarios.get(store, id=first.id) == second


def test_what_is_deleted_can_be_recovered(store: Store) -> None:
    kept, first = create(store, "Kept"), create(store)
    for _ in range(2):
        scenarios.delete(store, id=first.id)
        assert (names(store), names(store, deleted=True)) == (["Kept"], ["Border first"])
    gone = scenarios.get(store, id=first.id)
    assert gone.deleted_at and gone.document == BORDER
    assert len(scenarios.history(store, id=first.id)) == 1
    for _ in range(2):
        scenarios.recover(store, id=first.id)
        assert (names(store), names(store, deleted=True)) == (["Border first", "Kept"], [])
    assert scenarios.get(store, id=first.id) == first
    assert scenarios.get(store, id=kept.id) == kept


def test_what_is_deleted_is_not_changed(store: Store) -> None:
    first = create(store)
    scenarios.delete(store, id=first.id)
    for change in (
        lambda: update(store, first.id, 1, "Mine"),
        lambda: scenarios.restore_version(store, id=first.id, version=1),
        lambda: scenarios.duplicate(store, id=first.id, name="A copy"),
    ):
        with pytest.raises(Deleted, match="The scenario “Border first” was deleted. Recover"):
            change()
    assert scenarios.get(store, id=first.id).version == 1


def test_the_list_is_searched_and_turned_over(store: Store) -> None:
    for name in ("Agro-processing, border", "Zones at the gates", "ចង្វាក់កសិកម្ម", "100 % agro_x"):
        create(store, name)
    assert names(store)[0] == "100 % agro_x", "the newest first"
    assert names(store, "AGRO") == ["100 % agro_x", "Agro-processing, border"]
    assert names(store, "border agro") == ["Agro-processing, border"]
    assert names(store, "កសិកម្ម") == ["ចង្វាក់កសិកម្ម"]
    assert names(store, "%") == names(store, "o_x") == ["100 % agro_x"]
    assert names(store, "sok note zones") == ["Zones at the gates"], "author and note too"
    assert names(store, "nothing like it") == []
    pages = [scenarios.listing(store, limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [len(page.entries) for page in pages] == [3, 1, 0]
    assert {page.total for page in pages} == {4}


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (-5, -5), (2**80, 2**80), (1, 10**9)])
def test_any_part_of_the_list_can_be_asked_for(store: Store, limit: int, offset: int) -> None:
    create(store)
    assert scenarios.listing(store, limit=limit, offset=offset).total == 1


def test_a_search_finds_the_newest_words_only(store: Store) -> None:
    first = create(store)
    update(store, first.id, 1, "Gates first")
    assert (names(store, "border"), names(store, "gates")) == ([], ["Gates first"])
    assert scenarios.listing(store).entries[0].version == 2


@pytest.mark.parametrize(
    "id", ["", "x", "2" * 16, "2" * 17, "' OR 1=1 --", "\0" * 16, "\ud800" * 16, "ខ" * 16]
)
def test_an_unknown_id_is_not_found(store: Store, id: str) -> None:
    for ask in (
        lambda: scenarios.get(store, id=id),
        lambda: scenarios.history(store, id=id),
        lambda: update(store, id, 1, "Mine"),
        lambda: scenarios.restore_version(store, id=id, version=1),
        lambda: scenarios.duplicate(store, id=id, name="A copy"),
        lambda: scenarios.delete(store, id=id),
        lambda: scenarios.recover(store, id=id),
    ):
        with pytest.raises(NotFound) as refused:
            ask()
        assert refused.value.key == "scenario_unknown"


@pytest.mark.parametrize("version", [0, -1, 2, 2**31, 2**63, pytest.param(10**5000, id="huge")])
def test_an_unknown_version_is_not_found(store: Store, version: int) -> None:
    first = create(store)
    for ask in (scenarios.get, scenarios.restore_version):
        with pytest.raises(NotFound) as refused:
            ask(store, id=first.id, version=version)
        assert refused.value.key == "version_unknown"
    assert store.problem is None


def test_ids_do_not_follow_from_each_other(store: Store) -> None:
    ids = {create(store).id for _ in range(30)}
    assert len(ids) == 30 and len({id[:4] for id in ids}) > 25


def test_several_versions_are_read_at_once_and_what_is_missing_is_said(store: Store) -> None:
    first, second = create(store), create(store, "Gates")
    newest = update(store, first.id, 1, "Border, later")
    scenarios.delete(store, id=second.id)
    wanted = [(first.id, 2), (second.id, 1), (first.id, 9), ("nobody", 1), (first.id, 1)]
    found = scenarios.several(store, wanted=wanted)
    assert found[0] == newest
    assert isinstance(found[1], Saved) and found[1].deleted_at is not None
    assert [one.key for one in found if isinstance(one, NotFound)] == [
        "version_unknown",
        "scenario_unknown",
    ]
    assert isinstance(found[4], Saved) and found[4].name == "Border first"
    assert scenarios.several(store, wanted=[]) == ()
