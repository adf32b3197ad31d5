"""Every operation keeps what it declares: its model, its reasons, its refusals, its example."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from dashboard.api.answer import Page
from dashboard.api.catalogue import operations
from dashboard.api.described import example_answer
from dashboard.api.operation import Operation
from tests.dashboard.api.asking import HOST, Site

ALL = operations()
READS = [one for one in ALL if one.method == "GET"]
LISTS = [one for one in READS if one.lists]
TABLES = [one for one in READS if one.lists or one.rows]
POSTS = [one for one in ALL if one.method == "POST"]


def names(some: list[Operation]) -> Any:
    return pytest.mark.parametrize("one", some, ids=lambda one: one.name)


def address_of_example(one: Operation) -> str:
    """The address that the example asks, without its query."""
    return one.address.replace(f"{{{one.key_name}}}", one.example_key or "")


def asked(site: Site, one: Operation, **more: Any) -> httpx.Response:
    """The example of an operation, asked."""
    if one.method == "POST":
        return site.post(one.address, dict(one.example), **more)
    params = {**one.example, **more.pop("params", {})}
    return site.get(address_of_example(one), params=params, **more)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within JSON."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            yield from objects(part)


@names(list(ALL))
def test_an_answer_is_what_its_model_says(site: Site, one: Operation) -> None:
    answer = asked(site, one)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    model = Page[one.gives] if one.lists else one.gives  # type: ignore[name-defined]
    model.model_validate_json(answer.content)
    json.loads(answer.content, parse_constant=lambda text: pytest.fail(f"{text} is no JSON"))


@names(list(ALL))
def test_a_null_number_has_its_reason_and_each_number_its_evidence(
    site: Site, one: Operation
) -> None:
    for found in objects(asked(site, one).json()):
        if "why_null" not in found:
            continue
        assert (found["value"] is None) == ("value" in found["why_null"])
        for end in ("low", "high"):
            if found[end] is None and found["status"] == "estimated":
                assert end in found["why_null"]
        if found["value"] is not None:
            assert found["status"] and found["as_of"] and found["sources"]
            if found["low"] is not None and found["high"] is not None:
                slack = 1e-9 * max(1.0, abs(found["value"]))
                assert found["low"] - slack <= found["value"] <= found["high"] + slack


@names(READS)
def test_what_is_asked_again_is_not_sent_again(site: Site, one: Operation) -> None:
    first = asked(site, one)
    assert "max-age" in first.headers["cache-control"]
    again = asked(site, one, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and not again.content
    assert again.headers["etag"] == first.headers["etag"]
    other = asked(site, one, headers={"if-none-match": '"other"'})
    assert other.status_code == 200 and other.content == first.content
    head = site.ask("HEAD", address_of_example(one), params=dict(one.example))
    assert head.status_code == 200 and not head.content
    assert head.headers["etag"] == first.headers["etag"]


@names(READS)
def test_an_unknown_parameter_is_refused_with_what_there_is(site: Site, one: Operation) -> None:
    answer = asked(site, one, params={"surprise": "1"})
    assert answer.status_code == 422
    (problem,) = answer.json()["problems"]
    assert "surprise" in problem["problem"]
    for name in one.asks.model_fields:
        assert name in problem["problem"]


@names(POSTS)
def test_an_unknown_part_of_a_body_is_refused_with_what_there_is(
    site: Site, one: Operation
) -> None:
    answer = site.post(one.address, {**one.example, "surprise": 1})
    assert answer.status_code == 422
    assert any("surprise" in problem["problem"] for problem in answer.json()["problems"])
    assert site.get(one.address).status_code == 405
    assert site.post(one.address, dict(one.example)).headers["cache-control"] == "no-store"


@names([one for one in READS if one.keys])
def test_an_unknown_key_is_told_which_there_are(site: Site, one: Operation) -> None:
    assert one.keys is not None
    answer = site.get(one.address.replace(f"{{{one.key_name}}}", "surprise"))
    assert answer.status_code == 404
    assert all(key in answer.json()["error"] for key in one.keys()[:3])


@pytest.mark.parametrize("one", [one for one in READS if one.keys], ids=lambda one: one.name)
def test_every_key_has_an_answer(site: Site, one: Operation) -> None:
    assert one.keys is not None
    known = one.keys()
    for key in known:
        answer = site.get(one.address.replace(f"{{{one.key_name}}}", key))
        assert answer.status_code == 200, (key, answer.text)
        one.gives.model_validate_json(answer.content)


@names(LISTS)
def test_pages_joined_are_the_list(site: Site, one: Operation) -> None:
    whole = site.get(one.address, params={"limit": 1000}).json()
    assert whole["next"] is None and len(whole["items"]) == whole["total"]
    part = -(-whole["total"] // 3)
    rows: list[Any] = []
    found: dict[str, Any] = {"next": f"{one.address}?limit={part}"}
    for _ in range(3):
        if found["next"]:
            found = site.get(found["next"]).json()
            rows += found["items"]
    assert found["next"] is None and rows == whole["items"]
    beyond = site.get(one.address, params={"offset": whole["total"]}).json()
    assert beyond["items"] == [] and beyond["next"] is None


@names(TABLES)
def test_a_table_has_the_same_rows(site: Site, one: Operation) -> None:
    by_name = asked(site, one, params={"format": "csv"})
    by_header = asked(site, one, headers={"accept": "text/csv"})
    assert by_name.headers["content-type"].startswith("text/csv")
    assert by_name.text == by_header.text
    assert by_name.headers["etag"] != asked(site, one).headers["etag"]
    rows: list[dict[Any, Any]] = list(csv.DictReader(io.StringIO(by_name.text, newline="")))
    assert rows and None not in rows[0] and None not in rows[0].values()
    if one.lists:
        found = asked(site, one).json()
        assert len(rows) == len(found["items"])
        if found["next"]:
            assert 'rel="next"' in by_name.headers["link"]
    for row in rows:
        assert not any(cell.startswith(("=", "@", "+")) for cell in row.values())


def test_a_table_leads_to_the_rows_after_it(site: Site) -> None:
    answer = site.get("/api/v1/provinces?format=csv&limit=10")
    after = answer.headers["link"].partition("<")[2].partition(">")[0]
    codes = [row["code"] for row in csv.DictReader(io.StringIO(site.get(after).text, newline=""))]
    assert codes == [f"{at:02d}" for at in range(11, 21)]


def test_a_range_says_what_it_is_in_both_forms(site: Site) -> None:
    rows = csv.DictReader(io.StringIO(site.get("/api/v1/measures/gap?format=csv").text))
    found = site.get("/api/v1/measures/gap").json()["provinces"]
    for row, one in zip(rows, found, strict=True):
        assert row["province"] == one["province"]
        assert [float(row[end]) for end in ("value", "low", "high")] == [
            one["value"],
            one["low"],
            one["high"],
        ]


def test_openapi_describes_every_operation_with_true_examples(site: Site) -> None:
    told = site.get("/api/v1/openapi.json").json()
    assert set(told["paths"]) == {one.address for one in ALL}
    for one in ALL:
        here = told["paths"][one.address][one.method.lower()]
        answer = here["responses"]["200"]["content"]["application/json"]
        assert answer["example"] == example_answer(one.name)
        assert here["description"] and here["summary"]
        if one.method == "POST":
            body = here["requestBody"]["content"]["application/json"]
            one.asks.model_validate(body["example"])
        for parameter in here.get("parameters", []):
            assert parameter.get("description") or parameter["in"] == "path"
    model: dict[str, Any]
    for model in told["components"]["schemas"].values():
        assert model.get("description") or model["title"].startswith("Page["), model["title"]
    text = json.dumps(told)
    assert HOST not in text and "://127." not in text


def test_the_landing_of_the_interface_is_a_page_without_scripts(site: Site) -> None:
    for path in ("/api/docs", "/ogc/api.html"):
        page = site.get(path)
        assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
        assert "<script" not in page.text
        assert re.findall(r'(?:src|href|action)="(?![/#])[^"]*', page.text) == []
        assert "script-src 'self'" in page.headers["content-security-policy"]
    listed = site.get("/api/docs").text
    for one in ALL:
        assert f'id="{one.name}"' in listed and one.about.split(".")[0][:40] in listed
