"""Whatever is sent: a 4xx with a sentence and what is allowed, never a failure inside."""

import csv
import io
import json
from typing import Any

import pytest
from pydantic import BaseModel

from dashboard.api.table import table
from dashboard.api.turns import MOST_WAITING, Busy, Turns
from tests.dashboard.api.asking import HOST, Site

ATTACK = "<script>alert(1)</script>"
ROW = {"instrument": "agro_processing", "place": "01", "usd": 1e6}

BODIES: dict[str, tuple[str, Any, str]] = {
    "neither plan nor ready": ("play", {}, "Give `plan` or `ready`"),
    "both": ("play", {"plan": [], "ready": "do-nothing"}, "Give `plan` or `ready`"),
    "no instrument of this name": (
        "play",
        {"plan": [{**ROW, "instrument": ATTACK}]},
        "sez_upgrade",
    ),
    "no place of this name": ("play", {"plan": [{**ROW, "place": "26"}]}, "SEC-C"),
    "a province for a corridor": (
        "play",
        {"plan": [{**ROW, "instrument": "corridor_logistics"}]},
        "SEC-C",
    ),
    "negative money": ("play", {"plan": [{**ROW, "usd": -1}]}, "greater than or equal to 0"),
    "too much money": ("play", {"plan": [{**ROW, "usd": 1e13}]}, "less than or equal to"),
    "an early year": ("play", {"plan": [{**ROW, "first_year": 2025}]}, "2026"),
    "too many rows": ("play", {"plan": [ROW] * 81}, "at most 80"),
    "too many draws": ("play", {"plan": [], "draws": 5000}, "0, 200 or 1000"),
    "no years": ("play", {"plan": [], "years": []}, "at least 1"),
    "years never played": ("play", {"plan": [], "years": [2036]}, "2035"),
    "no such future": ("play", {"plan": [], "future": "x"}, "second_wave"),
    "no such ready scenario": ("play", {"ready": "x"}, "do-nothing"),
    "a saved scenario": ("play", {"ready": "k7m2p4q8r3s5t6u9.1"}, "do-nothing"),
    "no such basis": ("play", {"plan": [], "case": {"basis": "x"}}, "unplaced"),
    "no such assumption": ("play", {"plan": [], "case": {"assumed": {"x": 1}}}, "reach_km"),
    "an assumption beyond its limits": (
        "play",
        {"plan": [], "case": {"assumed": {"reach_km": 1000}}},
        "from 20",
    ),
    "no such parameter": ("play", {"plan": [], "case": {"settings": {"x": 1}}}, "all.realisation"),
    "a parameter beyond its limits": (
        "play",
        {"plan": [], "case": {"settings": {"all.realisation": 2}}},
        "all.realisation is a number from",
    ),
    "half a year": (
        "play",
        {"plan": [], "case": {"settings": {"sez_upgrade.lag": 0.5}}},
        "whole number",
    ),
    "text for a number": ("play", {"plan": [{**ROW, "usd": "much"}]}, "valid number"),
    "one scenario": ("compare", {"scenarios": [{"name": "a", "plan": []}]}, "at least 2"),
    "five scenarios": ("compare", {"scenarios": [{"name": "a", "plan": []}] * 5}, "at most 4"),
    "no name": ("compare", {"scenarios": [{"name": "", "plan": []}] * 2}, "at least 1 character"),
    "no budget": ("optimise", {}, "required"),
    "a budget beyond the largest": ("optimise", {"budget_usd": 3e9}, "2000000000"),
    "no such goal": ("optimise", {"budget_usd": 1, "goal": "x"}, "'unmet_need'"),
    "placements without their goal": (
        "optimise",
        {"budget_usd": 1, "placements": 500},
        "cost_per_placement",
    ),
    "more than all": (
        "optimise",
        {"budget_usd": 1, "limits": {"women_percent": 101}},
        "less than or equal to 100",
    ),
    "a list for an object": ("optimise", [1], "valid dictionary"),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_wrong_body_is_told_what_is_allowed(site: Site, case: str) -> None:
    path, body, told = BODIES[case]
    answer = site.post(f"/api/v1/{path}", body)
    assert answer.status_code == 422, answer.text
    problems = answer.json()["problems"]
    assert any(told in problem["problem"] for problem in problems), problems
    assert all(problem["where"].startswith("body") for problem in problems)
    assert "Traceback" not in answer.text and answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"\xff\xfe", 400),
        (b'{"plan": NaN}', 422),
        (b'{"plan": [], "draws": Infinity}', 422),
        (b'{"plan": [{"instrument":"agro_processing","place":"01","usd":NaN}]}', 422),
        (b'{"plan": [{"instrument":"agro_processing","place":"01","usd":1e999}]}', 422),
        (b'{"budget_usd": ' + b"9" * 5000 + b"}", 422),
        (b'{"ready": "\\ud800"}', 422),
        (b'{"\\ud800": 1}', 422),
        (b'{"case": {"assumed": {"\\ud800": 1}}, "plan": []}', 422),
        (b'{"scenarios": [{"name": "\\ud800", "plan": []}, {"name": "b", "plan": []}]}', 422),
        (b"[" * 100_000, 422),
        (b'{"plan":' + b"[" * 5_000 + b"]" * 5_000 + b"}", 422),
    ],
)
@pytest.mark.parametrize("path", ["play", "compare", "optimise"])
def test_a_broken_body_is_refused(site: Site, path: str, content: bytes, status: int) -> None:
    answer = site.ask(
        "POST",
        f"/api/v1/{path}",
        content=content,
        headers={"content-type": "application/json"},
    )
    assert answer.status_code in (status, 400, 422)
    assert json.loads(answer.content)["error"]


