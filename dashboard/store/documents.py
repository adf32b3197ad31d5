"""Documents as they are kept: one way to write each, a size limit, a fingerprint."""

import hashlib
import json
from typing import Any

from dashboard.store.problems import Invalid
from dashboard.store.records import Document

LARGEST_KB = 256
DEEPEST = 64


def written(document: Document, *, largest_kb: int = LARGEST_KB) -> str:
    """The document as canonical JSON: sorted, no spaces, ASCII only.

    Raises:
        Invalid: it is not what JSON would give back, nested too deep, or too large.
    """
    if not isinstance(document, dict):
        raise Invalid("document_kind")
    if _is_deep(document):
        raise Invalid("document_deep", most=DEEPEST)
    try:
        text = _canonical(document)
        if len(text) > largest_kb * 1024:
            raise Invalid("document_large", kilobytes=-(-len(text) // 1024), most=largest_kb)
        if json.loads(text) == document:
            return text
    except (TypeError, ValueError, RecursionError):
        raise Invalid("document_kind") from None
    raise Invalid("document_kind")


def digest(*, name: str, note: str, author: str, text: str) -> str:
    """The fingerprint of all that a person saved; `text` is the document as canonical JSON."""
    whole = f"{_canonical([name, note, author])}\n{text}"
    return hashlib.sha256(whole.encode()).hexdigest()


def _canonical(value: Any) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )


def _is_deep(document: Document) -> bool:
    """Whether there are more than `DEEPEST` levels; found without recursion."""
    level: list[Any] = [document]
    for _ in range(DEEPEST):
        inner: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                inner.extend(value for value in one.values() if isinstance(value, dict | list))
            elif isinstance(one, list):
                inner.extend(value for value in one if isinstance(value, dict | list))
        if not inner:
            return False
        level = inner
    return True
