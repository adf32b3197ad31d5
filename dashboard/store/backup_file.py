"""A backup as a file: compressed lines of JSON, the same from SQLite and from PostgreSQL.

The first line says what it is and which migration its tables are at; a line with a table and its
columns stands before the rows of that table; the last line holds the number of rows and the
SHA-256 of every line before it. So a file that was cut off or changed is known as such.
"""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.store.failures import FULL
from dashboard.store.ids import now

KIND = "corridor_atlas_backup"
FORMAT = 1
_LONGEST_LINE = 256 * 1024**2
Value = str | int | None


class BackupError(Exception):
    """Why no backup was made or read; the message says what to do, and nothing has changed."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a backup is of: the migration its tables are at, and when it was made."""

    revision: str
    made_at: str


@dataclass(frozen=True, kw_only=True)
class TableHead:
    """The rows that follow are of this table."""

    name: str
    columns: tuple[str, ...]


Row = tuple[Value, ...]


class Writer:
    """Writes the lines of one backup."""

    def __init__(self, lines: gzip.GzipFile) -> None:
        """`lines`: where they go; compressed by whoever opened it."""
        self._lines = lines
        self._hash = hashlib.sha256()
        self.rows = 0

    def head(self, revision: str) -> None:
        """The first line."""
        self._line({KIND: FORMAT, "revision": revision, "made_at": now()})

    def table(self, name: str, columns: Sequence[str]) -> None:
        """The rows that follow are of this table."""
        self._line({"table": name, "columns": list(columns)})

    def row(self, values: Sequence[Any]) -> None:
        """One row, in the order of the columns."""
        self._line(list(values))
        self.rows += 1

    def end(self) -> None:
        """The last line; a file without it is not whole."""
        self._line({"end": True, "rows": self.rows, "sha256": self._hash.hexdigest()})

    def _line(self, what: Any) -> None:
        line = json.dumps(what, separators=(",", ":")).encode("ascii") + b"\n"
        self._hash.update(line)
        self._lines.write(line)


@contextmanager
def new_backup(file: Path) -> Iterator[Writer]:
    """Writes a new file, which only its owner may read; it is there whole, or not at all.

    Raises:
        BackupError: there is one already, or it cannot be written.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    if file.exists():
        raise BackupError(f"There is a file {file} already. Choose another name.")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as raw:
            with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=6) as lines:
                writer = Writer(lines)
                yield writer
                writer.end()
            raw.flush()
            os.fsync(raw.fileno())
        part.rename(file)
    except OSError as error:
        if error.errno in FULL:
            raise BackupError(
                f"The disk of {file.parent} is full: no backup was made. Make room on it, or name"
                " a file on another disk."
            ) from None
        raise BackupError(
            f"{file} cannot be written ({error.strerror}): no backup was made."
        ) from None
    finally:
        with suppress(OSError):
            part.unlink()


def read_backup(file: Path) -> Iterator[Head | TableHead | Row]:
    """Every line of a backup but the last, which says whether they were all that was written.

    Raises:
        BackupError: it is no backup, cut off, damaged, or of a newer version; rows that came
            before may be anything, so that nobody keeps them.
    """
    wrong = BackupError(f"{file} is damaged: it is not what was written. Use another backup.")
    cut_off = BackupError(f"{file} is cut off: its end is missing. Copy it again, or use another.")
    try:
        with gzip.open(file, "rb") as lines:
            yield _head(lines.readline(_LONGEST_LINE), file=file)
            lines.seek(0)
            yield from _after_head(lines, wrong=wrong, cut_off=cut_off)
    except gzip.BadGzipFile as error:
        raise (wrong if "CRC" in str(error) else _not_one(file)) from None
    except EOFError:
        raise cut_off from None
    except zlib.error:
        raise wrong from None
    except OSError as error:
        raise BackupError(f"{file} cannot be read: {error.strerror}.") from None


def _after_head(
    lines: gzip.GzipFile, *, wrong: BackupError, cut_off: BackupError
) -> Iterator[TableHead | Row]:
    hashed, rows, width = hashlib.sha256(lines.readline(_LONGEST_LINE)), 0, 0
    while line := lines.readline(_LONGEST_LINE):
        try:
            what = json.loads(line)
        except (ValueError, RecursionError):
            raise (wrong if line.endswith(b"\n") else cut_off) from None
        if isinstance(what, dict) and what.get("end") is True:
            whole = what.get("sha256") == hashed.hexdigest() and what.get("rows") == rows
            if not whole or lines.read(1):
                raise wrong
            return
        hashed.update(line)
        if isinstance(what, list):
            if len(what) != width or not all(_is_value(one) for one in what):
                raise wrong
            rows += 1
            yield tuple(what)
        else:
            table = _table(what, wrong=wrong)
            width = len(table.columns)
            yield table
    raise cut_off


def _head(line: bytes, *, file: Path) -> Head:
    try:
        what = json.loads(line)
    except (ValueError, RecursionError):
        raise _not_one(file) from None
    if not isinstance(what, dict) or not isinstance(what.get(KIND), int):
        raise _not_one(file)
    revision, made_at = what.get("revision"), what.get("made_at")
    if what[KIND] > FORMAT or not isinstance(revision, str) or not isinstance(made_at, str):
        raise newer(file)
    return Head(revision=revision, made_at=made_at)


def newer(file: Path) -> BackupError:
    """The backup is of a version that this one does not know."""
    return BackupError(
        f"{file} was made by a newer version of the atlas. Restore it with that version."
    )


def _not_one(file: Path) -> BackupError:
    return BackupError(
        f"{file} is no backup of the atlas. Name a file that `python -m dashboard backup` made."
    )


def _table(what: Any, *, wrong: BackupError) -> TableHead:
    name = what.get("table") if isinstance(what, dict) else None
    columns = what.get("columns") if isinstance(what, dict) else None
    if not isinstance(name, str) or not isinstance(columns, list):
        raise wrong
    if not columns or not all(isinstance(one, str) for one in columns):
        raise wrong
    return TableHead(name=name, columns=tuple(columns))


def _is_value(one: Any) -> bool:
    return one is None or isinstance(one, str) or (isinstance(one, int) and one is not True)
