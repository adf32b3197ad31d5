"""A geographic information system reads the collections: GDAL, as QGIS has it."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import httpx
import pyogrio
import pytest

from dashboard.ogc.collections import collections
from dashboard.ogc.qgis_project import ADDRESS, NAME
from dashboard.world import world

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[3]
_PATIENCE_S = 60


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def answers(url: str) -> bool:
    try:
        return httpx.get(url).status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real server in a process of its own: while GDAL reads, nothing else here runs."""
    port, store = free_port(), tmp_path_factory.mktemp("store") / "atlas.db"
    ours = {"HOST": "127.0.0.1", "PORT": str(port), "ATLAS_DATABASE_URL": f"sqlite:///{store}"}
    server = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env={**os.environ, **ours})
    try:
        end = time.monotonic() + _PATIENCE_S
        while not answers(f"http://127.0.0.1:{port}/health"):
            assert server.poll() is None, "The server has ended"
            assert time.monotonic() < end, "The server does not answer"
            time.sleep(0.1)
        pyogrio.set_gdal_config_options({"GDAL_HTTP_TIMEOUT": str(_PATIENCE_S)})
        yield f"OAPIF:http://127.0.0.1:{port}/ogc"
    finally:
        pyogrio.set_gdal_config_options({"GDAL_HTTP_TIMEOUT": None})
        server.terminate()
        server.wait()


def test_gdal_can_read_such_services() -> None:
    assert "OAPIF" in pyogrio.list_drivers(), (
        "This GDAL reads no OGC API Features. Install pyogrio as in requirements-dev.txt: its"
        " wheel has the driver"
    )


def test_gdal_lists_every_collection(address: str) -> None:
    assert set(pyogrio.list_layers(address)[:, 0]) == set(collections())


@pytest.mark.parametrize("key", collections())
def test_gdal_reads_every_feature(address: str, key: str) -> None:
    info = pyogrio.read_info(address, layer=key, force_feature_count=True)
    assert info["features"] == len(collections()[key].features)
    assert info["crs"] in ("EPSG:4326", "OGC:CRS84")
    one = next(iter(collections()[key].features.values()))
    assert set(one["properties"]) <= {*info["fields"]}


def test_gdal_reads_the_numbers_of_the_map(address: str) -> None:
    found = pyogrio.read_dataframe(address, layer="provinces").set_index("province_code")
    assert (found.geometry.geom_type.isin(["Polygon", "MultiPolygon"])).all()
    reading = world().readings["returnees"]["count"]
    assert found["returnees_count"].to_dict() == {
        code: figure.value for code, figure in reading.values.items()
    }
    near = pyogrio.read_dataframe(address, layer="provinces", bbox=(104.9, 11.5, 104.95, 11.6))
    assert "12" in set(near["province_code"])


def test_gdal_opens_every_layer_of_the_project_that_ships(address: str) -> None:
    root = Xml.parse(ROOT / "docs" / "qgis" / NAME).getroot()
    sources = [one.text or "" for one in root.findall("projectlayers/maplayer/datasource")]
    for source in sources:
        given = dict(re.findall(r"(\w+)='([^']*)'", source))
        assert given["url"] == ADDRESS
        here = address.replace("OAPIF:", "")
        info = pyogrio.read_info(f"OAPIF:{here}", layer=given["typename"], force_feature_count=True)
        assert info["features"] == len(collections()[given["typename"]].features)
    assert len(sources) == len(collections())
