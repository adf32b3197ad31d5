"""What must hold for the look of every page."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page


def wider_than_the_screen(page: Page) -> list[str]:
    """Parts that stand out of the window and are in no box that scrolls by itself."""
    found: list[str] = page.eval_on_selector_all(
        "#page *",
        """(all) => all.filter((one) => {
          const box = one.getBoundingClientRect();
          if (!box.width || !box.height || one.closest("svg, .visually-hidden")) return false;
          const scrolls = one.parentElement.closest(".table-scroll");
          return box.right > window.innerWidth + 1 && !scrolls;
        }).map((one) => one.outerHTML.slice(0, 120))""",
    )
    return found


def not_khmer(texts: Iterable[str]) -> list[str]:
    """Texts with Latin words and no Khmer."""
    return [
        text
        for text in texts
        if not re.search("[\u1780-\u17ff]", text) and re.search("[A-Za-z]{2}", text)
    ]
