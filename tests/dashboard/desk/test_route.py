"""The addresses of the desk: what they take, what they refuse, and that nothing is half done."""

import asyncio
import contextlib
import json
import resource
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import create_app
from dashboard.desk.file_problem import LARGEST_MB
from dashboard.desk.kind import kinds
from dashboard.desk.route_paths import ACCEPT, CHECK, RESTORE
from dashboard.settings import Settings
from dashboard.store import Store, data
from geodata.declarations import TABLES
from geodata.loadable import LOADABLE
from tests.dashboard.store import postgres

HOST = "127.0.0.1"  # where nobody has to sign in
FULL_DISK = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON data_versions EXECUTE FUNCTION full_disk();
"""
GOOD = b"Province,Returnees\nKep,1200\n"


@dataclass(frozen=True)
class Desk:
    """The real app, asked in this process."""

    ask: Callable[..., httpx.Response]

    def send(self, path: str, content: Any = GOOD, **head: Any) -> Mapping[str, Any]:
        response = self.ask("POST", path, content=body(content, **head))
        assert response.status_code == 200, response.text
        found: Mapping[str, Any] = response.json()
        return found

    def accept(self, content: bytes = GOOD, *, expected: int, who: str = "Sok") -> Any:
        return self.send(ACCEPT, content, who=who, expected=expected)


def body(content: bytes = GOOD, **head: Any) -> bytes:
    told = {
        "kind": "returnees",
        "name": "counts.csv",
        "size": len(content),
        "title": "Register",
        "publisher": "Ministry",
        "date": "2026-10-31",
        "lang": "en",
    }
    return json.dumps(told | head).encode() + b"\n" + content


def served(database: str) -> Iterator[Desk]:
    dash = create_app(Settings(database_url=database))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")

        def ask(method: str, path: str, **more: Any) -> httpx.Response:
            return runner.run(client.request(method, path, **more))

        yield Desk(ask=ask)
        runner.run(client.aclose())
    for close in dash.server.state.closing:
        close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    yield from served(f"sqlite:///{tmp_path_factory.mktemp('desk')}/atlas.db")


@pytest.fixture
def own(url: str) -> Iterator[Desk]:
    """A desk of its own, on each kind of database."""
    yield from served(url)


def test_a_file_is_checked_previewed_accepted_and_taken_back(own: Desk, url: str) -> None:
    seen = own.send(CHECK)
    assert seen["usable"] and seen["version"] == 0
    assert seen["html"].count("<svg") == 3 and "Accept as version 1" in seen["html"]
    assert own.ask("GET", "/data").text.count("Data: as shipped") == 1, "nothing holds yet"
    assert own.accept(expected=0) == {"accepted": 1}
    page = own.ask("GET", "/data").text
    assert "Data: version 1" in page and "accepted by Sok" in page and "Ministry 2026" in page
    assert "Data: version 1" in own.ask("GET", "/methods").text
    table = own.ask("GET", "/data/table/counted_returnees.csv").text
    assert "23,1200,persons,2026-10-31,reported,load-" in table
    again = own.ask("POST", RESTORE, json={"who": "Dara", "number": 0, "expected": 1}).json()
    assert again == {"accepted": 2}
    assert "brought back from version 0" in own.ask("GET", "/data").text
    assert len(own.ask("GET", "/data/table/counted_returnees.csv").text.splitlines()) == 1
    kept = Store.open(url)
    assert [one.number for one in data.history(kept)] == [2, 1, 0]
    kept.close()


def test_who_comes_second_is_told_and_the_first_stands(own: Desk) -> None:
    assert own.accept(expected=0) == {"accepted": 1}
    late = own.accept(b"Province,Returnees\nTakeo,5\n", expected=0, who="Late")
    assert "accepted meanwhile" in late["problem"]
    assert "Data: version 1" in own.ask("GET", "/data").text
    old = own.ask("POST", RESTORE, json={"who": "Late", "number": 0, "expected": 0}).json()
    assert "accepted meanwhile" in old["problem"]


def test_two_versions_are_compared_and_one_is_looked_at(own: Desk) -> None:
    own.accept(expected=0)
    page = own.ask("GET", "/data?from=0&to=1").text
    assert "Returnees, provinces: 25" in page
    looked = own.ask("GET", "/data?version=1&lang=km").text
    assert "counts.csv" in looked and "កែប" in looked
    wrong = own.ask("GET", "/data?version=77&from=x&to=-1").text
    assert wrong.count("which does not exist") == 3


@pytest.fixture
def away(server: postgres.Server) -> Iterator[tuple[Desk, str]]:
    """A desk on a PostgreSQL that something happens to, and the database's name."""
    with server.database() as name:
        for one in served(server.plain_url(name)):
            yield one, name


