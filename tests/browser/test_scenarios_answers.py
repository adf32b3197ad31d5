"""What the page of scenarios asks of the server, and answers that come late."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.address import hold_first, outputs
from tests.browser.conftest import OpenPage
from tests.browser.scenarios_page import ONE, TWO, WAIT_MS, follows, until_address

LATE = {
    "scenario-headline.html": "h1",
    "scenario-settled.data": "#results",
    "comparison.html": "#comparison",
    "challenge.html": "#challenge",
    "best.html": "#best",
}


@pytest.mark.parametrize("late", list(LATE))
def test_an_answer_that_comes_late_never_overwrites_a_newer_one(
    open_page: OpenPage, late: str
) -> None:
    select, first, second = ("#year", "2030", "2032")
    if late == "best.html":
        select, first, second = ("#border-share", "100", "75")
    opened = open_page(f"/scenarios?plan={TWO}")
    page = opened.page
    told = page.locator(LATE[late])
    page.click(".limits summary")
    before = told.inner_text()
    page.select_option(select, second)
    expect(told).not_to_have_text(before, use_inner_text=True, timeout=WAIT_MS)
    opened.wait_until_ready()
    right = told.inner_text()
    address = page.url
    page.go_back()
    expect(told).to_have_text(before, use_inner_text=True, timeout=WAIT_MS)
    opened.wait_until_ready()
    held = hold_first(page, lambda one: late in outputs(one))
    with page.expect_request(lambda one: "_dash-update" in one.url and late in outputs(one)):
        page.select_option(select, first)
    page.select_option(select, second)
    expect(told).to_have_text(right, use_inner_text=True, timeout=WAIT_MS)
    assert len(held) == 1 and f"={first}" in (held[0].request.post_data or "")
    with page.expect_response(lambda one: one.request == held[0].request):
        held[0].continue_()
    opened.wait_until_ready()
    page.wait_for_timeout(300)
    assert told.inner_text() == right
    assert page.url == address
    follows(opened)
    assert not opened.problems


@pytest.fixture
def headline_requests(page: Page) -> Iterator[list[str]]:
    """Addresses for which an answer in words was asked of the server."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "_dash-update-component" in request.url and "scenario-headline" in outputs(request):
            sent = json.loads(request.post_data or "{}")
            asked.append(str(sent["inputs"][0].get("value")))

    page.on("request", note)
    yield asked


def test_a_slider_asks_the_server_once_when_it_rests(
    open_page: OpenPage, headline_requests: list[str]
) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    headline_requests.clear()
    opened.page.evaluate(
        """() => {
          const slider = document.querySelector(".plan-row input[type=range]");
          for (let at = 0; at < 8; at += 1) {
            slider.stepDown();
            slider.dispatchEvent(new Event("input", {bubbles: true}));
          }
        }"""
    )
    until_address(opened, plan=ONE.replace(":70:", ":62:"))
    follows(opened)
    assert headline_requests == [f"?plan={ONE.replace(':70:', ':62:')}"]


def test_a_drag_is_answered_while_it_lasts_and_is_one_step_of_back(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    first = page.inner_text("h1")
    slider = page.locator(".plan-row input[type=range]").first
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.post_data or ""))
    slider.evaluate(
        """async (input) => {
            const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
            for (let usd = 71; usd <= 90; usd += 1) {
                set.call(input, usd);
                input.dispatchEvent(new Event("input", {bubbles: true}));
                await new Promise((done) => setTimeout(done, 40));
            }
        }"""
    )
    wanted = ONE.replace(":70:", ":90:")
    until_address(opened, plan=wanted)
    follows(opened)
    assert [body for body in sent if '"plan-editor.draft"' in body]
    expect(page.locator("#results.stale")).to_have_count(0)
    page.go_back()
    until_address(opened, plan=ONE)
    expect(page.locator("h1")).to_have_text(first, timeout=WAIT_MS)
    assert not opened.problems
