"""Accounts, attempts to sign in, and the log, on each kind of database."""

import threading

import pytest
from sqlalchemy import delete, insert, select, update

from dashboard.accounts.who import Who, being
from dashboard.store import (
    ROLES,
    AccountProblem,
    Invalid,
    Store,
    StoreError,
    accounts,
    attempts,
    audit,
    data,
    scenarios,
)
from dashboard.store.attempts import Bucket
from dashboard.store.tables import audit as log
from dashboard.store.tables import sign_in_failures

SOK = Who(name="Sok", role="steward", how="account", account="abc")
NAME = Bucket(key="name", free=3, kept_seconds=3600)
FROM = Bucket(key="from", free=10, kept_seconds=900)


def test_accounts_are_added_found_changed_and_removed(store: Store) -> None:
    made = accounts.add(store, name=" Sok Dara ", role="editor", password="hash")
    assert (made.name, made.role, made.epoch, made.password) == ("Sok Dara", "editor", 1, "hash")
    assert accounts.named(store, name="SOK DARA ") == made == accounts.get(store, id=made.id)
    assert accounts.named(store, name="Sok") is None
    boss = accounts.add(store, name="សុខ", role="steward", password="hash")
    assert {one.name for one in accounts.listing(store)} == {"Sok Dara", "សុខ"}
    assert accounts.change_role(store, id=made.id, role="viewer").role == "viewer"
    newer = accounts.set_password(store, id=made.id, password="other")
    assert (newer.password, newer.epoch) == ("other", 2)
    assert accounts.remove(store, id=made.id).name == "Sok Dara"
    assert accounts.listing(store) == (boss,)
    with pytest.raises(AccountProblem, match="no such account"):
        accounts.get(store, id=made.id)


def test_names_that_read_alike_are_one(store: Store) -> None:
    accounts.add(store, name="Ａtlas", role="viewer", password="hash")
    with pytest.raises(AccountProblem, match="already"):
        accounts.add(store, name="ATLAS", role="viewer", password="hash")
    for wrong in ("", " ", "a\nb", "x" * 121):
        with pytest.raises(Invalid):
            accounts.add(store, name=wrong, role="viewer", password="hash")


@pytest.mark.parametrize("role", [role for role in ROLES if role != "steward"])
def test_the_last_steward_stays(store: Store, role: str) -> None:
    last = accounts.add(store, name="Last", role="steward", password="hash")
    accounts.add(store, name="Other", role="editor", password="hash")
    with pytest.raises(AccountProblem, match="last steward"):
        accounts.remove(store, id=last.id)
    with pytest.raises(AccountProblem, match="last steward"):
        accounts.change_role(store, id=last.id, role=role)  # type: ignore[arg-type]
    accounts.add(store, name="Next", role="steward", password="hash")
    accounts.remove(store, id=last.id)