def test_a_database_that_can_only_be_read_is_told(
    server: postgres.Server, away: tuple[Desk, str]
) -> None:
    one, name = away
    assert one.accept(expected=0) == {"accepted": 1}
    server.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    for reader in served(server.plain_url(name)):
        assert "can be read but not written" in reader.accept(expected=1)["problem"]
        assert "Data: version 1" in reader.ask("GET", "/data").text


def test_a_full_disk_is_told_and_nothing_is_half_written(
    server: postgres.Server, away: tuple[Desk, str]
) -> None:
    one, name = away
    assert one.accept(expected=0) == {"accepted": 1}
    server.execute(FULL_DISK, database=name)
    late = one.accept(b"Province,Returnees\nTakeo,5\n", expected=1)
    assert "disk of the database is full" in late["problem"]
    assert "Data: version 1" in one.ask("GET", "/data").text
    server.execute("DROP TRIGGER full_disk ON data_versions", database=name)
    assert one.accept(b"Province,Returnees\nTakeo,5\n", expected=1) == {"accepted": 2}


def test_a_full_disk_under_a_file_is_told(tmp_path: Path) -> None:
    for one in served(f"sqlite:///{tmp_path}/atlas.db"):
        assert one.accept(expected=0) == {"accepted": 1}
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
        try:
            late = one.accept(b"Province,Returnees\nTakeo,5\n", expected=1)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert "disk of the database is full" in late["problem"]
        assert one.accept(b"Province,Returnees\nTakeo,5\n", expected=1) == {"accepted": 2}


def test_a_database_that_is_gone_is_told_and_the_page_still_draws(tmp_path: Path) -> None:
    file = tmp_path / "atlas.db"
    for one in served(f"sqlite:///{file}"):
        for found in tmp_path.iterdir():
            found.unlink()
        answer = one.accept(expected=0)
        assert "problem" in answer, answer
        assert one.ask("GET", "/data").status_code == 200


@pytest.mark.parametrize("lang", ["en", "km"])
def test_a_wrong_file_gives_a_report_in_the_readers_language(desk: Desk, lang: str) -> None:
    rows = b"Province,Returnees\nMeanchey,12\nKep,x\n"
    found = desk.send(CHECK, rows, lang=lang)
    assert not found["usable"]
    assert 'data-desk="mean"' in found["html"] and 'data-code="22"' in found["html"]
    assert 'data-desk="accept"' not in found["html"]
    assert "problem" in desk.send(ACCEPT, rows, who="Sok", expected=0)
    meant = desk.send(CHECK, b"Province,Returnees\nMeanchey,12\n", meant={"Meanchey": "22"})
    assert meant["usable"]


def test_more_problems_than_can_be_read_are_counted(desk: Desk) -> None:
    rows = b"Province,Returnees\n" + b"Nowhere,1\n" * 300
    html = desk.send(CHECK, rows)["html"]
    assert "Problems to mend: 300" in html and "More problems than are shown: 100" in html
    assert html.count("<tr>") == 201


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("title", "", "title is empty"),
        ("title", "x" * 201, "longer than 200"),
        ("publisher", " ", "not said who"),
        ("date", "", "date is empty"),
        ("date", "2099", "future"),
        ("url", "javascript:alert(1)", "https://"),
    ],
)
def test_what_is_said_of_the_source_is_checked(
    desk: Desk, field: str, value: str, says: str
) -> None:
    found = desk.send(CHECK, **{field: value})
    assert not found["usable"] and says in found["html"]


