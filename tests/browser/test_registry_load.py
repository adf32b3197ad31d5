"""A registry in the browser: wrong at first, mended, counted, accepted, loaded again, cancelled."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from records.synthetic import frame
from tests.browser.conftest import OpenPage, serving, watched

SLOW_MS = 60_000
PERSON = "Sok Dara"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app of its own, because what is accepted holds on every page."""
    with serving(tmp_path_factory.mktemp("registry")) as address:
        yield address


@pytest.fixture
def open_site(page: Page, site: str) -> OpenPage:
    return watched(page, site)


def register(rows: int, *, seed: int = 1) -> bytes:
    """A register as a ministry may have it: its own heading for the status, names, a total."""
    records = frame(rows=rows, seed=seed).drop(columns=["synthetic", "debt", "arrears"])
    records = records.rename(columns={"status": "Where they are now"}).assign(name=PERSON)
    text = records.to_csv(index=False)
    lines = text.splitlines()
    lines[1] = re.sub(r"^(\d+),\d\d", r"\1,Meanchey", lines[1])
    return "\n".join([*lines, "Total" + "," * lines[0].count(",")]).encode()


def choose(page: Page, content: bytes, name: str = "register.csv") -> None:
    form = page.locator("#page .registry-form")
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    form.locator("[name=file]").set_input_files(file)  # type: ignore[arg-type]  # a dictionary


def look(page: Page) -> Locator:
    page.locator("[data-registry=look]").click()
    mapped = page.locator(".registry-map")
    expect(mapped.locator("h3").first).to_be_visible(timeout=SLOW_MS)
    return mapped


def check(page: Page) -> Locator:
    page.locator("[data-registry=check]").click()
    found = page.locator(".registry-found")
    expect(found.locator("h3").first).to_be_visible(timeout=SLOW_MS)
    return found


def test_a_registry_from_errors_to_its_second_release(open_site: OpenPage) -> None:
    opened = open_site("/monitor")
    page = opened.page
    choose(page, b"%PDF-1.7 no table")
    page.locator("[data-registry=look]").click()
    expect(page.locator(".registry-found")).to_contain_text("no CSV", timeout=SLOW_MS)

    choose(page, register(6_000))
    mapped = look(page)
    expect(mapped).to_contain_text("name (name)")
    assert PERSON not in mapped.inner_text()
    expect(mapped.locator("[name=field-status]")).to_have_value("")
    found = check(page)
    expect(found).to_contain_text("No column holds the status")
    expect(found.locator("[data-registry=accept]")).to_have_count(0)

    mapped.locator("[name=field-status]").select_option("Where they are now")
    expect(found).to_be_empty()
    found = check(page)
    expect(found).to_contain_text("“Meanchey” is not surely a province")
    expect(found).to_contain_text("Banteay Meanchey")
    expect(found).to_contain_text("The row holds totals")
    expect(found).to_contain_text("Release 1, as it would be shown")
    expect(found.locator(".unseen").first).to_be_visible()
    expect(found.locator(".banner")).to_have_count(0)
    assert PERSON not in found.inner_text()
    found.locator("[name=save]").fill("As the ministry has it")
    found.locator("[data-registry=accept]").click()
    assert page.locator("#page h1").inner_text().startswith("Of returnees"), "not without a name"
    found.locator("[name=who]").fill("Sok")
    found.locator("[data-registry=accept]").click()
    expect(page.locator("#page h1")).to_contain_text("registry", timeout=SLOW_MS)
    opened.wait_until_ready()
    expect(page.locator(".synthetic-strip")).to_have_count(0)
    expect(page.locator("#monitor-releases")).to_contain_text("Sok")

    choose(page, register(9_000))
    mapped = look(page)
    mapped.locator("[name=saved]").select_option("As the ministry has it")
    expect(mapped.locator("[name=field-status]")).to_have_value("Where they are now")
    found = check(page)
    expect(found).to_contain_text("Release 2, as it would be shown")
    found.locator("[name=who]").fill("Dara")
    found.locator("[data-registry=accept]").click()
    expect(page.locator("#monitor-releases")).to_contain_text("Dara", timeout=SLOW_MS)
    opened.wait_until_ready()

    choose(page, frame(rows=500).to_csv(index=False).encode())
    look(page)
    page.locator("[data-registry=check]").click()
    said = page.locator(".registry .desk-said")
    expect(said).to_contain_text("Synthetic records are never shown", timeout=SLOW_MS)
    assert not opened.problems


def test_while_a_registry_is_counted_the_page_answers_and_it_can_be_cancelled(
    open_site: OpenPage,
) -> None:
    opened = open_site("/monitor")
    page = opened.page
    rows = 250_000
    choose(page, frame(rows=rows).to_csv(index=False).encode(), "synthetic-records.csv")
    look(page)
    releases = page.locator("#monitor-releases").inner_text()
    page.locator("[data-registry=check]").click()
    expect(page.locator(".registry progress")).to_be_visible()
    expect(page.locator(".registry .desk-said")).to_contain_text("The server", timeout=SLOW_MS)
    page.locator("#monitor-sex input").nth(1).check()
    expect(page.locator("#page .monitor-head .kicker")).to_contain_text("Women")
    page.locator("[data-registry=cancel]").click()
    expect(page.locator(".registry .desk-said")).to_contain_text("Cancelled")
    expect(page.locator(".registry progress")).to_be_hidden()
    expect(page.locator(".registry-found")).to_be_empty()
    expect(page.locator("[data-registry=check]")).to_be_enabled()
    assert page.locator("#monitor-releases").inner_text() == releases
    assert not opened.problems


def test_a_reader_of_khmer_gets_the_report_in_khmer(open_site: OpenPage) -> None:
    opened = open_site("/monitor", lang="km")
    page = opened.page
    rows = "".join(
        f"កែប,ស្រី,{status},{pay}\n" for status, pay in (("អ្វីផ្សេង", "5៛"), ("មានការងារ", "២៥០"))
    )
    choose(page, f"ខេត្ត,ភេទ,ស្ថានភាព,ចំណូលបច្ចុប្បន្ន\n{rows}".encode(), "បញ្ជី.csv")
    look(page)
    found = check(page)
    told = found.locator(".problems").inner_text()
    assert not re.findall("[A-Za-z]{3,}", told), told
    assert "ចុះបញ្ជី, បណ្តុះបណ្តាល, មានការងារ" in told
    assert not opened.problems
