"""All profiles at once: whole files only, whatever happens, and nothing is made twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.exports.profile.batch import Batch, name_of, tasks
from dashboard.exports.profile.stamp import bears
from dashboard.words import LANGUAGES
from dashboard.world import world
from tests.dashboard.exports.printed import pages_of

ROOT = Path(__file__).resolve().parents[3]
PROVINCES = world().geodata.provinces
LONGEST_SECONDS = 300


def started(folder: Path, *more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", "profiles", "--out", str(folder), *more],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # Whoever runs the tests in the background has Ctrl+C ignored in all that they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def heard(process: "subprocess.Popen[str]", lines: int) -> None:
    """Wait until so many files are over."""
    assert process.stderr is not None
    for _ in range(lines):
        assert process.stderr.readline()


def whole(folder: Path) -> list[Path]:
    """The files that are there; every one can be read to its end."""
    found = sorted(folder.glob("*.pdf"))
    for path in found:
        assert len(pages_of(path.read_bytes())) == 2, path
    return found


def still(folder: Path) -> None:
    """Wait until nobody writes into the folder any more."""
    end = time.monotonic() + LONGEST_SECONDS
    before: list[str] | None = None
    while (now := sorted(os.listdir(folder))) != before:
        assert time.monotonic() < end
        before = now
        time.sleep(3)


@pytest.mark.slow
def test_killed_in_the_middle_it_leaves_whole_files_and_goes_on_from_there(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        heard(process, 6)
        process.kill()
    still(tmp_path)
    left = whole(tmp_path)
    assert 4 <= len(left) < len(PROVINCES)
    times = {path: path.stat().st_mtime_ns for path in left}
    with started(tmp_path) as again:
        out, told = again.communicate(timeout=LONGEST_SECONDS)
    assert again.returncode == 0, told
    assert f"{len(PROVINCES) - len(left)} made, {len(left)} kept" in out
    assert len(whole(tmp_path)) == len(PROVINCES) == len(os.listdir(tmp_path))
    assert {path: path.stat().st_mtime_ns for path in left} == times
    assert told.splitlines()[-1].startswith("25/25 ")


@pytest.mark.slow
def test_stopped_by_the_keyboard_it_finishes_what_it_has_begun(tmp_path: Path) -> None:
    with started(tmp_path, "--lang", "km") as process:
        heard(process, 3)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=LONGEST_SECONDS)
    assert process.returncode == 130 and "Traceback" not in told
    assert "Stopped" in told
    assert 1 <= len(whole(tmp_path)) < len(PROVINCES)
    assert len(os.listdir(tmp_path)) == len(whole(tmp_path))


@pytest.mark.slow
def test_what_fails_is_listed_and_the_rest_is_made(tmp_path: Path) -> None:
    blocked = tmp_path / name_of(PROVINCES["07"], "en")
    blocked.mkdir()
    with started(tmp_path) as process:
        out, told = process.communicate(timeout=LONGEST_SECONDS)
    assert process.returncode == 1
    assert "24 made" in out
    said = told.splitlines()
    assert said[-1] == "1 of 25 could not be made."
    assert said[-2].startswith(f"{blocked.name}: ") and len(said[-2]) > len(blocked.name) + 5
    assert len([path for path in tmp_path.iterdir() if path.is_file()]) == 24


def test_a_file_is_kept_only_where_it_shows_the_same_and_is_whole(tmp_path: Path) -> None:
    def first(query: str = "") -> str:
        batch = Batch(query=query, languages=("en",), folder=tmp_path, jobs=1)
        return str(next(tasks(batch)).data["stamp"])

    path = tmp_path / "one.pdf"
    path.write_bytes(b"%PDF " + first().encode() + b" %%EOF\n")
    assert bears(path, first())
    assert not bears(path, first("basis=unplaced"))
    path.write_bytes(path.read_bytes()[:-4])
    assert not bears(path, first())
    assert not bears(tmp_path / "two.pdf", first())


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--query", "basis=zzz"], "durable"),
        (["--query", "?province=01"], "province"),
        (["--query", "nothing=1"], "year"),
    ],
)
def test_a_wrong_wish_writes_nothing(
    more: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert main(["profiles", "--out", str(folder), *more]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Nothing was written.") and told in said
    assert not folder.exists()


def test_a_folder_that_cannot_be_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["profiles", "--out", str(tmp_path / "file" / "in")]) == 1
    assert str(tmp_path / "file" / "in") in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_jobs_are_a_whole_number_from_one_on(jobs: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["profiles", "--jobs", jobs])
    assert left.value.code == 2


def test_names_of_files_differ_in_every_province_and_language() -> None:
    names = {name_of(province, lang) for province in PROVINCES.values() for lang in LANGUAGES}
    assert len(names) == 50
    assert "corridor-atlas-profile-01-banteay-meanchey-km.pdf" in names


def test_the_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["profiles", "--help"])
    said = capsys.readouterr().out
    assert all(word in said for word in ("--lang", "both", "--force", "Ctrl+C", "examples:"))
