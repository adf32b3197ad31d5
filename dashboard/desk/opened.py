"""A file as a person hands it in: bytes, opened as rows of text, or why that cannot be.

Nothing here knows what the rows mean. A file is looked at before it is unpacked, and no more than
is allowed is ever held in memory.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.desk.file_problem import LARGEST_MB, FileProblem, Row, Told
from dashboard.desk.legacy_khmer import check_letters
from dashboard.desk.opened_text import text_rows
from dashboard.desk.opened_workbook import ZIP, workbook_rows

_MB = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What a file holds. `notes`: what a reader should know of how it was read."""

    rows: tuple[Row, ...]
    notes: tuple[Told, ...] = ()


def opened(
    content: bytes,
    *,
    wanted: Callable[[Sequence[Row]], bool] = lambda rows: True,
    size: int | None = None,
) -> Opened:
    """The rows of a workbook, or of a text with separators.

    `wanted`: whether a sheet holds what is looked for; without one the first with anything in it
    is taken. `size`: how many bytes were sent.

    Raises:
        FileProblem: it is empty, cut off, too large, guarded, dangerous, or of another kind.
    """
    if len(content) > LARGEST_MB * _MB:
        raise FileProblem(lambda say: say("opened_large", most=LARGEST_MB))
    if size is not None and size != len(content):
        raise FileProblem(lambda say: say("opened_cut"))
    if not content.strip(b"\x00 \t\r\n"):
        raise FileProblem(lambda say: say("opened_empty"))
    if content.startswith(ZIP):
        rows, notes = workbook_rows(content, wanted=wanted)
    else:
        _check_kind(content)
        rows, notes = text_rows(content)
    rows = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not rows:
        raise FileProblem(lambda say: say("opened_empty"))
    check_letters(rows)
    return Opened(rows=tuple(rows), notes=tuple(notes))


def _check_kind(content: bytes) -> None:
    """Raise `FileProblem` for what is known and no table."""
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise FileProblem(lambda say: say("opened_locked"))
        if "WordDocument".encode("utf-16-le") in content:
            raise FileProblem(lambda say: say("opened_document"))
        raise FileProblem(lambda say: say("opened_old_excel"))
    if start.startswith(b"%pdf"):
        raise FileProblem(lambda say: say("opened_pdf"))
    if content.startswith(_PICTURES):
        raise FileProblem(lambda say: say("opened_picture"))
    if content.startswith(_PACKED):
        raise FileProblem(lambda say: say("opened_packed"))
    if start.startswith((b"{\\rtf", b'{"', b"[{")):
        raise FileProblem(lambda say: say("opened_document"))
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<svg")):
        raise FileProblem(lambda say: say("opened_web"))