def test_text_of_a_file_is_never_markup(desk: Desk) -> None:
    attack = "<img src=x onerror=alert(1)>"
    rows = f'Province,Returnees,{attack}\n"{attack}",5,1\n'.encode()
    html = desk.send(CHECK, rows, name=f"{attack}.csv", title=attack, publisher=attack)["html"]
    assert "<img" not in html and "&lt;img" in html


def test_nobody_accepts_without_a_name(desk: Desk) -> None:
    assert "Your name is empty" in desk.send(ACCEPT, who=" ", expected=0)["problem"]
    empty = desk.ask("POST", RESTORE, json={"who": "", "number": 0, "expected": 0}).json()
    assert "Your name is empty" in empty["problem"]


def test_a_body_above_the_limit_is_413_and_other_paths_keep_theirs(desk: Desk) -> None:
    large = b"x" * ((LARGEST_MB + 1) * 1024 * 1024 + 1)
    assert desk.ask("POST", CHECK, content=large).status_code == 413
    said = desk.ask("POST", CHECK, content=b"x", headers={"content-length": "209715200"})
    assert said.status_code == 413, "200 MB are refused before they are read"
    two = b"x" * (2 * 1024 * 1024)
    for path in (RESTORE, "/data", "/_dash-update-component"):
        assert desk.ask("POST", path, content=two).status_code == 413
    assert "larger than 10 MB" in desk.send(CHECK, b"x" * (LARGEST_MB * 1024 * 1024 + 1))["html"]


def test_other_sites_are_refused(desk: Desk) -> None:
    for path in (CHECK, ACCEPT, RESTORE):
        response = desk.ask("POST", path, content=body(), headers={"origin": "https://evil.test"})
        assert response.status_code == 403


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"[]\nx",
        b"{}\nx",
        b'{"kind":"nope"}\nx',
        b"x" * 70_000,
        b"\xff\xfe\n",
        b"{" * 99,
    ],
)
def test_what_no_page_sends_is_refused_in_a_sentence(desk: Desk, content: bytes) -> None:
    for path in (CHECK, ACCEPT):
        response = desk.ask("POST", path, content=content)
        assert response.status_code == 422 and response.json()["error"]
    assert desk.ask("POST", RESTORE, content=content).status_code in (200, 422)


@settings(max_examples=40, deadline=None)
@given(
    head=st.dictionaries(
        st.sampled_from(
            ["name", "size", "meant", "title", "date", "url", "who", "expected", "lang"]
        ),
        st.none() | st.integers() | st.text() | st.lists(st.integers()) | st.booleans(),
    ),
    content=st.binary(max_size=60),
)
def test_whatever_is_sent_gets_an_answer(desk: Desk, head: Any, content: bytes) -> None:
    response = desk.ask("POST", CHECK, content=body(content, **head))
    assert response.status_code == 200 and "html" in response.json()


@pytest.mark.parametrize("key", list(kinds()))
@pytest.mark.parametrize("extension", ["xlsx", "csv"])
def test_templates_come_as_files(desk: Desk, key: str, extension: str) -> None:
    found = desk.ask("GET", f"/data/template/{key}.{extension}?lang=km")
    assert found.status_code == 200 and len(found.content) > 50
    assert f'filename="corridor-atlas-{key}-km.{extension}"' in found.headers["content-disposition"]


def test_every_table_comes_as_a_file(desk: Desk) -> None:
    page = desk.ask("GET", "/data").text
    for name in ("provinces", *TABLES, *LOADABLE):
        found = desk.ask("GET", f"/data/table/{name}.csv")
        assert found.status_code == 200 and "text/csv" in found.headers["content-type"]
        assert f'href="/data/table/{name}.csv"' in page


@pytest.mark.parametrize(
    "path",
    [
        "/data/template/nope.xlsx",
        "/data/template/zones.pdf",
        "/data/table/nope.csv",
        "/data/table/..csv",
    ],
)
def test_what_does_not_exist_is_told(desk: Desk, path: str) -> None:
    assert desk.ask("GET", path).status_code == 404


