"""The map page as people use it: mouse, keyboard, links, Back, both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

PHNOM_PENH = 'path[data-code="12"]'


def value(page: Page, code: str) -> float:
    return float(page.get_attribute(f'path[data-code="{code}"]', "data-value") or "nan")


def selected(page: Page) -> list[str]:
    """Codes of the provinces that are selected on the map, now."""
    return page.eval_on_selector_all(
        'path.province[aria-pressed="true"]', "all => all.map(one => one.dataset.code)"
    )


def test_the_answer_stands_above_the_picture(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    assert page.locator("h1").count() == 1
    sentence = page.inner_text("h1")
    for word in ("910,000", "Banteay Meanchey", "Battambang", "Siem Reap"):
        assert word in sentence
    assert "190,000" in page.inner_text("#headline .more")
    assert page.locator("path.province").count() == 25
    assert not opened.problems


def test_a_layer_switch_changes_map_words_chart_table_and_url(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    before = page.get_attribute(PHNOM_PENH, "fill")
    page.get_by_label("Job vacancies").check()
    opened.wait_until_ready()
    expect(page.locator("h1")).to_contain_text("open jobs")
    assert page.get_attribute(PHNOM_PENH, "fill") != before
    assert page.url.endswith("/?layer=vacancies")
    assert "Job vacancies" in page.inner_text("#table-twin h2")
    assert page.inner_text("#table-twin tbody tr:first-child th") == "Phnom Penh"
    expect(page.locator("#ranking-chart .ytick text").last).to_have_text(re.compile("Phnom Penh"))
    assert not opened.problems


def test_the_map_repaints_from_data_in_the_page(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.route("**/_dash-update-component*", lambda route: None)
    before = page.get_attribute(PHNOM_PENH, "fill")
    page.get_by_label("Population").check()
    expect(page.locator(PHNOM_PENH)).not_to_have_attribute("fill", before or "")
    assert value(page, "12") == 2_281_951
    assert page.locator(".map-title").inner_text().startswith("Population")


def test_a_measure_belongs_to_its_layer(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.select_option("#measure", "women")
    opened.wait_until_ready()
    assert "measure=women" in page.url
    page.get_by_label("Crop base").check()
    opened.wait_until_ready()
    assert page.url.endswith("?layer=crop_base")
    assert page.input_value("#measure") == "potential"
    page.select_option("#measure", "cassava")
    opened.wait_until_ready()
    assert value(page, "02") == 62_702
    assert not opened.problems


def test_a_province_by_mouse_and_back(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.click('path[data-code="06"]')
    opened.wait_until_ready()
    assert page.url.endswith("?province=06")
    assert selected(page) == ["06"]
    assert "Kampong Thom" in page.inner_text("#province-panel h2")
    assert "Cashew Industrial Park" in page.inner_text("#province-panel")
    page.go_back()
    opened.wait_until_ready()
    assert selected(page) == []
    page.go_forward()
    opened.wait_until_ready()
    assert selected(page) == ["06"]
    page.click("#province-panel .close")
    opened.wait_until_ready()
    assert "province" not in page.url
    assert not opened.problems


def test_a_province_by_keyboard(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.focus('path.province[tabindex="0"]')
    assert page.evaluate("document.activeElement.dataset.code") == "01"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.code") == "02"
    page.keyboard.press("Enter")
    opened.wait_until_ready()
    assert selected(page) == ["02"]
    spoken = page.inner_text(".province-map [role=status]")
    assert spoken.startswith("Battambang: 103,000 people, likely")
    assert "estimated" in spoken
    page.keyboard.press("Escape")
    opened.wait_until_ready()
    assert selected(page) == []
    assert not opened.problems


def test_every_province_can_be_reached_by_arrow_keys(open_page: OpenPage) -> None:
    page = open_page("/").page
    reached = page.evaluate(
        """() => {
          const geometry = [...document.querySelectorAll('path.province')].map((path) => {
            const box = path.getBBox();
            const middle = [box.x + box.width / 2, box.y + box.height / 2];
            return {code: path.dataset.code, label: middle};
          });
          const seen = new Set(['01']);
          const todo = ['01'];
          while (todo.length) {
            const code = todo.pop();
            for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
              const next = window.corridor_atlas.camera.towards(geometry, code, key);
              if (next && !seen.has(next)) { seen.add(next); todo.push(next); }
            }
          }
          return [...seen].length;
        }"""
    )
    assert reached == 25


def test_a_pasted_link_brings_back_the_view(open_page: OpenPage) -> None:
    opened = open_page("/?layer=formal_jobs&measure=per_1000&show=corridors&province=20&lang=km")
    page = opened.page
    assert page.get_attribute("html", "lang") == "km"
    assert page.input_value("#measure") == "per_1000"
    assert page.is_checked('#layer input[value="formal_jobs"]')
    assert page.is_checked('#show input[value="corridors"]')
    assert not page.is_checked('#show input[value="sezs"]')
    assert selected(page) == ["20"]
    assert page.locator("path.route").count() == 12
    assert page.locator("path.place").count() == 0
    address = page.url
    page.reload()
    opened.wait_until_ready()
    assert page.url == address
    assert selected(page) == ["20"]
    assert not opened.problems


def test_language_keeps_the_view_and_back_returns(open_page: OpenPage) -> None:
    opened = open_page("/?layer=vacancies&province=05")
    page = opened.page
    page.get_by_label("ខ្មែរ", exact=True).check()
    page.wait_for_selector("#page[lang=km]")
    opened.wait_until_ready()
    assert selected(page) == ["05"]
    assert "ឱកាសការងារ" in page.inner_text("h1")
    assert "layer=vacancies" in page.url and "lang=km" in page.url
    assert page.title() != ""
    page.go_back()
    page.wait_for_selector("#page[lang=en]")
    opened.wait_until_ready()
    assert "open jobs" in page.inner_text("h1")
    assert not opened.problems


def test_all_of_the_page_is_khmer(open_page: OpenPage) -> None:
    opened = open_page("/?lang=km&province=01&show=sezs,crossings,corridors,agro_clusters")
    texts = opened.page.eval_on_selector_all(
        "h1, h2, h3, dt, legend, .fact-text, .more, .hint, thead th, .controls label, "
        ".map-legend li span:not(.count), .map-marks li span:not(.count), .kind, .about, "
        ".province-name, .country-name, .rank, .bar-text, .foot, #ranking-chart .ytick text",
        "all => all.map(one => one.textContent.trim()).filter(Boolean)",
    )
    assert len(texts) > 80
    without = [
        text
        for text in texts
        if not re.search("[\u1780-\u17ff]", text) and re.search("[A-Za-z]", text)
    ]
    assert not without


def test_khmer_digits_are_optional(open_page: OpenPage) -> None:
    opened = open_page("/?lang=km")
    page = opened.page
    assert "910,000" in page.inner_text("h1")
    page.get_by_label("លេខខ្មែរ").check()
    page.wait_for_selector("h1:has-text('៩១០,០០០')")
    opened.wait_until_ready()
    assert "digits=khmer" in page.url
    assert not opened.problems


def test_a_nonsense_link_is_told_and_the_usual_view_shown(open_page: OpenPage) -> None:
    opened = open_page("/?layer=zzz&province=99&lang=xx")
    page = opened.page
    said = page.inner_text("#notice")
    for word in ("zzz", "99", "xx"):
        assert word in said
    assert "910,000" in page.inner_text("h1")
    assert selected(page) == []
    page.get_by_label("Population").check()
    opened.wait_until_ready()
    assert not opened.problems


def test_bars_select_on_the_map_and_the_map_points_at_bars(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.locator("#ranking-chart .bars .point path").last.click(force=True)
    opened.wait_until_ready()
    assert selected(page) == ["01"]
    page.hover('path[data-code="06"]')
    expect(page.locator("#ranking-chart .hoverlayer")).to_contain_text("Kampong Thom")
    expect(page.locator(".map-card")).to_contain_text("Kampong Thom")
    bar = page.locator("#ranking-chart .bars .point path").nth(23)
    bar.hover(force=True)
    box = bar.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=4)
    expect(page.locator(".outline.hovered")).to_have_count(1)
    assert not opened.problems


def test_the_hover_card_tells_value_range_and_evidence(open_page: OpenPage) -> None:
    page = open_page("/").page
    page.hover('path[data-code="02"]')
    card = page.inner_text(".map-card")
    for word in ("Battambang", "103,000 people", "likely 59,000–154,000", "estimated", "2026"):
        assert word in card


def test_marks_tell_what_is_known_of_their_position(open_page: OpenPage) -> None:
    page = open_page("/?show=crossings").page
    page.locator("path.place").first.hover(force=True)
    card = page.inner_text(".map-card")
    assert "Poipet" in card and "5 to 10 km" in card


def test_zoom_by_buttons_and_keys(open_page: OpenPage) -> None:
    page = open_page("/").page
    width = "document.querySelector('path[data-code=\"12\"]').getBoundingClientRect().width"
    before = page.evaluate(width)
    labels = page.locator(".province-name").count()
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(width) > before * 1.4
    page.focus('path.province[tabindex="0"]')
    page.keyboard.press("0")
    assert page.evaluate(width) == pytest.approx(before, rel=0.01)
    assert labels >= 20


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080), (390, 844)])
def test_names_on_the_map_do_not_collide(
    open_page: OpenPage, lang: str, width: int, height: int
) -> None:
    page = open_page("/", width=width, height=height, lang=lang).page
    boxes = page.eval_on_selector_all(
        ".province-name",
        "all => all.map(one => { const b = one.getBoundingClientRect();"
        " return [b.left, b.top + b.height * 0.2, b.right, b.bottom - b.height * 0.2]; })",
    )
    assert len(boxes) >= 15
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("path", ["/", "/data", "/methods"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_wider_than_the_screen(
    open_page: OpenPage, path: str, lang: str, width: int
) -> None:
    page = open_page(path, width=width, height=844, lang=lang).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_table_is_the_twin_of_the_map(open_page: OpenPage) -> None:
    page = open_page("/?layer=poverty_cards").page
    rows = page.locator("#table-twin tbody tr")
    assert rows.count() == 25
    assert page.locator("#table-twin tbody tr:has-text('No data')").count() == 5
    missing = page.eval_on_selector_all(
        "path.province",
        "all => all.filter(one => one.dataset.value === '').map(o => o.dataset.code)",
    )
    assert missing == ["03", "06", "12", "19", "25"]
    assert page.locator("path.hatch").count() == 5


def test_links_lead_to_method_and_source(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.click("#headline .method")
    page.wait_for_selector("#returnees.pointed")
    opened.wait_until_ready()
    assert page.url.endswith("/methods#returnees")
    assert "Returnees" in page.inner_text("#returnees h2")
    page.go_back()
    page.wait_for_selector(".province-map")
    opened.wait_until_ready()
    page.click(".strip .source >> nth=0")
    page.wait_for_selector("tr#CDRI_ERIA.pointed")
    assert not opened.problems


def test_unknown_pages_say_so(open_page: OpenPage) -> None:
    opened = open_page("/nowhere")
    assert "no such page" in opened.page.inner_text("h1")
    opened.page.click("#page a")
    opened.page.wait_for_selector(".province-map")
    assert all("404" in words for words in opened.console_errors)
    assert not opened.page_errors and not opened.outside_requests


def test_a_zoomed_map_is_dragged_without_selecting(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.get_by_role("button", name="Zoom in").click()
    place = "(() => { const b = document.querySelector('path[data-code=\"06\"]')"
    place += ".getBoundingClientRect(); return [b.left, b.top]; })()"
    before = page.evaluate(place)
    box = page.locator(".map-stage").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 30, steps=6)
    page.mouse.up()
    after = page.evaluate(place)
    assert after[0] - before[0] == pytest.approx(60, abs=12)
    assert after[1] - before[1] == pytest.approx(30, abs=8)
    opened.wait_until_ready()
    assert selected(page) == []
    page.get_by_role("button", name="Whole country").click()
    assert page.get_by_role("button", name="Zoom out").is_disabled()
    assert not opened.problems
