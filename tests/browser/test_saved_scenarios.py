"""Saved scenarios in the browser, with a database of their own that can be taken away."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser import conftest
from tests.browser.conftest import OpenPage
from tests.browser.saved_acts import entry, press, said, save

PLAN = "/scenarios?plan=enterprise_fund:02:20:2026:3"
OTHER = "/scenarios?plan=enterprise_fund:02:35:2026:3"
RETRY_MS = 6_000
WARM_SECONDS = 60
EXPECT_MS = 15_000
USUAL_MS = 5_000


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the scenarios of these tests are kept."""
    return tmp_path_factory.mktemp("saved") / "atlas.db"


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[str]:
    """The real app on that database; its address."""
    port = conftest._free_port()
    address, log = f"http://127.0.0.1:{port}", database.with_name("server.log")
    more = {"HOST": "127.0.0.1", "PORT": str(port), "ATLAS_DATABASE_URL": f"sqlite:///{database}"}
    with log.open("wb") as written:
        app = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=conftest.ROOT,
            env={**os.environ, **more},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            conftest._wait_for_health(address, app, log)
            with urlopen(f"{address}{PLAN}", timeout=WARM_SECONDS):
                pass
            yield address
        finally:
            conftest._stop(app, log)


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Saving works out numbers, which a busy machine does slowly."""
    expect.set_options(timeout=EXPECT_MS)
    yield
    expect.set_options(timeout=USUAL_MS)


def test_save_reload_search_and_open(open_page: OpenPage) -> None:
    opened = open_page(PLAN)
    page = opened.page
    save(opened, "Small firms <b>", "First & best")
    assert "saved=" in page.url
    page.reload()
    opened.wait_until_ready()
    expect(page.locator("#saved-name")).to_have_value("Small firms <b>")
    expect(page.locator("#saved-current")).to_contain_text("version 1")
    page.fill("#saved-query", "firms best")
    expect(entry(page, "Small firms <b>")).to_be_visible()
    page.fill("#saved-query", "nowhere")
    expect(page.locator("#saved-list")).to_contain_text("No saved scenario has all these words")
    page.fill("#saved-query", "")
    opened = open_page("/scenarios")
    entry(page, "Small firms <b>").get_by_role("button", name="Open").click()
    said(page, "is open")
    page.wait_for_url("**plan=enterprise_fund:02:20:2026:3**")
    opened.wait_until_ready()
    assert not opened.problems


def test_versions_are_seen_opened_and_restored(open_page: OpenPage) -> None:
    opened = open_page(PLAN)
    page = opened.page
    save(opened, "Versions")
    first = page.url
    page.locator("#plan-editor input[type=range]").nth(1).press("ArrowRight")
    expect(page.locator("#saved-current")).to_contain_text("changes are not saved")
    page.fill("#saved-note", "more money")
    press(page, "save")
    said(page, "as version 2")
    entry(page, "Versions").get_by_role("button", name="History").click()
    rows = page.locator("#saved-history li")
    expect(rows).to_have_count(2)
    rows.nth(1).get_by_role("button", name="Open").click()
    said(page, "version 1, is open")
    page.wait_for_url(first)
    expect(page.locator("#saved-current")).to_contain_text("the newest is version 2")
    rows.nth(1).get_by_role("button", name="Restore").click()
    said(page, "Version 1 of “Versions” is the newest again, as version 3.")
    expect(rows).to_have_count(3)
    expect(rows.first).to_contain_text("Restored from version 1")
    assert "plan=enterprise_fund:02:20:2026:3" in page.url
    opened.wait_until_ready()
    assert not opened.problems


def test_duplicate_delete_and_bring_back(open_page: OpenPage) -> None:
    opened = open_page(PLAN)
    page = opened.page
    save(opened, "Twice")
    entry(page, "Twice").get_by_role("button", name="Duplicate").click()
    expect(entry(page, "Twice (copy)")).to_be_visible()
    entry(page, "Twice (copy)").get_by_role("button", name="Delete").click()
    expect(entry(page, "Twice (copy)")).to_have_count(0)
    said(page, "is deleted")
    expect(page.locator("#saved-said")).to_be_focused()
    page.get_by_text("Deleted scenarios").click()
    page.get_by_role("button", name="Bring back “Twice (copy)”").click()
    expect(entry(page, "Twice (copy)")).to_be_visible()
    opened.wait_until_ready()
    assert not opened.problems


@pytest.mark.parametrize("way", ["on top", "copy"])
def test_the_second_of_two_people_is_told_and_both_versions_stay(
    open_page: OpenPage, browser: Browser, way: str
) -> None:
    name = f"Shared {way}"
    opened = open_page(PLAN)
    page = opened.page
    save(opened, name)
    other = browser.new_context().new_page()
    other.goto(page.url)
    other.wait_for_selector('#page[data-ready="true"]', timeout=conftest.READY_MS)
    expect(other.locator("#saved-name")).to_have_value(name)
    other.fill("#saved-note", "the other person")
    other.fill("#saved-author", "Dara")
    press(other, "save")
    said(other, "as version 2")
    other.context.close()
    page.fill("#saved-note", "mine")
    press(page, "save")
    said(page, "changed meanwhile: version 2 is saved, yours began with version 1")
    box = page.locator("#saved-conflict")
    expect(box).to_contain_text("Dara")
    expect(box).to_contain_text("the other person")
    expect(page.locator("#saved-note")).to_have_value("mine")
    assert Axe().run(page).violations_count == 0
    press(page, "over" if way == "on top" else "copy")
    expect(box).to_be_empty()
    if way == "on top":
        said(page, "as version 3")
        entry(page, name).get_by_role("button", name="History").click()
        expect(page.locator("#saved-history li")).to_have_count(3)
        expect(page.locator("#saved-history")).to_contain_text("the other person")
    else:
        said(page, f"“{name} (copy)” is saved, as version 1.")
        expect(entry(page, name)).to_contain_text("the other person")
    opened.wait_until_ready()
    assert not opened.problems


def test_a_file_goes_out_and_comes_back(open_page: OpenPage, tmp_path: Path) -> None:
    opened = open_page(f"{PLAN}&year=2030&reach_km=100&budget=300")
    page = opened.page
    page.fill("#saved-name", "ផែនការ 1")
    with page.expect_download() as loading:
        press(page, "file")
    file = tmp_path / "out.json"
    loading.value.save_as(file)
    assert loading.value.suggested_filename == "ផែនការ-1.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document["plan"] == "enterprise_fund:02:20:2026:3"
    opened = open_page("/scenarios")
    page.set_input_files("#saved-acts-file", file)
    said(page, "The file is open")
    expect(page.locator("#saved-said p")).to_have_count(1)
    page.wait_for_url("**reach_km=100**")
    expect(page.locator("#saved-name")).to_have_value("ផែនការ 1")
    for part in ("plan=enterprise_fund:02:20:2026:3", "year=2030", "budget=300"):
        assert part in page.url
    document["plan"] += ",zzz:02:5:2026:3"
    document["numbers"]["more_near_home"]["2030"]["central"] = 999_999
    file.write_text(json.dumps(document))
    page.set_input_files("#saved-acts-file", file)
    said(page, "“zzz:02:5:2026:3” for “plan” is not known here")
    said(page, "The numbers kept with it are not the ones worked out now")
    expect(page.locator("#page")).not_to_contain_text("999,999")
    opened.wait_until_ready()
    assert not opened.problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "damaged"),
        ('{"a": 1}', "not a scenario of the Corridor Atlas"),
        ('{"kind": "corridor-atlas-scenario", "schema": 2}', "newer version"),
        ("x" * 200_000, "no more than"),
    ],
)
def test_a_file_that_cannot_be_opened_changes_nothing(
    open_page: OpenPage, tmp_path: Path, text: str, told: str
) -> None:
    opened = open_page(PLAN)
    before = opened.page.url
    file = tmp_path / "in.json"
    file.write_text(text)
    opened.page.set_input_files("#saved-acts-file", file)
    said(opened.page, told)
    said(opened.page, "Nothing was changed")
    assert opened.page.url == before
    assert not opened.problems


def test_a_name_is_asked_for(open_page: OpenPage) -> None:
    opened = open_page(PLAN)
    press(opened.page, "create")
    said(opened.page, "“Name” is empty")
    assert "saved=" not in opened.page.url
    opened = open_page("/scenarios")
    opened.page.fill("#saved-name", "Nothing")
    press(opened.page, "create")
    said(opened.page, "no money in the plan yet")
    assert not opened.problems


def test_a_locked_database_is_told_and_the_page_works(open_page: OpenPage, database: Path) -> None:
    opened = open_page(PLAN)
    page = opened.page
    page.fill("#saved-name", "Locked out")
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        press(page, "create")
        said(page, "busy with something else")
        expect(page.locator("#saved-name")).to_have_value("Locked out")
    finally:
        other.rollback()
        other.close()
    press(page, "create")
    said(page, "“Locked out” is saved")
    opened.wait_until_ready()
    assert not opened.problems


def test_a_database_that_is_gone_is_told_and_comes_back(
    open_page: OpenPage, database: Path
) -> None:
    opened = open_page(PLAN)
    page = opened.page
    save(opened, "Before it went")
    aside = database.with_name("aside")
    aside.mkdir()
    files = sorted(database.parent.glob("atlas.db*"))
    for file in files:
        file.rename(aside / file.name)
    try:
        press(page, "create")
        said(page, "is gone: atlas.db")
        opened = open_page(OTHER)
        expect(page.locator("#saved-list")).to_contain_text("atlas.db")
        expect(page.locator("#scenario-headline h1")).to_contain_text("USD 35 million")
        assert Axe().run(page).violations_count == 0
    finally:
        for file in files:
            (aside / file.name).rename(file)
    end = time.monotonic() + RETRY_MS / 1000
    while time.monotonic() < end:
        page.fill("#saved-query", "Before")
        page.wait_for_timeout(700)
        page.fill("#saved-query", "")
        page.wait_for_timeout(700)
        if entry(page, "Before it went").count():
            break
    expect(entry(page, "Before it went")).to_be_visible()
    opened.wait_until_ready()
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(open_page: OpenPage, lang: str, width: int) -> None:
    opened = open_page(PLAN, width=width, height=900, lang=lang)
    page = opened.page
    page.fill("#saved-name", f"Axe {lang} {width}")
    press(page, "create")
    expect(page.locator("#saved-current [data-act='saved:save']")).to_be_visible()
    page.locator("#saved-list [data-act^='saved:history']").first.click()
    expect(page.locator("#saved-history li")).not_to_have_count(0)
    for drawer in page.locator("#saved details > summary").all():
        drawer.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    assert not opened.problems
