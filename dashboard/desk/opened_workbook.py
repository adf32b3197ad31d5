"""A workbook (XLSX) as rows of text, after a look at what it would unpack to."""

import datetime
import io
import zipfile
from collections.abc import Callable, Sequence

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from dashboard.desk.file_problem import FileProblem, Row, Told, check_row
from dashboard.desk.workbook_size import check_parts

ZIP = b"PK\x03\x04"
_MOST_PARTS = 1_000
_LARGEST_UNPACKED = 80_000_000
_SMALL = 2_000_000
_MOST_PACKED = 150
_LOCKED = 0x1


def workbook_rows(
    content: bytes, *, wanted: Callable[[Sequence[Row]], bool]
) -> tuple[list[Row], list[Told]]:
    """Rows of the first sheet that holds what is `wanted`, seen ones first.

    Raises:
        FileProblem: it is damaged, guarded, dangerous, too large, or no workbook.
    """
    notes = _checked(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = sorted(
            enumerate(book.sheets_metadata),
            key=lambda pair: pair[1].visible != SheetVisibleEnum.Visible,
        )
        first: list[Row] = []
        for _, sheet in sheets:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            rows = _rows(book, sheet.name)
            if any(any(cells) for _, cells in rows):
                first = first or rows
                if wanted(rows):
                    if rows is not first:
                        notes.append(_read_from(sheet.name[:40]))
                    return rows, notes
        return first, notes
    except (FileProblem, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # what the reader was not made for ends in a panic, which is no Exception
        raise FileProblem(lambda say: say("opened_damaged")) from None


def _read_from(name: str) -> Told:
    return lambda say: say("opened_sheet", name=name)


def _checked(content: bytes) -> list[Told]:
    """What to know of the workbook; raise `FileProblem` where it may not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_archive(parts)
            names = [part.filename.lower() for part in parts]
            _check_names(names)
            formulas = check_parts(archive)
    except FileProblem:
        raise
    except Exception:  # a damaged archive fails in a dozen ways
        raise FileProblem(lambda say: say("opened_damaged")) from None
    return [lambda say: say("opened_formulas", count=formulas)] if formulas else []


def _check_archive(parts: Sequence[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _LOCKED for part in parts):
        raise FileProblem(lambda say: say("opened_locked"))
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    swollen = unpacked > _SMALL and unpacked > _MOST_PACKED * packed
    if len(parts) > _MOST_PARTS or unpacked > _LARGEST_UNPACKED or swollen:
        raise FileProblem(lambda say: say("opened_bomb"))


def _check_names(names: Sequence[str]) -> None:
    if any("vbaproject" in name or "macrosheets" in name for name in names):
        raise FileProblem(lambda say: say("opened_macros"))
    if "xl/workbook.xml" in names:
        return
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise FileProblem(lambda say: say("opened_document"))
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise FileProblem(lambda say: say("opened_old_excel"))
    if "[content_types].xml" in names:
        raise FileProblem(lambda say: say("opened_damaged"))
    raise FileProblem(lambda say: say("opened_packed"))


def _rows(book: CalamineWorkbook, name: str) -> list[Row]:
    """The rows of one sheet; a cell merged downwards counts in every row it covers."""
    sheet = book.get_sheet_by_name(name)
    grid = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top < len(grid) and left < len(grid[top]):
            for row in grid[top + 1 : bottom + 1]:
                row[left] = row[left] or grid[top][left]
    rows: list[Row] = []
    for number, cells in enumerate(grid, start=1):
        check_row(number, cells)
        rows.append((number, cells))
    return rows


def _text(cell: object) -> str:
    """A cell as a person would write it: ISO dates, whole numbers without a fraction."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        said = f"{cell:.12g}"
        # Three digits behind a dot could be thousands; in a workbook they are not.
        return f"{said}0" if len(said.rpartition(".")[2]) == 3 and "e" not in said else said
    return str(cell).strip()
