"""Every answer as a line of CSV, no spreadsheet's formula, in no order that tells who gave it."""

from collections.abc import Iterator

from dashboard.exports.sheet import Cell
from dashboard.exports.text import csv_bytes
from dashboard.workshop.minutes import AskedQuestion, Minutes

_HEADS = ("question", "kind", "text", "answer", "option", "option_text", "value")


def write(minutes: Minutes, lang: str) -> bytes:
    """The whole file: a line an answer, or a line for each option that an answer names."""
    rows = [row for asked in minutes.asked for row in _rows(asked, lang)]
    objections: list[tuple[Cell, ...]] = [
        ("objection", "objection", one.about.in_(lang), at, "", "", one.text)
        for at, one in enumerate(minutes.objections, start=1)
    ]
    return b"\xef\xbb\xbf" + csv_bytes([_HEADS, *rows, *objections])


def _rows(asked: AskedQuestion, lang: str) -> Iterator[tuple[Cell, ...]]:
    question = asked.question
    names = {one.key: one.text.in_(lang) for one in question.options}
    for at, answer in enumerate(asked.answers, start=1):
        head = (question.id, question.kind, question.text.in_(lang), at)
        if isinstance(answer, dict):
            for key, value in answer.items():
                yield *head, key, names.get(key, ""), value
        elif isinstance(answer, list):
            for place, key in enumerate(answer, start=1):
                yield *head, key, names.get(key, ""), place
        elif answer in names:
            yield *head, answer, names[answer], 1
        else:
            yield *head, "", "", answer
