"""The page counts on Apache Spark where the installation says so. `make test-heavy` runs this."""

import asyncio
import json
from pathlib import Path

import httpx
import pytest

from app import create_app
from dashboard.registry.route_paths import ACCEPT, CHECK
from dashboard.settings import Settings
from dashboard.store import Store, releases
from records.engine import aggregate
from records.reading import read
from records.release import from_json, publish
from records.synthetic import write

pytestmark = pytest.mark.heavy


@pytest.mark.filterwarnings("default")
def test_a_release_counted_on_spark_is_that_of_duckdb(tmp_path: Path) -> None:
    path = write(tmp_path, rows=3_000, form="csv")
    database = f"sqlite:///{tmp_path}/atlas.db"
    dash = create_app(Settings(database_url=database, records_engine="spark"))

    async def ask() -> int:
        transport = httpx.ASGITransport(app=dash.server)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            answer: dict[str, object] = {}
            for address in (CHECK, ACCEPT):
                head = {"name": path.name, "who": "Sok", **answer}
                body = json.dumps(head).encode() + b"\n" + path.read_bytes()
                response = await client.post(address, content=body, timeout=300)
                answer = json.loads(response.text.splitlines()[-1])
                answer.pop("html", None)
            return int(str(answer["accepted"]))

    assert asyncio.run(ask()) == 1
    for close in dash.server.state.closing:
        close()
    store = Store.open(database)
    there = from_json(releases.document(store, synthetic=True, number=1))
    store.close()
    with read(path) as reading:
        here = publish(
            aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of, synthetic=True)
        )
    assert there.content_hash == here.content_hash
