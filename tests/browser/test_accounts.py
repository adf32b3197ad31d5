"""Signing in where others reach the atlas: by keyboard, in both languages, on a phone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Opened, OpenPage, serving, watched
from tests.browser.looks import not_khmer, wider_than_the_screen
from tests.browser.saved_acts import press, said, save

PASSWORD = "a fine password to have"
PLAN = "/scenarios?plan=enterprise_fund:02:20:2026:3"
PEOPLE = {"Sok Dara": "steward", "ចាន់ ធី": "editor", "Leaves Again": "editor"}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real app where others reach it, with a steward and editors."""
    folder = tmp_path_factory.mktemp("public")
    for name, role in PEOPLE.items():
        make(folder, name, role)
    secret = "r5Vq0pXzT8nLw2KdYb7MfJ4uHs9GcA1e"
    with serving(folder, ATLAS_PROXY="yes", ATLAS_SECRET=secret) as address:
        yield address


def make(folder: Path, name: str, role: str) -> None:
    """Make an account at the command line."""
    subprocess.run(
        [sys.executable, "-m", "dashboard", "accounts", "add", name, "--role", role],
        cwd=ROOT,
        env={**os.environ, "ATLAS_DATABASE_URL": f"sqlite:///{folder / 'atlas.db'}"},
        input=f"{PASSWORD}\n",
        text=True,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def open_public(page: Page, public: str) -> OpenPage:
    """How addresses of that app are opened."""
    return watched(page, public)


def sign_in(opened: Opened, name: str) -> None:
    """Type name and password, and press Enter."""
    opened.page.fill("[name=name]", name)
    opened.page.fill("[name=password]", PASSWORD)
    opened.page.keyboard.press("Enter")


def test_somebody_who_may_not_save_signs_in_comes_back_and_saves(open_public: OpenPage) -> None:
    opened = open_public(PLAN)
    page = opened.page
    press(page, "create")
    said(page, "Only an editor or a steward may do this.")
    page.locator("#saved-said a", has_text="Sign in").click()
    page.wait_for_url("**/sign-in?**")
    sign_in(opened, "ចាន់ ធី")
    page.wait_for_url("**/scenarios?plan=enterprise_fund:02:20:2026:3")
    opened.wait_until_ready()
    expect(page.locator(".who-name")).to_contain_text("ចាន់ ធី")
    assert page.locator("#saved .refused").count() == 0
    assert page.input_value("#saved-author") == "ចាន់ ធី"
    save(opened, "Signed")
    expect(page.locator("#saved-list")).to_contain_text("ចាន់ ធី")
    assert not opened.problems


def test_signing_out_in_the_bar_takes_the_right_to_save_away(open_public: OpenPage) -> None:
    opened = open_public("/sign-in?next=/scenarios")
    sign_in(opened, "Leaves Again")
    opened.wait_until_ready()
    page = opened.page
    page.wait_for_selector("body.live .who")
    page.locator(".who button").click()
    page.wait_for_selector("body.live a.who-in")
    opened = open_public(PLAN)
    press(page, "create")
    said(page, "Only an editor or a steward")
    assert not opened.problems


def test_a_steward_who_is_not_signed_in_is_told_before_a_file_is_sent(
    open_public: OpenPage, tmp_path: Path
) -> None:
    opened = open_public("/data")
    page = opened.page
    expect(page.locator("#load .refused")).to_contain_text("Only a steward may do this")
    file = tmp_path / "counts.csv"
    file.write_text("Province,Returnees\nKep,1200\n", encoding="utf-8")
    page.set_input_files(".desk-form [name=file]", str(file))
    page.fill(".desk-form [name=title]", "Register")
    page.fill(".desk-form [name=publisher]", "Ministry")
    page.fill(".desk-form [name=date]", "2026-10-31")
    page.click("[data-desk=check]")
    expect(page.locator(".desk-progress .desk-said, .desk-said").first).to_contain_text(
        "Only a steward may do this"
    )
    assert [one for one in opened.problems if "401" not in one] == []


def test_a_wrong_password_is_told_and_the_name_stays(open_public: OpenPage) -> None:
    opened = open_public("/sign-in")
    page = opened.page
    page.fill("[name=name]", "Sok Dara")
    page.fill("[name=password]", "not the password")
    page.keyboard.press("Enter")
    expect(page.locator("[role=alert]")).to_have_text("The name or the password is wrong.")
    assert page.input_value("[name=name]") == "Sok Dara"
    assert page.input_value("[name=password]") == ""
    assert [one for one in opened.problems if "401" not in one] == []


def test_the_form_is_filled_in_by_keyboard_alone(open_public: OpenPage) -> None:
    opened = open_public("/sign-in?next=/methods")
    page = opened.page
    page.locator("[name=name]").focus()
    page.keyboard.type("Sok Dara")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/methods")
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 1440])
def test_pages_of_people_are_for_everyone(open_public: OpenPage, width: int, lang: str) -> None:
    opened = open_public("/sign-in", width=width, lang=lang)
    page = opened.page
    looked(opened, lang)
    sign_in(opened, "Sok Dara")
    opened.wait_until_ready()
    for path in ("/account", "/accounts", "/audit", "/"):
        open_public(path, width=width, lang=lang)
        for closed in page.locator("main .accounts summary").all():
            closed.click()
        looked(opened, lang)
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [1440, 390])
def test_pages_of_people_without_anybody_yet_are_for_everyone(
    open_page: OpenPage, width: int, lang: str
) -> None:
    for path in ("/sign-in", "/accounts", "/audit"):
        opened = open_page(path, width=width, lang=lang)
        looked(opened, lang)
        assert not opened.problems


def looked(opened: Opened, lang: str) -> None:
    """axe finds nothing, nothing is wider than the screen, and the language is the reader's."""
    found = Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()
    assert wider_than_the_screen(opened.page) == []
    wide = opened.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    if lang == "km":
        words = opened.page.locator("main h1, main .field-name, main button, .who button")
        assert not_khmer(words.all_inner_texts()) == []