@pytest.mark.parametrize("lang", ["en", "km"])
def test_where_the_newest_version_cannot_be_used_every_page_says_so(
    tmp_path: Path, lang: str
) -> None:
    file = tmp_path / "atlas.db"
    for one in served(f"sqlite:///{file}"):
        one.accept(expected=0)
    with contextlib.closing(sqlite3.connect(file)) as base:
        base.execute("DROP TRIGGER IF EXISTS data_loads_kept")
        base.execute("UPDATE data_loads SET document = replace(document, '1200', '1201')")
        base.commit()
    for one in served(f"sqlite:///{file}"):
        for path in ("/", "/methods", "/data"):
            page = one.ask("GET", f"{path}?lang={lang}").text
            assert 'class="notice"' in page
        assert "cannot be used" in one.ask("GET", "/methods").text
        back = one.ask("POST", RESTORE, json={"who": "Dara", "number": 0, "expected": 1}).json()
        assert back == {"accepted": 2}
        assert "cannot be used" not in one.ask("GET", "/methods").text


ROWS = {
    "national": ("What,Number,Date", "Returnees,1000000,2026-10"),
    "returnees": ("Province,Returnees", "01,150000"),
    "placed": ("Province,Placed", "01,5000"),
    "vacancies": ("Province,Sector,Vacancies", "01,all,6000"),
    "zones": ("Name,Province,Stage,Workers", "New zone,01,With firms,1200"),
    "clusters": (
        "Name in English,Name in Khmer,Province,Kind,Crop,Stage,Size,Unit",
        "New mill,រោងម៉ាស៊ីនថ្មី,01,Mills,Rice,Planned,3,mills",
    ),
    "distances": ("From,To,Kilometres", "Kep,Kampot,24.5"),
    "assumptions": ("Assumption,Low,Central,High", "road_factor,1.1,1.4,1.6"),
    "survey": ("What,Province,Sex,Value", '"Households in debt, per cent",Kep,Women,61'),
    "index_weights": ("Part,Weight", "Economic,40"),
}


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("key", list(kinds()))
def test_every_kind_is_previewed_in_both_languages(desk: Desk, key: str, lang: str) -> None:
    content = "\n".join(ROWS[key]).replace("Unit", "Unit of the size").encode()
    found = desk.send(CHECK, content, kind=key, lang=lang)
    assert found["usable"], found["html"]
    assert 'data-desk="accept"' in found["html"] and "{" not in found["html"]
    told = "are new: 1, changed: 0" if lang == "en" else "ជួរតារាងថ្មី"
    if key in ("assumptions", "index_weights"):
        told = "are new: 0, changed: 1" if lang == "en" else told
    if key == "zones":
        told = "are new: 2," if lang == "en" else told
    assert told in found["html"]


@pytest.mark.parametrize("lang", ["en", "km"])
def test_numbers_of_which_no_estimate_can_be_made_are_told(desk: Desk, lang: str) -> None:
    rows = b"What,Number,Date\nWorkers in registered enterprises,700000,2026-10\n"
    found = desk.send(CHECK, rows, kind="national", lang=lang)
    assert not found["usable"] and 'class="notice"' in found["html"]
    assert "problem" in desk.send(ACCEPT, rows, kind="national", who="Sok", expected=0)


def test_every_page_is_drawn_with_every_kind_loaded(tmp_path: Path) -> None:
    for one in served(f"sqlite:///{tmp_path}/atlas.db"):
        for number, key in enumerate(kinds()):
            content = "\n".join(ROWS[key]).replace("Unit", "Unit of the size").encode()
            assert one.send(ACCEPT, content, kind=key, who="Sok", expected=number) == {
                "accepted": number + 1
            }
        for path in ("/", "/mismatch", "/scenarios", "/methods", "/data"):
            for lang in ("en", "km"):
                page = one.ask("GET", f"{path}?lang={lang}")
                assert page.status_code == 200
        assert f"Data: version {len(kinds())}" in one.ask("GET", "/scenarios").text
