"""What the browser sends: one line of JSON that says what is meant, then the file as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.desk.asked import DIGITS, head_of, one_of, whole
from dashboard.words import LANGUAGES, Speaker

HEAD_LARGEST = 64 * 1024
_LONG, _MOST_FIELDS = 200, 40


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be done with a file.

    `columns`: the heading of each field, None where none was chosen yet; `expected`: the release
    that the reader saw; `file_hash`: of the file that was checked, where one is accepted; `save`:
    the name under which the mapping is kept, or nothing.
    """

    name: str
    columns: Mapping[str, str] | None = None
    who: str = ""
    note: str = ""
    save: str = ""
    expected: int = -1
    synthetic: bool = False
    file_hash: str = ""
    lang: str = LANGUAGES[0]
    digits: str = field(default=DIGITS[0])

    @property
    def say(self) -> Speaker:
        """In the language of the reader."""
        return Speaker(lang=self.lang, digits=self.digits)


def read_asked(line: bytes) -> Asked | None:
    """The question in the first line of a body, or nothing where it is none."""
    given = head_of(line) if len(line) <= HEAD_LARGEST else None
    if given is None:
        return None
    columns = given.get("columns")
    if isinstance(columns, dict) and len(columns) <= _MOST_FIELDS:
        columns = {str(key): one for key, one in columns.items() if isinstance(one, str) and one}
    else:
        columns = None
    return Asked(
        name=re.sub(r"[^\w .()\-]", "_", _text(given, "name"))[:_LONG] or "file",
        columns=columns,
        who=_text(given, "who"),
        note=_text(given, "note", most=5_000),
        save=_text(given, "save"),
        expected=whole(given, "expected"),
        synthetic=given.get("synthetic") is True,
        file_hash=_text(given, "hash"),
        lang=one_of(given, "lang", LANGUAGES),
        digits=one_of(given, "digits", DIGITS),
    )


def _text(given: Mapping[str, Any], key: str, *, most: int = 1_000) -> str:
    value = given.get(key, "")
    return value.strip()[:most] if isinstance(value, str) else ""
