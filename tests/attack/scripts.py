"""Whether anything that somebody sent would run in the browser of somebody else."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

MARK = "31337"
SCRIPTS = (
    f"<script>alert({MARK})</script>",
    f'"><img src=x onerror=alert({MARK})>',
    f"'><svg/onload=alert({MARK})>",
    f"javascript:alert({MARK})",
    f"</title></textarea></style><script>alert({MARK})</script>",
    f'" autofocus onfocus="alert({MARK})" x="',
    f"{{{{constructor.constructor('alert({MARK})')()}}}}",
    f"data:text/html,<script>alert({MARK})</script>",
    f"--><script>alert({MARK})</script><!--",
    f"]]><script>alert({MARK})</script>",
    f"\\u003cscript\\u003ealert({MARK})\\u003c/script\\u003e",
)
_LINKS = ("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "poster")


class _Live(HTMLParser):
    """Collects what a browser would run of a document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag in ("script", "style")
        for name, value in attrs:
            text = (value or "").strip().lower()
            runs = name.startswith("on") or name == "srcdoc"
            leads = name in _LINKS and text.startswith(("javascript:", "data:text", "vbscript:"))
            if MARK in text and (runs or leads):
                self.found.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script and MARK in data and "alert" in data and '\\"' not in data:
            self.found.append(f"script: {data[:200]}")


def live(document: str) -> list[str]:
    """What of the marked scripts would run."""
    parser = _Live()
    parser.feed(document)
    parser.close()
    return parser.found


def blocks(node: Any) -> Iterator[str]:
    """Every text of an answer that the browser takes as HTML."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "html" and isinstance(value, str):
                yield value
            else:
                yield from blocks(value)
    elif isinstance(node, list):
        for value in node:
            yield from blocks(value)
