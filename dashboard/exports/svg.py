"""An SVG in one piece: drawings that Typst puts in as images become shapes of the file itself."""

import base64
import re
from re import Match

_IMAGE = re.compile(
    rb'<image ([^>]*?)xlink:href="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)"([^>]*?)/>'
)
_INNER = re.compile(rb"^<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>(.*)</svg>$", re.DOTALL)


def inlined(svg: bytes) -> bytes:
    """The same picture without files inside the file, so that every program can edit it."""
    return _IMAGE.sub(_inline, svg)


def _inline(found: Match[bytes]) -> bytes:
    inner = _INNER.match(base64.b64decode(found.group(2)))
    if inner is None:
        return found.group(0)
    placed = found.group(1) + found.group(3).replace(b"/", b"")
    return b"<svg " + placed.strip() + b" " + inner.group(1) + b">" + inner.group(2) + b"</svg>"
