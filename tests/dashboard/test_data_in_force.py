"""Which data a page is drawn from, through the whole app."""

import ast
import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from app import create_app
from dashboard.data_here import SHIPPED, Data, data_here, holding, of_data
from dashboard.data_in_force import InForce
from dashboard.desk.kept import document_of, loaded_of
from dashboard.mismatch.market import Case, market
from dashboard.settings import Settings
from dashboard.store import NewLoad, Store, data
from dashboard.world import world
from geodata.sources import Source

Get = Callable[[str], str]
ROOT = Path(__file__).parents[2]
# What these remember is the same whatever was loaded.
SAME_FOR_ALL = {
    "dashboard/accounts/passwords.py",
    "dashboard/api/asked.py",
    "dashboard/api/catalogue.py",
    "dashboard/api/described.py",
    "dashboard/components/saved_acts.py",
    "dashboard/data_here.py",
    "dashboard/desk/kind.py",
    "dashboard/desk/titles.py",
    "dashboard/exports/declaration.py",
    "dashboard/exports/outlines.py",
    "dashboard/exports/profile/stamp.py",
    "dashboard/exports/slides/svg_path.py",
    "dashboard/exports/text_width.py",
    "dashboard/figures/visible.py",
    "dashboard/monitor/asked.py",
    "dashboard/own_words.py",
    "dashboard/page.py",
    "dashboard/pages/methods.py",
    "dashboard/plain_document.py",
    "dashboard/rooms/questions/_registry.py",
    "dashboard/rooms/targets.py",
    "dashboard/typeset/__init__.py",
    "dashboard/typeset/measured.py",
    "dashboard/words/__init__.py",
}
MINISTRY = Source(
    id="load-abcd",
    short="Ministry of Labour",
    short_km="",
    title="Returnees by province",
    publisher="Ministry of Labour",
    year=2026,
    url="",
    licence="",
    how_read="loaded",
)


def counted(code: str, value: int) -> NewLoad:
    row = {
        "province_code": code,
        "value": str(value),
        "unit": "persons",
        "as_of": "2026-10-01",
        "status": "reported",
        "source_id": MINISTRY.id,
    }
    return NewLoad(
        kind="returnees",
        file_name="counts.csv",
        file_hash="ab",
        document=document_of(MINISTRY, {"counted_returnees": [row]}),
    )


def accept(store: Store, *loads: NewLoad) -> None:
    expected = data.newest(store).number
    data.accept(store, expected=expected, loads=loads, author="", note="")


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/atlas.db"


@pytest.fixture
def get(address: str) -> Iterator[Get]:
    server = create_app(Settings(database_url=address)).server
    transport = httpx.ASGITransport(app=server)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://atlas.test")
        yield lambda path: runner.run(client.get(path)).text
        runner.run(client.aclose())


def rows(get: Get) -> dict[str, str]:
    return {line.split(",")[0]: line for line in get("/export/map.csv").splitlines()}


def within_moments(get: Get, code: str, said: str) -> bool:
    """Whether a province's row comes to say something, once the database is looked at again."""
    for _ in range(50):
        if said in rows(get)[code]:
            return True
        time.sleep(0.1)
    return False


def test_without_a_load_what_ships_holds() -> None:
    assert data_here() is SHIPPED
    assert world() is world()


def test_what_another_worker_accepts_is_drawn_within_moments(get: Get, address: str) -> None:
    assert "reported" not in rows(get)["01"]
    other = Store.open(address)
    accept(other, counted("01", 123_456))
    assert within_moments(get, "01", "123456")
    assert "reported" in rows(get)["01"] and "estimated" in rows(get)["02"]
    page = get("/")
    assert "123,456" in page and "Ministry of Labour" in page
    newest = data.newest(other).number
    data.restore(other, expected=newest, number=0, author="", note="")
    assert within_moments(get, "01", "estimated")
    assert "123,456" not in get("/")
    other.close()


def test_a_version_that_cannot_be_read_leaves_the_one_before(address: str) -> None:
    store = Store.open(address)
    in_force = InForce(store, loaded_of)
    accept(store, counted("01", 1_000))
    in_force.look()
    assert in_force.known.number == 1 and in_force.problem is None
    accept(store, counted("26", 5))
    in_force.look()
    assert in_force.known.number == 1
    assert "26" in str(in_force.problem)
    accept(store, counted("01", 2_000_000))
    in_force.look()
    assert in_force.known.number == 1, "more than the country has"
    store.close()


def test_a_database_that_is_away_leaves_the_last_version_known(address: str) -> None:
    store = Store.open(address)
    in_force = InForce(store, loaded_of)
    accept(store, counted("01", 1_000))
    in_force.look()
    store.close()
    Path(address.removeprefix("sqlite:///")).rename(f"{address.removeprefix('sqlite:///')}.away")
    in_force.look()
    assert in_force.known.number == 1
    assert in_force.problem is not None


def test_results_are_remembered_for_each_version_of_the_data() -> None:
    calls = []

    @of_data(4)
    def asked(what: str) -> str:
        calls.append((data_here().key, what))
        return f"{data_here().key}{what}"

    later = Data(number=1, key="later")
    assert [asked("a"), asked("a")] == ["a", "a"]
    with holding(later):
        assert asked("a") == "latera"
    assert asked("a") == "a"
    assert calls == [("", "a"), ("later", "a")]


def test_the_market_follows_what_was_loaded(address: str) -> None:
    store = Store.open(address)
    accept(store, counted("24", 30_000))
    in_force = InForce(store, loaded_of)
    in_force.look()
    case = Case(basis="working_age", ages="all")
    before = market(case).seekers.series
    with holding(in_force.known):
        after = market(case).seekers.series
    assert after["24"] > 5 * before["24"] and after["01"] < before["01"]
    assert market(case).seekers.series["24"] == before["24"]
    store.close()


def test_whatever_is_remembered_hangs_on_the_data() -> None:
    found = set()
    for path in sorted((ROOT / "dashboard").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "functools"
            for alias in node.names
        }
        if names & {"cache", "lru_cache"}:
            found.add(str(path.relative_to(ROOT)))
    assert found == SAME_FOR_ALL, "use dashboard.data_here.of_data, or say why not here"
