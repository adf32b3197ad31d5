"""Which area of one's own is meant: by code, with or without its zeros, or by name."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import shapely

from tests import own_areas

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"0101": "Mongkol Borei", "0102": "Phnum Srok", "0201": "Banan", "1001": "Banan"}


@pytest.fixture(scope="module")
def meant(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What each spelling is taken for, asked in a process that runs on four areas."""
    place = tmp_path_factory.mktemp("areas")
    rows: list[own_areas.Row] = [
        ({"code": code, "name": name}, shapely.box(104 + i, 12, 105 + i, 13))
        for i, (code, name) in enumerate(NAMES.items())
    ]
    file = own_areas.as_geojson(place / "a.geojson", rows)
    folder = own_areas.made(file, place / "own", code="code", name="name")
    said = ["0101", "101", "101.0", "១០១", "mongkol borei", "0101 Mongkol Borei", "Banan"]
    said += ["0102 - Banan", "Mongkul Borei", "Nowhere", "", "1"]
    code = (
        "import json, sys; from geodata.province_names import which_province as w;"
        "print(json.dumps({one: list(w(one)) for one in json.loads(sys.argv[1])}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(said)],
        cwd=ROOT,
        env={**os.environ, "ATLAS_AREAS": str(folder), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[object]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "said", ["0101", "101", "101.0", "១០១", "mongkol borei", "0101 Mongkol Borei"]
)
def test_codes_and_names_are_certain(meant: dict[str, list[object]], said: str) -> None:
    assert meant[said] == ["0101", []]


def test_a_name_that_two_areas_share_is_asked_back(meant: dict[str, list[object]]) -> None:
    assert meant["Banan"] == [None, ["0201", "1001"]]


def test_a_name_that_is_nearly_right_is_proposed(meant: dict[str, list[object]]) -> None:
    assert meant["Mongkul Borei"] == [None, ["0101"]]


@pytest.mark.parametrize("said", ["Nowhere", "", "1"])
def test_what_means_nothing_is_nothing(meant: dict[str, list[object]], said: str) -> None:
    assert meant[said] == [None, []]


def test_a_code_and_a_name_that_differ_are_not_guessed(meant: dict[str, list[object]]) -> None:
    assert meant["0102 - Banan"][0] is None
