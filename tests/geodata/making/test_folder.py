"""A folder made from a file of boundaries: what is in it, and what is refused in one line."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from dashboard.__main__ import main
from geodata.declarations import TABLES
from geodata.loadable import LOADABLE
from geodata.making.guide import FILL_IN, OTHERS
from geodata.projection import SHIPPED
from tests import own_areas
from tests.own_areas import Row

ROOT = Path(__file__).resolve().parents[3]
CELL = shapely.box(104, 12, 105, 13)


@pytest.fixture(scope="module")
def battambang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A province in twelve parts, as GeoJSON."""
    folder = tmp_path_factory.mktemp("file")
    return own_areas.as_geojson(folder / "b.geojson", own_areas.districts(provinces=["02"]))


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def checked(folder: Path) -> "subprocess.CompletedProcess[str]":
    """What the atlas itself says of a folder."""
    return subprocess.run(
        [sys.executable, "-m", "dashboard", "areas", "check", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_geojson_and_a_geopackage_in_metres_give_the_same_areas(
    battambang: Path, tmp_path: Path
) -> None:
    parts = own_areas.districts(provinces=["02"])
    metres = own_areas.as_geopackage(tmp_path / "b.gpkg", parts, epsg=32648)
    one = own_areas.made(battambang, tmp_path / "one")
    other = own_areas.made(metres, tmp_path / "other")
    for name in ("tables/provinces", "tables/areas"):
        codes = [[row["province_code"] for row in rows(each, name)] for each in (one, other)]
        assert codes[0] == codes[1]
    for a, b in zip(rows(one, "tables/areas"), rows(other, "tables/areas"), strict=True):
        assert float(a["value"]) == pytest.approx(float(b["value"]), rel=1e-3)


def test_square_kilometres_sum_to_those_of_the_province(battambang: Path, tmp_path: Path) -> None:
    folder = own_areas.made(battambang, tmp_path / "out")
    total = sum(float(row["value"]) for row in rows(folder, "tables/areas"))
    shape = own_areas.shapes("provinces.geojson", "province_code")["02"]
    lon, lat = shapely.get_coordinates(shape.exterior).T
    x, y = SHIPPED.project(lon, lat)
    flat = shapely.Polygon(np.column_stack([x, y])).area * SHIPPED.km_per_unit**2
    assert total == pytest.approx(flat, rel=0.01)


def test_areas_go_on_sharing_their_edges_however_far_they_are_simplified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from geodata.making import drawn

    monkeypatch.setattr(drawn, "MAP_BYTES", 14_000)
    file = own_areas.as_geojson(tmp_path / "all.geojson", own_areas.districts(each=4))
    folder = own_areas.made(file, tmp_path / "out")
    document = json.loads((folder / "boundaries/provinces.geojson").read_text(encoding="utf-8"))
    shapes = [shapely.from_geojson(json.dumps(one["geometry"])) for one in document["features"]]
    assert shapely.coverage_is_valid(shapes)
    assert len((folder / "boundaries/map.json").read_bytes()) < 60_000
    shown = json.loads((folder / "boundaries/map.json").read_text(encoding="utf-8"))["provinces"]
    assert all(one["path"] and one["adjacent"] for one in shown if one["code"] != "2301")


def test_the_folder_says_what_every_table_is_for(battambang: Path, tmp_path: Path) -> None:
    folder = own_areas.made(battambang, tmp_path / "out")
    guide = (folder / "README.txt").read_text(encoding="utf-8")
    assert {*FILL_IN, *OTHERS} == {"provinces", *TABLES, *LOADABLE}
    for name in {*FILL_IN, *OTHERS}:
        assert f"tables/{name}.csv" in guide
        assert (folder / "tables" / f"{name}.csv").is_file()


def test_a_part_of_the_country_gets_no_number_of_people_of_the_whole(
    battambang: Path, tmp_path: Path
) -> None:
    folder = own_areas.made(battambang, tmp_path / "out")
    assert {row["unit"] for row in rows(folder, "tables/national")} <= {"percent", "usd_month"}
    assert {row["province_code"] for row in rows(folder, "tables/crossings")} <= {
        row["province_code"] for row in rows(folder, "tables/provinces")
    }


def test_another_country_gets_no_figure_of_cambodia(tmp_path: Path) -> None:
    file = own_areas.as_geojson(tmp_path / "laos.geojson", own_areas.laos())
    folder = own_areas.made(file, tmp_path / "out", code="pcode", name="label")
    for name in ("national", "survey", "sector_shares", "instruments", "sezs", "crossings"):
        assert rows(folder, f"tables/{name}") == []
    told = checked(folder)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Land area: km2 of" in told.stdout and "Map: there" in told.stdout


def test_a_filled_table_brings_its_layer(battambang: Path, tmp_path: Path) -> None:
    folder = own_areas.made(battambang, tmp_path / "out")
    assert "population: lacks population.csv" in checked(folder).stdout
    own_areas.fill(folder, "population", own_areas.sizes)
    own_areas.fill(folder, "counted_returnees", lambda code: own_areas.sizes(code) / 10)
    told = checked(folder).stdout
    assert "Population: count of" in told and "Returnees: count of" in told


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("tables/areas.csv", "0202,", "9999,", "areas.csv, row 3, column province_code: holds"),
        ("tables/provinces.csv", "0202,", "0299,", "areas.csv, row 3, column province_code: holds"),
        ("tables/provinces.csv", "0202,", "0201,", "provinces.csv, row 3, column province_code:"),
        ("tables/provinces.csv", "0202,", "country,", "provinces.csv, column province_code: holds"),
        ("boundaries/map.json", '"M', '"L', "boundaries/map.json: it is not the file"),
        ("names.csv", "area,", "one,", "names.csv, row 2, column key: holds 'one'"),
    ],
    ids=["a code", "another area", "twice", "reserved", "a shape", "a word"],
)
def test_a_wrong_folder_is_told_in_one_line(
    battambang: Path, tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    folder = own_areas.made(battambang, tmp_path / "out")
    change(folder, name, old, new)
    done = checked(folder)
    lines = done.stderr.splitlines()
    assert (done.returncode, len(lines)) == (1, 1), done.stderr[-1500:]
    assert lines[0].startswith(f"Corridor Atlas cannot start. {said}"), lines[0]


@pytest.mark.parametrize("kind", ["nowhere", "empty"])
def test_start_stops_where_the_setting_names_no_folder_of_areas(tmp_path: Path, kind: str) -> None:
    folder = tmp_path if kind == "empty" else tmp_path / "nowhere"
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, "ATLAS_AREAS": str(folder), "PORT": "8999"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    assert (done.returncode, len(lines)) == (1, 1), done.stderr[-1500:]
    assert "is no folder of areas" in lines[0] and "python -m dashboard areas make" in lines[0]


Change = Callable[[list[dict[str, Any]]], None]


def grid() -> list[dict[str, Any]]:
    """Four cells as features."""
    return [
        {
            "type": "Feature",
            "properties": {"code": f"{i:02d}", "name": f"Area {i}"},
            "geometry": json.loads(shapely.to_geojson(shapely.box(104 + i, 12, 105 + i, 13))),
        }
        for i in range(1, 5)
    ]


def no_code(features: list[dict[str, Any]]) -> None:
    features[1]["properties"]["code"] = None


def odd_code(features: list[dict[str, Any]]) -> None:
    features[1]["properties"]["code"] = "a/b"


def same_code(features: list[dict[str, Any]]) -> None:
    features[2]["properties"]["code"] = "01"


def no_name(features: list[dict[str, Any]]) -> None:
    features[1]["properties"]["name"] = " "


def no_shape(features: list[dict[str, Any]]) -> None:
    features[3]["geometry"] = None


def a_line(features: list[dict[str, Any]]) -> None:
    features[3]["geometry"] = {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}


def metres(features: list[dict[str, Any]]) -> None:
    features[0]["geometry"]["coordinates"] = [[[5e5, 1e6], [6e5, 1e6], [6e5, 2e6], [5e5, 1e6]]]


def far(features: list[dict[str, Any]]) -> None:
    features[0]["geometry"] = json.loads(shapely.to_geojson(shapely.box(0, 0, 1, 1)))


def few(features: list[dict[str, Any]]) -> None:
    del features[2:]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (no_code, "row 2, column code: is empty. Give every area a code."),
        (odd_code, "row 2, column code: holds 'a/b'. Write up to 16 letters"),
        (same_code, "row 3, column code: 01 stands twice (first in feature 1)."),
        (no_name, "row 2, column name: the name is empty. Give every area a name"),
        (no_shape, "row 4, column geometry: it has no shape. Give every area a polygon."),
        (a_line, "row 4, column geometry: it has no area. Give every area a polygon."),
        (metres, "row 1, column geometry: its coordinates are no longitude and latitude."),
        (far, "the areas reach over"),
        (few, "it holds 2 areas. Give 3 to"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line(
    wrong: Change, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    features = grid()
    wrong(features)
    file = tmp_path / "areas.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    assert_refused(file, tmp_path / "out", said, capsys)


def assert_refused(
    file: Path,
    out: Path,
    said: str,
    capsys: pytest.CaptureFixture[str],
    *options: str,
    columns: tuple[str, str] = ("code", "name"),
) -> None:
    """The command makes nothing, and says why in one line."""
    code, name = columns
    asked = ["areas", "make", str(file), str(out), "--code", code, "--name", name, *options]
    before = sorted(out.parent.iterdir())
    assert main(asked) == 1
    told = capsys.readouterr()
    assert told.out == "" and len(told.err.splitlines()) == 1
    assert told.err.startswith("No folder was made. ") and said in told.err, told.err
    assert sorted(out.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"type": "FeatureCollection", "features": [{"type"', "it ends early"),
        (b"PK\x03\x04 and so on", "it is a ZIP archive. Unpack it"),
        (b"code,name\n1,2\n", "it is no GeoJSON (line 1)"),
        (b'{"type": "Topology"}', "it is a TopoJSON"),
        (b"\x00\x00\x27\x0a" + bytes(60), "it is a shapefile"),
        (b"SQLite format 3\x00" + bytes(80), "it is no GeoPackage, or it is broken"),
        (b"\xff\xfe\x00rubbish", "it is neither GeoJSON nor GeoPackage"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"features": []}', "it holds no features"),
    ],
)
def test_a_file_of_another_kind_is_told_by_what_it_is(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "areas.geojson"
    file.write_bytes(content)
    assert_refused(file, tmp_path / "out", said, capsys)


def test_a_wrong_column_names_those_that_there_are(
    battambang: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "column CODE: there is no such column. Its columns are: DIS_CODE, DIS_NAME."
    assert_refused(battambang, tmp_path / "out", said, capsys, columns=("CODE", "DIS_NAME"))


def test_a_layer_that_is_not_there_names_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own_areas.as_geopackage(tmp_path / "b.gpkg", own_areas.districts(provinces=["02"]))
    said = "it has no layer 'towns'. Its layers are: areas."
    assert_refused(file, tmp_path / "out", said, capsys, "--layer", "towns")


def test_an_unknown_coordinate_system_is_told(
    battambang: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "its coordinate system 'EPSG:9999999' is not known"
    assert_refused(battambang, tmp_path / "out", said, capsys, "--crs", "EPSG:9999999")


def test_a_folder_with_anything_in_it_is_left_alone(
    battambang: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    columns = ("DIS_CODE", "DIS_NAME")
    assert_refused(battambang, out, "it is not empty", capsys, columns=columns)
    assert (out / "mine.txt").read_text() == "mine"


def test_a_shape_that_crosses_itself_is_mended_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bow = shapely.Polygon([(104, 10), (105, 11), (105, 10), (104, 11)])
    parts: list[Row] = [
        ({"DIS_CODE": code, "DIS_NAME": code}, shape)
        for code, shape in (("1", CELL), ("2", bow), ("3", shapely.box(106, 10, 107, 11)))
    ]
    own_areas.made(own_areas.as_geojson(tmp_path / "b.geojson", parts), tmp_path / "out")
    assert "1 shapes were not valid and were mended: 2" in capsys.readouterr().out


def test_areas_that_overlap_a_little_are_fitted_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts: list[Row] = [
        ({"DIS_CODE": str(i), "DIS_NAME": str(i)}, shapely.box(103 + i, 12, 104.00005 + i, 13))
        for i in range(3)
    ]
    folder = own_areas.made(own_areas.as_geojson(tmp_path / "b.geojson", parts), tmp_path / "out")
    assert "did not fit their neighbours exactly, and were fitted" in capsys.readouterr().out
    shown = json.loads((folder / "boundaries/map.json").read_text(encoding="utf-8"))["provinces"]
    assert [one["adjacent"] for one in shown] == [["1"], ["0", "2"], ["1"]]
