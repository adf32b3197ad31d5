"""What the page of the mismatch asks of the server, and answers that come late."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from dashboard.mismatch.market import Case
from dashboard.mismatch.readings import readings
from tests.browser.address import ANSWERS, hold_first, outputs, query
from tests.browser.conftest import OpenPage
from tests.browser.mismatch_page import colours, drawn, seekers, until_address


def test_a_case_nobody_asked_for_before_is_worked_out_while_the_page_stands(
    open_page: OpenPage,
) -> None:
    opened = open_page("/mismatch?reach_km=95&basis=unplaced&road_factor=1.35")
    page = opened.page
    assert page.locator(".waiting").count() == 0
    assert page.locator("#map-movement path.flow").count() > 10
    assert page.locator("#border tbody tr").count() == 8
    assert page.locator("#parts-by-province tbody tr").count() == 25
    assert not opened.problems


@pytest.fixture
def case_requests(page: Page) -> Iterator[list[str]]:
    """What was asked of the server since the test began that hangs on the case alone."""
    asked: list[str] = []
    slow = ("mismatch-settled.data", "map-left.fills", "map-movement.fills", "border.html")

    def note(request: Request) -> None:
        if "_dash-update-component" in request.url and any(one in outputs(request) for one in slow):
            asked.append(outputs(request))

    page.on("request", note)
    yield asked


@pytest.mark.parametrize("search", ["", "?basis=unplaced", "?basis=durable&reach_km=75.0"])
def test_what_hangs_on_the_case_is_not_asked_for_again_by_a_click(
    open_page: OpenPage, case_requests: list[str], search: str
) -> None:
    opened = open_page(f"/mismatch{search}")
    case_requests.clear()
    opened.page.click('#map-left path[data-code="06"]')
    until_address(opened, province="06")
    opened.page.select_option("#second-picture", "share_gap")
    until_address(opened, second="share_gap")
    assert case_requests == []


def test_pictures_are_repainted_from_data_in_the_page(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.route(ANSWERS, lambda route: None)
    for select, of, measure in (
        ("#first-picture", "#map-left", "vacancies"),
        ("#second-picture", "#map-right", "balancing_distance"),
        ("#second-picture", "#map-right", "local_clusters"),
    ):
        before = colours(page, of)
        page.select_option(select, measure)
        expect(page.locator(of)).to_have_attribute("data-measure", measure)
        assert colours(page, of) != before
    expect(page.locator('#map-left path[data-code="12"]')).to_have_attribute(
        "data-value", str(round(readings(Case(basis="durable", ages="all"))["vacancies"]
        .values["12"].value, 4)),
    )  # fmt: skip
    assert "vacancies" in page.locator("#map-left .map-title").inner_text().lower()
    assert page.locator("#map-left").get_attribute("data-painted") == "true"


def told_of(page: Page, of: str) -> str:
    """What stands on the page where the answer `of` comes in."""
    if of == "map-left.fills":
        return page.get_attribute('#map-left path[data-code="01"]', "data-value") or ""
    if of == "map-movement.fills":
        return page.inner_text("#map-movement .map-evidence") + str(
            page.eval_on_selector_all("#map-movement path.flow", "all => all.map(o => o.outerHTML)")
        )
    return page.inner_text("h1" if of == "mismatch-headline.html" else "#border")


@pytest.mark.parametrize(
    "late", ["mismatch-headline.html", "map-left.fills", "mismatch-settled.data", "border.html"]
)
def test_an_answer_that_comes_late_never_overwrites_a_newer_one(
    open_page: OpenPage, late: str
) -> None:
    opened = open_page("/mismatch?basis=working_age")
    page = opened.page
    right = told_of(page, late)
    page.goto(page.url.partition("?")[0])
    opened.wait_until_ready()
    held = hold_first(page, lambda one: late in outputs(one))
    with page.expect_request(lambda one: "_dash-update" in one.url and late in outputs(one)):
        page.check('#basis input[value="unplaced"]')
    with page.expect_response(
        lambda one: "_dash-update" in one.url and late in outputs(one.request)
    ) as second:
        page.check('#basis input[value="working_age"]')
    assert "working_age" in (second.value.request.post_data or "")
    if late != "mismatch-settled.data":
        page.wait_for_function("text => document.body.innerText.includes(text)", arg=seekers(
            "working_age"))  # fmt: skip
    assert len(held) == 1 and "unplaced" in (held[0].request.post_data or "")
    with page.expect_response(lambda one: one.request == held[0].request):
        held[0].continue_()
    drawn(opened, "working_age")
    page.wait_for_timeout(300)
    assert told_of(page, late) == right
    assert seekers("working_age") in page.inner_text("h1")
    assert seekers("working_age") in page.inner_text("#border")
    assert query(page) == {"basis": "working_age"}
    assert not opened.problems
