"""The shapes at rest: what the packages give, whole, without overlap, and where they should be."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import shutil
from pathlib import Path

import numpy as np
import pyproj
import pytest
import shapely
from shapely.geometry import shape as from_mapping

from geodata.boundaries import build, packages
from geodata.boundaries.drawing import svg_path
from geodata.boundaries.echarts import decode_country, decode_geometry, decode_ring
from geodata.boundaries.shapes import FOLDER, MapShapes, map_shapes, read_map_shapes
from geodata.errors import DataError
from geodata.projection import HEIGHT, KM_PER_UNIT, WIDTH, project

CODES = [f"{number:02d}" for number in range(1, 26)]
FILES = [
    "provinces.geojson",
    "neighbours.geojson",
    "tonle_sap.geojson",
    "map.json",
    "checksums.json",
]
TO_UTM = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32648", always_xy=True)

# Design section 1; Koh Kong, 09, touches Thailand on the ground but not in this geometry.
BORDERS = {
    "TH": {"01", "02", "13", "15", "22", "24"},
    "VN": {"07", "08", "10", "11", "14", "16", "20", "21", "25"},
    "LA": {"13", "16", "19"},
}


def read(name: str, key: str) -> dict[str, shapely.Geometry]:
    features = json.loads((FOLDER / name).read_text(encoding="utf-8"))["features"]
    found = {item["properties"][key]: from_mapping(item["geometry"]) for item in features}
    assert len(found) == len(features)
    return found


def utm(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(shape, lambda p: np.column_stack(TO_UTM.transform(p[:, 0], p[:, 1])))


def corners(shape: shapely.Geometry) -> set[tuple[float, float]]:
    return {(x, y) for x, y in shapely.get_coordinates(shape)}


def drawn(path: str) -> shapely.Geometry:
    """The shape an SVG path of ours draws, in whole tenths of a unit; rings inside are holes."""
    shape = shapely.Polygon()
    subpaths = re.findall(r"M([^lMz]+)l([^lMz]+)z", path)
    assert "".join(f"M{start}l{steps}z" for start, steps in subpaths) == path
    for start, steps in subpaths:
        first, moves = (
            np.rint(np.array(re.findall(r"-?\d*\.?\d+", text), dtype=float) * 10).reshape(-1, 2)
            for text in (start, steps)
        )
        ring = shapely.Polygon(np.vstack([first, moves]).cumsum(axis=0))
        assert ring.is_valid
        shape = shapely.symmetric_difference(shape, ring)
    return shape


@pytest.fixture(scope="module")
def provinces() -> dict[str, shapely.Geometry]:
    return read("provinces.geojson", "province_code")


@pytest.fixture(scope="module")
def neighbours() -> dict[str, shapely.Geometry]:
    return read("neighbours.geojson", "country_code")


@pytest.fixture(scope="module")
def shapes() -> MapShapes:
    return map_shapes()


@pytest.fixture(scope="module")
def rebuilt() -> dict[str, str]:
    try:
        return build.build()
    except packages.PackageError as error:
        pytest.fail(f"the shapes cannot be rebuilt: {error}", pytrace=False)


@pytest.mark.parametrize("name", FILES)
def test_rebuild_gives_the_committed_file(rebuilt: dict[str, str], name: str) -> None:
    assert list(rebuilt) == FILES
    committed = (FOLDER / name).read_bytes()
    assert committed.endswith(b"\n")
    assert rebuilt[name].encode() == committed, f"{name}: run python -m geodata.boundaries.build"


def test_check_names_the_file_that_differs(
    rebuilt: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    monkeypatch.setattr(build, "build", lambda: rebuilt)
    assert build.main(arguments=[]) == 0
    assert build.main(arguments=["--check"]) == 0
    capsys.readouterr()
    (tmp_path / "tonle_sap.geojson").write_text("{}\n")
    assert build.main(arguments=["--check"]) == 1
    report = capsys.readouterr().out
    assert "tonle_sap.geojson" in report and "map.json" not in report
    assert (tmp_path / "tonle_sap.geojson").read_text() == "{}\n"


def test_a_package_that_changed_is_refused() -> None:
    with pytest.raises(packages.PackageError, match="Laos.js has sha256"):
        packages._checked(name="Laos.js", content=b"other", digest="0" * 64)


def test_decode_by_hand() -> None:
    """Steps (0,0) (+2,0) (0,+1) (-2,-1) are zig-zag 0,0 4,0 0,2 3,1: codes 64 + those."""
    text = "@@" + "D@" + "@B" + "CA"
    expected = [(104, 12), (104 + 2 / 1024, 12), (104 + 2 / 1024, 12 + 1 / 1024), (104, 12)]
    assert decode_ring(text=text, offset=(104 * 1024, 12 * 1024)) == expected
    part, start = [text], [[104 * 1024, 12 * 1024]]
    one = decode_geometry(geometry={"type": "Polygon", "coordinates": part, "encodeOffsets": start})
    assert shapely.get_coordinates(one).tolist() != [] and one.area == 1 / 1024**2
    two = decode_geometry(
        geometry={
            "type": "MultiPolygon",
            "coordinates": [part, part],
            "encodeOffsets": [start, [[105 * 1024, 12 * 1024]]],
        }
    )
    assert [p.bounds[0] for p in two.geoms] == [104, 105]


def test_decode_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="does not end where it began"):
        decode_ring(text="@@D@@B", offset=(0, 0))
    with pytest.raises(ValueError, match="not packed"):
        decode_country(source="registerMap('x', {\"features\":[]});")
    with pytest.raises(ValueError, match="Point"):
        decode_geometry(geometry={"type": "Point", "coordinates": [], "encodeOffsets": []})


def test_path_by_hand() -> None:
    """The last step is left to z, a zero before the point is left out, minus needs no space."""
    ring = shapely.Polygon([(10.5, -0.5), (20.5, 0), (20.5, 10.2)])
    assert svg_path(ring) == "M10.5-.5l10 .5 0 10.2z"
    assert drawn("M10.5-.5l10 .5 0 10.2z").equals(
        shapely.affinity.scale(ring, 10, 10, origin=(0, 0))
    )


def test_25_valid_provinces_in_code_order(provinces: dict[str, shapely.Geometry]) -> None:
    assert list(provinces) == CODES
    assert all(shape.is_valid and shape.area > 0 for shape in provinces.values())
    points = shapely.get_coordinates(list(provinces.values())) * 1024
    assert len(points) > 1500
    assert (points == np.rint(points)).all()


def test_every_name_got_its_own_code(provinces: dict[str, shapely.Geometry]) -> None:
    """Towns well inside 25 different provinces, from common knowledge of the map."""
    towns = {
        "01": (102.97, 13.59), "02": (103.20, 13.10), "03": (105.46, 12.00), "04": (104.67, 12.25),
        "05": (104.52, 11.46), "06": (104.89, 12.71), "07": (104.18, 10.61), "08": (104.95, 11.48),
        "09": (103.20, 11.60), "10": (106.02, 12.49), "11": (107.19, 12.46), "12": (104.92, 11.56),
        "13": (104.98, 13.81), "14": (105.33, 11.48), "15": (103.92, 12.53), "16": (106.99, 13.74),
        "17": (103.86, 13.36), "18": (103.63, 10.70), "19": (105.97, 13.53), "20": (105.80, 11.09),
        "21": (104.78, 10.99), "22": (103.52, 14.18), "23": (104.33, 10.51), "24": (102.61, 12.85),
        "25": (105.66, 11.91),
    }  # fmt: skip
    assert list(towns) == CODES
    found = {
        code: [other for other, shape in provinces.items() if shape.contains(shapely.Point(town))]
        for code, town in towns.items()
    }
    assert found == {code: [code] for code in CODES}


def test_provinces_neither_overlap_nor_leave_gaps(provinces: dict[str, shapely.Geometry]) -> None:
    for one, other in itertools.combinations(provinces, 2):
        assert provinces[one].intersection(provinces[other]).area == 0, (one, other)
    assert shapely.coverage_is_valid(list(provinces.values()))
    whole = shapely.union_all(list(provinces.values()))
    assert [len(part.interiors) for part in whole.geoms] == [0, 0, 0, 0]  # mainland, 3 islands
    assert sum(utm(shape).area for shape in provinces.values()) / 1e6 == pytest.approx(
        181_633, rel=1e-3
    )


def test_phnom_penh_fills_the_hole_in_kandal(provinces: dict[str, shapely.Geometry]) -> None:
    holes = {
        code: [ring for part in shapely.get_parts(shape) for ring in part.interiors]
        for code, shape in provinces.items()
    }
    assert {code for code, rings in holes.items() if rings} == {"08"}
    assert shapely.Polygon(holes["08"][0]).equals(provinces["12"])


def test_adjacent_provinces_share_their_edge_exactly(
    provinces: dict[str, shapely.Geometry], shapes: MapShapes
) -> None:
    listed = {province.code: set(province.adjacent) for province in shapes.provinces}
    assert sum(len(others) for others in listed.values()) == 2 * 48
    for one, other in itertools.combinations(provinces, 2):
        line = provinces[one].boundary.intersection(provinces[other].boundary)
        assert (line.length > 0) == (other in listed[one]) == (one in listed[other]), (one, other)
        if line.length > 0:
            shared = corners(line)
            assert len(shared) >= 2
            assert shared <= corners(provinces[one]) & corners(provinces[other])


def test_border_provinces_lie_at_their_neighbour(
    provinces: dict[str, shapely.Geometry],
    neighbours: dict[str, shapely.Geometry],
    shapes: MapShapes,
) -> None:
    assert list(neighbours) == ["LA", "TH", "VN"]
    for country, expected in BORDERS.items():
        line = utm(neighbours[country])
        km = {code: utm(shape).distance(line) / 1000 for code, shape in provinces.items()}
        assert {code for code in CODES if km[code] <= 1.5} == expected, country
        assert {p.code for p in shapes.provinces if country in p.near} == expected
        assert min(km[code] for code in CODES if code not in expected) > 3
        if country == "TH":
            assert 3 < km["09"] < 4  # the reason why borders are a table and not computed


def test_neighbours_overlap_nothing(
    provinces: dict[str, shapely.Geometry], neighbours: dict[str, shapely.Geometry]
) -> None:
    country = shapely.union_all(list(provinces.values()))
    assert all(shape.is_valid for shape in neighbours.values())
    for one, other in itertools.combinations([country, *neighbours.values()], 2):
        assert utm(one.intersection(other)).area / 1e6 < 0.05
    cities = {"TH": (102.1, 14.97), "LA": (106.72, 15.34), "VN": (106.66, 10.78)}
    for code, city in cities.items():  # Nakhon Ratchasima, Sekong (mended), Ho Chi Minh City
        assert neighbours[code].contains(shapely.Point(city)), code


def test_the_lake_is_the_tonle_sap(provinces: dict[str, shapely.Geometry]) -> None:
    lake = read("tonle_sap.geojson", "lake")
    assert list(lake) == ["tonle_sap"]
    water = lake["tonle_sap"]
    assert water.is_valid and 2_300 < utm(water).area / 1e6 < 3_000
    assert shapely.union_all(list(provinces.values())).contains(water)
    assert water.contains(shapely.Point(104.0, 12.9))


def test_drawn_provinces_fit_as_exactly_as_the_stored_ones(
    provinces: dict[str, shapely.Geometry], shapes: MapShapes
) -> None:
    areas = {province.code: drawn(province.path) for province in shapes.provinces}
    assert list(areas) == CODES
    assert all(area.is_valid for area in areas.values())
    assert shapely.coverage_is_valid(list(areas.values()))
    for province in shapes.provinces:
        area = areas[province.code]
        x, y = project(*shapely.get_coordinates(provinces[province.code])[0].tolist())
        assert shapely.distance(area, shapely.Point(x * 10, y * 10)) < 1
        assert area.contains(shapely.Point(province.label[0] * 10, province.label[1] * 10))
        assert np.array(area.bounds) / 10 == pytest.approx(province.bbox)
        left, top, right, bottom = province.bbox
        assert 0 < left < right < WIDTH and 0 < top < bottom < HEIGHT


def test_drawn_neighbours_are_flush_with_the_country(shapes: MapShapes) -> None:
    country = shapely.union_all([drawn(province.path) for province in shapes.provinces])
    around = {neighbour.code: drawn(neighbour.path) for neighbour in shapes.neighbours}
    assert list(around) == ["LA", "TH", "VN"]
    km2 = (KM_PER_UNIT / 10) ** 2
    assert all(area.intersection(country).area * km2 < 0.5 for area in around.values())
    land = shapely.union_all([country, *around.values()])
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(land) for ring in part.interiors]
    assert sum(hole.area for hole in holes) * km2 < 0.5
    for neighbour in shapes.neighbours:
        x, y = neighbour.label
        assert 0 < x < WIDTH and 0 < y < HEIGHT
        assert around[neighbour.code].contains(shapely.Point(x * 10, y * 10))


def test_drawn_lake_lies_between_its_provinces(shapes: MapShapes) -> None:
    lake = drawn(shapes.lake)
    touching = {p.code for p in shapes.provinces if drawn(p.path).intersects(lake)}
    assert touching == {"02", "04", "06", "15", "17"}
    for province in shapes.provinces:
        assert not lake.contains(shapely.Point(province.label[0] * 10, province.label[1] * 10))


def test_shapes_are_read_once_and_cannot_be_changed(shapes: MapShapes) -> None:
    assert map_shapes() is map_shapes()
    assert (shapes.width, shapes.height) == (WIDTH, HEIGHT)
    with pytest.raises(AttributeError):
        shapes.provinces[0].code = "99"  # type: ignore[misc]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path)
    assert len(read_map_shapes(folder=tmp_path).provinces) == 25
    return tmp_path


@pytest.mark.parametrize("name", ["map.json", "provinces.geojson"])
def test_a_changed_file_is_named(copied: Path, name: str) -> None:
    with (copied / name).open("a") as file:
        file.write(" ")
    with pytest.raises(DataError) as caught:
        read_map_shapes(folder=copied)
    assert caught.value.file == f"geodata/boundaries/{name}"
    assert str(caught.value).startswith(f"geodata/boundaries/{name}: ")
    assert "python -m geodata.boundaries.build" in str(caught.value)


@pytest.mark.parametrize("name", ["map.json", "provinces.geojson", "checksums.json"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(DataError, match=f"{name}: the file is missing"):
        read_map_shapes(folder=copied)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda content: content["provinces"].pop(), "01 to 25 once each"),
        (lambda content: content["provinces"][3].update(code="05"), "01 to 25 once each"),
        (lambda content: content["provinces"][3].update(path=""), "nothing to draw"),
        (lambda content: content["lake"].update(path=""), "nothing to draw"),
    ],
)
def test_an_incomplete_map_is_refused(copied: Path, change: object, problem: str) -> None:
    """Also when its checksum agrees."""
    content = json.loads((copied / "map.json").read_text())
    assert callable(change)
    change(content)
    (copied / "map.json").write_text(json.dumps(content))
    digests = json.loads((copied / "checksums.json").read_text())
    digests["map.json"] = hashlib.sha256((copied / "map.json").read_bytes()).hexdigest()
    (copied / "checksums.json").write_text(json.dumps(digests))
    with pytest.raises(DataError, match=problem):
        read_map_shapes(folder=copied)


def test_the_message_names_row_and_column() -> None:
    error = DataError(file="a.csv", row=3, column="value", problem="no number.", remedy="Mend it")
    assert str(error) == "a.csv, row 3, column value: no number. Mend it"
    assert isinstance(error, ValueError)
