"""What a file is, by its content, and whether it is safe to open."""

import zipfile
import zlib
from pathlib import Path
from typing import Literal

from records.problems import Refused, Report

Kind = Literal["text", "workbook", "parquet"]

MOST_MB = 200
"""The largest file that is read, in megabytes."""

_MOST_UNPACKED_MB = 1500
_MOST_RATIO = 400
_MOST_ENTRIES = 5000
_MB = 1_000_000
_STEP = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0"
_MACROS = ("vbaproject.bin", "macrosheets/")


def kind_of(path: Path, report: Report, *, most_mb: int = MOST_MB) -> Kind:
    """What the file is. Raises `Refused` where it cannot or must not be opened."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(max(0, size - 4))
        tail = file.read(4)
    if size == 0:
        raise _refuse(report, "file_empty")
    if size > most_mb * _MB:
        raise _refuse(report, "file_too_large", size=-(-size // _MB), most=most_mb)
    if head.startswith(b"PAR1"):
        if tail != b"PAR1" or size < 12:
            raise _refuse(report, "file_unreadable", kind="Parquet")
        return "parquet"
    if head.startswith(_OLE):
        raise _refuse(report, "file_old_excel")
    if head.startswith(b"PK"):
        _check_workbook(path, report)
        return "workbook"
    if head.startswith(
        (b"%PDF", b"\x7fELF", b"MZ", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"Rar!")
    ):
        raise _refuse(report, "file_unknown")
    return "text"


def _check_workbook(path: Path, report: Report) -> None:
    """No macros, no bomb, and really a workbook: looked at before anything is unpacked at once."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = [entry.filename.lower() for entry in entries]
            if any(macro in name for name in names for macro in _MACROS):
                raise _refuse(report, "file_macros")
            if not any(name.startswith("xl/workbook") for name in names):
                raise _refuse(report, "file_unknown")
            unpacked = sum(entry.file_size for entry in entries)
            packed = max(1, path.stat().st_size)
            bomb = unpacked > _MOST_UNPACKED_MB * _MB or (
                unpacked > 50 * _MB and unpacked / packed > _MOST_RATIO
            )
            if bomb or len(entries) > _MOST_ENTRIES:
                raise _refuse(report, "file_bomb", size=unpacked // _MB, most=_MOST_UNPACKED_MB)
            if b"macroenabled" in archive.read("[Content_Types].xml").lower():
                raise _refuse(report, "file_macros")
            _count(archive, entries, report)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, NotImplementedError):
        raise _refuse(report, "file_unreadable", kind="Excel") from None
    except RuntimeError:  # an entry with a password
        raise _refuse(report, "file_old_excel") from None


def _count(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], report: Report) -> None:
    """Unpack step by step: a directory may lie about sizes. Counts the formulas on the way."""
    formulas = 0
    for entry in entries:
        sheet = entry.filename.lower().startswith("xl/worksheets/")
        left = entry.file_size
        with archive.open(entry) as file:
            while block := file.read(_STEP):
                left -= len(block)
                if left < 0:
                    raise _refuse(
                        report, "file_bomb", size=_MOST_UNPACKED_MB, most=_MOST_UNPACKED_MB
                    )
                formulas += block.count(b"<f>") + block.count(b"<f ") if sheet else 0
    if formulas:
        report.tell("formulas", "note", count=formulas)


def _refuse(report: Report, key: str, *, kind: str = "", size: int = 0, most: int = 0) -> Refused:
    report.tell(key, "refused", kind=kind, size=size, most=most)
    return Refused(report)
