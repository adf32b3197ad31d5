"""Backup and restore at the command line."""

from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.store import Store, scenarios


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    url = f"sqlite:///{tmp_path}/atlas.db"
    monkeypatch.setenv("ATLAS_DATABASE_URL", url)
    return Store.open(url)


def test_out_and_in_again(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = scenarios.create(store, name="A", note="", author="", document={})
    file = tmp_path / "a.backup"
    assert main(["backup", str(file)]) == 0
    assert capsys.readouterr().out == f"{file} holds the whole database: 3 rows.\n"
    assert main(["restore", str(file), "--check"]) == 0
    assert capsys.readouterr().out.startswith(f"{file} is whole: 3 rows, made at 20")
    scenarios.delete(store, id=saved.id)
    assert main(["restore", str(file)]) == 1
    assert "Something is kept in the database already" in capsys.readouterr().err
    assert main(["restore", str(file), "--replace"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"What was there before is kept: {tmp_path}/before-restore-")
    assert told[1].endswith("3 rows. Start the atlas again.")
    assert scenarios.get(store, id=saved.id) == saved


def test_what_cannot_be_done_is_told_in_one_line(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.write_text("hello")
    for arguments in (
        ["backup", str(other)],
        ["backup", str(tmp_path / "nowhere" / "a.backup")],
        ["restore", str(other)],
        ["restore", str(other), "--check"],
        ["restore", str(tmp_path / "nothing"), "--replace"],
    ):
        assert main(arguments) == 1
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and str(tmp_path) in said, arguments


def test_the_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("backup", "restore"):
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0
        assert "examples:" in capsys.readouterr().out
