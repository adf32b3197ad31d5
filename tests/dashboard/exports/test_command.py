"""The command line: the same files, and clear words where there is none."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.exports.asked import made, wanted
from dashboard.exports.declaration import sheets
from dashboard.exports.whole_file import write_whole

ROOT = Path(__file__).resolve().parents[3]


def test_it_writes_the_file_that_the_server_sends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ខេត្ត.xlsx"
    query = "?layer=vacancies&measure=per_1000"
    code = main(["export", "map", "--query", query, "--lang", "km", "--out", str(path)])
    assert code == 0
    same = made(wanted("map", "xlsx", "lang=km&layer=vacancies&measure=per_1000"))
    assert path.read_bytes() == same.content
    said = capsys.readouterr().out
    assert str(path) in said and same.tag.partition("-")[0] in said
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_without_a_name_the_file_gets_a_fitting_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "mismatch", "--query", "basis=unplaced", "--hxl", "--bom"]) == 0
    content = Path("corridor-atlas-mismatch-gap-unplaced.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and b"#adm1+code" in content


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nothing"], "map, mismatch"),
        (["map", "--format", "doc"], "csv, xlsx"),
        (["map", "--out", "x.docx"], "csv, xlsx"),
        (["map", "--query", "?basis=x"], "durable, unplaced, working_age"),
        (["map", "--query", "?nothing=x"], "layer"),
        (["map", "--format", "xlsx", "--hxl"], "csv"),
        (["map", "--out", "no/such/folder/x.csv"], "no/such/folder/x.csv"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", *arguments]) == 1
    said = capsys.readouterr()
    assert not said.out and said.err.startswith("Nothing was written. ") and told in said.err
    assert said.err.count("\n") == 1 and "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["fly"], ["export"], ["export", "map", "--lang", "fr"]])
def test_wrong_usage_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2 and "usage: " in capsys.readouterr().err


def test_help_teaches_every_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(f"\n  {key} " in told for key in sheets())
    assert "--query" in told and "examples:" in told


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
def test_as_a_program_it_writes_to_standard_output_in_any_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "export", "map", "--lang", "km", "--out", "-"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    assert len(rows) == 25 and rows[0]["province_km"] == "បន្ទាយមានជ័យ"
