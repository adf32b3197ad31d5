"""Small files of records, written as people write them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

HEADINGS = ("No", "Province", "Sex", "Status", "Income now", "Return date")
ROWS = (
    ("1", "Battambang", "F", "placed", "250", "2025-08-01"),
    ("2", "ខេត្តកែប", "ប្រុស", "ចុះបញ្ជី", "", "2025-08-02"),
)


def text_of(rows: Sequence[Sequence[object]], *, delimiter: str = ",") -> str:
    """Rows as CSV."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return file.getvalue()


def written(folder: Path, content: str | bytes, name: str = "records.csv") -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
