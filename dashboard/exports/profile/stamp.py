"""What tells whether a finished file shows what is asked for: a stamp that stands in the file."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dashboard import typeset

TEMPLATE = "profile"
_DIGEST = 24
_END = b"%%EOF"


def stamp(data: Mapping[str, Any]) -> str:
    """A short hash of everything that is set, and of what sets it."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(_setter() + text.encode()).hexdigest()[:_DIGEST]


def bears(path: Path, stamp: str) -> bool:
    """Whether a whole file with this stamp is at `path`."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return stamp.encode() in content and content.rstrip().endswith(_END)


@cache
def _setter() -> bytes:
    """The templates, and the version of what reads them."""
    folder = Path(typeset.__file__).parent
    texts = [(folder / f"{name}.typ").read_bytes() for name in (TEMPLATE, "drawing")]
    return b"\0".join([*texts, version("typst").encode()])
