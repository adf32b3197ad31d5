"""A wrong table or setting stops the start with one line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.geodata.breaking import ROOT, Change, cell, change_file, rows_without

START_SECONDS = 60


def start(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python app.py` in `folder`."""
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=folder,
        env={**os.environ, "DASH_DISABLE_VERSION_CHECK": "true", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what `python app.py` needs."""
    copy = tmp_path_factory.mktemp("atlas")
    for name in ("geodata", "layers", "records", "dashboard", "assets", "docs"):
        shutil.copytree(
            ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    shutil.copy(ROOT / "app.py", copy)
    return copy


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        pytest.param(
            "areas.csv",
            cell(5, "value", "many"),
            "areas.csv, row 5, column value: holds 'many', which is not a number. "
            "Write digits only, such as 12500.",
            id="a cell",
        ),
        pytest.param(
            "national.csv",
            rows_without("indicator", "aged_15_59"),
            "national.csv",
            id="an indicator missing",
        ),
    ],
)
def test_start_stops_at_a_broken_table_with_one_line(
    tree: Path, file: str, change: Change, said: str
) -> None:
    path = tree / "geodata" / "tables" / file
    kept = path.read_bytes()
    change_file(tree / "geodata", file, change)
    try:
        done = start(tree)
    finally:
        path.write_bytes(kept)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (1, "", 1), done.stderr[-1500:]
    assert lines[0].startswith(f"Corridor Atlas cannot start. {said}")


@pytest.mark.parametrize(
    ("port", "said"),
    [
        ("abc", "PORT is 'abc'. Set a whole number from 1 to 65535."),
        ("9" * 5000, "PORT is '9999"),
    ],
    ids=["text", "5000 digits"],
)
def test_start_stops_at_a_wrong_setting_with_one_line(tree: Path, port: str, said: str) -> None:
    done = start(tree, PORT=port)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (1, "", 1), done.stderr[-1500:]
    assert lines[0].startswith(f"Corridor Atlas cannot start. {said}")
