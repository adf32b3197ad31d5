"""The addresses where a registry is loaded: what they take and refuse, and that nothing stays."""

import asyncio
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pandas as pd
import pytest

from app import create_app
from dashboard.registry.route import BODY_LIMIT
from dashboard.registry.route_paths import ACCEPT, CHECK, EVERY, LOOK
from dashboard.settings import Settings
from dashboard.store import Store, releases
from records.synthetic import frame

HOST = "127.0.0.1"  # where nobody has to sign in
SECRET = "Sok Dara"


@dataclass(frozen=True)
class Site:
    """The real app, asked in this process; `files`: where uploaded files lie."""

    ask: Callable[..., httpx.Response]
    files: Path
    database: str

    def send(self, path: str, content: bytes, **head: Any) -> Mapping[str, Any]:
        body = json.dumps({"name": "records.csv", "lang": "en"} | head).encode() + b"\n" + content
        response = self.ask("POST", path, content=body)
        assert response.status_code == 200, response.text
        assert self.left() == [], "nothing of the file stays"
        found: Mapping[str, Any] = json.loads(response.text.splitlines()[-1])
        return found

    def left(self) -> list[str]:
        return [
            path.name for path in self.files.rglob("*") if path.is_file() and path.name != "lock"
        ]

    def accept(self, content: bytes, **head: Any) -> Mapping[str, Any]:
        seen = self.send(CHECK, content, **head)
        more = {key: seen[key] for key in ("expected", "hash", "synthetic")}
        return self.send(ACCEPT, content, who="Sok", **head, **more)


@pytest.fixture
def site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Site]:
    more = getattr(request, "param", {})
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "files"))
    (tmp_path / "files").mkdir()
    database = f"sqlite:///{tmp_path}/atlas.db"
    dash = create_app(Settings(database_url=database, **more))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")

        def ask(method: str, path: str, **more: Any) -> httpx.Response:
            return runner.run(client.request(method, path, **more))

        yield Site(ask=ask, files=tmp_path / "files", database=database)
        runner.run(client.aclose())
    for close in dash.server.state.closing:
        close()
    assert [path.name for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


def some(rows: int = 400, *, real: bool = False, seed: int = 1) -> bytes:
    records = frame(rows=rows, seed=seed).assign(name=SECRET)
    if real:
        records = records.drop(columns="synthetic")
    return records.to_csv(index=False).encode()


def test_a_look_proposes_a_mapping_and_never_shows_names(site: Site) -> None:
    found = site.send(LOOK, some())
    assert found["mapping"]
    assert "income_now" in found["html"]
    assert "nobody in them is real" in found["html"]
    assert "name (name)" in found["html"], "the column of names is told"
    assert SECRET not in found["html"]


def test_what_is_accepted_holds_counts_and_nothing_personal(site: Site) -> None:
    content = some()
    columns = {"province": "province", "sex": "sex", "status": "status"}
    assert site.accept(content, save="Ministry", columns=columns)["accepted"] == 1
    kept = Path(site.database.removeprefix("sqlite:///")).read_bytes()
    assert SECRET.encode() not in kept
    page = site.ask("GET", "/monitor").text
    assert "Synthetic records: nobody in these numbers is real" in page
    assert "Ministry" in site.send(LOOK, content)["html"]


def test_the_same_records_make_no_second_release(site: Site) -> None:
    content = some()
    assert site.accept(content)["accepted"] == 1
    assert "same numbers" in site.accept(content)["problem"]


def test_another_file_than_the_one_that_was_checked_is_not_accepted(site: Site) -> None:
    seen = site.send(CHECK, some())
    more = {key: seen[key] for key in ("expected", "hash", "synthetic")}
    answer = site.send(ACCEPT, some(seed=2), who="Sok", **more)
    assert "not the file that was checked" in answer["problem"]
    assert "name" in site.send(ACCEPT, some(), who="", **more)["problem"]


def test_synthetic_records_are_refused_where_there_are_real_ones(site: Site) -> None:
    assert site.accept(some())["accepted"] == 1
    assert site.accept(some(real=True))["accepted"] == 1, "real ones are counted from one"
    assert "nobody in these numbers" not in site.ask("GET", "/monitor").text
    assert "real people" in site.send(CHECK, some(seed=3))["problem"]


def test_what_only_the_next_release_may_know_is_on_no_page(site: Site) -> None:
    site.accept(some())
    store = Store.open(site.database)
    document = releases.document(store, synthetic=True, number=1)
    store.close()
    assert document["source"]
    for path in ("/monitor", "/export/monitor.csv", "/export/monitor_provinces.csv"):
        assert str(document["source"]) not in site.ask("GET", path).text


def test_only_counts_are_kept(site: Site, tmp_path: Path) -> None:
    page = site.ask("GET", "/monitor").text
    assert "It is read, counted and forgotten" in page
    site.accept(some())
    assert not (tmp_path / "records").exists()


@pytest.mark.parametrize("site", [{"records_keep": "yes"}], indirect=True)
def test_clean_records_are_kept_where_the_installation_says_so(site: Site, tmp_path: Path) -> None:
    assert "This installation keeps" in site.ask("GET", "/monitor").text
    assert "so are clean records" in site.send(CHECK, some())["html"]
    assert not (tmp_path / "records").exists(), "not before they are accepted"
    site.accept(some())
    site.send(ACCEPT, some(seed=4), who="Sok", expected=7, hash="0" * 64)
    (kept,) = (tmp_path / "records").iterdir()
    assert kept.name == "synthetic-release-1.parquet"
    assert kept.stat().st_mode & 0o077 == 0
    assert SECRET.encode() not in kept.read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty"),
        (b"%PDF-1.7", "no CSV"),
        (b"Province,Sex\nKep,female\n", "No column holds the status"),
    ],
)
def test_a_file_that_cannot_be_counted_is_told_why(site: Site, content: bytes, said: str) -> None:
    assert said in site.send(CHECK, content)["html"]
    assert "មិនអាចរាប់" in site.send(CHECK, content, lang="km")["html"]


