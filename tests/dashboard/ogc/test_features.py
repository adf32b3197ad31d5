"""OGC API Features, part 1: core, GeoJSON and OpenAPI 3.0, over the collections of this atlas."""

import json
from typing import Any

import pytest
import shapely
import shapely.geometry
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ogc.boxes import box_of, read_box, touches
from dashboard.ogc.collections import collections
from dashboard.ogc.documents import CONFORMS
from dashboard.world import world
from geodata.provinces import CODES
from tests.dashboard.api.asking import HOST, Site

BASE = f"http://{HOST}"
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}
CORRIDORS = tuple(collections()["corridors"].features.values())
LINE = {"type": "LineString", "coordinates": [[0, 0], [4, 4]]}


def linked(document: dict[str, Any], rel: str) -> list[str]:
    return [
        one["href"].removeprefix(BASE) for one in document.get("links", []) if one["rel"] == rel
    ]


def test_every_link_from_the_landing_page_leads_somewhere(site: Site) -> None:
    landing = site.get("/ogc").json()
    assert site.get("/ogc/").json() == landing
    for rel in ("self", "service-desc", "service-doc", "conformance", "data", "license"):
        (path,) = linked(landing, rel)
        assert site.get(path).status_code == 200, path
    for one in landing["links"]:
        answer = site.get(one["href"])
        assert answer.headers["content-type"].startswith(one["type"])
    assert site.get("/ogc/conformance").json()["conformsTo"] == list(CONFORMS)


def test_every_layer_of_places_or_lines_is_a_collection(site: Site) -> None:
    found = site.get("/ogc/collections").json()["collections"]
    assert [one["id"] for one in found] == ["provinces", *world().overlays]
    for one in found:
        assert one["title"] and one["description"] and one["attribution"]
        assert linked(one, "license")
        assert site.get(f"/ogc/collections/{one['id']}").json() == one
        (items,) = linked(one, "items")
        assert site.get(items).headers["content-type"] == "application/geo+json"


@pytest.mark.parametrize("key", collections())
def test_pages_of_items_joined_are_the_collection(site: Site, key: str) -> None:
    found: list[dict[str, Any]] = []
    following = [f"/ogc/collections/{key}/items?limit=7"]
    while following:
        part = site.get(following[0]).json()
        assert part["type"] == "FeatureCollection"
        assert part["numberReturned"] == len(part["features"]) <= 7
        found += part["features"]
        following = linked(part, "next")
    assert part["numberMatched"] == len(found) == len(collections()[key].features)
    assert len({one["id"] for one in found}) == len(found)
    for one in found[:5]:
        alone = site.get(f"/ogc/collections/{key}/items/{one['id']}").json()
        assert {name: alone[name] for name in one} == one
        assert linked(alone, "collection") == [f"/ogc/collections/{key}"]


def test_provinces_have_every_figure_of_the_layers(site: Site) -> None:
    features = site.get("/ogc/collections/provinces/items").json()["features"]
    assert [one["id"] for one in features] == list(CODES)
    for one in features:
        for key, readings in world().readings.items():
            for measure, reading in readings.items():
                figure = reading.values.get(one["id"])
                told = one["properties"]
                name = f"{key}_{measure}"
                assert told[name] == (figure.value if figure else None)
                assert told[f"{name}_low"] == (figure.low if figure else None)
                assert told[f"{name}_status"] == (figure.status if figure else None)
                assert told[f"{name}_sources"] == (" ".join(figure.source_ids) if figure else None)


def test_places_stand_where_the_map_has_them(site: Site) -> None:
    for key, places in world().places.items():
        features = site.get(f"/ogc/collections/{key}/items?limit=1000").json()["features"]
        for one, place in zip(features, places, strict=True):
            assert one["id"] == place.id
            if place.lon is None:
                assert one["geometry"] is None and one["properties"]["precision"] == "province"
            else:
                assert one["geometry"]["coordinates"] == [place.lon, place.lat]


def test_a_box_keeps_what_touches_it(site: Site) -> None:
    def ids(box: str, key: str = "provinces") -> list[str]:
        answer = site.get(f"/ogc/collections/{key}/items?bbox={box}")
        assert answer.status_code == 200
        return [one["id"] for one in answer.json()["features"]]

    assert ids("104.90,11.55,104.91,11.56") == ["12"], "Phnom Penh lies around the box"
    assert ids("104.90,11.55,0,104.91,11.56,100") == ["12"], "heights are left aside"
    assert ids("-180,-90,180,90") == list(CODES)
    assert ids("170,-90,-170,90") == [], "across the date line"
    assert ids("0,0,1,1") == []
    assert "SEC-C" in ids("103.5,12.5,104.5,12.6", "corridors")
    part = site.get("/ogc/collections/provinces/items?bbox=102,10,108,15&limit=2").json()
    (following,) = linked(part, "next")
    assert "bbox=102" in following and site.get(following).status_code == 200


