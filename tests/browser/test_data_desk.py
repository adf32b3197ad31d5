"""A whole load in the browser: errors, mending, preview, accepting, comparing, and the way back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Opened, OpenPage, serving, watched

SLOW_MS = 30_000
HEAD = "Province,Returnees,Date of the number\n"
WRONG = HEAD + "Meanchey,150000,2026-10\nBattambang,about 90000,2026-10\nខេត្តកែប,១២០,2026-10\n"
MENDED = HEAD + 'Meanchey,150000,2026-10\nBattambang,"90,000",2026-10\nខេត្តកែប,១២០,2026-10\n'


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app of its own, because what is accepted holds on every page."""
    with serving(tmp_path_factory.mktemp("desk")) as address:
        yield address


@pytest.fixture
def open_desk(page: Page, desk: str) -> OpenPage:
    return watched(page, desk)


def file_of(text: str | bytes, name: str = "counts.csv") -> Any:
    content = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def fill(
    page: Page, text: str | bytes, *, kind: str = "returnees", name: str = "counts.csv"
) -> None:
    form = page.locator("#page .desk-form")
    form.locator("[name=kind]").select_option(kind)
    form.locator("[name=file]").set_input_files(file_of(text, name))
    form.locator("[name=title]").fill("Register of returnees")
    form.locator("[name=publisher]").fill("Ministry")
    form.locator("[name=date]").fill("2026-10-31")


def check(page: Page) -> Locator:
    page.locator("#page [data-desk=check]").click()
    expect(page.locator("#page .desk-found h3").first).to_be_visible(timeout=SLOW_MS)
    return page.locator("#page .desk-found")


def accept(opened: Opened, *, who: str, number: int) -> None:
    found = opened.page.locator("#page .desk-found")
    found.locator("[name=who]").fill(who)
    found.locator("[name=note]").fill(f"Note of {who}")
    found.locator("[data-desk=accept]").click()
    said = f"Version {number} holds since"
    expect(opened.page.locator("#data-now")).to_contain_text(said, timeout=SLOW_MS)
    opened.wait_until_ready()


def test_a_whole_load_from_errors_to_the_way_back(open_desk: OpenPage) -> None:
    opened = open_desk("/data")
    page = opened.page
    expect(page.locator(".foot")).to_contain_text("Data: as shipped")
    expect(page.locator("#data-now")).to_contain_text("Nothing has been loaded")

    fill(page, WRONG)
    found = check(page)
    expect(found).to_contain_text("Problems to mend: 2 · rows that can be used: 1")
    expect(found).to_contain_text("'about 90000' is not a number")
    found.get_by_role("button", name="Banteay Meanchey is meant").click()
    expect(found).to_contain_text("Problems to mend: 1 · rows that can be used: 2", timeout=SLOW_MS)

    fill(page, MENDED)
    found = check(page)
    expect(found).to_contain_text("Problems to mend: 1")
    found.get_by_role("button", name="Banteay Meanchey is meant").click()
    expect(found).to_contain_text("Every row can be used: 3", timeout=SLOW_MS)
    expect(found.locator(".small-maps figure")).to_have_count(3)
    first = found.locator("tbody tr", has_text="Banteay Meanchey")
    expect(first).to_contain_text("150,000")
    expect(first).to_contain_text("reported")
    expect(found.locator("tbody tr", has_text="Pursat")).to_contain_text("estimated")

    accept(opened, who="Sok", number=1)
    expect(page.locator(".foot")).to_contain_text("Data: version 1")
    expect(page.locator("#versions tbody tr").first).to_contain_text("Note of Sok")
    expect(page.locator("#data-now")).to_contain_text(
        "provinces: 3; estimated from what is left of the country's total: 22"
    )

    open_desk("/?province=01")
    expect(page.locator("#province-panel")).to_contain_text("150,000")
    expect(page.locator("#province-panel")).to_contain_text("Ministry 2026")

    open_desk("/data")
    page.locator(".desk-compare [name=from]").select_option("0")
    page.locator(".desk-compare [name=to]").select_option("1")
    page.locator(".desk-compare button").click()
    opened.wait_until_ready()
    expect(page.locator("#compared")).to_contain_text("Returnees, provinces: 25")
    page.locator("#compared").get_by_text("Returnees, provinces: 25", exact=True).click()
    expect(page.locator("#compared tbody tr", has_text="Kep").first).to_contain_text("120")

    page.locator("#versions a", has_text="look").first.click()
    opened.wait_until_ready()
    expect(page.locator("#looked")).to_contain_text("counts.csv")
    expect(page.locator("#looked tbody tr")).to_have_count(3)

    page.locator(".desk-restore [name=number]").select_option("0")
    page.locator(".desk-restore [name=who]").fill("Dara")
    page.locator(".desk-restore [data-desk=restore]").click()
    expect(page.locator("#data-now")).to_contain_text("version 0", timeout=SLOW_MS)
    opened.wait_until_ready()
    expect(page.locator("#versions tbody tr").first).to_contain_text("brought back from version 0")
    assert not opened.problems