def test_a_body_that_is_too_large_is_not_read(site: Site) -> None:
    body = {"plan": [], "name": "x" * 2_000_000}
    assert site.post("/api/v1/play", body).status_code == 413


def test_programs_may_ask_and_scripts_of_other_sites_may_not(site: Site) -> None:
    body = {"plan": [], "draws": 0, "years": [2035]}
    assert site.post("/api/v1/play", body).status_code == 200
    own = site.post("/api/v1/play", body, headers={"origin": f"http://{HOST}"})
    assert own.status_code == 200
    other = site.post("/api/v1/play", body, headers={"origin": "https://evil.test"})
    assert other.status_code == 403
    read = site.get("/api/v1/provinces", headers={"origin": "https://evil.test"})
    assert "access-control-allow-origin" not in read.headers


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("limit=0", "greater than or equal to 1"),
        ("limit=1001", "less than or equal to 1000"),
        ("offset=-1", "greater than or equal to 0"),
        ("limit=x", "valid integer"),
        ("format=xml", "'json' or 'csv'"),
        (f"{ATTACK}=1", "limit"),
        ("%ff=1", "limit"),
        ("limit=99999999999999999999999", "less than or equal to"),
    ],
)
def test_a_wrong_parameter_is_told_what_is_allowed(site: Site, query: str, told: str) -> None:
    answer = site.get(f"/api/v1/provinces?{query}")
    assert answer.status_code == 422
    assert any(told in one["problem"] for one in answer.json()["problems"]), answer.text


@pytest.mark.parametrize(
    "query",
    ["basis=x", "ages=x", "reach_km=1e9", "reach_km=nan", "alpha=-1", "skills_construction=101"],
)
def test_a_wrong_case_is_refused(site: Site, query: str) -> None:
    for path in ("measures/gap", "decomposition", "decomposition/provinces"):
        assert site.get(f"/api/v1/{path}?{query}").status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/layers/../../health",
        "/api/v1/layers/%2e%2e",
        "/api/v1/layers/%00",
        "/api/v1/layers/%ff",
        f"/api/v1/layers/{ATTACK}",
        "/api/v1/nothing",
        "/api/v2",
        "/api/openapi.json",
        "/apix",
    ],
)
def test_there_is_nothing_elsewhere(site: Site, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code in (200, 404)
    assert answer.status_code == 404 or path.endswith("health")
    assert ATTACK not in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_nothing_can_be_written(site: Site, method: str) -> None:
    assert site.ask(method, "/api/v1/provinces").status_code == 405


def test_a_name_of_a_host_that_is_none_is_not_repeated(site: Site) -> None:
    for host in ('evil"><script>', "[::1", "a b", "", "x\ud800".encode("utf-8", "replace")):
        answer = site.get("/ogc", headers={"host": host})
        assert answer.status_code == 200
        assert "script" not in answer.json()["links"][0]["href"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_begins_like_a_formula_is_no_formula(text: str) -> None:
    class Row(BaseModel):
        alone: str = text
        listed: list[str] = [text, "x"]  # pydantic copies it
        number: float = -1.5

    head, *rows = csv.reader(io.StringIO(table([Row()]).decode(), newline=""))
    assert head == ["alone", "listed", "number"]
    assert rows == [[f"'{text}", f"'{text} x", "-1.5"]]


def test_whoever_comes_when_many_wait_is_told_to_come_back(site: Site) -> None:
    import asyncio
    from threading import Event

    async def many() -> list[object]:
        turns, go = Turns(), Event()
        waiting = [asyncio.create_task(turns.do(go.wait)) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await turns.do(lambda: None)
        go.set()
        found = await asyncio.gather(*waiting)
        assert await turns.do(lambda: "again") == "again"
        return list(found)

    assert asyncio.run(many()) == [True] * MOST_WAITING
