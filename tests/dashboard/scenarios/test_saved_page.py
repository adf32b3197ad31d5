"""Saved scenarios as people use them: what a press does, and what is told where it cannot."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import no_update

from dashboard import saved_acts, saved_files, saved_lists, saved_page
from dashboard.accounts.who import HERE, being
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.saved import KIND, document_of
from dashboard.scenarios.saved_link import saved_in
from dashboard.store import Store, scenarios
from dashboard.store_words import store_problem
from dashboard.words import Speaker
from tests.dashboard.scenarios.test_saved import SEARCH
from tests.dashboard.test_store_words import every_problem

SAY = Speaker(lang="en")


@pytest.fixture(autouse=True)
def at_the_laptop() -> Iterator[None]:
    """Where nobody has to sign in."""
    with being(HERE):
        yield


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path}/atlas.db")


def page(search: str, *, name: str = "Mine", note: str = "") -> Any:
    return saved_page.page_of((search, name, note, "", None), PAGE.view)


def do(store: Store, act: object, search: str, **typed: str) -> saved_page.Answer:
    return saved_acts.perform(store, act, page(search, **typed), page_view=PAGE.view)


def press(store: Store, text: str, search: str = SEARCH, **typed: str) -> saved_page.Answer:
    return do(store, {"text": f"saved:{text}", "at": 1}, search, **typed)


def test_two_people_who_save_the_same(store: Store) -> None:
    mine = press(store, "create").link
    theirs = press(store, "save", mine, name="Mine", note="<i>theirs</i>")
    assert saved_in(theirs.link)[1] == 2  # type: ignore[index]
    late = press(store, "save", mine, note="late")
    id = saved_in(mine)[0]  # type: ignore[index]
    assert "version 2 is saved, yours began with version 1" in late.said
    assert "&lt;i&gt;theirs&lt;/i&gt;" in late.conflict and f"saved:over:{id}:2" in late.conflict
    assert len(scenarios.history(store, id=id)) == 2, "nothing was written"
    assert saved_in(press(store, f"over:{id}:2", mine, note="late").link) == (id, 3)
    assert [one.note for one in scenarios.history(store, id=id)] == ["late", "<i>theirs</i>", ""]


def test_a_scenario_saved_before_there_were_settings_is_not_told_as_changed(store: Store) -> None:
    search = SEARCH.split("&set=")[0]
    document = document_of(read_asked(PAGE.view(search)))
    del document["settings"]
    old = scenarios.create(store, name="Old", note="", author="", document=document)
    link = press(store, f"open:{old.id}").link
    assert "set=" not in link
    told = saved_lists.current(store, link, None, page_view=PAGE.view)[0]
    set_since = f"{link}&set=all.realisation:0.3"
    changed = saved_lists.current(store, set_since, None, page_view=PAGE.view)[0]
    assert "Old" in told and told != changed


def test_a_name_of_a_copy_is_never_too_long(store: Store) -> None:
    press(store, "create", name="n" * 120)
    id = scenarios.listing(store).entries[0].id
    press(store, f"duplicate:{id}")
    press(store, "copy", name="ក" * 120)
    assert scenarios.listing(store).total == 3


@pytest.mark.parametrize(
    "act", [None, 5, {}, {"text": None}, {"text": 5}, {"text": ""}, {"text": "saved:zzz:1"}]
)
def test_an_act_that_is_none_changes_nothing(store: Store, act: object) -> None:
    assert do(store, act, SEARCH).said is no_update
    assert scenarios.listing(store).total == 0


@pytest.mark.parametrize("act", ["open", "history", "restore", "duplicate", "delete", "recover"])
@pytest.mark.parametrize("id", ["", "<b>", "a" * 16, "23456789abcdefgh:x", "23456789abcdefgh:9999"])
def test_a_scenario_that_is_not_there_is_told(store: Store, act: str, id: str) -> None:
    answer = press(store, f"{act}:{id}")
    assert "no such saved scenario" in answer.said
    assert answer.link is no_update


@pytest.mark.parametrize("file", [None, 5, {}, {"size": 10**9}, {"text": 5}, {"text": "{"}])
def test_a_file_of_any_kind_is_told_and_changes_nothing(file: object) -> None:
    answer = saved_files.open_file(file, page(SEARCH), page_view=PAGE.view)
    assert "Nothing was changed" in answer.said
    assert answer.link is no_update and answer.name is no_update


def test_a_saved_document_of_a_newer_atlas_is_told(store: Store) -> None:
    newer = {"kind": KIND, "schema": 3}
    saved = scenarios.create(store, name="New", note="", author="", document=newer)
    answer = press(store, f"open:{saved.id}")
    assert "newer version" in answer.said and answer.link is no_update


def test_a_store_that_is_away_is_told_where_the_lists_are(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("in the way")
    store = Store.open(f"sqlite:///{tmp_path}/var/atlas.db")
    listed, *rest = saved_lists.lists(store, "", "", say=SAY)
    assert "is gone: atlas.db" in listed and rest == ["", ""]
    answer = press(store, "create")
    assert "is gone" in answer.said and answer.link is no_update
    shown = saved_lists.current(store, f"{SEARCH}&saved={'a' * 16}:1", None, page_view=PAGE.view)
    assert "is gone" in shown[0]
    file = press(store, "file").download
    assert json.loads(file["text"])["kind"] == KIND, "a file can be had all the same"


@pytest.mark.parametrize("key", ["store_full", "store_read_only", "store_locked"])
def test_a_store_that_takes_nothing_is_told_and_can_be_read(
    store: Store, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    press(store, "create")
    id = scenarios.listing(store).entries[0].id

    def refuse() -> Any:
        raise every_problem(key)

    monkeypatch.setattr(store, "writing", refuse)
    for act in ("create", f"over:{id}:1", f"delete:{id}", f"duplicate:{id}", f"restore:{id}:1"):
        answer = press(store, act)
        assert store_problem(every_problem(key), say=SAY) in answer.said
        assert answer.link is answer.name is answer.listed is no_update
    assert "Mine" in saved_lists.lists(store, "", id, say=SAY)[1]
    assert saved_in(press(store, f"open:{id}", "").link) == (id, 1)