def test_two_stewards_who_remove_each_other_do_not_both_succeed(store: Store) -> None:
    made = [accounts.add(store, name=f"S{i}", role="steward", password="hash") for i in range(2)]
    failed: list[StoreError] = []

    def remove(id: str) -> None:
        try:
            accounts.remove(store, id=id)
        except StoreError as problem:
            failed.append(problem)

    threads = [threading.Thread(target=remove, args=(one.id,)) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(failed) == 1 and len(accounts.listing(store)) == 1


def test_a_session_lasts_until_it_or_all_of_them_end(store: Store) -> None:
    made = accounts.add(store, name="A", role="viewer", password="hash")
    later = "2999-01-01T00:00:00.000000Z"
    assert accounts.whose(store, id=made.id, epoch=1, session="one") == made
    accounts.end(store, id=made.id, session="one", until=later)
    accounts.end(store, id=made.id, session="one", until=later)
    assert accounts.whose(store, id=made.id, epoch=1, session="one") is None
    assert accounts.whose(store, id=made.id, epoch=1, session="two") == made
    accounts.end_all(store, id=made.id)
    assert accounts.whose(store, id=made.id, epoch=1, session="two") is None
    assert [one.act for one in audit.entries(store)].count("sign_out") == 1


def test_who_the_ministry_signs_in_has_the_role_that_it_says(store: Store) -> None:
    first = accounts.from_ministry(store, subject="issuer 1", name="Dara", role="editor")
    assert accounts.from_ministry(store, subject="issuer 1", name="Dara", role="editor") == first
    more = accounts.from_ministry(store, subject="issuer 1", name="Dara S.", role="steward")
    assert (more.id, more.name, more.role) == (first.id, "Dara S.", "steward")
    accounts.add(store, name="Dara S.", role="viewer", password="hash")
    other = accounts.from_ministry(store, subject="issuer 2", name="Dara S.", role="viewer")
    assert other.id != more.id and accounts.named(store, name="Dara S.") != other
    for change in (
        lambda: accounts.change_role(store, id=first.id, role="viewer"),
        lambda: accounts.set_password(store, id=first.id, password="hash"),
    ):
        with pytest.raises(AccountProblem, match="through the ministry"):
            change()


def test_attempts_are_free_then_wait_longer_each_time(store: Store) -> None:
    assert [attempts.begin(store, (NAME, FROM)) for _ in range(3)] == [0, 0, 0]
    assert 0 < attempts.begin(store, (NAME, FROM)) <= 31
    for longest in (61, 121, 241):
        _pause_is_over(store)
        assert attempts.begin(store, (NAME, FROM)) == 0
        assert longest // 2 < attempts.begin(store, (NAME, FROM)) <= longest
    other = Bucket(key="other", free=3, kept_seconds=3600)
    assert attempts.begin(store, (other, FROM)) == 0, "another name from there is not held up"


def test_a_success_forgets_the_failures_of_the_name(store: Store) -> None:
    for _ in range(2):
        attempts.begin(store, (NAME, FROM))
    attempts.begin(store, (NAME, FROM))
    attempts.succeeded(store, own=NAME, shared=FROM)
    assert [attempts.begin(store, (NAME, FROM)) for _ in range(3)] == [0, 0, 0]
    with store.reading() as connection:
        asked = select(sign_in_failures.c.count).where(sign_in_failures.c.bucket == "from")
        assert connection.execute(asked).scalar() == 5


def test_what_is_over_is_forgotten(store: Store) -> None:
    attempts.begin(store, (NAME, FROM))
    with store.writing() as connection:
        past = "2000-01-01T00:00:00.000000Z"
        connection.execute(update(sign_in_failures).values(forget_at=past, wait_until=past))
    other = Bucket(key="other", free=3, kept_seconds=3600)
    attempts.begin(store, (other, FROM))
    with store.reading() as connection:
        kept = connection.execute(select(sign_in_failures.c.bucket)).scalars().all()
    assert set(kept) == {"other", "from"}


def test_those_who_try_at_once_do_not_all_get_a_first_try(store: Store) -> None:
    waits: list[int] = []
    threads = [
        threading.Thread(target=lambda: waits.append(attempts.begin(store, (NAME, FROM))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits.count(0) == 3 and len(waits) == 8


def test_every_write_adds_a_line_and_a_failed_one_adds_none(store: Store) -> None:
    with being(SOK):
        saved = scenarios.create(store, name="Secret name", note="n", author="a", document={})
        scenarios.update(
            store, id=saved.id, expected_version=1, document={}, name="B", note="", author=""
        )
        scenarios.restore_version(store, id=saved.id, version=1)
        scenarios.duplicate(store, id=saved.id, name="C")
        scenarios.delete(store, id=saved.id)
        scenarios.delete(store, id=saved.id)
        scenarios.recover(store, id=saved.id)
        scenarios.recover(store, id=saved.id)
        data.restore(store, expected=0, number=0, author="A", note="")
        with pytest.raises(StoreError):
            data.restore(store, expected=0, number=0, author="A", note="")
        with pytest.raises(StoreError):
            scenarios.update(
                store, id=saved.id, expected_version=1, document={}, name="B", note="", author=""
            )
    lines = audit.entries(store)[::-1]
    assert [one.act for one in lines] == [
        "scenario_create",
        "scenario_save",
        "scenario_restore",
        "scenario_duplicate",
        "scenario_delete",
        "scenario_recover",
        "data_restore",
    ]
    assert {(one.who, one.account, one.how, one.result) for one in lines} == {
        ("Sok", "abc", "account", "done")
    }
    assert lines[1].told == {"scenario": saved.id, "version": 2}
    assert lines[2].told == {"scenario": saved.id, "version": 3, "restored_from": 1}
    assert lines[6].told == {"data": 1, "restored_from": 0}
    assert not any("Secret name" in one.what for one in lines), "what people wrote is not repeated"


def test_a_line_takes_ids_and_numbers_alone(store: Store) -> None:
    with pytest.raises(ValueError, match="does not take name"):
        audit.note(store, act="scenario_save", what={"name": "Chan Thy"})
    assert audit.entries(store) == ()


def test_the_log_is_searched(store: Store) -> None:
    for name in ("A", "B", "A"):
        with being(Who(name=name, role="editor", how="account")):
            audit.note(store, act="sign_in", what={})
    audit.note(store, act="sign_out", what={})
    assert [one.number for one in audit.entries(store, who="A")] == [3, 1]
    assert [one.number for one in audit.entries(store, act="sign_in", below=3)] == [2, 1]
    assert [one.number for one in audit.entries(store, limit=2)] == [4, 3]
    day = audit.entries(store)[0].at[:10]
    assert len(audit.entries(store, since=day, until=day)) == 4
    assert audit.entries(store, until="2000-01-01") == ()
    assert audit.people(store) == ("A", "B")


def test_a_log_that_is_whole_is_found_whole(store: Store) -> None:
    assert audit.checked(store).wrong is None
    for _ in range(3):
        audit.note(store, act="sign_in", what={})
    found = audit.checked(store)
    assert (found.count, found.wrong) == (3, None)
    audit.note(store, act="sign_in", what={})
    assert audit.checked(store, noted=(3, found.digest)).wrong is None
    assert audit.checked(store, noted=(3, "0" * 64)).wrong == 3
    assert audit.checked(store, noted=(9, "0" * 64)).wrong == 5


@pytest.mark.parametrize("part", ["at", "who", "account", "how", "act", "what", "result", "before"])
def test_a_line_that_was_changed_is_found(store: Store, part: str) -> None:
    for _ in range(3):
        audit.note(store, act="sign_in", what={})
    with store.writing() as connection:
        connection.execute(update(log).where(log.c.number == 2).values({part: "x"}))
    assert audit.checked(store).wrong == 2


def test_a_line_that_was_taken_out_or_put_in_is_found(store: Store) -> None:
    for _ in range(4):
        audit.note(store, act="sign_in", what={})
    noted = audit.checked(store)
    with store.writing() as connection:
        last = connection.execute(select(log).where(log.c.number == 4)).one()
        connection.execute(delete(log).where(log.c.number == 4))
    assert audit.checked(store, noted=(noted.count, noted.digest)).wrong == 4
    with store.writing() as connection:
        connection.execute(insert(log).values(**last._mapping))
        connection.execute(delete(log).where(log.c.number == 2))
    assert audit.checked(store).wrong == 2


def test_lines_that_are_written_at_once_stand_one_after_another(store: Store) -> None:
    threads = [
        threading.Thread(target=lambda: audit.note(store, act="sign_in", what={}))
        for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = audit.checked(store)
    assert (found.count, found.wrong) == (12, None)


def _pause_is_over(store: Store) -> None:
    with store.writing() as connection:
        past = "2000-01-01T00:00:00.000000Z"
        connection.execute(update(sign_in_failures).values(wait_until=past))
