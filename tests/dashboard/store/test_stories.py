"""Stories on both databases: every version stays, and nobody overwrites somebody else's."""

import threading

import pytest

from dashboard.store import Store, stories

TITLE = '{"en": "Jobs", "km": "ការងារ"}'


def test_every_version_can_be_opened_again(store: Store) -> None:
    first = stories.create(store, title=TITLE, document={"n": 1})
    second = stories.add_version(store, id=first.id, expected=1, title=TITLE, document={"n": 2})
    assert second is not None and second.version == 2
    newest = stories.get(store, id=first.id)
    assert newest is not None and (newest.version, newest.document) == (2, {"n": 2})
    oldest = stories.get(store, id=first.id, version=1)
    assert oldest is not None and (oldest.latest, oldest.document) == (2, {"n": 1})


def test_of_several_who_save_at_once_one_does(store: Store) -> None:
    first = stories.create(store, title=TITLE, document={})
    made: list[object] = []

    def save(number: int) -> None:
        made.append(
            stories.add_version(store, id=first.id, expected=1, title=TITLE, document={"n": number})
        )

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([one for one in made if one is not None]) == 1
    newest = stories.get(store, id=first.id)
    assert newest is not None and newest.version == 2


@pytest.mark.parametrize("id", ["2222222222222222", "ready", "", "'; --"])
def test_what_is_not_there_is_not_found(store: Store, id: str) -> None:
    assert stories.get(store, id=id) is None
    assert stories.add_version(store, id=id, expected=1, title=TITLE, document={}) is None


def test_a_version_that_is_not_there_is_not_found(store: Store) -> None:
    kept = stories.create(store, title=TITLE, document={})
    assert stories.get(store, id=kept.id, version=2) is None
    assert stories.get(store, id=kept.id, version=999_999_999) is None


def test_the_list_has_the_newest_first_with_its_title(store: Store) -> None:
    first = stories.create(store, title=TITLE, document={})
    second = stories.create(store, title=TITLE, document={})
    stories.add_version(store, id=first.id, expected=1, title='{"en": "Work"}', document={})
    listed = stories.listing(store)
    assert [one.id for one in listed] == [first.id, second.id]
    assert (listed[0].version, listed[0].title) == (2, '{"en": "Work"}')