def test_names_in_a_mapped_column_refuse_the_file(site: Site) -> None:
    columns = {"province": "province", "status": "status", "sector": "name"}
    assert "looks like personal data" in site.send(CHECK, some(), columns=columns)["html"]


@pytest.mark.parametrize("body", [b"", b"no json\nfile", b"[]\nfile", b"x" * 100_000])
def test_what_no_page_sends_is_refused(site: Site, body: bytes) -> None:
    for path in EVERY:
        assert site.ask("POST", path, content=body).status_code == 422
    assert site.left() == []


def test_a_file_that_is_too_large_and_other_sites_are_turned_away(site: Site) -> None:
    large = {"content-length": str(BODY_LIMIT + 1)}
    assert site.ask("POST", LOOK, content=b"{}\n", headers=large).status_code == 413
    other = {"origin": "https://elsewhere.example"}
    assert site.ask("POST", LOOK, content=b"{}\n", headers=other).status_code == 403


def test_progress_is_told_line_by_line(site: Site) -> None:
    head = json.dumps({"name": "records.csv"}).encode() + b"\n"
    response = site.ask("POST", CHECK, content=head + some())
    steps = [json.loads(line) for line in response.text.splitlines()[:-1]]
    assert {one["step"] for one in steps} >= {"look", "read", "clean", "people", "aggregate"}
    assert all(0 <= one["done"] <= 1 for one in steps)


def test_parquet_and_khmer_headings_are_read(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "records.parquet"
    records = frame(rows=300).rename(columns={"province": "ខេត្ត", "status": "ស្ថានភាព"})
    import duckdb

    with duckdb.connect() as base:
        base.register("records", pd.DataFrame(records))
        base.execute(f"COPY records TO '{path}' (FORMAT parquet)")
    assert "Rows read: 300." in site.send(CHECK, path.read_bytes())["html"]
