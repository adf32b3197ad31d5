"""What the browser sends: one line of JSON that says what is meant, then the file as it is.

Nothing is kept between two questions: the browser has the file and sends it again.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.desk.cells import CellProblem, date
from dashboard.desk.file_problem import Told
from dashboard.desk.kind import Kind, kinds
from dashboard.words import LANGUAGES, Speaker
from geodata.provinces import CODES

HEAD_LARGEST = 64 * 1024
DIGITS = ("latin", "khmer")
_LONG, _SHORT, _MOST_MEANT = 200, 80, 500
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


class Refused(ValueError):
    """A question that no page of ours asks, in one sentence."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be done with a file.

    `meant`: codes of provinces by what a cell holds; `size`: bytes that were sent; `date`: of rows
    that name none; `expected`: the version that the reader saw; `wrong`: what is said of the
    source and cannot be taken.
    """

    kind: Kind
    name: str
    size: int
    meant: Mapping[str, str]
    title: str
    publisher: str
    date: str
    url: str
    who: str
    note: str
    expected: int
    lang: str
    digits: str
    content: bytes
    wrong: tuple[Told, ...]

    @property
    def say(self) -> Speaker:
        """In the language of the reader."""
        return Speaker(lang=self.lang, digits=self.digits)

    @property
    def file_hash(self) -> str:
        """What the file is known by."""
        return hashlib.sha256(self.content).hexdigest()


def read_asked(body: bytes) -> Asked:
    """The question in a body. Raises `Refused` where it is none."""
    line, found, content = body.partition(b"\n")
    given = head_of(line) if found and len(line) <= HEAD_LARGEST else None
    if given is None:
        raise Refused("The body is not a line of JSON and a file.")
    kind = kinds().get(_text(given, "kind"))
    if kind is None:
        raise Refused(f"There is no such kind. Known are: {', '.join(kinds())}.")
    meant = given.get("meant", {})
    meant = meant if isinstance(meant, dict) and len(meant) <= _MOST_MEANT else {}
    day, wrong = _source_of(given)
    return Asked(
        kind=kind,
        name=re.sub(r"[^\w .()\-]", "_", _text(given, "name"))[:_LONG] or "file",
        size=whole(given, "size"),
        meant={
            cell: code for cell, code in meant.items() if isinstance(code, str) and code in CODES
        },
        title=_text(given, "title"),
        publisher=_text(given, "publisher"),
        date=day,
        url=_text(given, "url"),
        who=_text(given, "who"),
        note=_text(given, "note", most=5_000),
        expected=whole(given, "expected"),
        lang=one_of(given, "lang", LANGUAGES),
        digits=one_of(given, "digits", DIGITS),
        content=content,
        wrong=tuple(wrong),
    )


def head_of(line: bytes) -> Mapping[str, Any] | None:
    """The JSON object in a line, or nothing."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return given if isinstance(given, dict) else None


def whole(given: Mapping[str, Any], key: str) -> int:
    """A whole number that was sent; -1 where there is none."""
    value = given.get(key)
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31
    return value if fits and isinstance(value, int) else -1


def one_of(given: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    """One of what is allowed; the first where something else was sent."""
    value = given.get(key)
    return value if isinstance(value, str) and value in allowed else allowed[0]


def _text(given: Mapping[str, Any], key: str, *, most: int = 1_000) -> str:
    value = given.get(key, "")
    return value.strip()[:most] if isinstance(value, str) else ""


def _source_of(given: Mapping[str, Any]) -> tuple[str, list[Told]]:
    """The date of the file, and what is wrong with what is said of its source."""
    wrong: list[Told] = []
    for key, most, empty, long in (
        (
            "title",
            _LONG,
            lambda say: say("desk_title_empty"),
            lambda say: say("desk_title_long", most=_LONG),
        ),
        (
            "publisher",
            _SHORT,
            lambda say: say("desk_publisher_empty"),
            lambda say: say("desk_publisher_long", most=_SHORT),
        ),
    ):
        said = _text(given, key)
        if not said:
            wrong.append(empty)
        elif len(said) > most or not said.isprintable():
            wrong.append(long)
    day = ""
    try:
        day = date(_text(given, "date"))
    except CellProblem as problem:
        wrong.append(problem.told if _text(given, "date") else _no_date)
    address = _text(given, "url")
    if address and not (_ADDRESS.fullmatch(address) and len(address) <= 500):
        wrong.append(lambda say: say("desk_url_wrong"))
    return day, wrong


def _no_date(say: Speaker) -> str:
    return say("desk_date_empty")