@pytest.mark.parametrize(
    ("geometry", "box", "expected"),
    [
        ({"type": "Point", "coordinates": [1, 1]}, "0,0,1,1", True),
        ({"type": "Point", "coordinates": [1, 1]}, "1.1,0,2,2", False),
        (SQUARE, "1,1,2,2", True),
        (SQUARE, "-1,1,5,2", True),
        (SQUARE, "5,5,6,6", False),
        (SQUARE, "-1,-1,5,5", True),
        (LINE, "1,0,3,2", True),
        (LINE, "3,0,4,1", False),
        (LINE, "1,3,2,4", False),
        ({"type": "MultiPolygon", "coordinates": [SQUARE["coordinates"]]}, "1,1,2,2", True),
        (None, "-180,-90,180,90", False),
    ],
)
def test_boxes_by_hand(geometry: Any, box: str, expected: bool) -> None:
    found = read_box(box)
    assert found is not None and touches(geometry, found) is expected


@settings(deadline=None)
@given(
    west=st.floats(101, 108),
    south=st.floats(9, 15),
    width=st.floats(0.001, 3),
    height=st.floats(0.001, 3),
)
def test_boxes_as_another_library_has_them(
    west: float, south: float, width: float, height: float
) -> None:
    edges = (west, south, west + width, south + height)
    smaller, larger = (
        shapely.box(west - by, south - by, edges[2] + by, edges[3] + by) for by in (-1e-9, 1e-9)
    )
    for one in (*collections()["provinces"].features.values(), *CORRIDORS):
        other, found = shapely.geometry.shape(one["geometry"]), touches(one["geometry"], edges)
        assert found >= other.intersects(smaller), one["id"]
        assert found <= other.intersects(larger), one["id"]


def test_a_hole_is_outside() -> None:
    hole = [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]
    ring = {"type": "Polygon", "coordinates": [*SQUARE["coordinates"], hole]}
    assert not touches(ring, (1.5, 1.5, 2.5, 2.5))
    assert touches(ring, (0.2, 0.2, 0.4, 0.4))


def test_the_extent_holds_every_feature(site: Site) -> None:
    for one in site.get("/ogc/collections").json()["collections"]:
        placed = [
            box_of(each["geometry"])
            for each in collections()[one["id"]].features.values()
            if each["geometry"]
        ]
        if not placed:
            assert one["extent"] == {}
            continue
        ((west, south, east, north),) = one["extent"]["spatial"]["bbox"]
        assert 102 < west < east < 108 and 9 < south < north < 15
        assert all(west <= box[0] and box[3] <= north for box in placed)


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=1&limit=2",
        "limit=\u0661",
        "offset=-1",
        "bbox=1,2,3",
        "bbox=1,2,3,x",
        "bbox=1,2,3,nan",
        "bbox=0,5,1,4",
        "datetime=x",
        "datetime=2024-13-01",
        "datetime=a/b/c",
        "surprise=1",
        "f=html",
        "<script>=1",
    ],
)
def test_a_wrong_parameter_is_a_bad_request(site: Site, query: str) -> None:
    answer = site.get(f"/ogc/collections/provinces/items?{query}")
    assert answer.status_code == 400 and answer.json()["error"]


def test_right_ones_are_taken(site: Site) -> None:
    path = "/ogc/collections/provinces/items"
    assert site.get(f"{path}?limit=100000").json()["numberReturned"] == len(CODES)
    for text in ("2024-01-01", "2024-01-01T00:00:00Z", "../2024-01-01", "2024-01-01/.."):
        assert site.get(f"{path}?datetime={text}").json()["numberMatched"] == len(CODES)
    assert site.get(f"{path}?offset=1000").json()["features"] == []


@pytest.mark.parametrize(
    "path",
    [
        "/ogc/nothing",
        "/ogc/collections/x",
        "/ogc/collections/x/items",
        "/ogc/collections/provinces/items/99",
        "/ogc/collections/provinces/x",
        "/ogcx",
    ],
)
def test_there_is_nothing_elsewhere(site: Site, path: str) -> None:
    assert site.get(path).status_code == 404


def test_what_is_asked_again_is_not_sent_again(site: Site) -> None:
    for path in ("/ogc", "/ogc/collections", "/ogc/collections/provinces/items", "/ogc/api"):
        first = site.get(path)
        again = site.get(path, headers={"if-none-match": first.headers["etag"]})
        assert again.status_code == 304 and not again.content
        assert site.ask("HEAD", path).headers["etag"] == first.headers["etag"]


def test_openapi_is_of_the_version_that_the_standard_asks_for(site: Site) -> None:
    answer = site.get("/ogc/api")
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    told = json.loads(answer.content)
    assert told["openapi"].startswith("3.0")
    for path, methods in told["paths"].items():
        asked = path
        for parameter in methods["get"]["parameters"]:
            if parameter["in"] == "path":
                asked = asked.replace(f"{{{parameter['name']}}}", parameter["example"])
        example = next(iter(methods["get"]["responses"]["200"]["content"].values()))["example"]
        found = site.get(asked).json()
        if not path.endswith("/items"):
            assert found == example
