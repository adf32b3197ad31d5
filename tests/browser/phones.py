"""Phones in a room and their presenter, as the browser tests hold them."""

from dataclasses import dataclass, field
from typing import Any

import httpx
from playwright.sync_api import Browser, BrowserContext, Page

SIZES = {"km": (360, 740), "en": (390, 844)}
ATTACK = "<img src=x onerror=alert(1)>"


@dataclass
class Presenter:
    """The presenter's side, without a page of its own."""

    client: httpx.Client
    made: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.made = self.client.post("/rooms", json={"device": "laptop"}).json()

    @property
    def path(self) -> str:
        return f"/join/{self.made['code']}"

    def act(self, name: str, **given: Any) -> None:
        headers = {"X-Room-Secret": self.made["secret"], "X-Room-Device": "laptop"}
        path = f"/rooms/{self.made['code']}/acts/{name}"
        answer = self.client.post(path, json=given, headers=headers)
        assert answer.status_code == 200, answer.text

    def look(self, part: str = "events") -> dict[str, Any]:
        query = f"device=laptop&ticket={self.made['ticket']}"
        path = f"/rooms/{self.made['code']}/presenter/{part}?{query}"
        found: dict[str, Any] = self.client.get(path).json()
        return found

    def rows(self, id: str) -> dict[str, Any]:
        asked = next(one for one in self.look("results")["questions"] if one["id"] == id)
        return {row["key"]: row["value"] for row in asked["tally"]["rows"]}


@dataclass
class Phone:
    """A phone-sized window and what went wrong in it."""

    page: Page
    lang: str
    problems: list[str] = field(default_factory=list)

    def wait(self) -> None:
        self.page.wait_for_selector('#page[data-ready="true"]')

    def send(self) -> None:
        self.page.locator("#question .main").tap()


def phone(
    browser: Browser,
    contexts: list[BrowserContext],
    server: str,
    path: str,
    *,
    lang: str = "en",
    script: str = "",
) -> Phone:
    width, height = SIZES[lang]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
        service_workers="block",
    )
    contexts.append(context)
    if script:
        context.add_init_script(script)
    page = context.new_page()
    found = Phone(page=page, lang=lang)
    page.on("pageerror", lambda error: found.problems.append(str(error)))
    page.on(
        "console",
        lambda message: found.problems.append(message.text) if message.type == "error" else None,
    )
    page.on(
        "request",
        lambda request: (
            found.problems.append(request.url)
            if not request.url.startswith((server, "data:", "blob:"))
            else None
        ),
    )
    page.goto(f"{server}{path}?lang={lang}")
    found.wait()
    return found


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def tap_answer(page: Page, kind: str) -> None:
    """Answer a question of a kind as a thumb does."""
    if kind == "ranking":
        for place in (2, 0, 1):
            page.locator("#question .choices button").nth(place).tap()
    elif kind in ("points", "budget"):
        more = page.locator(".parts li").nth(0).locator("button").nth(1)
        while more.is_enabled():
            more.tap()
    elif kind == "text":
        page.fill("#answer-text", ATTACK)
    else:
        page.locator("#question .choices label").nth(1).tap()
