"""Phones in a room: they follow, answer with taps, look around and come back."""

import re
from collections.abc import Iterator

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from dashboard.words import Speaker
from tests.browser.phones import ATTACK, SIZES, Presenter, fits, phone, tap_answer
from tests.dashboard.rooms.asking import OPTIONS, question

MOST_BYTES = 150_000
NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError"); }});
}
"""


@pytest.fixture
def presenter(server: str) -> Iterator[Presenter]:
    with httpx.Client(base_url=server, timeout=30) as client:
        opened = Presenter(client)
        yield opened
        opened.act("end")


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


RESULTS = {
    "single": {"road": 0, "zone": 2, "skills": 0},
    "multiple": {"road": 0, "zone": 2, "skills": 0},
    "ranking": {"road": 2, "zone": 1, "skills": 3},
    "points": {"road": 100, "zone": 0, "skills": 0},
    "budget": {"road": 200, "zone": 0, "skills": 0},
    "rating": {"1": 0, "2": 2, "3": 0, "4": 0, "5": 0},
    "text": {},
}


def test_two_phones_follow_and_answer_every_kind_of_question(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter
) -> None:
    phones = [phone(browser, contexts, server, presenter.path, lang=lang) for lang in ("km", "en")]
    presenter.act("groups", groups=OPTIONS)
    presenter.act("scene", view="/?layer=vacancies")
    for one in phones:
        expect(one.page.locator("#scene-text")).to_contain_text("190,000")
        expect(one.page.locator("#legend li").first).to_be_visible()
        one.page.locator("#tables-list button").nth(1).tap()
        expect(one.page.locator('#tables-list [aria-pressed="true"]')).to_have_count(1)
    for kind, rows in RESULTS.items():
        presenter.act("ask", question=question(kind, kind), open=True)
        for one in phones:
            expect(one.page.locator("#question-text")).to_be_visible()
            tap_answer(one.page, kind)
            one.send()
            counted = Speaker(lang=one.lang)("room_counted")
            expect(one.page.locator("#answer-said")).to_contain_text(counted)
            expect(one.page.locator("#question .main")).to_be_disabled()
            assert fits(one.page)
            found = Axe().run(one.page)
            assert found.violations_count == 0, found.generate_report()
        presenter.act("close", question=kind)
        assert presenter.rows(kind) == rows
        for one in phones:
            expect(one.page.locator("#question")).to_contain_text(
                Speaker(lang=one.lang)("room_question_closed")
            )
    for text in presenter.look()["room"]["question"]["waiting"]:
        presenter.act("moderate", what="answer", id=text["id"], passed=True)
    presenter.act("show", question="text", by_group=True)
    for one in phones:
        expect(one.page.locator("#results .texts li").first).to_have_text(ATTACK)
        assert one.page.locator("#results img").count() == 0
        assert fits(one.page)
        found = Axe().run(one.page)
        assert found.violations_count == 0, found.generate_report()
        assert not one.problems


def test_a_phone_that_reloads_is_the_same_phone_even_without_storage(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter
) -> None:
    presenter.act("ask", question=question("single"), open=True)
    for script in ("", NO_STORAGE):
        one = phone(browser, contexts, server, presenter.path, script=script)
        tap_answer(one.page, "single")
        one.send()
        expect(one.page.locator("#answer-said")).to_contain_text("You chose: Zone")
        one.page.reload()
        one.wait()
        expect(one.page.locator("#answer-said")).to_contain_text("You chose: Zone")
        one.page.locator("#question .choices label").nth(0).tap()
        one.send()
        expect(one.page.locator("#answer-said")).to_contain_text("You chose: Road")
        assert one.page.context.cookies() == []
        assert not one.problems
    assert presenter.rows("single") == {"road": 2, "zone": 0, "skills": 0}
    assert presenter.look()["room"]["phones"] == 2


@pytest.mark.parametrize("script", ["", NO_STORAGE], ids=["storage", "no storage"])
def test_who_looks_around_comes_back_with_one_tap(
    browser: Browser,
    contexts: list[BrowserContext],
    server: str,
    presenter: Presenter,
    script: str,
) -> None:
    presenter.act("scene", view="/?layer=vacancies")
    one = phone(browser, contexts, server, presenter.path, lang="km", script=script)
    one.page.locator("#around").tap()
    back = one.page.locator(".room-back")
    expect(back).to_have_text(Speaker(lang="km")("room_to_room"))
    assert "layer=vacancies" in one.page.url
    back.tap()
    one.page.wait_for_url(re.compile(presenter.path))
    one.wait()
    assert presenter.look()["room"]["phones"] == 1
    if not script:
        assert not one.problems


def test_without_server_sent_events_the_phone_asks(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter
) -> None:
    one = phone(browser, contexts, server, presenter.path, script="delete window.EventSource;")
    presenter.act("ask", question=question("single"), open=True)
    expect(one.page.locator("#question-text")).to_be_visible()
    expect(one.page.locator("#state")).to_have_text(Speaker(lang="en")("room_polling"))
    assert not one.problems


def test_a_lost_connection_is_told_and_the_answer_goes_when_it_is_back(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter
) -> None:
    presenter.act("ask", question=question("single"), open=True)
    one = phone(browser, contexts, server, presenter.path)
    one.page.route("**/answers", lambda route: route.abort())
    tap_answer(one.page, "single")
    one.send()
    expect(one.page.locator("#answer-said")).to_have_text(Speaker(lang="en")("room_kept"))
    one.page.reload()
    one.page.unroute("**/answers")
    expect(one.page.locator("#answer-said")).to_contain_text("You chose: Zone")
    assert presenter.rows("single")["zone"] == 1


def test_the_page_is_light(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter
) -> None:
    presenter.act("scene", view="/?layer=vacancies")
    for lang, (width, height) in SIZES.items():
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[float] = []
        session.on(
            "Network.loadingFinished", lambda told, to=sizes: to.append(told["encodedDataLength"])
        )
        page.goto(f"{server}{presenter.path}?lang={lang}")
        page.wait_for_selector('#page[data-ready="true"]')
        expect(page.locator("#picture-image")).to_be_visible()
        page.evaluate("document.fonts.ready.then(() => true)")
        assert 20_000 < sum(sizes) < MOST_BYTES, sizes


@pytest.mark.parametrize("lang", ["en", "km"])
def test_a_wrong_code_is_told_where_it_can_be_typed_again(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter, lang: str
) -> None:
    one = phone(browser, contexts, server, "/join/BBBBBB", lang=lang)
    expect(one.page.locator("[role=alert]")).to_have_text(Speaker(lang=lang)("room_unknown"))
    found = Axe().run(one.page)
    assert found.violations_count == 0, found.generate_report()
    one.page.fill("#code", presenter.made["code"].lower())
    one.page.locator(".main").tap()
    one.page.wait_for_url(re.compile(presenter.path))
    one.wait()
    assert fits(one.page)
    presenter.act("end")
    expect(one.page.locator("#state")).to_contain_text(Speaker(lang=lang)("room_ended"))


def test_objections_are_sent_with_a_place(
    browser: Browser, contexts: list[BrowserContext], server: str, presenter: Presenter
) -> None:
    one = phone(browser, contexts, server, presenter.path)
    one.page.locator("#objecting summary").tap()
    one.page.select_option("#objection-target", "province:02")
    one.page.fill("#objection-text", ATTACK)
    one.page.locator("#objection .main").tap()
    expect(one.page.locator("#objection-said")).to_have_text(
        Speaker(lang="en")("room_objection_taken")
    )
    (found,) = presenter.look()["room"]["objections"]
    presenter.act("moderate", what="objection", id=found["id"], passed=True)
    expect(one.page.locator("#objections-list li")).to_contain_text(f"Battambang {ATTACK}")
    assert not one.problems
