"""Accounts and the log at the command line."""

import io
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.accounts import passwords
from dashboard.store import Store, accounts, audit

PASSWORD = "a fine password to have"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    url = f"sqlite:///{tmp_path}/atlas.db"
    monkeypatch.setenv("ATLAS_DATABASE_URL", url)
    return Store.open(url)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_an_account_is_made_listed_changed_and_removed(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["accounts", "list"]) == 0
    assert "There is no account yet" in capsys.readouterr().out
    typed(monkeypatch, f"{PASSWORD}\n")
    assert main(["accounts", "add", "Sok Dara", "--role", "steward"]) == 0
    assert capsys.readouterr().out == "Sok Dara may sign in as steward.\n"
    made = accounts.named(store, name="sok dara")
    assert made is not None and passwords.is_right(PASSWORD, made.password)
    assert made.password is not None and made.password.startswith("$argon2id$")
    typed(monkeypatch, f"{PASSWORD}\n")
    assert main(["accounts", "add", "Other", "--role", "editor"]) == 0
    assert main(["accounts", "role", "Other", "steward"]) == 0
    typed(monkeypatch, "another fine secret\n")
    assert main(["accounts", "password", "Sok Dara"]) == 0
    assert main(["accounts", "remove", "Other"]) == 0
    capsys.readouterr()
    assert main(["accounts", "list"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("steward  password ") and listed.endswith("Sok Dara\n")
    assert {(one.how, one.who) for one in audit.entries(store)} == {("command", "")}


@pytest.mark.parametrize(
    ("arguments", "password", "told"),
    [
        (["add", "A", "--role", "editor"], "short", "shorter than 12 characters"),
        (["add", "A", "--role", "editor"], "", "shorter than 12 characters"),
        (["add", "", "--role", "editor"], PASSWORD, "is empty"),
        (["role", "Nobody", "editor"], "", "no such account"),
        (["password", "Nobody"], PASSWORD, "no such account"),
        (["remove", "Nobody"], "", "no such account"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    password: str,
    told: str,
) -> None:
    typed(monkeypatch, f"{password}\n")
    assert main(["accounts", *arguments]) == 1
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1
    assert accounts.listing(store) == ()


def test_the_password_is_asked_for_twice(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([PASSWORD, "something else", PASSWORD, PASSWORD])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))
    assert main(["accounts", "add", "A", "--role", "steward"]) == 1
    assert "not the same" in capsys.readouterr().err
    assert main(["accounts", "add", "A", "--role", "steward"]) == 0


def test_the_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["accounts"], ["audit"], ["audit", "verify"]):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--help"])
        assert ended.value.code == 0
        assert "examples:" in capsys.readouterr().out


def test_the_log_is_looked_at_as_a_whole(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify"]) == 0
    assert "empty" in capsys.readouterr().out
    for _ in range(3):
        audit.note(store, act="sign_in", what={})
    assert main(["audit", "verify"]) == 0
    said = capsys.readouterr().out
    assert "The log is whole: 3 lines." in said
    noted = said.split()[-1]
    assert main(["audit", "verify", "--noted", noted]) == 0
    assert main(["audit", "verify", "--noted", f"3:{'0' * 64}"]) == 1
    assert "Line 3 is not what was written" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["audit", "verify", "--noted", "x"])


@pytest.mark.parametrize(
    ("first", "second"),
    [("café du matin", "café du matin"), ("ខេត្តបន្ទាយមានជ័យ", "ខេត្តបន្ទាយមានជ័យ")],
)
def test_a_password_is_the_same_however_its_letters_are_typed(first: str, second: str) -> None:
    assert passwords.is_right(second, passwords.kept(first, name="A"))


def test_a_password_in_an_older_form_is_renewed() -> None:
    from argon2 import PasswordHasher

    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    newer = passwords.renewed(PASSWORD, older)
    assert newer is not None and passwords.is_right(PASSWORD, newer)
    assert passwords.renewed(PASSWORD, newer) is None
    assert not passwords.is_right(PASSWORD, "damaged")