def test_who_comes_second_is_told_and_loses_nothing(open_desk: OpenPage, desk: str) -> None:
    opened = open_desk("/data")
    page = opened.page
    fill(page, HEAD + "Kep,100,2026\n")
    check(page)
    other = page.context.new_page()
    other.goto(f"{desk}/data")
    other.wait_for_selector('#page[data-ready="true"]', timeout=SLOW_MS)
    fill(other, HEAD + "Takeo,1000,2026\n")
    check(other)
    other.locator(".desk-found [name=who]").fill("First")
    other.locator("[data-desk=accept]").click()
    expect(other.locator("#data-now")).to_contain_text("accepted by First", timeout=SLOW_MS)
    page.locator(".desk-found [name=who]").fill("Second")
    page.locator("[data-desk=accept]").click()
    expect(page.locator(".desk .desk-said").first).to_contain_text("meanwhile", timeout=SLOW_MS)
    found = check(page)
    assert "Takeo" in found.inner_text()
    page.locator(".desk-found [name=who]").fill("Second")
    page.locator("[data-desk=accept]").click()
    expect(page.locator("#data-now")).to_contain_text("provinces: 2;", timeout=SLOW_MS)
    opened.wait_until_ready()
    assert not opened.problems


def test_a_load_can_be_cancelled_while_it_is_sent(open_desk: OpenPage) -> None:
    opened = open_desk("/data")
    page = opened.page
    held: list[Route] = []
    page.route("**/data/desk/check", lambda route: held.append(route))
    fill(page, HEAD + "Kep,100,2026\n")
    page.locator("[data-desk=check]").click()
    cancel = page.locator("#page [data-desk=cancel]")
    expect(cancel).to_be_visible()
    expect(page.locator("#page progress")).to_be_visible()
    cancel.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".desk .desk-said").first).to_contain_text(
        "Cancelled. Nothing was changed."
    )
    expect(cancel).to_be_hidden()
    expect(page.locator("#page [data-desk=check]")).to_be_enabled()
    page.unroute("**/data/desk/check")
    expect(check(page)).to_contain_text("Every row can be used: 1")
    assert not opened.problems


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7", "This is a PDF"),
        (b"", "The file is empty"),
        ("extþ,cMnYn\nPñMeBj,12\nkMBg;cam,3\n".encode(), "Limon"),
        (b"x" * (11 * 1024 * 1024), "larger than 10 MB"),
    ],
)
def test_a_wrong_file_is_told_at_once(open_desk: OpenPage, content: bytes, says: str) -> None:
    opened = open_desk("/data")
    opened.page.locator("#page .desk-form [name=kind]").wait_for()
    fill(opened.page, content)
    opened.page.locator("#page [data-desk=check]").click()
    expect(opened.page.locator("#page .desk")).to_contain_text(says, timeout=SLOW_MS)
    assert not opened.problems


def test_the_template_comes_back_as_a_file_that_is_understood(
    open_desk: OpenPage, tmp_path: Path
) -> None:
    opened = open_desk("/data?lang=km")
    page = opened.page
    page.locator("#page .desk-form [name=kind]").select_option("zones")
    with page.expect_download() as download:
        page.locator('[data-kind="zones"] a[href*="xlsx"]').last.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    fill(page, path.read_bytes(), kind="zones", name=path.name)
    found = check(page)
    expect(found).to_contain_text("ជួរទាំង 35 អាចប្រើបាន")
    assert not opened.problems


def test_words_of_the_form_are_json_that_the_script_can_read(open_desk: OpenPage) -> None:
    opened = open_desk("/data?lang=km&digits=khmer")
    told = opened.page.locator("#page .desk-form").get_attribute("data-told")
    assert told and all(json.loads(told).values())
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_page_fits_a_phone(open_desk: OpenPage, lang: str) -> None:
    opened = open_desk("/data", width=390, height=844, lang=lang)
    fill(opened.page, WRONG)
    check(opened.page)
    wide = opened.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert not opened.problems
