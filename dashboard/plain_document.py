"""The document around the pages of rooms and workshops: no Dash, no inline script."""

import hashlib
from functools import cache
from html import escape
from pathlib import Path

from dashboard.look import look

OTHER = {"en": ("km", "ខ្មែរ"), "km": ("en", "English")}
"""The other language, and its name in itself."""
_ASSETS = Path(__file__).resolve().parents[1] / "assets"
_FONTS = {"en": "source-sans-3.woff2", "km": "noto-sans-khmer.woff2"}


def plain_document(
    lang: str, body: str, *, title: str, style: str, scripts: tuple[str, ...]
) -> str:
    """The HTML of a page; `style` and `scripts`: files of `assets/`."""
    loaded = "".join(f'<script src="{_address(one)}" defer></script>' for one in scripts)
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="preload" href="/assets/fonts/{_FONTS[lang]}" as="font" type="font/woff2" crossorigin>
{look(latin="swap")}
<link rel="stylesheet" href="{_address(style)}">
{loaded}
</head>
<body>{body.strip()}</body>
</html>"""


@cache
def _address(asset: str) -> str:
    """A file's address with its fingerprint: a phone that has it does not ask again."""
    digest = hashlib.sha256((_ASSETS / asset).read_bytes()).hexdigest()[:12]
    return f"/assets/{asset}?m={digest}"
