"""A text with separators as rows: CSV and its kin, in whatever encoding a program wrote it."""

import csv
import io
from collections import Counter

from dashboard.desk.file_problem import LONGEST_CELL, FileProblem, Row, Told, check_row

_SEPARATORS = ",;\t|"
_LOOKED_AT = 20
_CONTROL = frozenset(map(chr, range(32))) - frozenset("\t\r\n\f\v")
_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def text_rows(content: bytes) -> tuple[list[Row], list[Told]]:
    """Rows with the line where each begins, and what to know of how they were read.

    Raises:
        FileProblem: it is no text, or larger than a table may be.
    """
    text, notes = _decoded(content)
    text = text.lstrip("\ufeff")
    if any(sign in _CONTROL for sign in text[:100_000]) or "\x00" in text:
        raise FileProblem(lambda say: say("opened_unknown"))
    first, _, rest = text.partition("\n")
    separator = None
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], "\n" + rest
    separator = separator or _separator(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    csv.field_size_limit(50 * LONGEST_CELL)
    rows: list[Row] = []
    before = 0
    try:
        for cells in lines:
            number, before = before + 1, lines.line_num
            check_row(number, cells)
            rows.append((number, [cell.strip() for cell in cells]))
    except csv.Error:
        at = before + 1
        raise FileProblem(
            lambda say: say("opened_cell", row=at, most=f"{LONGEST_CELL:,}")
        ) from None
    return rows, notes


def _decoded(content: bytes) -> tuple[str, list[Told]]:
    """The text, tried as what programs write, from the surest to a last resort."""
    for mark, encoding in _UTF16:
        if content.startswith(mark):
            return _or_unknown(content[len(mark) :], encoding), []
    try:
        text = content.decode("utf-8-sig")
        if "\x00" not in text:
            return text, []
    except UnicodeDecodeError:
        pass
    zeros = content[1:2000:2].count(0), content[0:2000:2].count(0)
    if max(zeros) > len(content[:2000]) // 8:
        return _or_unknown(content, "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"), []
    return _or_unknown(content, "cp1252"), [lambda say: say("opened_old_encoding")]


def _or_unknown(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise FileProblem(lambda say: say("opened_unknown")) from None


def _separator(text: str) -> str:
    """The sign that most of the first lines have the same number of, outside quotes."""
    lines = [line for line in text[:50_000].splitlines() if line.strip()][:_LOOKED_AT]
    best, found = 0, ","
    for sign in _SEPARATORS:
        counts = Counter(_outside_quotes(line).count(sign) for line in lines)
        counts.pop(0, None)
        score = max((count * lines_with for count, lines_with in counts.items()), default=0)
        if score > best:
            best, found = score, sign
    return found


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
